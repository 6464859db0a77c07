// The estimators against formulas written out once more, row by row, and against closed forms.
#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/common/random.h"
#include "core/evaluation/bootstrap.h"
#include "core/evaluation/off_policy.h"

namespace luce {
namespace {

using testing::HasSubstr;

/// Drawn rows of a bandit with everything that estimators use.
WeightedRows someRows(std::size_t count, std::uint64_t seed) {
  WeightedRows rows;
  rows.slates = static_cast<std::int64_t>(count);
  Random random(seed);
  for (std::size_t i = 0; i < count; ++i) {
    rows.slate.push_back(static_cast<std::uint32_t>(i));
    rows.ratio.push_back(std::exp(0.8 * random.normal() - 0.32));
    rows.predictedReward.push_back(0.2 + 0.5 * random.uniform());
    rows.reward.push_back(random.uniform() < rows.predictedReward.back() ? 1.0 : 0.0);
    rows.directValue.push_back(0.3 + 0.4 * random.uniform());
    rows.categoryRatio.push_back(0.5 + random.uniform());
    rows.placeRatio.push_back(0.4 + random.uniform());
    rows.balancedRatio.push_back(0.3 + random.uniform());
  }
  return rows;
}

double meanOf(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

TEST(Estimators, AreTheirFormulas) {
  const WeightedRows rows = someRows(500, 4);
  OffPolicySettings settings;
  settings.resamples = 0;
  settings.parameters = {{ValueEstimator::ClippedIps, 1.3},
                         {ValueEstimator::SwitchDr, 1.7},
                         {ValueEstimator::Dros, 2.5},
                         {ValueEstimator::SgIps, 0.2},
                         {ValueEstimator::SgDr, 0.4}};
  const OffPolicyEstimate estimate = estimateValue(rows, {}, settings);
  const double meanWeight = meanOf(rows.ratio);
  const auto mean = [&](auto&& unit) {
    double sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      sum += unit(rows.ratio[i], rows.reward[i], rows.predictedReward[i], rows.directValue[i], i);
    }
    return sum / static_cast<double>(rows.size());
  };
  const auto expect = [&](ValueEstimator estimator, double value) {
    EXPECT_NEAR(estimate.of(estimator).value, value, 1e-12) << describe(estimator).key;
  };
  using Size = std::size_t;
  expect(ValueEstimator::Ips, mean([](double w, double r, double, double, Size) { return w * r; }));
  expect(ValueEstimator::ClippedIps,
         mean([](double w, double r, double, double, Size) { return (w < 1.3 ? w : 1.3) * r; }));
  expect(ValueEstimator::Snips,
         mean([&](double w, double r, double, double, Size) { return w * r / meanWeight; }));
  expect(ValueEstimator::Dm, mean([](double, double, double, double v, Size) { return v; }));
  expect(ValueEstimator::Dr,
         mean([](double w, double r, double q, double v, Size) { return v + w * (r - q); }));
  expect(ValueEstimator::Sndr, mean([&](double w, double r, double q, double v, Size) {
           return v + w * (r - q) / meanWeight;
         }));
  expect(ValueEstimator::SwitchDr, mean([](double w, double r, double q, double v, Size) {
           return v + (w <= 1.7 ? w * (r - q) : 0);
         }));
  expect(ValueEstimator::Dros, mean([](double w, double r, double q, double v, Size) {
           return v + 2.5 * w / (w * w + 2.5) * (r - q);
         }));
  expect(ValueEstimator::SgIps,
         mean([](double w, double r, double, double, Size) { return w / (0.8 + 0.2 * w) * r; }));
  expect(ValueEstimator::SgDr, mean([](double w, double r, double q, double v, Size) {
           return v + w / (0.6 + 0.4 * w) * (r - q);
         }));
  expect(ValueEstimator::Mips,
         mean([&](double, double r, double, double, Size i) { return rows.categoryRatio[i] * r; }));
  expect(ValueEstimator::PositionIps,
         mean([&](double, double r, double, double, Size i) { return rows.placeRatio[i] * r; }));
  expect(ValueEstimator::BalancedIps,
         mean([&](double, double r, double, double, Size i) { return rows.balancedRatio[i] * r; }));
}

TEST(Estimators, BaselineOfBetaIpsHasTheLeastVariance) {
  const WeightedRows rows = someRows(2000, 9);
  OffPolicySettings settings;
  settings.resamples = 0;
  const double value = estimateValue(rows, {}, settings).of(ValueEstimator::BetaIps).value;
  // Try baselines on a grid: the one of least variance gives the same value.
  double best = 0, least = 1e300;
  for (double beta = -1; beta <= 2; beta += 1e-3) {
    std::vector<double> units;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      units.push_back(rows.ratio[i] * (rows.reward[i] - beta) + beta);
    }
    const double mean = meanOf(units);
    double variance = 0;
    for (const double unit : units) variance += (unit - mean) * (unit - mean);
    if (variance >= least) continue;
    least = variance;
    best = mean;
  }
  EXPECT_NEAR(value, best, 1e-4);
}

TEST(Estimators, ParametersAtTheirLimitsChangeNothingOrEverything) {
  const WeightedRows rows = someRows(300, 5);
  const double infinity = std::numeric_limits<double>::infinity();
  const auto with = [&](ValueEstimator estimator, double parameter) {
    OffPolicySettings settings;
    settings.resamples = 0;
    settings.parameters = {{estimator, parameter}};
    return estimateValue(rows, {}, settings).of(estimator).value;
  };
  const OffPolicyEstimate plain = estimateValue(rows, {});
  EXPECT_DOUBLE_EQ(with(ValueEstimator::ClippedIps, infinity), plain.ips().value);
  EXPECT_DOUBLE_EQ(with(ValueEstimator::SwitchDr, infinity), plain.of(ValueEstimator::Dr).value);
  EXPECT_DOUBLE_EQ(with(ValueEstimator::Dros, infinity), plain.of(ValueEstimator::Dr).value);
  EXPECT_DOUBLE_EQ(with(ValueEstimator::SgDr, 0), plain.of(ValueEstimator::Dr).value);
  EXPECT_DOUBLE_EQ(with(ValueEstimator::SgIps, 1), meanOf(rows.reward));
  EXPECT_DOUBLE_EQ(with(ValueEstimator::SwitchDr, 0), plain.of(ValueEstimator::Dm).value);
  EXPECT_DOUBLE_EQ(with(ValueEstimator::Dros, 0), plain.of(ValueEstimator::Dm).value);
  EXPECT_DOUBLE_EQ(with(ValueEstimator::ClippedIps, 0), 0);
}

TEST(Estimators, AnExactRewardModelLeavesNoVarianceToDr) {
  WeightedRows rows = someRows(400, 6);
  rows.reward = rows.predictedReward;
  const OffPolicyEstimate estimate = estimateValue(rows, {});
  const double direct = meanOf(rows.directValue);
  for (const ValueEstimator estimator :
       {ValueEstimator::Dm, ValueEstimator::Dr, ValueEstimator::Sndr, ValueEstimator::SwitchDr,
        ValueEstimator::Dros, ValueEstimator::SgDr}) {
    EXPECT_NEAR(estimate.of(estimator).value, direct, 1e-12) << describe(estimator).key;
  }
}

TEST(Estimators, ObservedRowsOfASlateAreOneUnit) {
  // Three slates of two rows each; π sums to 1 in each.
  WeightedRows rows;
  rows.kind = RowKind::Observed;
  rows.slates = 3;
  rows.slate = {0, 0, 1, 1, 2, 2};
  rows.ratio = {0.25, 0.75, 0.5, 0.5, 0.1, 0.9};
  rows.reward = {1, 0, 0, 1, 1, 1};
  rows.predictedReward = {0.5, 0.25, 0.5, 0.5, 1, 0};
  rows.directValue = {0.3125, 0.5, 0.1};
  const OffPolicyEstimate estimate = estimateValue(rows, {});
  EXPECT_DOUBLE_EQ(estimate.ips().value, (0.25 + 0.5 + 1) / 3);
  EXPECT_NEAR(estimate.of(ValueEstimator::Dr).value, estimate.ips().value, 1e-15)
      << "v and the model's part of the correction cancel";
  EXPECT_DOUBLE_EQ(estimate.of(ValueEstimator::BetaIps).value, estimate.ips().value);
}

TEST(Estimators, WhatIsMissingIsSaid) {
  WeightedRows rows = someRows(50, 7);
  rows.categoryRatio.clear();
  rows.whyNoCategory = "The log states no category of the items.";
  rows.placeRatio.clear();
  const OffPolicyEstimate estimate = estimateValue(rows, {});
  EXPECT_EQ(estimate.of(ValueEstimator::Mips).unavailable, rows.whyNoCategory);
  EXPECT_TRUE(std::isnan(estimate.of(ValueEstimator::Mips).value));
  EXPECT_FALSE(estimate.of(ValueEstimator::PositionIps).available());
  OffPolicySettings settings;
  settings.estimators = {ValueEstimator::Snips};
  EXPECT_FALSE(estimateValue(rows, {}, settings).ips().available());
  EXPECT_TRUE(estimateValue(rows, {}, settings).snips().available());
}

TEST(Estimators, NamesAreThoseOfTheCommandLine) {
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    EXPECT_EQ(valueEstimatorFromString(description.key), description.estimator);
    EXPECT_EQ(&describe(description.estimator), &description);
  }
  EXPECT_THROW(
      {
        try {
          valueEstimatorFromString("cips");
        } catch (const Error& error) {
          EXPECT_THAT(error.what(), testing::AllOf(HasSubstr("cips"), HasSubstr("clipped_ips")));
          throw;
        }
      },
      Error);
}

