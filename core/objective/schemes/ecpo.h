#pragma once

#include "core/objective/schemes/clipped_surrogate.h"

namespace luce {

/// Written by ratios: π/max(sg π/(1+ε+δ), π_β) = ρ/max(1, sg ρ/(1+ε+δ)).
struct Ecpo {
  static SchemeDescription description() {
    return {.id = "ecpo",
            .title = "ECPO",
            .meaning =
                "GRPO whose ratio is first pulled back to 1+ε+δ, so that bad rows with tiny "
                "propensities cannot explode.",
            .formula = "GRPO with π_β replaced by max(sg π/(1+ε+δ), π_β)",
            .source = "OneRec, 2025",
            .advantage = AdvantageKind::Group,
            .parameters = {clipHalfWidth(),
                           {.id = "ecpo_delta",
                            .title = "Early clip δ",
                            .help = "How far above 1 + ε a ratio may lie before it is pulled back.",
                            .low = 0.0,
                            .high = 2.0,
                            .standard = 0.1,
                            .unit = "ratio"}},
            .family = SchemeFamily::GroupRelative};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {1 - parameters[0], 1 + parameters[0]};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return clippedSurrogateLoss(pulledBack(row, parameters), 1 - parameters[0], 1 + parameters[0]);
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return clippedSurrogateCoefficient(pulledBack(row, parameters), 1 - parameters[0],
                                       1 + parameters[0]);
  }

 private:
  template <class Value>
  static SchemeRow<Value> pulledBack(SchemeRow<Value> row, std::span<const double> parameters) {
    const double most = 1 + parameters[0] + parameters[1];
    row.ratio = row.ratio / largerOf(stopGradient(row.ratio) / most, 1.0);
    return row;
  }
};

}  // namespace luce
