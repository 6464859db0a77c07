// The part of Study that changes the experiment: by the sliders, from files, to fit the dataset.
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <ostream>
#include <utility>

#include "app/desktop/study/experiment_change.h"
#include "app/desktop/study/merging_command.h"
#include "app/desktop/study/study.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

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

}  // namespace luce::desktop
