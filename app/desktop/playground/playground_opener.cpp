#include "app/desktop/playground/playground_opener.h"

#include "app/desktop/playground/playground_window.h"

namespace luce::desktop {

PlaygroundOpener::PlaygroundOpener(Study& study, QWidget& parent)
    : QObject(&parent), study_(study), parent_(parent) {
  connect(
      &study_, &Study::slateViewed, this,
      [this](const std::shared_ptr<const std::vector<CandidateView>>& candidates, bool predicted) {
        candidates_ = candidates;
        predicted_ = predicted;
        if (window_ != nullptr) window_->setStudyOffered(true);
      });
  connect(&study_, &Study::datasetChanged, this, [this] {
    candidates_.reset();
    if (window_ != nullptr) window_->setStudyOffered(false);
  });
}

void PlaygroundOpener::open() {
  if (window_ == nullptr) {
    window_ = new PlaygroundWindow([this] { return slateOfStudy(); }, &parent_);
    window_->setStudyOffered(candidates_ != nullptr);
  }
  window_->show();
  window_->raise();
  window_->activateWindow();
}

StudySlate PlaygroundOpener::slateOfStudy() const {
  StudySlate slate;
  slate.candidates = candidates_;
  slate.predicted = predicted_;
  if (candidates_ == nullptr) return slate;
  slate.tasks = study_.dataset()->table->schema().tasks;
  slate.settings = study_.policySettings();
  slate.objective = study_.experiment().objective;
  return slate;
}

}  // namespace luce::desktop
