// The mean of one value a slate, with how far chance in the choice of slates may have moved it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/evaluation/off_policy.h"

namespace luce {

struct SlateMean {
  Interval mean;            ///< Σ weight·value / Σ weight; NaN when no slate counts
  std::int64_t slates = 0;  ///< that count: value not NaN, weight above 0
};

/// values: one a slate, NaN = left out. weights: one a slate, not negative; empty = all 1.
/// Up to kMostResampled slates the interval is the percentile bootstrap over slates (Efron 1979);
/// beyond, the normal one that the bootstrap tends to, with the spread of a ratio of means (Cochran
/// 1977, chapter 6). settings: resamples (0 = no interval: low = high = NaN), confidence, seed.
SlateMean slateMean(std::span<const double> values, std::span<const double> weights,
                    const OffPolicySettings& settings);

/// Of several values a slate, each as by itself; those of the same slates are resampled together.
std::vector<SlateMean> slateMeans(std::span<const std::span<const double>> values,
                                  std::span<const double> weights,
                                  const OffPolicySettings& settings);

/// About where a thousand resamples begin to take longer than people wait.
inline constexpr std::int64_t kMostResampled = 200'000;

}  // namespace luce
