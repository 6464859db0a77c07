#include "core/evaluation/off_policy.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>

#include "core/common/error.h"
#include "core/evaluation/bootstrap.h"
#include "core/evaluation/trust.h"
#include "core/policy/importance.h"

namespace luce {

namespace {

/// What each slate adds to each sum; every estimate is made of these sums.
enum Column : std::size_t {
  kUnits,
  kWeight,
  kReward,    // w r
  kDirect,    // v
  kResidual,  // w (r − q̂)
  kClipped,
  kSwitched,
  kShrunk,
  kSgReward,
  kSgResidual,
  kWeightSquared,  // of units
  kWeightReward,   // w·(w r) of units
  kBalanced,
  kCategory,
  kPlace,
  kLoggingReward,
  kLoggingCount,
  kColumns
};

using Sums = std::span<const double>;

double divide(double sum, double by) {
  return by > 0 ? sum / by : kMissing;
}

/// β of β-IPS from the sums: Cov(w r, w)/Var(w), 0 where all weights are equal.
double baselineOf(Sums sums) {
  const double n = sums[kUnits];
  const double variance = sums[kWeightSquared] / n - std::pow(sums[kWeight] / n, 2);
  const double covariance = sums[kWeightReward] / n - (sums[kReward] / n) * (sums[kWeight] / n);
  const double scale = sums[kWeightSquared] / n;
  return variance > 1e-12 * scale ? covariance / variance : 0;
}

/// numerator/denominator, both sums of columns; an estimate is one of these or the sum of two.
struct Ratio {
  Column numerator;
  Column denominator;
};

/// The ratios whose sum an estimator is. β-IPS: without its baseline.
std::vector<Ratio> ratiosOf(ValueEstimator estimator) {
  switch (estimator) {
    case ValueEstimator::Ips:
    case ValueEstimator::BetaIps:
      return {{kReward, kUnits}};
    case ValueEstimator::ClippedIps:
      return {{kClipped, kUnits}};
    case ValueEstimator::Snips:
      return {{kReward, kWeight}};
    case ValueEstimator::Dm:
      return {{kDirect, kUnits}};
    case ValueEstimator::Dr:
      return {{kDirect, kUnits}, {kResidual, kUnits}};
    case ValueEstimator::Sndr:
      return {{kDirect, kUnits}, {kResidual, kWeight}};
    case ValueEstimator::SwitchDr:
      return {{kDirect, kUnits}, {kSwitched, kUnits}};
    case ValueEstimator::Dros:
      return {{kDirect, kUnits}, {kShrunk, kUnits}};
    case ValueEstimator::SgIps:
      return {{kSgReward, kUnits}};
    case ValueEstimator::SgDr:
      return {{kDirect, kUnits}, {kSgResidual, kUnits}};
    case ValueEstimator::BalancedIps:
      return {{kBalanced, kUnits}};
    case ValueEstimator::Mips:
      return {{kCategory, kUnits}};
    case ValueEstimator::PositionIps:
      break;
  }
  return {{kPlace, kUnits}};
}

double valueOf(std::span<const Ratio> ratios, Sums sums) {
  double value = 0;
  for (const Ratio& ratio : ratios) value += divide(sums[ratio.numerator], sums[ratio.denominator]);
  return value;
}

double valueOf(ValueEstimator estimator, std::span<const Ratio> ratios, Sums sums) {
  const double value = valueOf(ratios, sums);
  if (estimator != ValueEstimator::BetaIps) return value;
  return value + baselineOf(sums) * (1 - divide(sums[kWeight], sums[kUnits]));
}

/// Empty: available.
std::string whyUnavailable(const WeightedRows& rows, ValueEstimator estimator) {
  if (rows.size() == 0) return "No logged row can be used.";
  const auto missing = [](const std::vector<double>& column, const std::string& reason) {
    if (!column.empty()) return std::string();
    return reason.empty() ? std::string("What it needs was not computed.") : reason;
  };
  if (describe(estimator).usesRewardModel) {
    if (rows.kind == RowKind::Article) {
      return "Article rows weigh every row by itself, so that a slate's reward model has no place.";
    }
    return missing(rows.predictedReward, rows.whyNoRewardModel);
  }
  switch (estimator) {
    case ValueEstimator::BalancedIps:
      return missing(rows.balancedRatio, rows.whyNotBalanced);
    case ValueEstimator::Mips:
      return missing(rows.categoryRatio, rows.whyNoCategory);
    case ValueEstimator::PositionIps:
      return missing(rows.placeRatio, rows.whyNoPlace);
    default:
      return {};
  }
}

/// Fills parameters and reasons of the estimators that are asked for.
void chooseParameters(const WeightedRows& rows, const OffPolicySettings& settings,
                      OffPolicyEstimate& estimate) {
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const ValueEstimator estimator = description.estimator;
    EstimatedValue& value = estimate.of(estimator);
    const auto& wanted = settings.estimators;
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), estimator) == wanted.end()) {
      value.unavailable = "Not asked for.";
      continue;
    }
    value.unavailable = whyUnavailable(rows, estimator);
    if (!value.available() || description.parameter == nullptr) continue;
    const auto given = settings.parameters.find(estimator);
    if (given != settings.parameters.end()) {
      value.parameter = given->second;
      value.parameterChoice = "given";
    } else {
      value.parameterGrid = parameterGrid(rows, estimator);
      const bool choice = value.parameterGrid.size() > 1;
      value.parameter = chooseParameter(rows, estimator, settings.rule, value.parameterGrid);
      value.parameterChoice = choice ? toString(settings.rule) : "not_needed";
    }
  }
}

