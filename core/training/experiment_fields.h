// An experiment as a list of fields, so that the experiments of many runs can be compared.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/training/experiment.h"

namespace luce {

/// "objective.kl_weight" with "0.1", …; lists as "[64, 32]"; what is left to Luce is "default". The
/// scheme's parameters are all there, those not named with their standard value.
std::vector<std::pair<std::string, std::string>> experimentFields(const Experiment& experiment);

}  // namespace luce
