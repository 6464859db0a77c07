#include "app/cli/workspace_options.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/cli/number_checks.h"
#include "core/common/error.h"
#include "core/workspace/dataset_names.h"
#include "core/workspace/good_name.h"
#include "core/workspace/run_start.h"

namespace luce::cli {

Workspace openExisting(const std::string& file, Access access) {
  if (!std::filesystem::exists(file)) {
    throw Error(fmt::format(
        "There is no workspace {}. Make one with: luce-cli import LOG --workspace {}", file, file));
  }
  return Workspace::open(file, access);
}

void requireInPlace(const Workspace& workspace, const std::string& run) {
  FilePlace place = workspace.place();
  // What was recorded stays, whoever may write from now on.
  place.writable = false;
  if (whyOutOfPlace(place).empty()) return;
  throw Error(
      fmt::format("\"{}\" was deleted, moved or replaced by another program while \"{}\" was "
                  "trained. If it was moved, the run is in it where it is now; otherwise put the "
                  "workspace back and train again.",
                  workspace.file().string(), run));
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

CLI::Validator datasetName() {
  const auto check = [](const std::string& name) {
    try {
      requireGoodName(name, kDatasetNeedsName);
      return std::string();
    } catch (const Error& error) {
      return std::string(error.what());
    }
  };
  return {check, ""};
}

void addCheckpointOption(CLI::App& command, std::string& checkpoint) {
  command
      .add_option("--checkpoint", checkpoint,
                  "Weights of the run: result (standard), best, supervised or a step of its trail")
      ->check(CLI::IsMember(startRoles()) | wholeNumber());
}

TrainedRun loadRun(const Workspace& workspace, const std::string& name,
                   const std::string& checkpoint) {
  TrainedRun run;
  run.record = workspace.run(name);
  run.experiment = experimentFromJson(run.record.experiment);
  run.checkpoint = loadWeights(workspace, run.record, checkpoint);
  return run;
}

}  // namespace luce::cli
