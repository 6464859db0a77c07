// A workspace with runs that were recorded without training.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/training/experiment.h"
#include "core/workspace/workspace.h"
#include "tests/support/record_logs.h"

namespace luce::desktop {

/// Layout: a log "log" of 60 slates, without runs.
inline void makeLog(const std::filesystem::path& file) {
  Workspace workspace = Workspace::open(file);
  const auto writer = workspace.createDataset("log", "");
  writeUnevenSlates(*writer, 60);
  writer->commit();
}

/// An experiment for that log.
inline Experiment experimentOf(const std::string& scheme, std::uint64_t seed) {
  Experiment experiment;
  experiment.objective.scheme = scheme;
  experiment.seed = seed;
  return experiment;
}

/// A finished run that was judged at steps 0, 10, 20 and kept step 10, where SNIPS was `heldOut`
/// within ±0.1.
inline std::int64_t addRun(Workspace& workspace, const std::string& name,
                           const Experiment& experiment, double heldOut) {
  RunRecord record;
  record.name = name;
  record.dataset = "log";
  record.experiment = experimentToJson(experiment);
  const std::int64_t run = workspace.createRun(record);
  std::vector<MetricPoint> points;
  for (const int step : {0, 10, 20}) {
    const double value = step == 10 ? heldOut : heldOut - 0.25;
    points.push_back({step, "held_out/snips", value});
    points.push_back({step, "held_out/snips_low", value - 0.1});
    points.push_back({step, "held_out/snips_high", value + 0.1});
    points.push_back({step, "loss/bce", 1.0 / (step + 1)});
  }
  workspace.appendMetrics(run, points);
  workspace.saveCheckpoint(run, {10, "best"}, std::vector<std::byte>(4));
  workspace.saveCheckpoint(run, {10, "result"}, std::vector<std::byte>(4));
  workspace.finishRun(run, RunStatus::Finished, "", 75);
  return run;
}

}  // namespace luce::desktop
