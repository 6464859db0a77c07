#include "app/desktop/window/session_restorer.h"

#include <algorithm>
#include <utility>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

constexpr int kOwnStep = -1;  // of the undo stack

}  // namespace

SessionRestorer::SessionRestorer(Study& study, QObject* parent) : QObject(parent), study_(study) {
  connect(&study_, &Study::busyChanged, this, [this] {
    if (session_ && !study_.busy()) {
      // Once all others have heard that the task is over.
      QMetaObject::invokeMethod(this, &SessionRestorer::goOn, Qt::QueuedConnection);
    }
  });
  connect(&study_, &Study::failed, this, [this] {
    // A run that a crash left without weights is told of; the settings are there all the same.
    if (stage_ != Stage::Run) session_.reset();
  });
}

void SessionRestorer::restore(const KeptSession& session) {
  if (!study_.mayOpen()) return;
  session_ = session;
  stage_ = Stage::Workspace;
  study_.openFiles({session.workspace});
}

void SessionRestorer::goOn() {
  if (!session_ || study_.busy() || study_.dataset() == nullptr) return;
  if (stage_ == Stage::Workspace) {
    stage_ = Stage::Dataset;
    const std::string wanted = session_->dataset.toStdString();
    const auto& datasets = study_.workspace()->datasets;
    const bool there = std::any_of(datasets.begin(), datasets.end(),
                                   [&](const DatasetSummary& d) { return d.name == wanted; });
    if (there && study_.dataset()->summary.name != wanted) {
      study_.openDataset(session_->dataset);
      return;
    }
  }
  if (stage_ == Stage::Dataset) {
    stage_ = Stage::Run;
    const std::string wanted = session_->run.toStdString();
    const auto& runs = study_.workspace()->runs;
    const bool there = std::any_of(runs.begin(), runs.end(), [&](const RunEntry& run) {
      return run.record.name == wanted && run.record.dataset == session_->dataset.toStdString();
    });
    if (there) {
      study_.openRun(session_->run);
      return;
    }
  }
  restoreSettings();
}

void SessionRestorer::restoreSettings() {
  const KeptSession session = *std::exchange(session_, std::nullopt);
  try {
    if (!session.experiment.isEmpty()) {
      const Experiment experiment = experimentFromJson(session.experiment.toStdString());
      const std::vector<std::string>& tasks = study_.dataset()->table->schema().tasks;
      valueWeights(experiment, tasks);
      rewardWeights(experiment, tasks);
      study_.changeExperiment(experiment, tr("settings as they were"), kOwnStep);
    }
  } catch (const Error&) {
    // The file was written for another dataset of that name, or by another Luce: the rest stands.
  }
  if (session.slate && *session.slate < study_.dataset()->table->slateCount()) {
    study_.showSlate(*session.slate);
  }
  Q_EMIT restored(session);
}

}  // namespace luce::desktop
