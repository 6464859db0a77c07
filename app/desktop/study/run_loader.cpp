#include "app/desktop/study/run_loader.h"

#include <algorithm>

#include "app/desktop/study/run_history.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

/// So many candidates of a run are estimated when it is opened: enough for every chart, and quick.
constexpr std::int64_t kCandidateLimit = 200'000;

std::vector<std::uint32_t> thin(const SlateTable& table, const std::vector<std::uint32_t>& slates) {
  std::int64_t candidates = 0;
  for (const std::uint32_t slate : slates) candidates += table.candidates(slate).count;
  const auto stride =
      static_cast<std::size_t>(std::max<std::int64_t>(1, candidates / kCandidateLimit));
  std::vector<std::uint32_t> chosen;
  for (std::size_t i = 0; i < slates.size(); i += stride) chosen.push_back(slates[i]);
  return chosen;
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
                  std::stop_token stop) {
  RunView view;
  view.record = workspace.run(run);
  view.experiment = experimentFromJson(view.record.experiment);
  const std::vector<MetricPoint> metrics = workspace.metrics(view.record.id);
  view.heldOut = heldOutHistory(metrics);
  view.losses = lossHistory(metrics);
  view.keptStep = keptStep(workspace.checkpoints(view.record.id));
  Estimator estimator = loadEstimator(workspace, run);
  view.slates = thin(table, splitSlates(table, view.experiment.split).validation);
  view.predictions =
      std::make_shared<const Predictions>(estimator.predict(table, view.slates, std::move(stop)));
  return {std::move(view), std::move(estimator)};
}

}  // namespace luce::desktop
