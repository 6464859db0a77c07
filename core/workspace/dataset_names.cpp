#include "core/workspace/dataset_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/workspace/good_name.h"

namespace luce {

std::string freeDatasetName(const Workspace& workspace, const std::string& name) {
  const std::vector<DatasetSummary> datasets = workspace.datasets();
  const auto taken = [&](const std::string& wanted) {
    return std::any_of(datasets.begin(), datasets.end(),
                       [&](const DatasetSummary& dataset) { return dataset.name == wanted; });
  };
  std::string good = goodName(name);
  if (good.empty()) good = "log";
  std::string free = good;
  for (int number = 2; taken(free); ++number) {
    const std::string ending = fmt::format(" {}", number);
    free = cutTo(kLongestName - ending.size(), good) + ending;
  }
  return free;
}

}  // namespace luce
