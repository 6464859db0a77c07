#include "app/desktop/study/study.h"

#include <QFileInfo>
#include <utility>

#include "app/desktop/study/files_to_open.h"
#include "app/desktop/study/merging_command.h"
#include "app/desktop/study/post.h"

namespace luce::desktop {

Study::Study() : worker_(new StudyWorker) {
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  connect(worker_, &StudyWorker::progressed, this, &Study::progressed);
  connect(worker_, &StudyWorker::finished, this, &Study::endTask);
  connect(worker_, &StudyWorker::cancelled, this, [this] {
    experimentAfterOpening_.clear();
    adoptsExperiment_ = false;
    endTask();
    if (std::exchange(preparing_, false)) {
      Q_EMIT trainingEnded({trainedRun_, TrainingPhase::Stopped, tr("Cancelled."), {}});
    }
    Q_EMIT told(tr("Cancelled; nothing was changed."));
  });
  connect(worker_, &StudyWorker::failed, this, [this](const Failure& failure) {
    experimentAfterOpening_.clear();
    adoptsExperiment_ = false;
    endTask();
    Q_EMIT failed(failure);
  });
  connect(worker_, &StudyWorker::slateRefused, this, &Study::told);
  connect(worker_, &StudyWorker::imported, this, &Study::imported);
  connect(worker_, &StudyWorker::workspaceOpened, this,
          [this](std::shared_ptr<const WorkspaceView> view) {
            workspace_ = std::move(view);
            watch_.follow(workspace_->place);
            Q_EMIT fileOpened(workspace_->file);
            Q_EMIT workspaceChanged();
            if (workspace_->datasets.empty()) {
              Q_EMIT told(tr("%1 has no log yet; one that you open now is imported into it.")
                              .arg(QFileInfo(workspace_->file).fileName()));
            }
          });
  connect(worker_, &StudyWorker::moved, this, [this](std::shared_ptr<const WorkspaceView> view) {
    workspace_ = std::move(view);
    watch_.follow(workspace_->place);
    Q_EMIT workspaceMoved();
    Q_EMIT fileOpened(workspace_->file);
    Q_EMIT workspaceChanged();
  });
  connect(&watch_, &WorkspaceWatch::changed, this, &Study::workspaceChanged);
  connect(worker_, &StudyWorker::workspaceChanged, this,
          [this](std::shared_ptr<const WorkspaceView> view) {
            workspace_ = std::move(view);
            followOpenedRun();
            Q_EMIT workspaceChanged();
          });
  connect(worker_, &StudyWorker::runsChangeAnswered, this, &Study::runsChangeAnswered);
  connect(worker_, &StudyWorker::policiesChangeAnswered, this, &Study::policiesChangeAnswered);
  connect(worker_, &StudyWorker::datasetLoaded, this,
          [this](std::shared_ptr<const DatasetView> view) {
            dataset_ = std::move(view);
            ++generation_;
            run_.reset();
            putAwayRun_.reset();
            predictions_.reset();
            slatePredictions_.reset();
            shownStep_.reset();
            slate_.reset();
            pinned_.clear();
            undo_.clear();
            fitExperimentToDataset();
            Q_EMIT datasetChanged();
            Q_EMIT experimentChanged();
            if (!experimentAfterOpening_.isEmpty()) {
              loadExperiment(std::exchange(experimentAfterOpening_, {}));
              undo_.clear();
            }
            if (dataset_->table->slateCount() > 0) showSlate(0);
          });
  connect(worker_, &StudyWorker::datasetClosed, this, &Study::closeDataset);
  connect(worker_, &StudyWorker::runOpened, this, [this](std::shared_ptr<const RunView> view) {
    run_ = std::move(view);
    putAwayRun_.reset();
    predictions_ = run_->predictions;
    slatePredictions_.reset();
    shownStep_.reset();
    // A run that has just been trained leaves the sliders where they were moved meanwhile.
    if (std::exchange(adoptsExperiment_, false)) {
      const QString name = QString::fromStdString(run_->record.name);
      changeExperiment(run_->experiment, tr("open the run %1").arg(name), kOwnStep);
    }
    Q_EMIT runChanged();
    Q_EMIT predictionsChanged();
    requestSlatePredictions();
    requestPolicy();
  });
  connect(worker_, &StudyWorker::slatesPredicted, this,
          [this](std::shared_ptr<const Predictions> predictions) {
            // Asked before the run was closed or other weights were shown.
            if (!run_ || training() || shownStep_) return;
            slatePredictions_ = std::move(predictions);
            requestSlateView();
          });
  connect(worker_, &StudyWorker::editedPredicted, this, &Study::editedPredicted);
  connect(worker_, &StudyWorker::editedRefused, this, &Study::editedRefused);
  connect(worker_, &StudyWorker::runPrepared, this, &Study::beginTraining);
  connect(worker_, &StudyWorker::runRefused, this, [this](const QString& run, const auto& reason) {
    refuseTraining(run, tr("Training could not start"), reason);
  });
  connect(worker_, &StudyWorker::exported, this,
          [this](const QStringList& files) { Q_EMIT told(tr("Wrote %1").arg(files.join(", "))); });
  // Answers about what is no longer shown come late, and must not be drawn.
  connect(&policyWorker_, &PolicyWorker::slateViewed, this,
          [this](int generation, const SlateView& view) {
            gate_.pass(FrameGate::Answer::Slate, [this, generation, view] {
              if (generation == generation_ && view.slate == slate_) {
                Q_EMIT slateViewed(view.candidates, view.predicted);
              }
            });
          });
  connect(&policyWorker_, &PolicyWorker::pinnedViewed, this,
          [this](int generation, const auto& views) {
            gate_.pass(FrameGate::Answer::Pinned, [this, generation, views] {
              if (generation == generation_) Q_EMIT pinnedViewed(views);
            });
          });
  connect(&policyWorker_, &PolicyWorker::summarised, this,
          [this](int generation, const auto& summary) {
            gate_.pass(FrameGate::Answer::Summary, [this, generation, summary] {
              if (generation == generation_) Q_EMIT summarised(summary);
            });
          });
  connect(&policyWorker_, &PolicyWorker::evaluated, this,
          [this](int generation, const auto& report) {
            gate_.pass(FrameGate::Answer::Estimate, [this, generation, report] {
              if (generation == generation_) Q_EMIT evaluated(report);
            });
          });
  connect(&policyWorker_, &PolicyWorker::refused, this,
          [this](int generation, const QString& reason) {
            if (generation == generation_) Q_EMIT told(reason);
          });
  snapshotTimer_.setInterval(FramePace::kShortest);
  connect(&snapshotTimer_, &QTimer::timeout, this, &Study::takeSnapshot);
  connect(worker_, &StudyWorker::advised, this, &Study::told);
  connectComparison();
  connect(worker_, &StudyWorker::deviceFound, this, &Study::deviceFound);
  connect(worker_, &StudyWorker::devicesListed, this, &Study::devicesListed);
  connect(&tensors_, &TensorLoader::loaded, this, [this] {
    post(worker_, [worker = worker_] { worker->checkLinearAlgebra(); });
    askedDevice_.emplace();
    askForDevice();
  });
  connect(&tensors_, &TensorLoader::refused, this, [this](const QString& reason) {
    Q_EMIT failed({tr("Nothing can be trained"), reason, {}});
  });
  thread_.start();
}

Study::~Study() {
  worker_->quit();
  trainer_.reset();
  thread_.quit();
  thread_.wait();
}

void Study::lookAtMachine() {
  if (tasks_ > 0) {
    // What a person waits for comes first; if that needs LibTorch, it loads it.
    connect(this, &Study::busyChanged, this, &Study::lookAtMachine, Qt::SingleShotConnection);
  } else {
    tensors_.start();
  }
}

void Study::askForDevice() {
  if (!askedDevice_ || *askedDevice_ == experiment_.device) return;
  askedDevice_ = experiment_.device;
  post(worker_, [worker = worker_, wanted = QString::fromStdString(experiment_.device)] {
    worker->findDevice(wanted);
  });
}

void Study::ask(std::function<void(StudyWorker&)> task) {
  if (tasks_ == 0) worker_->renew();
  ++tasks_;
  if (tasks_ == 1) Q_EMIT busyChanged();
  post(worker_, [worker = worker_, task = std::move(task)] { task(*worker); });
}

void Study::endTask() {
  --tasks_;
  if (tasks_ > 0) return;
  Q_EMIT busyChanged();
  if (!run_) reopenRun();
}

void Study::refreshWorkspace() {
  ask([](StudyWorker& worker) { worker.refresh(); });
}

void Study::moveWorkspace(const QString& file) {
  if (workspace_ && mayOpen()) ask([file](StudyWorker& worker) { worker.moveTo(file); });
}

QString Study::whyReadOnly() const {
  if (lost()) return whyLost();
  return workspace_ ? workspace_->whyReadOnly : QString();
}

bool Study::refusesToWrite() {
  if (!readOnly()) return false;
  Q_EMIT failed({lost() ? tr("This workspace is no longer in its place")
                        : tr("This workspace can only be read"),
                 whyReadOnly(),
                 {}});
  return true;
}

bool Study::mayOpen() {
  if (comparing()) {
    Q_EMIT told(tr("Stop the comparison before opening another file."));
    return false;
  }
  if (busy()) return false;
  if (training()) {
    Q_EMIT told(tr("Stop the training before opening another file."));
    return false;
  }
  return true;
}

void Study::openFiles(const QStringList& files, const QString& experiment) {
  if (files.isEmpty() || !mayOpen()) return;
  FilesToOpen sorted = sortFiles(files);
  if (sorted.experiment.isEmpty()) sorted.experiment = experiment;
  if (sorted.workspaces.size() > 1 || (!sorted.workspaces.isEmpty() && !sorted.logs.isEmpty())) {
    Q_EMIT failed({tr("These files cannot be opened together"),
                   tr("Open one workspace, or the files of one log, at a time."),
                   {}});
    return;
  }
  if (!sorted.logs.isEmpty()) {
    importLog({.files = sorted.logs}, sorted.experiment);
  } else if (sorted.workspaces.isEmpty()) {
    loadExperiment(sorted.experiment);
  } else {
    experimentAfterOpening_ = sorted.experiment;
    ask([file = sorted.workspaces.front()](StudyWorker& worker) { worker.openWorkspace(file); });
  }
}

void Study::importLog(const LogImport& log, const QString& experiment) {
  if (!mayOpen() || (lost() && refusesToWrite())) return;
  experimentAfterOpening_ = experiment;
  ask([log](StudyWorker& worker) { worker.importLog(log); });
}

void Study::openDataset(const QString& name) {
  if (busy() || training()) return;
  ask([name](StudyWorker& worker) { worker.loadDataset(name); });
}

void Study::openRun(const QString& name) {
  if (busy() || !dataset_ || training()) return;
  adoptsExperiment_ = true;
  ask([name, table = dataset_->table](StudyWorker& worker) { worker.openRun(name, table); });
}

void Study::exportRun(ExportRequest request) {
  if (busy() || !run_) return;
  request.settings = policySettings();
  ask([request = std::move(request), run = QString::fromStdString(run_->record.name),
       table = dataset_->table](StudyWorker& worker) { worker.exportRun(run, table, request); });
}

void Study::closeDataset() {
  if (!dataset_) return;
  closeRun();
  dataset_.reset();
  ++generation_;
  slate_.reset();
  pinned_.clear();
  undo_.clear();
  Q_EMIT datasetClosed();
}

void Study::cancelTask() {
  worker_->cancel();
  stopComparison();
}

}  // namespace luce::desktop
