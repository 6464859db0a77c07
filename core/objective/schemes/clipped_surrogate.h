// The pessimistic surrogate that the PPO family shares: −min(ρA, clip(ρ, low, high)·A).
#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

template <class Value>
Value clippedSurrogateLoss(const SchemeRow<Value>& row, double low, double high) {
  const Value clipped = clampBetween(row.ratio, low, high);
  return -smallerOf(row.ratio * row.advantage, clipped * row.advantage);
}

/// −ρA where the surrogate follows ρ, 0 where it is clipped: ρ > high with A > 0, ρ < low with A <
/// 0.
template <class Value>
Value clippedSurrogateCoefficient(const SchemeRow<Value>& row, double low, double high) {
  const Value open = -row.ratio * row.advantage;
  const Value none = zeroLike(row.ratio);
  const Value forGain = choose(row.ratio > high, none, open);
  const Value forLoss = choose(row.ratio < low, none, open);
  return choose(row.advantage > 0, forGain, forLoss);
}

inline SchemeParameter clipHalfWidth() {
  return {.id = "eps",
          .title = "Clip half-width ε",
          .help =
              "The ratio stops earning once it leaves [1 − ε, 1 + ε] in the direction of the "
              "advantage.",
          .low = 0.01,
          .high = 1.0,
          .standard = 0.2,
          .unit = "ratio"};
}

}  // namespace luce
