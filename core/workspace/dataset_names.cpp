#include "core/workspace/dataset_names.h"

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
  int number = 1;
  while (taken(numberedName(good, number))) ++number;
  return numberedName(good, number);
}

}  // namespace luce