/// slates × kColumns.
Matrix<double> sumBySlate(const WeightedRows& rows, const LoggingRewards& logging,
                          const OffPolicyEstimate& estimate) {
  Matrix<double> sums(static_cast<std::size_t>(rows.slates), kColumns);
  const auto parameter = [&](ValueEstimator estimator) { return estimate.of(estimator).parameter; };
  const auto changed = [&](ValueEstimator estimator, double w) {
    const double value = parameter(estimator);
    return std::isnan(value) ? 0.0 : changedWeight(estimator, w, value);
  };
  const bool model = !rows.predictedReward.empty() && rows.kind != RowKind::Article;
  std::vector<std::uint32_t> units;
  unitsOfRows(rows, units);
  double unitWeight = 0, unitReward = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto sum = sums.row(rows.slate[i]);
    const double w = rows.ratio[i];
    const double r = rows.reward[i];
    const bool opensUnit = i == 0 || units[i] != units[i - 1];
    const bool endsUnit = i + 1 == rows.size() || units[i + 1] != units[i];
    if (opensUnit) {
      sum[kUnits] += 1;
      unitWeight = unitReward = 0;
      if (model) sum[kDirect] += rows.directValue[rows.slate[i]];
    }
    unitWeight += w;
    unitReward += w * r;
    sum[kClipped] += changed(ValueEstimator::ClippedIps, w) * r;
    sum[kSgReward] += changed(ValueEstimator::SgIps, w) * r;
    if (model) {
      const double residual = r - rows.predictedReward[i];
      sum[kResidual] += w * residual;
      sum[kSwitched] += changed(ValueEstimator::SwitchDr, w) * residual;
      sum[kShrunk] += changed(ValueEstimator::Dros, w) * residual;
      sum[kSgResidual] += changed(ValueEstimator::SgDr, w) * residual;
    }
    if (!rows.balancedRatio.empty()) sum[kBalanced] += rows.balancedRatio[i] * r;
    if (!rows.categoryRatio.empty()) sum[kCategory] += rows.categoryRatio[i] * r;
    if (!rows.placeRatio.empty()) sum[kPlace] += rows.placeRatio[i] * r;
    if (!endsUnit) continue;
    sum[kWeight] += unitWeight;
    sum[kReward] += unitReward;
    sum[kWeightSquared] += unitWeight * unitWeight;
    sum[kWeightReward] += unitWeight * unitReward;
  }
  for (std::size_t slate = 0; slate < logging.sum.size(); ++slate) {
    sums(slate, kLoggingReward) = logging.sum[slate];
    sums(slate, kLoggingCount) = logging.count[slate];
  }
  return sums;
}

