#include "app/desktop/window/study_display.h"

namespace luce::desktop {

StudyDisplay::StudyDisplay(Study& study, const StudyPanels& panels, QObject* parent)
    : QObject(parent), study_(study), panels_(panels) {
  connect(&study_, &Study::slateChanged, this, &StudyDisplay::showSlate);
  connect(&study_, &Study::slateViewed, this, &StudyDisplay::showCandidates);
  connect(&study_, &Study::summarised, this,
          [this](const std::shared_ptr<const PolicySummary>& summary) { showSummary(*summary); });
  connect(&study_, &Study::evaluated, this,
          [this](const std::shared_ptr<const PolicyReport>& report) {
            panels_.estimate->show(*report);
          });
  connect(&study_, &Study::predictionsChanged, this, [this] {
    if (!study_.hasPredictions()) clearEstimates();
  });
  connect(&study_, &Study::datasetClosed, this, [this] { panels_.status->setFacts({}); });
}

const std::vector<std::string>& StudyDisplay::tasks() const {
  return study_.dataset()->table->schema().tasks;
}

void StudyDisplay::showWorkspace() {
  QStringList names;
  for (const DatasetSummary& dataset : study_.workspace()->datasets) {
    names.append(QString::fromStdString(dataset.name));
  }
  const QString shown = study_.dataset() == nullptr
                            ? QString()
                            : QString::fromStdString(study_.dataset()->summary.name);
  panels_.sessions->setDatasets(names, shown);
  panels_.experiment->showWorkspace();
}

void StudyDisplay::showDataset() {
  const DatasetView& dataset = *study_.dataset();
  panels_.sessions->setTable(dataset.table, study_.experiment().split);
  panels_.data->setDataset(study_.workspace()->file, dataset);
  panels_.experiment->showDataset();
  clearEstimates();
  showFacts();
}

void StudyDisplay::showFacts() {
  const DatasetSummary& summary = study_.dataset()->summary;
  panels_.status->setFacts(
      tr("%1: %L2 slates, %L3 candidates, %L4 items, propensities for %L5 of %L6 rows")
          .arg(QString::fromStdString(summary.name))
          .arg(summary.slates)
          .arg(summary.candidates)
          .arg(summary.items)
          .arg(summary.rowsWithPropensity)
          .arg(summary.rows));
}

void StudyDisplay::showExperiment() {
  const Experiment& experiment = study_.experiment();
  panels_.experiment->showExperiment();
  panels_.workbench->clipCurve().show(findScheme(experiment.objective.scheme),
                                      schemeParameters(experiment.objective));
  panels_.sessions->setExperiment(experiment.split, rewardWeights(experiment, tasks()));
}

void StudyDisplay::showSlate() {
  if (!study_.slate()) return;
  panels_.sessions->select(*study_.slate());
  panels_.data->slates().showSlate(*study_.slate());
}

void StudyDisplay::showCandidates(
    const std::shared_ptr<const std::vector<CandidateView>>& candidates, bool predicted) {
  panels_.workbench->slate().show(*candidates, tasks(), predicted);
  panels_.workbench->candidates().show(study_.workspace()->file, *study_.dataset(), *study_.slate(),
                                       candidates);
}

void StudyDisplay::showSummary(const PolicySummary& summary) {
  Workbench& charts = *panels_.workbench;
  study_.training() ? panels_.estimate->previewIfAlone(summary)
                    : panels_.estimate->preview(summary);
  charts.ratios().show(summary, study_.clipBounds(), study_.policySettings().rows);
  if (!study_.training() || !charts.clipCurve().showsBatch()) {
    charts.clipCurve().showHeldOutRatios(summary);
  }
}

void StudyDisplay::clearEstimates() {
  panels_.workbench->ratios().clear();
  panels_.workbench->clipCurve().clearRatios();
  panels_.estimate->clear();
}

}  // namespace luce::desktop
