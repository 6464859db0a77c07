#include "app/desktop/window/study_page.h"

#include <QVBoxLayout>

namespace luce::desktop {

StudyPage::StudyPage(Study& study, QWidget* parent)
    : QWidget(parent),
      pins_(new PinStrip(study)),
      scrub_(new ScrubBar(study)),
      workbench_(new Workbench) {
  workbench_->slate().setPinAction(&pins_->pinAction());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(pins_);
  column->addWidget(scrub_);
  column->addWidget(workbench_, 1);
  connect(scrub_, &ScrubBar::stepShown, &workbench_->crosshair(), [this](qint64 step) {
    const bool kept = step == TrailPlayer::kKept;
    workbench_->crosshair().moveTo(kept ? std::nullopt : std::optional(static_cast<double>(step)));
  });
  for (const auto changed : {&Study::runChanged, &Study::datasetChanged}) {
    connect(&study, changed, this, [this] { workbench_->crosshair().moveTo(std::nullopt); });
  }
}

}  // namespace luce::desktop
