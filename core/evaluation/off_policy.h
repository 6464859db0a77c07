// Off-policy estimates of a policy's value: the reward it would have earned on logged slates.
//
//   IPS    V = (1/n) Σ ρ r                    Horvitz & Thompson 1952
//   capped V = (1/n) Σ min(ρ, M) r            Ionides 2008
//   SNIPS  V = Σ ρ r / Σ ρ                    Swaminathan & Joachims 2015
//
// n = number of slates for drawn and observed rows, number of rows for article rows. Intervals are
// percentile bootstraps over slates, since rows of one slate are not independent.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/policy/logged_rows.h"

namespace luce {

struct Interval {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// Rows weighted by a policy; rows of one slate are neighbours.
struct WeightedRows {
  RowKind kind = RowKind::Drawn;
  std::int64_t slates = 0;           ///< in the evaluated set, also those without a row
  std::vector<std::uint32_t> slate;  ///< 0..slates-1, ascending
  std::vector<double> ratio;         ///< ρ ≥ 0
  std::vector<double> reward;        ///< r, divided by examination for observed rows
  bool statedPropensities = true;    ///< every row's π_β was logged, none assumed
};

struct OffPolicySettings {
  double cap = 5;            ///< M of the capped estimator, > 0
  int resamples = 1000;      ///< of the bootstrap; 0 = no intervals (low = high = value)
  double confidence = 0.95;  ///< 0..1
  std::uint64_t seed = 1;
};

struct OffPolicyEstimate {
  std::int64_t rows = 0;
  std::int64_t slates = 0;
  double effectiveSampleSize = 0;
  double meanWeight = 0;
  double maxWeight = 0;
  Interval ips;
  Interval clippedIps;
  Interval snips;
  /// Value of the logging policy itself, estimated from the same slates: mean reward of the drawn
  /// rows; where no first place is known, mean reward of all rows. NaN without rows.
  Interval logging;
  /// Sentences for people on why not to trust the numbers; empty = none found.
  std::vector<std::string> warnings;
};

/// loggingRewards: one value a slate (or row) whose mean is the logging policy's value.
/// Deterministic in the seed. No rows at all: every value is NaN and a warning says so.
OffPolicyEstimate estimateValue(const WeightedRows& rows, std::span<const double> loggingRewards,
                                const OffPolicySettings& settings = {});

}  // namespace luce
