#include "core/evaluation/trust.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace luce {

namespace {

constexpr double kFewRows = 100;

double standardError(std::span<const double> values, double mean) {
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const auto count = static_cast<double>(values.size());
  return count > 1 ? std::sqrt(squares / (count - 1) / count) : 0;
}

constexpr double kSmallShare = 0.1;

/// share: of the rows that are effective. With the effective sample size and the number of rows
/// left to be filled in.
const char* whyFewRowsDecide(double share) {
  constexpr double kLargeShare = 0.5;
  if (share >= kLargeShare) {
    return "The effective sample size is {:.0f} of {} rows: few were logged. Collect more data.";
  }
  if (share >= kSmallShare) {
    return "The effective sample size is {:.0f} of {} rows: few were logged, and as the policy "
           "differs from the logging policy, they count for fewer. Collect more data.";
  }
  return "The effective sample size is {:.0f} of {} rows: the policy differs so much from the "
         "logging policy that few rows decide. Collect more data, or judge a policy nearer to it: "
         "if this one was trained, with a larger KL weight or temperature.";
}

void addWeightReasons(const OffPolicyEstimate& estimate, std::vector<std::string>& reasons) {
  constexpr double kLargeShare = 0.1;
  constexpr double kTopShare = 0.5;
  const auto count = static_cast<double>(estimate.rows);
  const double sum = estimate.meanWeight * count;
  if (estimate.effectiveSampleSize < std::max(kFewRows, kSmallShare * count)) {
    reasons.push_back(
        fmt::format(fmt::runtime(whyFewRowsDecide(estimate.effectiveSampleSize / count)),
                    estimate.effectiveSampleSize, estimate.rows));
  }
  if (sum > 0 && estimate.maxWeight > kLargeShare * sum) {
    reasons.push_back(fmt::format("A single row carries {:.0f} % of all weight.",
                                  100 * estimate.maxWeight / sum));
  } else if (estimate.topShare > kTopShare) {
    reasons.push_back(fmt::format("The largest 1 % of the ratios carry {:.0f} % of all weight.",
                                  100 * estimate.topShare));
  }
}

void addMeanReason(const WeightedRows& rows, const OffPolicyEstimate& estimate,
                   std::vector<std::string>& reasons) {
  constexpr double kFarFromOne = 4;  // standard errors
  const double error = standardError(rows.ratio, estimate.meanWeight);
  if (error > 0 && std::abs(estimate.meanWeight - 1) > kFarFromOne * error) {
    reasons.push_back(fmt::format(
        "The mean importance ratio is {:.3f}; with true propensities it is 1 up to chance "
        "(standard error {:.3f}). The logged propensities may be wrong, or actions that the "
        "policy likes were never logged.",
        estimate.meanWeight, error));
  }
}

/// IPS and DM fail in different ways, so that agreeing says something and disagreeing much.
void addDisagreement(const OffPolicyEstimate& estimate, std::vector<std::string>& reasons) {
  const EstimatedValue& model = estimate.of(ValueEstimator::Dm);
  const EstimatedValue& corrected = estimate.of(ValueEstimator::Dr);
  if (!(std::isfinite(model.low) && std::isfinite(corrected.low))) return;
  if (model.low <= corrected.high && corrected.low <= model.high) return;
  reasons.push_back(fmt::format(
      "The reward model alone says {:.4g} and corrected by the log {:.4g}, outside each other's "
      "intervals: the model is biased for this policy, so do not believe DM.",
      model.value, corrected.value));
}

}  // namespace

std::vector<std::string> reasonsForDistrust(const WeightedRows& rows,
                                            const OffPolicySettings& settings,
                                            const OffPolicyEstimate& estimate) {
  std::vector<std::string> reasons;
  if (estimate.rows == 0) {
    reasons.push_back("No logged row can be used, so nothing can be estimated.");
    return reasons;
  }
  if (rows.kind == RowKind::Article) {
    reasons.push_back(
        "Article rows are biased towards items that the logging policy disliked; these numbers "
        "are for comparison only.");
  }
  if (rows.kind == RowKind::Observed) {
    if (static_cast<double>(estimate.rows) < kFewRows) {
      reasons.push_back(fmt::format("Only {} rows were logged.", estimate.rows));
    }
  } else {
    addWeightReasons(estimate, reasons);
  }
  if (rows.kind == RowKind::Drawn && rows.statedPropensities) {
    addMeanReason(rows, estimate, reasons);
  }
  addDisagreement(estimate, reasons);
  if (settings.resamples > 0 && estimate.slates < 30) {
    reasons.push_back("With so few slates the bootstrap's intervals are too narrow.");
  }
  return reasons;
}

}  // namespace luce
