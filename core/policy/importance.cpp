#include "core/policy/importance.h"

#include <algorithm>
#include <cmath>

namespace luce {

double effectiveSampleSize(std::span<const double> ratios) {
  double sum = 0;
  double squares = 0;
  for (const double ratio : ratios) {
    sum += ratio;
    squares += ratio * ratio;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

RatioHistogram ratioHistogram(std::span<const double> ratios, std::size_t bins, double low,
                              double high) {
  RatioHistogram histogram{low, high, std::vector<std::int64_t>(bins, 0)};
  const double perBin = static_cast<double>(bins) / (high - low);
  const double last = static_cast<double>(bins - 1);
  for (const double ratio : ratios) {
    if (std::isnan(ratio)) continue;
    const double bin = std::clamp((std::log10(ratio) - low) * perBin, 0.0, last);
    ++histogram.counts[static_cast<std::size_t>(bin)];
  }
  return histogram;
}

ClippedShare clippedShare(std::span<const double> ratios, double lowBound, double highBound) {
  if (ratios.empty()) return {};
  std::int64_t under = 0;
  std::int64_t over = 0;
  for (const double ratio : ratios) {
    under += ratio < lowBound;
    over += ratio > highBound;
  }
  const auto count = static_cast<double>(ratios.size());
  return {static_cast<double>(under) / count, static_cast<double>(over) / count};
}

}  // namespace luce