/// SLOPE by hand: widths fall, and the third interval no longer meets the first.
TEST(ParameterChoice, SlopeStopsBeforeTheFirstIntervalThatLeaves) {
  const std::vector<MeanWithWidth> tried{{1.0, 0.5}, {0.8, 0.2}, {0.1, 0.05}, {0.1, 0.01}};
  // |1.0 − 0.8| ≤ 0.2 + 1.449·0.5; |1.0 − 0.1| = 0.9 > 0.05 + 0.7247.
  EXPECT_EQ(chooseBySlope(tried), 1u);
  const std::vector<MeanWithWidth> overlapping{{1.0, 0.5}, {0.9, 0.01}, {0.95, 0.3}};
  EXPECT_EQ(chooseBySlope(overlapping), 1u) << "the narrowest of all";
}

TEST(ParameterChoice, ClipsOnlyWhereRatiosAreWild) {
  WeightedRows tame = someRows(2000, 8);
  for (double& ratio : tame.ratio) ratio = 1;
  const std::vector<double> grid = parameterGrid(tame, ValueEstimator::ClippedIps);
  ASSERT_FALSE(grid.empty());
  EXPECT_GE(chooseParameter(tame, ValueEstimator::ClippedIps, ParameterRule::MseBound, grid), 1.0);
  // One row of two thousand carries a huge ratio: with it the estimate says next to nothing.
  WeightedRows wild = tame;
  wild.ratio[3] = 5000;
  wild.reward[3] = 1;
  const std::vector<double> wildGrid = parameterGrid(wild, ValueEstimator::ClippedIps);
  EXPECT_LT(chooseParameter(wild, ValueEstimator::ClippedIps, ParameterRule::Slope, wildGrid),
            5000);
}

