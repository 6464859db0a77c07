// The chance that a Plackett–Luce ranking puts an item at a given place, for judging whole rankings
// on logs whose rows were shown at places other than the first.
#pragma once

#include <cstddef>
#include <span>

namespace luce {

/// P(item is k-th) for k = place ≥ 1. policy: π of the first place, ≥ 0, sum 1. Zero beyond the
/// list's end. Items race with exponential times of rates π (Plackett–Luce's own construction): the
/// item is k-th when exactly k − 1 others are faster. Places 1 to 3 by sums, N^(k−1) terms; later
/// ones by an integral over the item's time, within 1e-6, N·place terms at some 200 times.
double placeProbability(std::span<const float> policy, std::size_t item, std::size_t place);

}  // namespace luce
