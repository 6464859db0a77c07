#include "app/desktop/render/run_pictures.h"

#include <fmt/format.h>

#include <QPixmap>
#include <algorithm>

#include "app/desktop/charts/held_out_chart.h"
#include "app/desktop/charts/loss_chart.h"
#include "app/desktop/charts/ratio_chart.h"
#include "app/desktop/charts/slate_chart.h"
#include "app/desktop/study/run_history.h"
#include "app/desktop/study/run_loader.h"
#include "core/common/error.h"
#include "core/objective/scheme.h"

namespace luce::desktop {

namespace {

void save(ChartFrame& chart, QSize size, const QString& file) {
  chart.resize(size);
  chart.bringUpToDate();
  if (!chart.grab().save(file)) {
    throw Error(fmt::format("The picture {} could not be written.", file.toStdString()));
  }
}

PolicySettings settingsOf(const Experiment& experiment, const SlateTable& table) {
  const std::vector<std::string>& tasks = table.schema().tasks;
  return {valueWeights(experiment, tasks), rewardWeights(experiment, tasks), experiment.temperature,
          experiment.objective.rows.value_or(naturalRowKind(table)),
          experiment.objective.propensityRule};
}

bool hasReward(const std::vector<CandidateView>& candidates) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [](const CandidateView& candidate) { return candidate.reward > 0; });
}

/// The first held-out slate that shows something; the very first if none does.
std::vector<CandidateView> tellingSlate(const SlateTable& table, const Predictions& predictions,
                                        const PolicySettings& settings) {
  if (predictions.slates.empty()) return {};
  for (std::size_t local = 0; local < predictions.slates.size(); ++local) {
    std::vector<CandidateView> candidates = viewSlate(table, predictions, local, settings);
    if (hasReward(candidates)) return candidates;
  }
  return viewSlate(table, predictions, 0, settings);
}

std::vector<CandidateView> namedSlate(const SlateTable& table, const Estimator& estimator,
                                      const std::string& key, const PolicySettings& settings) {
  const std::optional<std::size_t> slate = table.findSlate(key);
  if (!slate) throw Error(fmt::format("The run's dataset has no slate \"{}\".", key));
  const std::vector<std::uint32_t> slates{static_cast<std::uint32_t>(*slate)};
  return viewSlate(table, estimator.predict(table, slates), 0, settings);
}

}  // namespace

void drawRun(const Workspace& workspace, const std::string& run,
             const std::optional<std::string>& slate, const QDir& folder, QSize size) {
  const auto loadedTable =
      std::make_shared<const SlateTable>(workspace.loadDataset(workspace.run(run).dataset));
  const SlateTable& table = *loadedTable;
  const LoadedRun loaded = loadRun(workspace, run, table);
  const RunView& view = loaded.view;
  const PolicySettings settings = settingsOf(view.experiment, table);

  SlateChart slateChart;
  slateChart.show(slate ? namedSlate(table, loaded.estimator, *slate, settings)
                        : tellingSlate(table, *view.predictions, settings),
                  table.schema().tasks, true);
  save(slateChart, size, folder.filePath("slate.png"));

  const ObjectiveSettings& objective = view.experiment.objective;
  const ClipBounds bounds = findScheme(objective.scheme).clipBounds(schemeParameters(objective));
  RatioChart ratioChart;
  const PolicySummariser summariser(loadedTable, view.predictions, settings.rows, settings.rule);
  ratioChart.show(summariser.summarise(settings, bounds.low, bounds.high), bounds, settings.rows);
  save(ratioChart, size, folder.filePath("ratios.png"));

  HeldOutChart heldOutChart;
  heldOutChart.show(view.heldOut, view.keptStep);
  save(heldOutChart, size, folder.filePath("held_out.png"));

  LossChart lossChart;
  lossChart.show(view.losses, lastSupervisedStep(view.heldOut, view.losses));
  save(lossChart, size, folder.filePath("losses.png"));
}

}  // namespace luce::desktop