TEST(ParameterChoice, LeavesTheWeightsOfObservedRowsAsTheyAre) {
  WeightedRows rows = someRows(500, 4);
  rows.kind = RowKind::Observed;
  for (const ValueEstimator estimator :
       {ValueEstimator::ClippedIps, ValueEstimator::SgIps, ValueEstimator::SgDr,
        ValueEstimator::SwitchDr, ValueEstimator::Dros}) {
    const std::vector<double> grid = parameterGrid(rows, estimator);
    ASSERT_EQ(grid.size(), 1u);
    for (const double weight : {0.001, 0.4, 1.0}) {
      EXPECT_EQ(changedWeight(estimator, weight, grid.front()), weight)
          << describe(estimator).title;
    }
    EXPECT_EQ(
        estimateValue(rows, {}).of(estimator).parameterChoice,
        rows.predictedReward.empty() && describe(estimator).usesRewardModel ? "" : "not_needed");
  }
  EXPECT_EQ(estimateValue(someRows(500, 4), {}).of(ValueEstimator::ClippedIps).parameterChoice,
            "slope");
}

TEST(Intervals, NormalIsTheTextbooksOwn) {
  WeightedRows rows = someRows(1000, 11);
  const OffPolicyEstimate estimate = estimateValue(rows, {});
  std::vector<double> units;
  for (std::size_t i = 0; i < rows.size(); ++i) units.push_back(rows.ratio[i] * rows.reward[i]);
  const double mean = meanOf(units);
  double squares = 0, least = 1e9, most = -1e9;
  for (const double unit : units) {
    squares += (unit - mean) * (unit - mean);
    least = std::min(least, unit);
    most = std::max(most, unit);
  }
  const double n = 1000;
  const Interval& normal = estimate.ips().intervals[static_cast<std::size_t>(IntervalKind::Normal)];
  const double half = 1.959963984540054 * std::sqrt(squares / (n - 1) / n);
  EXPECT_NEAR(normal.low, mean - half, 1e-12);
  EXPECT_NEAR(normal.high, mean + half, 1e-12);
  const Interval& bernstein =
      estimate.ips().intervals[static_cast<std::size_t>(IntervalKind::Bernstein)];
  const double logarithm = std::log(2 / 0.025);
  const double wide = std::sqrt(2 * squares / (n - 1) * logarithm / n) +
                      7 * (most - least) * logarithm / (3 * (n - 1));
  EXPECT_NEAR(bernstein.high, mean + wide, 1e-12);
}

