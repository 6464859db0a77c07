#include "app/desktop/controls/experiment_panel.h"

#include <QComboBox>
#include <QVBoxLayout>

#include "core/training/requirements.h"

namespace luce::desktop {

namespace {

constexpr int kShortestChoice = 10;  // letters

QStringList runsToStartFrom(const std::vector<RunEntry>& runs, const QString& dataset) {
  QStringList names;
  for (const RunEntry& run : runs) {
    const RunStatus status = run.record.status;
    const bool over = status == RunStatus::Finished || status == RunStatus::Stopped;
    const bool fits = QString::fromStdString(run.record.dataset) == dataset;
    if (fits && over) names.append(QString::fromStdString(run.record.name));
  }
  return names;
}

}  // namespace

ExperimentPanel::ExperimentPanel(Study& study, QWidget* parent)
    : QWidget(parent),
      study_(study),
      presets_(new PresetMenu(study)),
      values_(new ValueControls),
      objective_(new ObjectiveControls),
      training_(new TrainingControls),
      startFrom_(new StartControls),
      groups_{values_, objective_, training_, startFrom_} {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 4);
  column->addWidget(presets_);
  for (ControlGroup* group : groups_) {
    column->addWidget(group);
    connect(group, &ControlGroup::edited, this, &ExperimentPanel::takeEdit);
  }
  column->addStretch();
  // The longest entry of a list must not make the column wider than its place.
  for (QComboBox* box : findChildren<QComboBox*>()) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kShortestChoice);
  }
  connect(&study_, &Study::devicesListed, training_, &TrainingControls::setDevices);
}

void ExperimentPanel::showWorkspace() {
  const QString dataset = study_.dataset() == nullptr
                              ? QString()
                              : QString::fromStdString(study_.dataset()->summary.name);
  startFrom_->setRuns(runsToStartFrom(study_.workspace()->runs, dataset));
}

void ExperimentPanel::showDataset() {
  objective_->setSchema(study_.dataset()->table->schema());
}

void ExperimentPanel::showExperiment() {
  const Experiment& experiment = study_.experiment();
  const SlateTable& table = *study_.dataset()->table;
  for (ControlGroup* group : groups_) group->showExperiment(experiment, table.schema().tasks);
  objective_->setAdvice(adviceOn(table, experiment.objective));
}

void ExperimentPanel::takeEdit(const QString& title, int control) {
  Experiment experiment = study_.experiment();
  for (const ControlGroup* group : groups_) group->writeTo(experiment);
  study_.changeExperiment(experiment, title, control);
}

}  // namespace luce::desktop
