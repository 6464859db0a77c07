// The part of Study that trains: from what is asked of the worker to the run that is opened in the
// end.
#include <utility>

#include "app/desktop/study/post.h"
#include "app/desktop/study/run_history.h"
#include "app/desktop/study/study.h"
#include "core/common/error.h"
#include "core/training/requirements.h"

namespace luce::desktop {

void Study::startTraining(const QString& runName) {
  if (!refusesToWrite()) askForTraining(runName, experiment_, false);
}

bool Study::trainQueued(const QString& runName, const Experiment& experiment) {
  return !readOnly() && askForTraining(runName, experiment, true);
}

bool Study::askForTraining(const QString& runName, const Experiment& experiment, bool queued) {
  if (!dataset_ || training() || busy()) return false;
  queued_ = queued;
  trainedRun_ = runName;
  try {
    requireTrainable(*dataset_->table, experiment);
  } catch (const Error& error) {
    refuseTraining(runName, tr("This experiment cannot be trained on this log"), error.what());
    return true;
  }
  preparing_ = true;
  ask([name = runName, dataset = *dataset_, experiment](StudyWorker& worker) {
    worker.prepareRun(name, dataset, experiment);
  });
  return true;
}

void Study::refuseTraining(const QString& runName, const QString& title, const QString& reason) {
  preparing_ = false;
  Q_EMIT trainingEnded({runName, TrainingPhase::Failed, reason, {}});
  if (!queued_) Q_EMIT failed({title, reason, {}});
}

void Study::beginTraining(const QString& runName) {
  if (!preparing_) return;
  std::optional<PreparedRun> prepared = worker_->takePrepared();
  if (!prepared || !dataset_ || trainer_) return;
  ++generation_;
  run_.reset();
  putAwayRun_.reset();
  predictions_.reset();
  slatePredictions_.reset();
  shownStep_.reset();
  preparing_ = false;
  trainer_ = std::make_unique<Trainer>(dataset_->table, prepared->experiment,
                                       std::move(prepared->recorder), prepared->start);
  trainer_->watch(watchedSlates());
  // What the window computed before is not training's to wait for.
  pace_.next();
  snapshotTimer_.start(FramePace::kShortest);
  gate_.close();
  Q_EMIT runChanged();
  Q_EMIT predictionsChanged();
  Q_EMIT trainingBegan(runName);
  Q_EMIT trainingChanged();
}

void Study::pauseTraining(bool pause) {
  if (!trainer_) return;
  if (pause) {
    trainer_->pause();
  } else {
    trainer_->resume();
  }
  Q_EMIT trainingChanged();
}

void Study::stopTraining() {
  if (trainer_) trainer_->stop();
}

void Study::finishTraining() {
  if (std::exchange(preparing_, false)) {
    post(worker_, [worker = worker_] { worker->dropPrepared(); });
  }
  if (!trainer_) return;
  trainer_->stop();
  trainer_->wait();
  snapshotTimer_.stop();
  gate_.open();
  trainer_.reset();
}

void Study::takeSnapshot() {
  snapshotTimer_.setInterval(pace_.next());
  const bool finished = trainer_->finished();
  gate_.showWaiting();
  if (const auto snapshot = trainer_->snapshots().take()) {
    takePredictions(*snapshot);
    Q_EMIT snapshotTaken(snapshot);
    const QString notice = QString::fromStdString(snapshot->notice);
    if (notice != std::exchange(notice_, notice) && !notice.isEmpty()) Q_EMIT told(notice);
  }
  if (finished) endTraining();
}

void Study::takePredictions(const TrainingSnapshot& snapshot) {
  const bool newSlate = snapshot.watched && snapshot.watched != slatePredictions_;
  const bool newHeldOut = snapshot.predictions && snapshot.predictions != predictions_;
  if (newSlate) slatePredictions_ = snapshot.watched;
  if (newHeldOut) {
    predictions_ = snapshot.predictions;
    Q_EMIT predictionsChanged();
    requestPolicyInTime();
  } else if (newSlate) {
    requestSlateViewInTime();
  }
}

void Study::endTraining() {
  snapshotTimer_.stop();
  const TrainingOutcome& outcome = trainer_->wait();
  const bool hasWeights = !outcome.result.empty();
  const EndedRun ended{trainedRun_, outcome.phase, QString::fromStdString(outcome.message),
                       keptEstimate(outcome.heldOut, outcome.resultStep)};
  Failure failure{tr("Training ended"), QString::fromStdString(outcome.message), {}};
  const bool hasFailed = outcome.phase == TrainingPhase::Failed && !queued_;
  trainer_.reset();
  gate_.open();
  refreshWorkspace();
  if (hasWeights) {
    ask([name = trainedRun_, table = dataset_->table](StudyWorker& worker) {
      worker.openRun(name, table);
    });
  }
  Q_EMIT trainingChanged();
  Q_EMIT trainingEnded(ended);
  if (hasFailed) Q_EMIT failed(failure);
}

}  // namespace luce::desktop
