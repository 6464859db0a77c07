#include "app/desktop/study/study.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <ostream>
#include <utility>

#include "app/desktop/study/post.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/workspace/run_recorder.h"

namespace luce::desktop {

namespace {

constexpr int kSnapshotInterval = 33;  // ms: 30 a second

bool isWorkspace(const QString& file) {
  QFile head(file);
  return head.open(QIODevice::ReadOnly) && head.read(15) == "SQLite format 3";
}

}  // namespace

/// One change of the experiment. Changes of one control in a row become one step.
class ExperimentCommand : public QUndoCommand {
 public:
  ExperimentCommand(Study& study, Experiment before, Experiment after, const QString& title,
                    int control)
      : QUndoCommand(title),
        study_(study),
        before_(std::move(before)),
        after_(std::move(after)),
        control_(control) {}

  void undo() override { study_.setExperiment(before_); }
  void redo() override { study_.setExperiment(after_); }
  int id() const override { return control_; }
  bool mergeWith(const QUndoCommand* next) override {
    after_ = static_cast<const ExperimentCommand*>(next)->after_;
    return true;
  }

 private:
  Study& study_;
  Experiment before_, after_;
  int control_;
};

Study::Study() : worker_(new StudyWorker) {
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  connect(worker_, &StudyWorker::progressed, this, &Study::progressed);
  connect(worker_, &StudyWorker::finished, this, [this] { setBusy(false); });
  connect(worker_, &StudyWorker::cancelled, this, [this] {
    setBusy(false);
    Q_EMIT told(tr("Cancelled; nothing was changed."));
  });
  connect(worker_, &StudyWorker::failed, this, [this](const Failure& failure) {
    setBusy(false);
    Q_EMIT failed(failure);
  });
  connect(worker_, &StudyWorker::workspaceOpened, this,
          [this](std::shared_ptr<const WorkspaceView> view) {
            workspace_ = std::move(view);
            Q_EMIT fileOpened(workspace_->file);
            Q_EMIT workspaceChanged();
          });
  connect(worker_, &StudyWorker::workspaceChanged, this,
          [this](std::shared_ptr<const WorkspaceView> view) {
            workspace_ = std::move(view);
            Q_EMIT workspaceChanged();
          });
  connect(worker_, &StudyWorker::datasetLoaded, this,
          [this](std::shared_ptr<const DatasetView> view) {
            dataset_ = std::move(view);
            run_.reset();
            predictions_.reset();
            slatePredictions_.reset();
            slate_.reset();
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
    undo_.clear();
    setExperiment(run_->experiment);
    Q_EMIT runChanged();
    Q_EMIT predictionsChanged();
    requestSlatePrediction();
    requestPolicy();
  });
  connect(worker_, &StudyWorker::slatePredicted, this,
          [this](std::shared_ptr<const Predictions> predictions) {
            slatePredictions_ = std::move(predictions);
            requestPolicy();
          });
  connect(worker_, &StudyWorker::runPrepared, this, &Study::beginTraining);
  connect(worker_, &StudyWorker::exported, this,
          [this](const QString& file) { Q_EMIT told(tr("Wrote %1").arg(file)); });
  connect(&policyWorker_, &PolicyWorker::slateViewed, this, &Study::slateViewed);
  connect(&policyWorker_, &PolicyWorker::summarised, this, &Study::summarised);
  connect(&policyWorker_, &PolicyWorker::evaluated, this, &Study::evaluated);
  connect(&policyWorker_, &PolicyWorker::refused, this, &Study::told);
  snapshotTimer_.setInterval(kSnapshotInterval);
  connect(&snapshotTimer_, &QTimer::timeout, this, &Study::takeSnapshot);
  thread_.start();
}

Study::~Study() {
  worker_->cancel();
  trainer_.reset();
  thread_.quit();
  thread_.wait();
}

template <class Task>
void Study::ask(Task&& task) {
  setBusy(true);
  post(worker_, [worker = worker_, task = std::forward<Task>(task)] { task(*worker); });
}

void Study::setBusy(bool busy) {
  if (busy_ == busy) return;
  busy_ = busy;
  Q_EMIT busyChanged();
}

void Study::openFiles(const QStringList& files, const QString& experiment) {
  if (files.isEmpty() || busy_) return;
  if (training()) {
    Q_EMIT told(tr("Stop the training before opening another file."));
    return;
  }
  experimentAfterOpening_ = experiment;
  if (files.front().endsWith(".json")) {
    loadExperiment(files.front());
  } else if (isWorkspace(files.front())) {
    ask([file = files.front()](StudyWorker& worker) { worker.openWorkspace(file); });
  } else {
    ask([files](StudyWorker& worker) { worker.importFiles(files); });
  }
}

void Study::openDataset(const QString& name) {
  if (busy_ || training()) return;
  ask([name](StudyWorker& worker) { worker.loadDataset(name); });
}

void Study::openRun(const QString& name) {
  if (busy_ || !dataset_ || training()) return;
  ask([name, table = dataset_->table](StudyWorker& worker) { worker.openRun(name, table); });
}

void Study::removeRun(const QString& name) {
  if (busy_ || (training() && name == trainedRun_)) return;
  if (run_ && run_->record.name == name.toStdString()) {
    run_.reset();
    predictions_.reset();
    slatePredictions_.reset();
    Q_EMIT runChanged();
    Q_EMIT predictionsChanged();
    requestPolicy();
  }
  ask([name](StudyWorker& worker) { worker.removeRun(name); });
}

void Study::exportModel(const QString& file) {
  if (busy_ || !run_) return;
  ask([file, run = QString::fromStdString(run_->record.name),
       weights = policySettings().valueWeights](StudyWorker& worker) {
    worker.exportModel(run, file, weights);
  });
}

void Study::exportPredictions(const QString& file) {
  if (busy_ || !run_) return;
  ask([file, run = QString::fromStdString(run_->record.name), table = dataset_->table,
       settings = policySettings()](StudyWorker& worker) {
    worker.exportPredictions(run, file, table, settings);
  });
}

void Study::cancelTask() {
  worker_->cancel();
}

void Study::showSlate(std::uint32_t slate) {
  if (slate_ == slate) return;
  slate_ = slate;
  slatePredictions_.reset();
  Q_EMIT slateChanged();
  requestSlatePrediction();
  requestPolicy();
}

void Study::requestSlatePrediction() {
  if (!slate_ || !run_ || training()) return;
  const std::vector<std::uint32_t>& known = run_->slates;
  if (std::binary_search(known.begin(), known.end(), *slate_)) return;
  post(worker_, [worker = worker_, table = dataset_->table, slate = *slate_] {
    worker->predictSlate(table, slate);
  });
}

void Study::changeExperiment(const Experiment& experiment, const QString& title, int control) {
  if (experiment == experiment_) return;
  undo_.push(new ExperimentCommand(*this, experiment_, experiment, title, control));
}

void Study::setExperiment(const Experiment& experiment) {
  experiment_ = experiment;
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
    constexpr int kOwnStep = -1;
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
  const bool bandit = dataset_->table->shape() == LogShape::Bandit;
  std::optional<RowKind>& rows = experiment_.objective.rows;
  if (rows == RowKind::Observed && bandit) rows.reset();
  if (rows == RowKind::Drawn && !bandit && !dataset_->table->schema().hasPosition) rows.reset();
}

QString Study::suggestedRunName() const {
  const QString base = QString::fromStdString(experiment_.objective.scheme);
  QStringList names;
  if (workspace_) {
    for (const RunEntry& run : workspace_->runs) {
      names.append(QString::fromStdString(run.record.name));
    }
  }
  QString name = base;
  for (int number = 2; names.contains(name); ++number)
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

void Study::requestPolicy() {
  if (!dataset_) return;
  try {
    policyWorker_.request(
        {dataset_->table, predictions_, slatePredictions_, slate_, policySettings(), clipBounds()});
  } catch (const Error& error) {
    Q_EMIT told(error.what());
  }
}

void Study::startTraining(const QString& runName) {
  if (!dataset_ || training() || busy_) return;
  ask([name = runName, dataset = QString::fromStdString(dataset_->summary.name),
       experiment = experiment_](StudyWorker& worker) {
    worker.prepareRun(name, dataset, experiment);
  });
}

void Study::beginTraining(const QString& runName) {
  std::unique_ptr<RunRecorder> recorder = worker_->takeRecorder();
  if (!recorder || !dataset_ || trainer_) return;
  run_.reset();
  predictions_.reset();
  slatePredictions_.reset();
  trainedRun_ = runName;
  trainer_ = std::make_unique<Trainer>(dataset_->table, experiment_, std::move(recorder));
  snapshotTimer_.start();
  Q_EMIT runChanged();
  Q_EMIT predictionsChanged();
  Q_EMIT trainingChanged();
  requestPolicy();
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
  if (!trainer_) return;
  trainer_->stop();
  trainer_->wait();
  snapshotTimer_.stop();
  trainer_.reset();
}

void Study::takeSnapshot() {
  const bool finished = trainer_->finished();
  if (const auto snapshot = trainer_->snapshots().take()) {
    if (snapshot->predictions && snapshot->predictions != predictions_) {
      predictions_ = snapshot->predictions;
      Q_EMIT predictionsChanged();
      requestPolicy();
    }
    Q_EMIT snapshotTaken(snapshot);
  }
  if (finished) endTraining();
}

void Study::endTraining() {
  snapshotTimer_.stop();
  const TrainingOutcome outcome = trainer_->wait();
  trainer_.reset();
  Q_EMIT trainingChanged();
  if (outcome.phase == TrainingPhase::Failed) {
    Q_EMIT failed({tr("Training ended"), QString::fromStdString(outcome.message), {}});
  }
  ask([](StudyWorker& worker) { worker.refresh(); });
  if (outcome.result.empty()) return;
  ask([name = trainedRun_, table = dataset_->table](StudyWorker& worker) {
    worker.openRun(name, table);
  });
}

}  // namespace luce::desktop
