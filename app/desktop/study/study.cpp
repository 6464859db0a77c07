#include "app/desktop/study/study.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <ostream>
#include <utility>

#include "app/desktop/study/experiment_change.h"
#include "app/desktop/study/files_to_open.h"
#include "app/desktop/study/merging_command.h"
#include "app/desktop/study/post.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/workspace/open_files.h"
#include "core/workspace/run_recorder.h"

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
  connect(worker_, &StudyWorker::runOpened, this, [this](std::shared_ptr<const RunView> view) {
    run_ = std::move(view);
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
  worker_->cancel();
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
  if (tasks_ == 0) Q_EMIT busyChanged();
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

void Study::cancelTask() {
  worker_->cancel();
  stopComparison();
}

void Study::showSlate(std::uint32_t slate) {
  if (slate_ == slate) return;
  slate_ = slate;
  Q_EMIT slateChanged();
  if (trainer_) trainer_->watch(watchedSlates());
  // A busy worker answers late: until then the log's own facts are better than another slate's.
  const bool answersSoon = requestSlatePredictions() && tasks_ == 0;
  if (!answersSoon) requestSlateView();
}

void Study::setPinned(std::vector<std::uint32_t> slates) {
  if (!dataset_ || slates == pinned_) return;
  pinned_ = std::move(slates);
  if (trainer_) trainer_->watch(watchedSlates());
  requestSlatePredictions();
  requestSlateView();
}

std::vector<std::uint32_t> Study::watchedSlates() const {
  std::vector<std::uint32_t> slates = pinned_;
  if (slate_) slates.push_back(*slate_);
  std::sort(slates.begin(), slates.end());
  slates.erase(std::unique(slates.begin(), slates.end()), slates.end());
  return slates;
}

bool Study::requestSlatePredictions() {
  if (!run_ || training()) return false;
  const std::vector<std::uint32_t>& predicted = predictions_->slates;
  std::vector<std::uint32_t> missing;
  for (const std::uint32_t slate : watchedSlates()) {
    if (!std::binary_search(predicted.begin(), predicted.end(), slate)) {
      missing.push_back(slate);
    }
  }
  if (missing.empty()) return false;
  const bool shown = slate_ && std::binary_search(missing.begin(), missing.end(), *slate_);
  if (shownStep_) return shown;  // whoever shows other weights tells what they say of the slate
  post(worker_, [worker = worker_, table = dataset_->table, slates = std::move(missing)] {
    worker->predictSlates(table, slates);
  });
  return shown;
}

void Study::showWeights(std::int64_t step, std::shared_ptr<const Predictions> heldOut,
                        std::shared_ptr<const Predictions> slate) {
  if (!run_ || training()) return;
  shownStep_ = step;
  predictions_ = std::move(heldOut);
  slatePredictions_ = std::move(slate);
  Q_EMIT predictionsChanged();
  requestPolicy();
}

std::shared_ptr<const Predictions> Study::samplePredictions() const {
  return run_ && predictions_ == run_->predictions ? run_->sample : predictions_;
}

void Study::showKeptWeights() {
  if (!run_ || training() || !shownStep_) return;
  shownStep_.reset();
  predictions_ = run_->predictions;
  slatePredictions_.reset();
  Q_EMIT predictionsChanged();
  requestSlatePredictions();
  requestPolicy();
}

bool Study::predictEdited(int question, std::vector<EditableSlate> slates) {
  if (!run_ || training()) return false;
  post(worker_, [worker = worker_, table = dataset_->table, question, slates = std::move(slates)] {
    worker->predictEdited(table, question, slates);
  });
  return true;
}

void Study::changeExperiment(const Experiment& experiment, const QString& title, int control) {
  if (experiment == experiment_) return;
  const auto describe = [title, control](const Experiment& before, const Experiment& after) {
    return control == kOwnStep ? title : describeChange(title, before, after);
  };
  undo_.push(new MergingCommand<Experiment>(
      experiment_, experiment, control, [this](const Experiment& value) { setExperiment(value); },
      describe));
}

void Study::setExperiment(const Experiment& experiment) {
  experiment_ = experiment;
  askForDevice();
  Q_EMIT experimentChanged();
  requestPolicy();
}

void Study::loadExperiment(const QString& file) {
  try {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
      throw Error("The file " + file.toStdString() + " cannot be read.");
    }
    const Experiment experiment = experimentFromJson(source.readAll().toStdString());
    if (dataset_) {
      valueWeights(experiment, dataset_->table->schema().tasks);
      rewardWeights(experiment, dataset_->table->schema().tasks);
    }
    changeExperiment(experiment, tr("open %1").arg(QFileInfo(file).fileName()), kOwnStep);
    Q_EMIT told(tr("Opened the experiment %1").arg(QFileInfo(file).fileName()));
  } catch (const Error& error) {
    Q_EMIT failed({tr("The experiment could not be opened"), error.what(), {}});
  }
}

void Study::saveExperiment(const QString& file) {
  try {
    writeFileSafely(file.toStdString(),
                    [&](std::ostream& stream) { stream << experimentToJson(experiment_) << '\n'; });
    Q_EMIT told(tr("Wrote %1").arg(file));
  } catch (const Error& error) {
    Q_EMIT failed({tr("The experiment could not be saved"), error.what(), {}});
  }
}

void Study::fitExperimentToDataset() {
  const std::vector<std::string>& tasks = dataset_->table->schema().tasks;
  const auto fits = [&](const std::map<std::string, double>& weights) {
    return std::all_of(weights.begin(), weights.end(), [&](const auto& entry) {
      return std::find(tasks.begin(), tasks.end(), entry.first) != tasks.end();
    });
  };
  if (!fits(experiment_.valueWeights)) experiment_.valueWeights.clear();
  if (experiment_.rewardWeights && !fits(*experiment_.rewardWeights)) {
    experiment_.rewardWeights.reset();
  }
  if (experiment_.valueWeights.empty()) {
    for (const std::string& task : tasks) experiment_.valueWeights[task] = 1;
  }
  const auto isStart = [&](const RunEntry& run) {
    return run.record.name == experiment_.start->run &&
           run.record.dataset == dataset_->summary.name;
  };
  if (experiment_.start &&
      std::none_of(workspace_->runs.begin(), workspace_->runs.end(), isStart)) {
    experiment_.start.reset();
  }
  const bool bandit = dataset_->table->shape() == LogShape::Bandit;
  std::optional<RowKind>& rows = experiment_.objective.rows;
  if (rows == RowKind::Observed && bandit) rows.reset();
  if (rows == RowKind::Drawn && !bandit && !dataset_->table->schema().hasPosition) rows.reset();
}

QString Study::suggestedRunName() const {
  return freeRunName(QString::fromStdString(experiment_.objective.scheme));
}

QString Study::freeRunName(const QString& base, const QStringList& alsoTaken) const {
  QStringList taken = alsoTaken;
  if (workspace_) {
    for (const auto* runs : {&workspace_->runs, &workspace_->runsPutAway}) {
      for (const RunEntry& run : *runs) taken.append(QString::fromStdString(run.record.name));
    }
  }
  QString name = base;
  for (int number = 2; taken.contains(name); ++number)
    name = QString("%1 %2").arg(base).arg(number);
  return name;
}

PolicySettings Study::policySettings() const {
  const std::vector<std::string>& tasks = dataset_->table->schema().tasks;
  PolicySettings settings;
  settings.valueWeights = valueWeights(experiment_, tasks);
  settings.rewardWeights = rewardWeights(experiment_, tasks);
  settings.temperature = experiment_.temperature;
  settings.rows = experiment_.objective.rows.value_or(naturalRowKind(*dataset_->table));
  settings.rule = experiment_.objective.propensityRule;
  return settings;
}

ClipBounds Study::clipBounds() const {
  const Scheme& scheme = findScheme(experiment_.objective.scheme);
  return scheme.clipBounds(schemeParameters(experiment_.objective));
}

std::optional<PolicyRequest> Study::policyRequest() {
  if (!dataset_) return std::nullopt;
  try {
    PolicyRequest request{generation_, dataset_->table, predictions_, slatePredictions_, slate_};
    request.pinned = pinned_;
    request.objective = experiment_.objective;
    request.settings = policySettings();
    request.bounds = clipBounds();
    return request;
  } catch (const Error& error) {
    Q_EMIT told(error.what());
    return std::nullopt;
  }
}

void Study::requestPolicy() {
  gate_.hurry();
  requestPolicyInTime();
}

void Study::requestPolicyInTime() {
  if (const auto request = policyRequest()) policyWorker_.request(*request);
}

void Study::requestSlateView() {
  gate_.hurry();
  requestSlateViewInTime();
}

void Study::requestSlateViewInTime() {
  if (const auto request = policyRequest()) policyWorker_.requestSlate(*request);
}

void Study::connectComparison() {
  connect(&comparison_, &ComparisonQueue::progressed, this,
          [this](const ComparisonProgress& progress) {
            Q_EMIT progressed(
                progress.fraction,
                tr("run %1 of %2 · %3")
                    .arg(progress.run + 1)
                    .arg(progress.runs)
                    .arg(QString::fromStdString(comparedRunName(progress.scheme, progress.seed))));
            Q_EMIT comparisonProgressed(progress);
          });
  connect(&comparison_, &ComparisonQueue::changed, this, &Study::comparisonChanged);
  connect(&comparison_, &ComparisonQueue::refused, this, [this](const QString& reason) {
    Q_EMIT failed({tr("The schemes cannot be compared"), reason, {}});
  });
  connect(&comparison_, &ComparisonQueue::ended, this, [this](bool stopped) {
    refreshWorkspace();
    Q_EMIT comparisonEnded(stopped);
  });
}

void Study::startComparison(const std::vector<std::string>& schemes, int seeds) {
  if (!dataset_ || training() || busy() || refusesToWrite()) return;
  ComparisonPlan plan{experiment_, schemes, {}};
  for (int seed = 1; seed <= seeds; ++seed) plan.seeds.push_back(static_cast<std::uint64_t>(seed));
  comparison_.start(plan, dataset_->table, workspace_->file,
                    QString::fromStdString(dataset_->summary.name));
  Q_EMIT busyChanged();
}

}  // namespace luce::desktop
