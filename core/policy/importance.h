// What can be said of a set of importance ratios.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace luce {

/// (Σρ)² / Σρ² (Kish 1965): how many equally weighted rows the weighted ones are worth; 0 for none.
double effectiveSampleSize(std::span<const double> ratios);

/// Counts over equal bins of log10 ρ. Ratios outside the range are counted in the outermost bins.
struct RatioHistogram {
  double low = -3;  ///< log10 of the left edge
  double high = 3;  ///< log10 of the right edge
  std::vector<std::int64_t> counts;
};
RatioHistogram ratioHistogram(std::span<const double> ratios, std::size_t bins = 60,
                              double low = -3, double high = 3);

/// Shares of ratios under the lower and over the upper bound; a bound that a scheme lacks is
/// -infinity or +infinity.
struct ClippedShare {
  double low = 0;
  double high = 0;
};
ClippedShare clippedShare(std::span<const double> ratios, double lowBound, double highBound);

}  // namespace luce
