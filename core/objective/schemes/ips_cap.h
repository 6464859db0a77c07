#pragma once

#include "core/objective/schemes/weight_cap.h"

namespace luce {

struct CappedIps {
  static SchemeDescription description() {
    return {.id = "ips_cap",
            .title = "Capped IPS",
            .meaning =
                "IPS whose ratio counts at most c: less variance, some bias, and rows above the "
                "cap stop pulling.",
            .formula = "−min(ρ, c)·r",
            .source = "Ionides 2008",
            .parameters = {weightCap()},
            .family = SchemeFamily::Clipped,
            .usesAdvantage = false};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {.high = parameters[0]};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return -smallerOf(row.ratio, parameters[0]) * row.reward;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    const Value open = -row.ratio * row.reward;
    return choose(row.ratio < parameters[0], open, zeroLike(open));
  }
};

}  // namespace luce
