#pragma once

#include "core/objective/schemes/clipped_surrogate.h"

namespace luce {

struct Gppo {
  static SchemeDescription description() {
    return {.id = "gppo",
            .title = "GPPO",
            .meaning =
                "GRPO's loss, but a clipped row still pulls, with the strength it had at the clip.",
            .formula = "GRPO; beyond the clip −sg((1±ε)/ρ)·ρ·A",
            .source = "Klear-Reasoner, Su et al. 2025",
            .advantage = AdvantageKind::Group,
            .parameters = {clipHalfWidth()},
            .family = SchemeFamily::GroupRelative};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {1 - parameters[0], 1 + parameters[0]};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return coefficient(row, parameters) * oneGrowingAs(row.logPolicy);
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    const Value ratio = stopGradient(row.ratio);
    const Value forGain = smallerOf(ratio, 1 + parameters[0]);
    const Value forLoss = largerOf(ratio, 1 - parameters[0]);
    return -choose(row.advantage > 0, forGain, forLoss) * row.advantage;
  }
};

}  // namespace luce
