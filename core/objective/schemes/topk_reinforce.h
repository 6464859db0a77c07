#pragma once

#include "core/objective/schemes/weight_cap.h"

namespace luce {

struct TopKReinforce {
  static SchemeDescription description() {
    return {
        .id = "topk_reinforce",
        .title = "Top-K REINFORCE",
        .meaning =
            "Truncated importance sampling that stops pushing an item once it is likely to be "
            "among the K shown.",
        .formula = "−sg(K(1−π)^(K−1)·min(ρ, c))·A·log π",
        .source = "Chen et al. 2019",
        .parameters = {weightCap(),
                       {.id = "topk",
                        .title = "Shown places K",
                        .help =
                            "How many items the slate shows; 1 is truncated importance sampling.",
                        .low = 1.0,
                        .high = 100.0,
                        .standard = 16.0,
                        .logarithmic = true,
                        .unit = "items"}},
        .family = SchemeFamily::Clipped};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {.high = parameters[0]};
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
    const double places = parameters[1];
    const Value missed = stopGradient(1 - row.policy);
    return places * power(missed, places - 1) * cappedWeight(row, parameters[0]);
  }
};

}  // namespace luce
