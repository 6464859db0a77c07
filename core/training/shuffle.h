// The order in which an epoch visits slates: a permutation that follows from the seed alone, the
// same on every machine (std::shuffle's is not specified).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/common/hash.h"

namespace luce {

/// Fisher–Yates with a counter-based generator. seed: of the run; epoch: from 0.
inline void shuffleSlates(std::vector<std::uint32_t>& slates, std::uint64_t seed,
                          std::uint64_t epoch) {
  constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15u;
  std::uint64_t state = mixBits(seed + kGolden) ^ mixBits((epoch + 1) * kGolden);
  for (std::size_t left = slates.size(); left > 1; --left) {
    state += kGolden;
    // The upper half of a 64-bit product maps 32 random bits evenly enough on up to 2^32 slates.
    const std::uint64_t random = mixBits(mixBits(state) + kGolden) >> 32;
    std::swap(slates[left - 1], slates[(random * left) >> 32]);
  }
}

}  // namespace luce
