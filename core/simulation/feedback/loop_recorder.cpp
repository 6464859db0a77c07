#include "core/simulation/feedback/loop_recorder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/common/error.h"
#include "core/workspace/dataset_names.h"
#include "core/workspace/run_environment.h"

namespace luce {

namespace {

std::string seedName(const FeedbackLoop& loop, const std::string& name, int seed) {
  return loop.settings().seeds == 1
             ? name
             : fmt::format("{} seed {}", name,
                           loop.settings().seed + static_cast<std::uint64_t>(seed));
}

std::string recordFirstLog(Workspace& workspace, const FeedbackLoop& loop, const std::string& name,
                           int seed) {
  const std::string dataset = freeDatasetName(workspace, seedName(loop, name, seed));
  const auto writer = workspace.createDataset(dataset, "first log of a simulated feedback loop");
  writer->begin(audienceSchema(loop.settings().audience));
  writeDay(loop.audience(seed), *loop.firstLog(seed), *writer);
  writer->describeImport(
      nlohmann::json{{"loop", nlohmann::json::parse(loopToJson(loop.settings()))}}.dump());
  writer->commit();
  return dataset;
}

std::vector<MetricPoint> metricsOf(const FeedbackLoop& loop, std::size_t ranker, int seed) {
  std::vector<MetricPoint> metrics;
  for (const LoopPoint& point : loop.points()) {
    if (point.ranker != ranker || point.seed != seed) continue;
    for (const LoopMeasure& measure : loopMeasures()) {
      const double value = point.measures.*measure.value;
      if (!std::isnan(value)) {
        metrics.push_back({point.round, fmt::format("loop/{}", measure.id), value});
      }
    }
  }
  return metrics;
}

void recordRanker(Workspace& workspace, const FeedbackLoop& loop, const std::string& name,
                  std::size_t ranker, int seed, double seconds,
                  const std::map<std::string, std::string>& more, RecordedLoop& recorded) {
  const RankerSettings& settings = loop.settings().rankers[ranker];
  const std::vector<std::byte> weights = loop.ranker(ranker, seed).checkpoint();
  RunRecord run;
  run.name =
      workspace.freeRunName(fmt::format("{}, {}", seedName(loop, name, seed), settings.name));
  run.dataset = recorded.datasets.back();
  Experiment experiment = settings.experiment;
  const TaskWeights valueWeights = loop.changedWeights().value_or(settings.valueWeights);
  for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
    experiment.valueWeights[std::string(kAudienceTasks[task])] = valueWeights[task];
  }
  experiment.seed = loop.settings().seed + static_cast<std::uint64_t>(seed);
  run.experiment = experimentToJson(experiment);
  run.environment = environmentJson("cpu", 1, more);
  run.note = fmt::format(
      "{} rounds of a feedback loop; {}.{}", loop.roundsPlayed(),
      weights.empty() ? "this ranker has no weights" : "the weights are those it ended on",
      loop.changedWeights() ? " Its value weights were changed on the way; these are the last."
                            : "");
  const std::int64_t id = workspace.createRun(run);
  recorded.runs.push_back(run.name);
  const std::vector<MetricPoint> metrics = metricsOf(loop, ranker, seed);
  workspace.appendMetrics(id, metrics);
  if (!weights.empty()) {
    workspace.saveCheckpoint(id, {loop.roundsPlayed() - 1, "result"}, weights);
  }
  workspace.finishRun(id, RunStatus::Finished, "", seconds);
}

void discard(Workspace& workspace, const RecordedLoop& recorded) {
  for (const std::string& run : recorded.runs) workspace.removeRun(run);
  for (const std::string& dataset : recorded.datasets) workspace.removeDataset(dataset);
}

}  // namespace

RecordedLoop recordLoop(Workspace& workspace, const FeedbackLoop& loop, const std::string& name,
                        double seconds, const std::map<std::string, std::string>& more) {
  if (loop.roundsPlayed() == 0) throw Error("There is nothing to keep before the first round.");
  RecordedLoop recorded;
  try {
    for (int seed = 0; seed < loop.settings().seeds; ++seed) {
      recorded.datasets.push_back(recordFirstLog(workspace, loop, name, seed));
      for (std::size_t ranker = 0; ranker < loop.settings().rankers.size(); ++ranker) {
        recordRanker(workspace, loop, name, ranker, seed, seconds, more, recorded);
      }
    }
  } catch (...) {
    discard(workspace, recorded);
    throw;
  }
  return recorded;
}

}  // namespace luce
