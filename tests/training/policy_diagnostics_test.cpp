#include "core/training/policy_diagnostics.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/training/progress_log.h"

namespace luce {
namespace {

constexpr double kNotStated = std::numeric_limits<double>::quiet_NaN();
constexpr double kTolerance = 1e-6;  // policies are float

/// A batch by hand; rows are added one at a time.
struct HandMadeStep {
  void addSlate(const std::vector<double>& policy) {
    for (const double probability : policy) {
      policies.push_back(static_cast<float>(probability));
      logPolicies.push_back(static_cast<float>(std::log(probability)));
    }
    offsets.push_back(static_cast<std::int64_t>(policies.size()));
  }
  void addRow(std::uint32_t slate, std::int64_t candidate, double behaviour, double ratio = 1,
              double advantage = 0, float coefficient = 0) {
    rows.slate.push_back(slate);
    rows.candidate.push_back(candidate);
    rows.behaviour.push_back(behaviour);
    ratios.push_back(ratio);
    advantages.push_back(advantage);
    coefficients.push_back(coefficient);
  }
  PolicyDiagnostics describe() {
    return policyDiagnostics(
        {offsets, logPolicies, policies, stated, &rows, ratios, advantages, coefficients, bounds},
        scratch);
  }

  std::vector<std::int64_t> offsets{0};
  std::vector<float> policies, logPolicies, coefficients;
  std::vector<double> stated, ratios, advantages, scratch;
  LoggedRows rows;
  ClipBounds bounds;
};

TEST(PolicyDiagnostics, QuantilesOfOneToAHundredAreTheirNumbers) {
  HandMadeStep step;
  step.addSlate({1});
  for (int i = 0; i < 100; ++i) step.addRow(0, 0, 1, (37 * i) % 100 + 1);  // 1..100, mixed
  const PolicyDiagnostics all = step.describe();
  EXPECT_EQ(all.ratioQuantile10, 10);
  EXPECT_EQ(all.ratioQuantile50, 50);
  EXPECT_EQ(all.ratioQuantile90, 90);
  EXPECT_EQ(all.ratioQuantile99, 99);
  EXPECT_EQ(all.ratioMaximum, 100);
}

TEST(PolicyDiagnostics, FewRowsHaveQuantilesToo) {
  HandMadeStep step;
  step.addSlate({1});
  for (const double ratio : {4.0, 0.5, 2.0, 1.0}) step.addRow(0, 0, 1, ratio);
  const PolicyDiagnostics four = step.describe();
  EXPECT_EQ(four.ratioQuantile10, 0.5);
  EXPECT_EQ(four.ratioQuantile50, 1);
  EXPECT_EQ(four.ratioQuantile90, 4);
  EXPECT_EQ(four.ratioQuantile99, 4);
  EXPECT_EQ(four.ratioMaximum, 4);

  HandMadeStep one;
  one.addSlate({1});
  one.addRow(0, 0, 1, 3.0, 5.0);
  EXPECT_EQ(one.describe().ratioQuantile10, 3);
  EXPECT_EQ(one.describe().ratioMaximum, 3);
  EXPECT_EQ(one.describe().advantageMean, 5);
  EXPECT_TRUE(std::isnan(one.describe().advantageDeviation)) << "one row has no spread";
}

TEST(PolicyDiagnostics, ClippedSharesEffectiveSizeAndAdvantages) {
  HandMadeStep step;
  step.addSlate({1});
  step.bounds = {0.8, 1.5};
  step.addRow(0, 0, 1, 0.5, 1.0);
  step.addRow(0, 0, 1, 1.0, -1.0);
  step.addRow(0, 0, 1, 1.5, 3.0);
  step.addRow(0, 0, 1, 2.0, 1.0);
  const PolicyDiagnostics result = step.describe();
  EXPECT_EQ(result.clipped.low, 0.25);
  EXPECT_EQ(result.clipped.high, 0.25) << "the bound itself is not clipped";
  EXPECT_NEAR(result.effectiveSampleSize, 5.0 * 5.0 / 7.5 / 4, 1e-12);
  EXPECT_EQ(result.advantageMean, 1);
  EXPECT_NEAR(result.advantageDeviation, std::sqrt(8.0 / 3), 1e-12);
}

TEST(PolicyDiagnostics, ASlateIsSilentWhenAllItsRowsAre) {
  HandMadeStep step;
  for (int slate = 0; slate < 5; ++slate) step.addSlate({0.5, 0.5});
  step.addRow(0, 0, 1, 1, 0, 0.0f);  // both rows silent
  step.addRow(0, 1, 1, 1, 0, -0.0f);
  step.addRow(2, 4, 1, 1, 0, 0.0f);  // one row pulls
  step.addRow(2, 5, 1, 1, 0, -0.25f);
  step.addRow(3, 6, 1, 1, 0, 0.0f);  // silent; slates 1 and 4 have no rows and do not count
  EXPECT_NEAR(step.describe().slatesWithoutGradient, 2.0 / 3, 1e-12);
}

TEST(PolicyDiagnostics, DivergenceFromAStatedLoggingPolicyIsExact) {
  for (const RowKind kind : {RowKind::Drawn, RowKind::Observed, RowKind::Article}) {
    HandMadeStep step;
    step.rows.kind = kind;
    step.addSlate({0.5, 0.25, 0.25});
    step.addSlate({});
    step.addSlate({0.5, 0.5});  // does not state all, so it is left out
    step.addSlate({0.9, 0.1});
    step.stated = {0.25, 0.25, 0.5, 0.3, kNotStated, 0.5, 0.5};
    step.addRow(0, 0, 1);
    const double first = 0.5 * std::log(2.0) + 0.25 * std::log(0.5);
    const double last = 0.9 * std::log(1.8) + 0.1 * std::log(0.2);
    EXPECT_NEAR(step.describe().klLogging, (first + last) / 2, kTolerance);
    // Candidates that the log left out took half of the probability with them.
    for (double& propensity : step.stated) propensity /= 2;
    EXPECT_NEAR(step.describe().klLogging, (first + last) / 2, kTolerance);
  }
}

TEST(PolicyDiagnostics, DrawnRowsEstimateTheDivergence) {
  // Draws in exactly the shares of π_β = (1/4, 1/4, 1/2), so the estimate is the divergence.
  HandMadeStep step;
  for (std::uint32_t slate = 0; slate < 5; ++slate) step.addSlate({0.5, 0.25, 0.25});
  const double behaviour[] = {0.25, 0.25, 0.5};
  const std::int64_t draws[] = {0, 1, 2, 2};
  for (std::uint32_t slate = 0; slate < 4; ++slate) {
    step.addRow(slate, 3 * slate + draws[slate], behaviour[draws[slate]]);
  }
  // A rule fills this one's gap in the ratio, but the log says nothing of it.
  step.addRow(4, 12, kNotStated, 100);
  EXPECT_NEAR(step.describe().klLogging, 0.25 * std::log(2.0), kTolerance);

  for (const RowKind kind : {RowKind::Observed, RowKind::Article}) {
    step.rows.kind = kind;
    EXPECT_TRUE(std::isnan(step.describe().klLogging)) << "these rows are no draws";
  }
}

TEST(PolicyDiagnostics, WhatCannotBeSaidIsNotANumber) {
  HandMadeStep none;
  none.addSlate({0.5, 0.5});
  const PolicyDiagnostics empty = none.describe();
  for (const double value :
       {empty.clipped.low, empty.clipped.high, empty.ratioQuantile10, empty.ratioMaximum,
        empty.effectiveSampleSize, empty.klLogging, empty.advantageMean, empty.advantageDeviation,
        empty.slatesWithoutGradient}) {
    EXPECT_TRUE(std::isnan(value));
  }
  HandMadeStep broken;
  broken.addSlate({1});
  for (const double ratio : {1.0, kNotStated, 2.0}) broken.addRow(0, 0, kNotStated, ratio);
  EXPECT_TRUE(std::isnan(broken.describe().ratioQuantile50));
  EXPECT_TRUE(std::isnan(broken.describe().ratioMaximum));
  EXPECT_TRUE(std::isnan(broken.describe().klLogging));
}

TEST(StepMean, CountsOnlyStepsThatCouldSayANumberAndKeepsTheLargestRatio) {
  StepMean mean;
  StepAverages first, second, third;
  first.bce = 1;
  second.bce = 2;
  third.bce = 6;
  first.policy.klLogging = 0.5;
  third.policy.klLogging = 0.25;
  first.policy.ratioMaximum = 2;
  second.policy.ratioMaximum = 7;
  for (const StepAverages& step : {first, second, third}) mean.add(step);
  EXPECT_EQ(mean.mean().bce, 3);
  EXPECT_EQ(mean.mean().policy.klLogging, 0.375);
  EXPECT_EQ(mean.mean().policy.ratioMaximum, 7);
  EXPECT_TRUE(std::isnan(mean.mean().policy.advantageMean));
  mean.clear();
  EXPECT_TRUE(mean.empty());
  mean.add(first);
  EXPECT_EQ(mean.mean().bce, 1);
  EXPECT_EQ(mean.mean().policy.ratioMaximum, 2);
}

}  // namespace
}  // namespace luce
