#pragma once

#include "core/objective/schemes/clipped_surrogate.h"

namespace luce {

struct Dapo {
  static SchemeDescription description() {
    return {
        .id = "dapo",
        .title = "DAPO",
        .meaning =
            "GRPO with more room upwards than downwards, so that rare good items can still rise.",
        .formula = "−min(ρ·A, clip(ρ, 1−ε_low, 1+ε_high)·A)",
        .source = "Yu et al. 2025",
        .advantage = AdvantageKind::Group,
        .parameters = {{.id = "eps_low",
                        .title = "Room downwards ε_low",
                        .help = "The ratio stops falling at 1 − ε_low.",
                        .low = 0.01,
                        .high = 1.0,
                        .standard = 0.2,
                        .unit = "ratio"},
                       {.id = "eps_high",
                        .title = "Room upwards ε_high",
                        .help = "The ratio stops earning at 1 + ε_high.",
                        .low = 0.01,
                        .high = 4.0,
                        .standard = 0.28,
                        .logarithmic = true,
                        .unit = "ratio"}},
        .family = SchemeFamily::GroupRelative};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {1 - parameters[0], 1 + parameters[1]};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return clippedSurrogateLoss(row, 1 - parameters[0], 1 + parameters[1]);
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return clippedSurrogateCoefficient(row, 1 - parameters[0], 1 + parameters[1]);
  }
};

}  // namespace luce
