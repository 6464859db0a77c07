// In what two experiments differ.
#pragma once

#include <string>
#include <vector>

#include "core/training/experiment.h"

namespace luce {

struct ExperimentDifference {
  std::string field;          ///< "objective.kl_weight"
  std::string first, second;  ///< as in experiment_fields.h; empty = that one has no such field
};

/// By field. What is written otherwise but means the same, such as a scheme's parameter left out
/// and given its standard value, is no difference.
std::vector<ExperimentDifference> experimentDifferences(const Experiment& first,
                                                        const Experiment& second);

}  // namespace luce