TEST(Intervals, DeltaMethodAgreesWithTheBootstrapForEveryEstimator) {
  const WeightedRows rows = someRows(3000, 12);
  OffPolicySettings settings;
  settings.resamples = 4000;
  settings.parameters = {{ValueEstimator::ClippedIps, 1.3},
                         {ValueEstimator::SwitchDr, 1.7},
                         {ValueEstimator::Dros, 2.5},
                         {ValueEstimator::SgIps, 0.2},
                         {ValueEstimator::SgDr, 0.4}};
  const OffPolicyEstimate estimate = estimateValue(rows, {}, settings);
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& value = estimate.of(description.estimator);
    const auto width = [&](IntervalKind kind) {
      const Interval& interval = value.intervals[static_cast<std::size_t>(kind)];
      return interval.high - interval.low;
    };
    EXPECT_NEAR(width(IntervalKind::Normal) / width(IntervalKind::Bootstrap), 1, 0.07)
        << description.key;
    EXPECT_GT(width(IntervalKind::Bernstein), width(IntervalKind::Normal)) << description.key;
  }
}

TEST(Intervals, TheChosenKindIsLowAndHigh) {
  const WeightedRows rows = someRows(200, 13);
  for (const IntervalKind kind :
       {IntervalKind::Bootstrap, IntervalKind::Normal, IntervalKind::Bernstein}) {
    OffPolicySettings settings;
    settings.interval = kind;
    const EstimatedValue value = estimateValue(rows, {}, settings).snips();
    EXPECT_EQ(value.low, value.intervals[static_cast<std::size_t>(kind)].low);
    EXPECT_EQ(value.high, value.intervals[static_cast<std::size_t>(kind)].high);
    EXPECT_EQ(intervalKindFromString(toString(kind)), kind);
  }
}