/// What each slate adds to the error of the estimate, by the delta method: Σ_k ∂V/∂m_k·(x_k − m_k)
/// with m the means of the columns over slates. Their mean is 0.
std::vector<double> influences(const Matrix<double>& slates, Sums sums,
                               std::span<const Ratio> ratios, double baseline) {
  const auto count = static_cast<double>(slates.rows());
  std::vector<double> influence(slates.rows(), 0.0);
  for (const Ratio& ratio : ratios) {
    const double denominator = sums[ratio.denominator] / count;
    const double value = divide(sums[ratio.numerator], sums[ratio.denominator]);
    for (std::size_t s = 0; s < slates.rows(); ++s) {
      influence[s] +=
          (slates(s, ratio.numerator) - value * slates(s, ratio.denominator)) / denominator;
    }
  }
  if (baseline == 0) return influence;
  // The best β makes the estimate insensitive to β itself, so β counts as fixed.
  const double units = sums[kUnits] / count;
  const double weight = sums[kWeight] / sums[kUnits];
  for (std::size_t s = 0; s < slates.rows(); ++s) {
    influence[s] -= baseline * (slates(s, kWeight) - weight * slates(s, kUnits)) / units;
  }
  return influence;
}

void addAnalyticIntervals(std::span<const double> influence, double confidence,
                          EstimatedValue& value) {
  const auto count = static_cast<double>(influence.size());
  if (count < 2) return;
  double squares = 0;
  for (const double part : influence) squares += part * part;
  const double variance = squares / (count - 1);
  const auto [least, most] = std::minmax_element(influence.begin(), influence.end());
  const double tail = (1 - confidence) / 2;
  const double z = boost::math::quantile(boost::math::complement(boost::math::normal(), tail));
  const double logarithm = std::log(2 / tail);
  const double normal = z * std::sqrt(variance / count);
  const double bernstein = std::sqrt(2 * variance * logarithm / count) +
                           7 * (*most - *least) * logarithm / (3 * (count - 1));
  const auto around = [&](double half) {
    return Interval{value.value, value.value - half, value.value + half};
  };
  value.intervals[static_cast<std::size_t>(IntervalKind::Normal)] = around(normal);
  value.intervals[static_cast<std::size_t>(IntervalKind::Bernstein)] = around(bernstein);
}

void addIntervals(const Matrix<double>& slates, const Matrix<double>& resamples, Sums sums,
                  const OffPolicySettings& settings, std::span<const Ratio> ratios, double baseline,
                  const std::function<double(Sums)>& estimateOf, EstimatedValue& value) {
  for (Interval& interval : value.intervals) interval = {value.value, value.value, value.value};
  if (std::isfinite(value.value)) {
    value.resampled.resize(resamples.rows());
    for (std::size_t i = 0; i < resamples.rows(); ++i) {
      value.resampled[i] = estimateOf(resamples.row(i));
    }
    std::vector<double> sorted = value.resampled;
    const double tail = (1 - settings.confidence) / 2;
    Interval& bootstrap = value.intervals[static_cast<std::size_t>(IntervalKind::Bootstrap)];
    bootstrap.low = quantile(sorted, tail);
    bootstrap.high = quantile(sorted, 1 - tail);
    addAnalyticIntervals(influences(slates, sums, ratios, baseline), settings.confidence, value);
  }
  const Interval& chosen = value.intervals[static_cast<std::size_t>(settings.interval)];
  value.low = chosen.low;
  value.high = chosen.high;
}

/// Columns that nothing asked for are all zero; leaving them out makes resampling quicker.
Matrix<double> resampleUsed(const Matrix<double>& slates, Sums sums, int resamples,
                            std::uint64_t seed) {
  std::vector<std::size_t> used;
  for (std::size_t c = 0; c < kColumns; ++c) {
    bool filled = sums[c] != 0;
    for (std::size_t s = 0; !filled && s < slates.rows(); ++s) filled = slates(s, c) != 0;
    if (filled) used.push_back(c);
  }
  Matrix<double> narrow(slates.rows(), used.size());
  for (std::size_t s = 0; s < slates.rows(); ++s) {
    for (std::size_t u = 0; u < used.size(); ++u) narrow(s, u) = slates(s, used[u]);
  }
  const Matrix<double> drawn = resampleSums(narrow, resamples, seed);
  Matrix<double> wide(drawn.rows(), kColumns);
  for (std::size_t i = 0; i < drawn.rows(); ++i) {
    for (std::size_t u = 0; u < used.size(); ++u) wide(i, used[u]) = drawn(i, u);
  }
  return wide;
}

double shareOfLargest(std::vector<double> weights) {
  if (weights.empty()) return 0;
  const std::size_t top = std::max<std::size_t>(1, weights.size() / 100);
  std::nth_element(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(top - 1),
                   weights.end(), std::greater<>());
  double all = 0, largest = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    all += weights[i];
    if (i < top) largest += weights[i];
  }
  return all > 0 ? largest / all : 0;
}

