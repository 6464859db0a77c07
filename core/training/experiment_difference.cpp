#include "core/training/experiment_difference.h"

#include <map>

#include "core/training/experiment_fields.h"

namespace luce {

std::vector<ExperimentDifference> experimentDifferences(const Experiment& first,
                                                        const Experiment& second) {
  std::map<std::string, ExperimentDifference> fields;
  for (const auto& [field, value] : experimentFields(first)) fields[field].first = value;
  for (const auto& [field, value] : experimentFields(second)) fields[field].second = value;
  std::vector<ExperimentDifference> differences;
  for (auto& [field, difference] : fields) {
    if (difference.first == difference.second) continue;
    difference.field = field;
    differences.push_back(std::move(difference));
  }
  return differences;
}

}  // namespace luce
