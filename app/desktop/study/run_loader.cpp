#include "app/desktop/study/run_loader.h"

#include <algorithm>

#include "app/desktop/study/run_history.h"
#include "core/common/error.h"
#include "core/policy/select_slates.h"
#include "core/workspace/run_result.h"

namespace luce::desktop {

namespace {

/// Between two reports of progress: at least so many, and a hundredth of all.
constexpr std::size_t kFewestSlatesAtOnce = 4096;
constexpr std::size_t kMostReports = 100;

Predictions predictInParts(const Estimator& estimator, const SlateTable& table,
                           const std::vector<std::uint32_t>& slates, const Progress& progress,
                           const std::stop_token& stop) {
  Predictions all;
  all.slates = slates;
  all.tasks = table.taskCount();
  all.offsets.push_back(0);
  for (const std::uint32_t slate : slates) {
    all.offsets.push_back(all.offsets.back() + table.candidates(slate).count);
  }
  const auto total = static_cast<std::size_t>(all.candidates());
  all.probabilities.resize(total * all.tasks);
  const std::size_t atOnce = std::max(kFewestSlatesAtOnce, slates.size() / kMostReports);
  for (std::size_t first = 0; first < slates.size(); first += atOnce) {
    if (progress) {
      progress(static_cast<double>(first) / static_cast<double>(slates.size()), "Estimating");
    }
    const std::size_t count = std::min(atOnce, slates.size() - first);
    const Predictions part =
        estimator.predict(table, std::span(slates).subspan(first, count), stop);
    const std::int64_t place = all.offsets[first];
    for (std::size_t task = 0; task < all.tasks; ++task) {
      const std::span<const float> column = part.task(task);
      std::copy(column.begin(), column.end(),
                all.probabilities.begin() + static_cast<std::ptrdiff_t>(task * total) + place);
    }
  }
  return all;
}

std::shared_ptr<const Predictions> sampleOf(const std::shared_ptr<const Predictions>& predictions,
                                            const SlateTable& table, std::int64_t candidates) {
  const std::vector<std::uint32_t> chosen = thinSlates(table, predictions->slates, candidates);
  if (chosen.size() == predictions->slates.size()) return predictions;
  return std::make_shared<const Predictions>(selectSlates(*predictions, chosen));
}

}  // namespace

Estimator loadEstimator(const Workspace& workspace, const std::string& run) {
  const RunRecord record = workspace.run(run);
  for (const char* role : {"result", "best", "supervised"}) {
    if (const auto checkpoint = workspace.loadCheckpoint(record.id, role)) {
      return Estimator::fromCheckpoint(*checkpoint);
    }
  }
  throw Error("The run \"" + record.name + "\" has no weights: it ended before its first step.");
}

LoadedRun loadRun(const Workspace& workspace, const std::string& run, const SlateTable& table,
                  const Progress& progress, std::stop_token stop, const RunLimits& limits) {
  RunView view;
  view.record = workspace.run(run);
  view.experiment = experimentFromJson(view.record.experiment);
  const std::vector<MetricPoint> metrics = workspace.metrics(view.record.id);
  view.heldOut = heldOutHistory(metrics);
  view.losses = lossHistory(metrics);
  view.keptStep = keptStep(workspace.checkpoints(view.record.id));
  Estimator estimator = loadEstimator(workspace, run);
  const auto bytes =
      static_cast<std::int64_t>(sizeof(float) * std::max<std::size_t>(1, table.taskCount()));
  const std::vector<std::uint32_t> slates = thinSlates(
      table, splitSlates(table, view.experiment.split).validation, limits.predictionBytes / bytes);
  view.predictions =
      std::make_shared<const Predictions>(predictInParts(estimator, table, slates, progress, stop));
  view.sample = sampleOf(view.predictions, table, limits.sampleCandidates);
  return {std::move(view), std::move(estimator)};
}

}  // namespace luce::desktop