void describeWeights(const WeightedRows& rows, OffPolicyEstimate& estimate) {
  estimate.rows = static_cast<std::int64_t>(rows.size());
  estimate.slates = rows.slates;
  estimate.effectiveSampleSize = effectiveSampleSize(rows.ratio);
  double sum = 0;
  for (const double ratio : rows.ratio) {
    sum += ratio;
    estimate.maxWeight = std::max(estimate.maxWeight, ratio);
  }
  estimate.meanWeight = divide(sum, static_cast<double>(rows.size()));
  estimate.topShare = shareOfLargest(rows.ratio);
}

}  // namespace

std::string toString(IntervalKind kind) {
  switch (kind) {
    case IntervalKind::Bootstrap:
      return "bootstrap";
    case IntervalKind::Normal:
      return "normal";
    case IntervalKind::Bernstein:
      break;
  }
  return "bernstein";
}

IntervalKind intervalKindFromString(const std::string& text) {
  for (const IntervalKind kind :
       {IntervalKind::Bootstrap, IntervalKind::Normal, IntervalKind::Bernstein}) {
    if (toString(kind) == text) return kind;
  }
  throw Error("There is no interval \"" + text + "\"; choose bootstrap, normal or bernstein.");
}

OffPolicyEstimate estimateValue(const WeightedRows& rows, const LoggingRewards& logging,
                                const OffPolicySettings& settings) {
  OffPolicyEstimate estimate;
  describeWeights(rows, estimate);
  chooseParameters(rows, settings, estimate);
  const Matrix<double> slates = sumBySlate(rows, logging, estimate);
  std::vector<double> sums(kColumns, 0.0);
  for (std::size_t s = 0; s < slates.rows(); ++s) {
    for (std::size_t c = 0; c < kColumns; ++c) sums[c] += slates(s, c);
  }
  const Matrix<double> resamples = resampleUsed(slates, sums, settings.resamples, settings.seed);
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const ValueEstimator estimator = description.estimator;
    EstimatedValue& value = estimate.of(estimator);
    if (!value.available()) continue;
    const std::vector<Ratio> ratios = ratiosOf(estimator);
    value.value = valueOf(estimator, ratios, sums);
    const double baseline = estimator == ValueEstimator::BetaIps ? baselineOf(sums) : 0;
    addIntervals(
        slates, resamples, sums, settings, ratios, baseline,
        [&](Sums drawn) { return valueOf(estimator, ratios, drawn); }, value);
  }
  const std::vector<Ratio> ratios{{kLoggingReward, kLoggingCount}};
  estimate.logging.value = valueOf(ratios, sums);
  addIntervals(
      slates, resamples, sums, settings, ratios, 0,
      [&](Sums drawn) { return valueOf(ratios, drawn); }, estimate.logging);
  estimate.warnings = reasonsForDistrust(rows, settings, estimate);
  return estimate;
}

std::vector<PairedDifference> comparePolicies(const OffPolicyEstimate& first,
                                              const OffPolicyEstimate& second,
                                              const OffPolicySettings& settings) {
  std::vector<PairedDifference> differences;
  if (first.slates != second.slates) {
    throw Error("Two policies can only be compared on the same slates.");
  }
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& a = first.of(description.estimator);
    const EstimatedValue& b = second.of(description.estimator);
    if (!a.available() || !b.available()) continue;
    if (a.resampled.size() != b.resampled.size()) {
      throw Error("Two policies can only be compared on the same resamples.");
    }
    PairedDifference paired;
    paired.estimator = description.estimator;
    paired.difference.value = a.value - b.value;
    std::vector<double> differencesDrawn;
    double better = 0;
    for (std::size_t i = 0; i < a.resampled.size(); ++i) {
      const double difference = a.resampled[i] - b.resampled[i];
      differencesDrawn.push_back(difference);
      better += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
    }
    paired.shareBetter = divide(better, static_cast<double>(differencesDrawn.size()));
    const double tail = (1 - settings.confidence) / 2;
    paired.difference.low = quantile(differencesDrawn, tail);
    paired.difference.high = quantile(differencesDrawn, 1 - tail);
    differences.push_back(paired);
  }
  return differences;
}

}  // namespace luce
