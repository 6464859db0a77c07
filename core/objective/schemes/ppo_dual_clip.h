#pragma once

#include "core/objective/schemes/clipped_surrogate.h"

namespace luce {

struct PpoDualClip {
  static SchemeDescription description() {
    return {.id = "ppo_dual_clip",
            .title = "PPO dual clip",
            .meaning = "PPO clip that also bounds the loss of bad items whose ratio has exploded.",
            .formula = "PPO clip; where A < 0 at most −c·A",
            .source = "Ye et al. 2020",
            .parameters = {clipHalfWidth(),
                           {.id = "dual_c",
                            .title = "Bound for A < 0, c",
                            .help = "The ratio beyond which a bad item stops pushing.",
                            .low = 1.0,
                            .high = 20.0,
                            .standard = 3.0,
                            .logarithmic = true,
                            .unit = "ratio"}},
            .family = SchemeFamily::Clipped};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {1 - parameters[0], 1 + parameters[0]};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    const Value clipped = clippedSurrogateLoss(row, 1 - parameters[0], 1 + parameters[0]);
    const Value bounded = smallerOf(clipped, -parameters[1] * row.advantage);
    return choose(row.advantage < 0, bounded, clipped);
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    const Value open = clippedSurrogateCoefficient(row, 1 - parameters[0], 1 + parameters[0]);
    const Value bounded = choose(row.ratio > parameters[1], zeroLike(open), open);
    return choose(row.advantage < 0, bounded, open);
  }
};

}  // namespace luce
