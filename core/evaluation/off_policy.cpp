#include "core/evaluation/off_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/evaluation/bootstrap.h"
#include "core/policy/importance.h"

namespace luce {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double divide(double sum, double by) {
  return by > 0 ? sum / by : kNaN;
}

/// Rows that stand alone in the estimate: one entry a slate, or one a row for article rows.
std::vector<SlateSums> sumBySlate(const WeightedRows& rows, double cap) {
  std::vector<SlateSums> slates(static_cast<std::size_t>(rows.slates));
  for (std::size_t i = 0; i < rows.ratio.size(); ++i) {
    SlateSums& slate = slates[rows.slate[i]];
    slate.weightedReward += rows.ratio[i] * rows.reward[i];
    slate.cappedReward += std::min(rows.ratio[i], cap) * rows.reward[i];
    slate.weight += rows.ratio[i];
    slate.rows += 1;
  }
  return slates;
}

/// IPS divides by slates, except that each article row is an estimate of its own.
double divisorOf(RowKind kind, double slates, double rows) {
  return kind == RowKind::Article ? rows : slates;
}

void addIntervals(const WeightedRows& rows, std::span<const SlateSums> slates,
                  std::span<const double> logging, const OffPolicySettings& settings,
                  OffPolicyEstimate& estimate) {
  const std::vector<ResampledSums> resamples =
      resampleSlates(slates, logging, settings.resamples, settings.seed);
  const double tail = (1 - settings.confidence) / 2;
  std::vector<double> values;
  const auto fill = [&](Interval& interval, auto&& valueOf) {
    interval.low = interval.high = interval.value;
    if (resamples.empty() || std::isnan(interval.value)) return;
    values.clear();
    for (const ResampledSums& resample : resamples) values.push_back(valueOf(resample));
    interval.low = quantile(values, tail);
    interval.high = quantile(values, 1 - tail);
  };
  const auto count = static_cast<double>(slates.size());
  fill(estimate.ips, [&](const ResampledSums& r) {
    return divide(r.sums.weightedReward, divisorOf(rows.kind, count, r.sums.rows));
  });
  fill(estimate.clippedIps, [&](const ResampledSums& r) {
    return divide(r.sums.cappedReward, divisorOf(rows.kind, count, r.sums.rows));
  });
  fill(estimate.snips,
       [](const ResampledSums& r) { return divide(r.sums.weightedReward, r.sums.weight); });
  fill(estimate.logging,
       [](const ResampledSums& r) { return divide(r.loggingReward, r.loggingCount); });
}

double standardError(std::span<const double> values, double mean) {
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const auto count = static_cast<double>(values.size());
  return count > 1 ? std::sqrt(squares / (count - 1) / count) : 0;
}

void addWarnings(const WeightedRows& rows, const OffPolicySettings& settings,
                 OffPolicyEstimate& estimate) {
  constexpr double kFewRows = 100;
  constexpr double kSmallShare = 0.1;
  constexpr double kLargeShare = 0.1;
  constexpr double kFarFromOne = 4;  // standard errors
  std::vector<std::string>& warnings = estimate.warnings;
  const auto count = static_cast<double>(estimate.rows);
  if (estimate.rows == 0) {
    warnings.push_back("No logged row can be used, so nothing can be estimated.");
    return;
  }
  if (rows.kind == RowKind::Article) {
    warnings.push_back(
        "Article rows are biased towards items that the logging policy disliked; these numbers "
        "are for comparison only.");
  }
  const double sum = estimate.meanWeight * count;
  if (rows.kind == RowKind::Drawn || rows.kind == RowKind::Article) {
    if (estimate.effectiveSampleSize < std::max(kFewRows, kSmallShare * count)) {
      warnings.push_back(fmt::format(
          "The effective sample size is {:.0f} of {} rows: the policy differs so much from the "
          "logging policy that few rows decide. Raise the KL weight or the temperature, or collect "
          "more data.",
          estimate.effectiveSampleSize, estimate.rows));
    }
    if (sum > 0 && estimate.maxWeight > kLargeShare * sum) {
      warnings.push_back(fmt::format("A single row carries {:.0f} % of all weight.",
                                     100 * estimate.maxWeight / sum));
    }
  } else if (count < kFewRows) {
    warnings.push_back(fmt::format("Only {} rows were logged.", estimate.rows));
  }
  if (rows.kind == RowKind::Drawn && rows.statedPropensities) {
    const double error = standardError(rows.ratio, estimate.meanWeight);
    if (std::abs(estimate.meanWeight - 1) > kFarFromOne * error && error > 0) {
      warnings.push_back(fmt::format(
          "The mean importance ratio is {:.3f}; with true propensities it is 1 up to chance "
          "(standard error {:.3f}). The logged propensities may be wrong, or actions that the "
          "policy likes were never logged.",
          estimate.meanWeight, error));
    }
  }
  if (settings.resamples > 0 && estimate.slates < 30) {
    warnings.push_back("With so few slates the bootstrap's intervals are too narrow.");
  }
}

}  // namespace

OffPolicyEstimate estimateValue(const WeightedRows& rows, std::span<const double> loggingRewards,
                                const OffPolicySettings& settings) {
  OffPolicyEstimate estimate;
  estimate.rows = static_cast<std::int64_t>(rows.ratio.size());
  estimate.slates = rows.slates;
  estimate.effectiveSampleSize = effectiveSampleSize(rows.ratio);
  const std::vector<SlateSums> slates = sumBySlate(rows, settings.cap);
  SlateSums total;
  for (const SlateSums& slate : slates) {
    total.weightedReward += slate.weightedReward;
    total.cappedReward += slate.cappedReward;
    total.weight += slate.weight;
  }
  for (const double ratio : rows.ratio) estimate.maxWeight = std::max(estimate.maxWeight, ratio);
  const auto count = static_cast<double>(estimate.rows);
  estimate.meanWeight = divide(total.weight, count);
  const double divisor =
      count > 0 ? divisorOf(rows.kind, static_cast<double>(rows.slates), count) : 0;
  estimate.ips.value = divide(total.weightedReward, divisor);
  estimate.clippedIps.value = divide(total.cappedReward, divisor);
  estimate.snips.value = divide(total.weightedReward, total.weight);
  estimate.logging.value =
      divide(std::accumulate(loggingRewards.begin(), loggingRewards.end(), 0.0),
             static_cast<double>(loggingRewards.size()));
  addIntervals(rows, slates, loggingRewards, settings, estimate);
  addWarnings(rows, settings, estimate);
  return estimate;
}

}  // namespace luce
