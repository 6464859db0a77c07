#include "app/desktop/scrub/kept_weights_note.h"

namespace luce::desktop {

KeptWeightsNote::KeptWeightsNote(Study& study, QWidget* parent) : QLabel(parent), study_(study) {
  setWordWrap(true);
  setTextFormat(Qt::PlainText);
  setMargin(6);
  for (const auto changed : {&Study::predictionsChanged, &Study::runChanged, &Study::datasetChanged,
                             &Study::trainingChanged}) {
    connect(&study_, changed, this, &KeptWeightsNote::follow);
  }
  follow();
}

void KeptWeightsNote::follow() {
  const std::optional<std::int64_t> step = study_.shownStep();
  setVisible(step.has_value());
  if (!step) return;
  setText(tr("The charts show step %L1; this page means the weights that the run keeps.")
              .arg(static_cast<qlonglong>(*step)));
}

}  // namespace luce::desktop
