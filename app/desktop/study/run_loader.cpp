#include "app/desktop/study/run_loader.h"

#include <algorithm>

#include "app/desktop/study/run_history.h"
#include "core/common/error.h"
#include "core/workspace/run_result.h"

namespace luce::desktop {

namespace {

/// So many candidates of a run are estimated when it is opened: enough for every chart, and quick.
constexpr std::int64_t kCandidateLimit = 200'000;

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
  view.slates =
      thinSlates(table, splitSlates(table, view.experiment.split).validation, kCandidateLimit);
  view.predictions =
      std::make_shared<const Predictions>(estimator.predict(table, view.slates, std::move(stop)));
  return {std::move(view), std::move(estimator)};
}

}  // namespace luce::desktop
