// Percentile bootstrap of ratios of sums (Efron 1979): slates are drawn with replacement, and every
// estimate is recomputed from the drawn slates' sums.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace luce {

/// What one slate (or one row standing alone) adds to the sums that estimates are made of.
struct SlateSums {
  double weightedReward = 0;  ///< Σ ρ r
  double cappedReward = 0;    ///< Σ min(ρ, M) r
  double weight = 0;          ///< Σ ρ
  double rows = 0;
};

/// Sums over one resample of all slates.
struct ResampledSums {
  SlateSums sums;
  double loggingReward = 0;
  double loggingCount = 0;
};

/// One entry a resample. slates and logging may have different lengths: they are resampled
/// together, by index, when equally long, else apart. Independent of the number of threads.
std::vector<ResampledSums> resampleSlates(std::span<const SlateSums> slates,
                                          std::span<const double> logging, int resamples,
                                          std::uint64_t seed);

/// The q-quantile (0..1) of the values, linearly interpolated; NaN values are left out; NaN if none
/// remain. Reorders the values.
double quantile(std::vector<double>& values, double q);

}  // namespace luce
