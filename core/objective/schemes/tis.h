#pragma once

#include "core/objective/schemes/weight_cap.h"

namespace luce {

struct TruncatedImportanceSampling {
  static SchemeDescription description() {
    return {.id = "tis",
            .title = "Truncated importance sampling",
            .meaning =
                "A policy gradient whose weight is the ratio, capped: every row keeps pulling, "
                "none more than c.",
            .formula = "−sg(min(ρ, c))·A·log π",
            .source = "Ionides 2008; as in Chen et al. 2019",
            .parameters = {weightCap()},
            .family = SchemeFamily::Clipped};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {.high = parameters[0]};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return -cappedWeight(row, parameters[0]) * row.advantage * row.logPolicy;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return -cappedWeight(row, parameters[0]) * row.advantage;
  }
};

}  // namespace luce
