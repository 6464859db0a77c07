// The cap on an importance weight that truncated schemes share.
#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

inline SchemeParameter weightCap() {
  return {.id = "cap",
          .title = "Weight cap c",
          .help = "Ratios above it count as it.",
          .low = 1.0,
          .high = 1000.0,
          .standard = 20.085536923187668,  // e³, as Chen et al. 2019
          .logarithmic = true,
          .unit = "ratio"};
}

/// sg(min(ρ, cap))
template <class Value>
Value cappedWeight(const SchemeRow<Value>& row, double cap) {
  return stopGradient(smallerOf(row.ratio, cap));
}

}  // namespace luce
