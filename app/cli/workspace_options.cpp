#include "app/cli/workspace_options.h"

#include <fmt/format.h>

#include <filesystem>

#include "core/common/error.h"

namespace luce::cli {

Workspace openExisting(const std::string& file, Access access) {
  if (!std::filesystem::exists(file)) {
    throw Error(fmt::format(
        "There is no workspace {}. Make one with: luce-cli import LOG --workspace {}", file, file));
  }
  return Workspace::open(file, access);
}

DatasetSummary chooseDataset(const Workspace& workspace, const std::string& name) {
  if (!name.empty()) return workspace.dataset(name);
  const std::vector<DatasetSummary> datasets = workspace.datasets();
  if (datasets.size() == 1) return datasets.front();
  std::string known;
  for (const DatasetSummary& dataset : datasets) {
    known += (known.empty() ? "" : ", ") + dataset.name;
  }
  throw Error(datasets.empty() ? workspace.file().string() + " has no dataset; import one first."
                               : "Choose one with --dataset: " + known + ".");
}

TrainedRun loadRun(const Workspace& workspace, const std::string& name, const std::string& role) {
  TrainedRun run;
  run.record = workspace.run(name);
  run.experiment = experimentFromJson(run.record.experiment);
  auto checkpoint = workspace.loadCheckpoint(run.record.id, role);
  // A run that was killed has no result, but perhaps its best weights so far.
  if (!checkpoint && role == "result") checkpoint = workspace.loadCheckpoint(run.record.id, "best");
  if (!checkpoint && role == "result") {
    checkpoint = workspace.loadCheckpoint(run.record.id, "supervised");
  }
  if (!checkpoint) {
    throw Error(fmt::format("The run \"{}\" ({}) has no {} checkpoint.", name,
                            toString(run.record.status), role));
  }
  run.checkpoint = std::move(*checkpoint);
  return run;
}

}  // namespace luce::cli
