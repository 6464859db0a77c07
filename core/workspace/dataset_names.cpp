#include "core/workspace/dataset_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace luce {

std::string freeDatasetName(const Workspace& workspace, const std::string& name) {
  const std::vector<DatasetSummary> datasets = workspace.datasets();
  const auto taken = [&](const std::string& wanted) {
    return std::any_of(datasets.begin(), datasets.end(),
                       [&](const DatasetSummary& dataset) { return dataset.name == wanted; });
  };
  std::string free = name;
  for (int number = 2; taken(free); ++number) free = fmt::format("{} {}", name, number);
  return free;
}

}  // namespace luce
