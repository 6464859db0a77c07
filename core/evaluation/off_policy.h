// Off-policy estimates of a policy's value: the reward it would have earned on logged slates, by
// every estimator of evaluation/value_estimators.h that the log allows, with intervals and with
// what makes them untrustworthy.
//
//   OffPolicyEstimate estimate = estimateValue(rows, logging, settings);
//   if (estimate.warnings.empty()) use(estimate.of(ValueEstimator::Dr));
//
// Estimates are means over slates for drawn and observed rows (slates without a row are left out),
// over rows for article rows.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/evaluation/parameter_choice.h"
#include "core/evaluation/value_estimators.h"
#include "core/evaluation/weighted_rows.h"

namespace luce {

struct Interval {
  double value = kMissing;
  double low = kMissing;
  double high = kMissing;
};

enum class IntervalKind {
  Bootstrap,  ///< percentiles of resampled slates; narrow for few slates
  Normal,     ///< value ± z·standard error, by the delta method for ratios
  Bernstein,  ///< empirical Bernstein bound (Maurer & Pontil 2009, theorem 4) on both sides, with
              ///< the range of the values seen: holds for any distribution of that range, so wide
};
std::string toString(IntervalKind kind);  ///< "bootstrap", "normal", "bernstein"
IntervalKind intervalKindFromString(const std::string& text);  ///< throws Error

/// One estimator's answer. value, low and high are NaN where `unavailable` says why.
struct EstimatedValue : Interval {
  std::array<Interval, 3> intervals;  ///< by IntervalKind; low and high repeat the chosen one
  double parameter = kMissing;        ///< of estimators that have one
  std::string parameterChoice;        ///< "given", "slope", "mse_bound" or "not_needed"
  std::vector<double> parameterGrid;  ///< what was tried
  std::string unavailable;            ///< a sentence; empty = available
  std::vector<double> resampled;      ///< one estimate a resample
  bool available() const { return unavailable.empty(); }
};

struct OffPolicySettings {
  std::vector<ValueEstimator> estimators;  ///< which to compute; empty = all
  /// Hyper-parameters; estimators not named get theirs by `rule`.
  std::map<ValueEstimator, double> parameters;
  ParameterRule rule = ParameterRule::Slope;
  int resamples = 1000;  ///< of the bootstrap; 0 = none, its low and high are then NaN
  IntervalKind interval = IntervalKind::Bootstrap;
  double confidence = 0.95;  ///< 0..1
  std::uint64_t seed = 1;
};

/// Of each local slate: the rewards that the logging policy earned and how many they are, so that
/// Σ sum / Σ count is its value.
struct LoggingRewards {
  std::vector<double> sum;
  std::vector<double> count;
};

struct OffPolicyEstimate {
  std::int64_t rows = 0;
  std::int64_t slates = 0;  ///< in the evaluated set, also those without a row
  double effectiveSampleSize = 0;
  double meanWeight = 0;
  double maxWeight = 0;
  double topShare = 0;  ///< share of all weight that the largest 1 % of the rows carry
  std::array<EstimatedValue, kValueEstimators> values;
  EstimatedValue logging;  ///< the logging policy's own value, from the same slates
  /// Sentences for people on why not to trust the numbers; empty = none found.
  std::vector<std::string> warnings;

  const EstimatedValue& of(ValueEstimator estimator) const {
    return values[static_cast<std::size_t>(estimator)];
  }
  EstimatedValue& of(ValueEstimator estimator) {
    return values[static_cast<std::size_t>(estimator)];
  }
  const EstimatedValue& ips() const { return of(ValueEstimator::Ips); }
  const EstimatedValue& snips() const { return of(ValueEstimator::Snips); }
};

/// Deterministic in the seed. No rows at all: every value is NaN and a warning says so. logging:
/// one entry a slate of rows.slates, or none at all.
OffPolicyEstimate estimateValue(const WeightedRows& rows, const LoggingRewards& logging,
                                const OffPolicySettings& settings = {});

/// How much more the first policy earns than the second, on the same slates drawn again and again:
/// far surer than what two separate intervals tell.
struct PairedDifference {
  ValueEstimator estimator = ValueEstimator::Ips;
  Interval difference;       ///< first − second, percentiles of the bootstrap
  double shareBetter = 0.5;  ///< resamples in which the first earns more, ties half; NaN without
};
/// For estimators that are available in both. Throws Error when the two were not resampled alike:
/// other slates, numbers of resamples or seeds.
std::vector<PairedDifference> comparePolicies(const OffPolicyEstimate& first,
                                              const OffPolicyEstimate& second,
                                              const OffPolicySettings& settings);

}  // namespace luce
