#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

/// Clips the weight of the policy gradient, not the gradient itself: every row keeps pulling.
struct Cispo {
  static SchemeDescription description() {
    return {
        .id = "cispo",
        .title = "CISPO",
        .meaning = "A policy gradient whose weight is clipped: no row falls silent, none shouts.",
        .formula = "−sg(clip(ρ, 1−ε_low, 1+ε_high))·A·log π",
        .source = "MiniMax-M1, 2025",
        .advantage = AdvantageKind::Group,
        .parameters = {{.id = "cispo_low",
                        .title = "Lower clip ε_low",
                        .help = "The weight is at least 1 − ε_low; at 1 there is no lower bound.",
                        .low = 0.0,
                        .high = 1.0,
                        .standard = 1.0,
                        .unit = "ratio"},
                       {.id = "cispo_high",
                        .title = "Upper clip ε_high",
                        .help = "The weight is at most 1 + ε_high.",
                        .low = 0.01,
                        .high = 20.0,
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
    return -weight(row, parameters) * row.advantage * row.logPolicy;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return -weight(row, parameters) * row.advantage;
  }

 private:
  template <class Value>
  static Value weight(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return stopGradient(clampBetween(row.ratio, 1 - parameters[0], 1 + parameters[1]));
  }
};

}  // namespace luce
