// The order in which an epoch visits slates: a permutation that follows from the seed alone.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/common/random.h"

namespace luce {

/// Fisher–Yates. epoch: from 0.
inline void shuffleSlates(std::vector<std::uint32_t>& slates, std::uint64_t seed,
                          std::uint64_t epoch) {
  Random random(seed, epoch);
  for (std::size_t left = slates.size(); left > 1; --left) {
    std::swap(slates[left - 1], slates[random.below(left)]);
  }
}

}  // namespace luce
