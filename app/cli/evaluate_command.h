// Commands that the program advises, so that they can be pasted into a shell as they stand.
#pragma once

#include <string>
#include <vector>

#include "core/policy/value_model.h"

namespace luce::cli {

/// In single quotes where a shell would take it for more than one word.
std::string shellWord(const std::string& text);

/// "--weights click=1,like=2 --reward-weights click=1,like=4", to the last bit: the rewards are
/// told too, since without them evaluate pays by the weights that rank.
std::string weightOptions(const TaskWeights& weights, const TaskWeights& rewardWeights,
                          const std::vector<std::string>& tasks);

}  // namespace luce::cli
