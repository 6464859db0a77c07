// What several repetitions of one experiment say together: their mean and how far chance may have
// moved it.
#pragma once

#include <span>

namespace luce {

/// Mean with half of its 95 % interval (Student 1908): mean ± halfWidth.
struct SeedMean {
  double mean = 0;       ///< NaN without values
  double halfWidth = 0;  ///< NaN for fewer than two values, which say nothing of their spread
};

/// values: one a seed, finite.
SeedMean seedMean(std::span<const double> values);

}  // namespace luce
