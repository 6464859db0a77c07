#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

/// Written by ratios: π/max(π_β, sg π) = ρ/max(1, sg ρ), which stays defined where π underflows.
struct Gbpo {
  static SchemeDescription description() {
    return {.id = "gbpo",
            .title = "GBPO",
            .meaning =
                "The gradient is bounded like that of a logistic loss: good rows never weigh more "
                "than 1, bad rows only in proportion to π/(1−π).",
            .formula = "−π/π'·A,  π' = max(π_β, sg π) if A ≥ 0, else max(π_β, 1 − sg π)",
            .source = "OneRec-V2, 2025",
            .family = SchemeFamily::Clipped};
  }
  static ClipBounds clipBounds(std::span<const double>) { return {.high = 1}; }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    return -boundedRatio(row) * row.advantage;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return -boundedRatio(row) * row.advantage;
  }

 private:
  template <class Value>
  static Value boundedRatio(const SchemeRow<Value>& row) {
    const Value good = row.ratio / largerOf(stopGradient(row.ratio), 1.0);
    const Value bad = row.policy / largerOf(stopGradient(1 - row.policy), row.behaviour);
    return choose(row.advantage >= 0, good, bad);
  }
};

}  // namespace luce