TEST(PairedComparison, SeesASmallDifferenceThatSeparateIntervalsHide) {
  const WeightedRows first = someRows(2000, 14);
  WeightedRows second = first;
  // The second policy earns 0.01 less on every row, far less than either interval's width.
  for (double& reward : second.reward) reward -= 0.01;
  const OffPolicySettings settings;
  const OffPolicyEstimate a = estimateValue(first, {}, settings);
  const OffPolicyEstimate b = estimateValue(second, {}, settings);
  EXPECT_GT(a.snips().high - a.snips().low, 0.05);
  for (const PairedDifference& paired : comparePolicies(a, b, settings)) {
    if (paired.estimator != ValueEstimator::Snips) continue;
    EXPECT_NEAR(paired.difference.value, 0.01, 1e-12);
    EXPECT_NEAR(paired.difference.low, 0.01, 1e-9);
    EXPECT_NEAR(paired.difference.high, 0.01, 1e-9);
    EXPECT_EQ(paired.shareBetter, 1);
  }
  for (const PairedDifference& paired : comparePolicies(a, a, settings)) {
    EXPECT_EQ(paired.difference.value, 0);
    EXPECT_EQ(paired.shareBetter, 0.5);
  }
  const OffPolicyEstimate other = estimateValue(someRows(100, 1), {}, settings);
  EXPECT_THROW(comparePolicies(a, other, settings), Error);
}

TEST(Bootstrap, DrawsAsManySlatesAsThereAreWithTheMultinomialsVariance) {
  // 3 blocks of 512 and a rest: slates 0 … 1699 with values, so that blocks are unlike.
  constexpr std::size_t kSlates = 1700;
  constexpr int kResamples = 3000;
  Matrix<double> sums(kSlates, 3);
  double squares = 0, mean = 0;
  for (std::size_t s = 0; s < kSlates; ++s) {
    sums(s, 0) = 1;
    sums(s, 1) = std::sin(static_cast<double>(s)) + static_cast<double>(s) / 400;
    sums(s, 2) = s == 600 ? 1 : 0;
    mean += sums(s, 1) / kSlates;
  }
  for (std::size_t s = 0; s < kSlates; ++s) squares += std::pow(sums(s, 1) - mean, 2);
  const Matrix<double> drawn = resampleSums(sums, kResamples, 5);
  double drawnMean = 0, drawnSquares = 0, once = 0;
  for (std::size_t i = 0; i < drawn.rows(); ++i) {
    EXPECT_EQ(drawn(i, 0), kSlates);
    drawnMean += drawn(i, 1) / kResamples;
    once += drawn(i, 2) / kResamples;
  }
  for (std::size_t i = 0; i < drawn.rows(); ++i) {
    drawnSquares += std::pow(drawn(i, 1) - drawnMean, 2) / kResamples;
  }
  // The sum of n draws has variance n·σ² = Σ (x − mean)²; its own error here is about 2.6 %.
  EXPECT_NEAR(drawnSquares / squares, 1, 0.1);
  EXPECT_NEAR(drawnMean, mean * kSlates, 4 * std::sqrt(squares / kResamples));
  EXPECT_NEAR(once, 1, 4 / std::sqrt(kResamples));
}

TEST(Bootstrap, DrawsTheSameSlatesWhateverTheColumnsAre) {
  Matrix<double> narrow(900, 1), wide(900, 9);
  for (std::size_t s = 0; s < 900; ++s) {
    narrow(s, 0) = std::cos(static_cast<double>(s));
    for (std::size_t c = 0; c < 9; ++c) wide(s, c) = static_cast<double>(c + 1) * narrow(s, 0);
  }
  const Matrix<double> a = resampleSums(narrow, 50, 3);
  const Matrix<double> b = resampleSums(wide, 50, 3);
  for (std::size_t i = 0; i < 50; ++i) {
    for (std::size_t c = 0; c < 9; ++c) {
      EXPECT_NEAR(b(i, c), static_cast<double>(c + 1) * a(i, 0), 1e-9);
    }
  }
}

}  // namespace
}  // namespace luce
