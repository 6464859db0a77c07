#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

/// Clips the weight of the policy gradient, not the gradient itself: every row keeps pulling.
struct Cispo {
  static SchemeDescription description() {
    return {
        "cispo",
        "CISPO",
        "A policy gradient whose weight is clipped: no row falls silent, none shouts.",
        "−sg(clip(ρ, 1−ε_low, 1+ε_high))·A·log π",
        "MiniMax-M1, 2025",
        AdvantageKind::Group,
        {{"cispo_low", "Lower clip ε_low",
          "The weight is at least 1 − ε_low; at 1 there is no lower bound.", 0.0, 1.0, 1.0, false},
         {"cispo_high", "Upper clip ε_high", "The weight is at most 1 + ε_high.", 0.01, 20.0, 0.28,
          true}},
        SchemeFamily::GroupRelative};
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
