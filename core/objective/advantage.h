// Advantages: a row's reward seen against the rewards of its group.
#pragma once

#include <cstdint>
#include <span>

#include "core/objective/scheme.h"

namespace luce {

/// group: which rows belong together, one number a row. A group of one row, or (for Group) one
/// whose rewards are all equal, gets 0. Constants: no gradient flows through an advantage. Fastest
/// where rows of one group are neighbours and groups ascend.
void computeAdvantages(AdvantageKind kind, std::span<const double> rewards,
                       std::span<const std::uint32_t> group, std::span<double> advantages);

}  // namespace luce
