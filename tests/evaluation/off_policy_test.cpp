#include "core/evaluation/off_policy.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "core/common/random.h"
#include "core/evaluation/bootstrap.h"
#include "core/policy/plackett_luce.h"
#include "tests/support/golden_case.h"

namespace luce {
namespace {

using testing::HasSubstr;

OffPolicySettings withoutIntervals() {
  OffPolicySettings settings;
  settings.resamples = 0;
  return settings;
}

TEST(OffPolicy, AgreesWithTheGoldenVectors) {
  const std::vector<GoldenCase> cases = goldenCases();
  if (cases.empty()) GTEST_SKIP() << "the golden vectors are not beside the project";
  int compared = 0;
  for (const GoldenCase& golden : cases) {
    const auto& expected = golden.expected.at("ope");
    if (expected.is_null()) continue;
    SCOPED_TRACE(golden.name);
    std::vector<double> logPolicy(golden.scores.size()), policy(golden.scores.size());
    firstPlacePolicy<double>(golden.offsets, golden.scores, golden.temperature, logPolicy, policy);
    // The golden estimates are means over rows, which is what article rows are.
    WeightedRows rows;
    rows.kind = RowKind::Article;
    rows.slates = static_cast<std::int64_t>(golden.offsets.size()) - 1;
    for (std::size_t i = 0; i < golden.rows.size(); ++i) {
      if (std::isnan(golden.rows.behaviour[i])) continue;
      const double pi = policy[static_cast<std::size_t>(golden.rows.candidate[i])];
      rows.slate.push_back(golden.rows.slate[i]);
      rows.ratio.push_back(pi /
                           resolveBehaviour(golden.rows.behaviour[i], PropensityRule::Drop, pi, 1));
      rows.reward.push_back(golden.rewards[i]);
    }
    OffPolicySettings settings = withoutIntervals();
    settings.parameters[ValueEstimator::ClippedIps] = golden.hyper.at("ope_lambda");
    const OffPolicyEstimate estimate = estimateValue(rows, {}, settings);
    const auto near = [&](double value, const char* name) {
      const double wanted = expected.at(name);
      EXPECT_NEAR(value, wanted, 1e-9 * std::max(1.0, std::abs(wanted))) << name;
    };
    EXPECT_EQ(estimate.rows, expected.at("n").get<std::int64_t>());
    near(estimate.meanWeight, "mean_w");
    near(estimate.maxWeight, "max_w");
    near(estimate.effectiveSampleSize, "ess");
    near(estimate.ips().value, "ips");
    near(estimate.of(ValueEstimator::ClippedIps).value, "clipped_ips");
    near(estimate.snips().value, "snips");
    ++compared;
  }
  EXPECT_GE(compared, 35);
}

LoggingRewards loggingOf(std::vector<double> rewards) {
  std::vector<double> count(rewards.size(), 1.0);
  return {std::move(rewards), std::move(count)};
}

WeightedRows drawnRows(std::vector<double> ratio, std::vector<double> reward) {
  WeightedRows rows;
  rows.slates = static_cast<std::int64_t>(ratio.size());
  rows.slate.resize(ratio.size());
  std::iota(rows.slate.begin(), rows.slate.end(), 0u);
  rows.ratio = std::move(ratio);
  rows.reward = std::move(reward);
  return rows;
}

TEST(OffPolicy, DrawnRowsAreMeansOverSlatesThatHaveOne) {
  WeightedRows rows = drawnRows({2, 0.5, 6}, {1, 4, 1});
  rows.slates = 4;  // one slate had no usable row
  OffPolicySettings settings = withoutIntervals();
  settings.parameters[ValueEstimator::ClippedIps] = 5;
  const OffPolicyEstimate estimate = estimateValue(rows, loggingOf({1, 2, 3, 6}), settings);
  EXPECT_DOUBLE_EQ(estimate.ips().value, (2 + 2 + 6) / 3.0);
  EXPECT_DOUBLE_EQ(estimate.of(ValueEstimator::ClippedIps).value, (2 + 2 + 5) / 3.0);
  EXPECT_DOUBLE_EQ(estimate.snips().value, 10 / 8.5);
  EXPECT_DOUBLE_EQ(estimate.logging.value, 3);
  EXPECT_TRUE(std::isnan(estimate.ips().low)) << "there are no resamples";
}

TEST(OffPolicy, NoRowsGiveNaNAndSaySo) {
  const OffPolicyEstimate estimate = estimateValue(drawnRows({}, {}), {});
  EXPECT_TRUE(std::isnan(estimate.ips().value));
  EXPECT_TRUE(std::isnan(estimate.snips().value));
  EXPECT_TRUE(std::isnan(estimate.logging.value));
  EXPECT_THAT(estimate.warnings, testing::ElementsAre(HasSubstr("No logged row")));
}

TEST(OffPolicy, OneRowHasAnIntervalOfNoWidth) {
  const OffPolicyEstimate estimate = estimateValue(drawnRows({2}, {3}), loggingOf({3}));
  EXPECT_EQ(estimate.ips().value, 6);
  EXPECT_EQ(estimate.ips().low, 6);
  EXPECT_EQ(estimate.ips().high, 6);
}

TEST(OffPolicy, SameSeedSameIntervals) {
  Random random(1);
  std::vector<double> ratio, reward;
  for (int i = 0; i < 500; ++i) {
    ratio.push_back(random.uniform() * 3);
    reward.push_back(random.uniform());
  }
  const WeightedRows rows = drawnRows(ratio, reward);
  OffPolicySettings settings;
  const OffPolicyEstimate a = estimateValue(rows, loggingOf(reward), settings);
  const OffPolicyEstimate b = estimateValue(rows, loggingOf(reward), settings);
  EXPECT_EQ(a.snips().low, b.snips().low);
  settings.seed = 2;
  EXPECT_NE(a.snips().low, estimateValue(rows, loggingOf(reward), settings).snips().low);
}

/// A sample's mean has a known standard error; the bootstrap's interval must have its width.
TEST(OffPolicy, IntervalOfAMeanHasTheWidthOfItsStandardError) {
  Random random(3);
  std::vector<double> ones(4000, 1.0), reward;
  for (std::size_t i = 0; i < ones.size(); ++i)
    reward.push_back(random.uniform() < 0.3 ? 1.0 : 0.0);
  OffPolicySettings settings;
  settings.resamples = 2000;
  const OffPolicyEstimate estimate =
      estimateValue(drawnRows(ones, reward), loggingOf(reward), settings);
  const double mean = estimate.ips().value;
  const double halfWidth = 1.96 * std::sqrt(mean * (1 - mean) / 4000);
  EXPECT_NEAR(estimate.ips().high - mean, halfWidth, 0.15 * halfWidth);
  EXPECT_NEAR(mean - estimate.ips().low, halfWidth, 0.15 * halfWidth);
  EXPECT_EQ(estimate.ips().low, estimate.snips().low) << "with equal weights both are the mean";
}

TEST(OffPolicy, IntervalsCoverTheTruthAsOftenAsTheyPromise) {
  // A two-action bandit: π_β = (0.8, 0.2), π = (0.4, 0.6), rewards 0.2 and 0.5: V = 0.38.
  constexpr double kTruth = 0.4 * 0.2 + 0.6 * 0.5;
  constexpr int kTrials = 300;
  int ips = 0, snips = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    Random random(99, static_cast<std::uint64_t>(trial));
    std::vector<double> ratio, reward;
    for (int i = 0; i < 400; ++i) {
      const bool second = random.uniform() < 0.2;
      ratio.push_back(second ? 3.0 : 0.5);
      reward.push_back(random.uniform() < (second ? 0.5 : 0.2) ? 1.0 : 0.0);
    }
    OffPolicySettings settings;
    settings.resamples = 300;
    const OffPolicyEstimate estimate =
        estimateValue(drawnRows(ratio, reward), loggingOf(reward), settings);
    ips += estimate.ips().low <= kTruth && kTruth <= estimate.ips().high;
    snips += estimate.snips().low <= kTruth && kTruth <= estimate.snips().high;
  }
  // 95 % of 300 is 285; four binomial deviations of 3.8, and a percent for the bootstrap itself.
  EXPECT_GE(ips, 285 - 18);
  EXPECT_GE(snips, 285 - 18);
}

TEST(OffPolicy, ResamplesSlatesNotRows) {
  // 50 slates of ten equal rows: resampling rows would pretend to know √10 times more.
  WeightedRows rows;
  rows.kind = RowKind::Observed;
  rows.slates = 50;
  Random random(5);
  for (std::uint32_t slate = 0; slate < 50; ++slate) {
    const double reward = random.uniform();
    for (int i = 0; i < 10; ++i) {
      rows.slate.push_back(slate);
      rows.ratio.push_back(0.1);
      rows.reward.push_back(reward);
    }
  }
  const OffPolicyEstimate estimate = estimateValue(rows, {});
  const double standardError = 0.289 / std::sqrt(50);  // of a mean of uniform numbers
  EXPECT_NEAR(estimate.ips().high - estimate.ips().low, 2 * 1.96 * standardError,
              0.3 * 2 * 1.96 * standardError);
}

TEST(OffPolicy, WithoutResamplesThereIsNoBootstrapInterval) {
  const WeightedRows rows = drawnRows({1, 0.5, 2, 1.5}, {1, 0, 1, 1});
  OffPolicySettings settings = withoutIntervals();
  const OffPolicyEstimate estimate = estimateValue(rows, {}, settings);
  const EstimatedValue& ips = estimate.ips();
  EXPECT_EQ(ips.value, (1 + 2 + 1.5) / 4);
  EXPECT_TRUE(std::isnan(ips.low));
  EXPECT_TRUE(std::isnan(ips.high));
  const auto interval = [&](IntervalKind kind) {
    return ips.intervals[static_cast<std::size_t>(kind)];
  };
  EXPECT_TRUE(std::isnan(interval(IntervalKind::Bootstrap).low));
  EXPECT_LT(interval(IntervalKind::Normal).low, ips.value);
  settings.interval = IntervalKind::Normal;
  EXPECT_EQ(estimateValue(rows, {}, settings).ips().low, interval(IntervalKind::Normal).low);
  for (const PairedDifference& paired : comparePolicies(estimate, estimate, settings)) {
    EXPECT_TRUE(std::isnan(paired.difference.low));
    EXPECT_TRUE(std::isnan(paired.shareBetter));
  }
}

TEST(OffPolicy, WarnsOfWhatMakesNumbersWorthless) {
  std::vector<double> ratio(1000, 0.01), reward(1000, 1.0);
  ratio[3] = 500;
  const auto warnings = [](const WeightedRows& rows) {
    std::string text;
    for (const std::string& warning : estimateValue(rows, {}).warnings) text += warning + '\n';
    return text;
  };
  EXPECT_THAT(
      warnings(drawnRows(ratio, reward)),
      testing::AllOf(HasSubstr("effective sample size is 1 of 1000 rows: the policy differs"),
                     HasSubstr("single row carries 98 %")));
  EXPECT_THAT(warnings(drawnRows(std::vector<double>(1000, 1.0), reward)), testing::IsEmpty());
  // Half of the true ratio everywhere: the propensities were wrong.
  Random random(1);
  for (double& entry : ratio) entry = random.uniform();
  EXPECT_THAT(warnings(drawnRows(ratio, reward)), HasSubstr("mean importance ratio is 0.5"));
  WeightedRows article = drawnRows(std::vector<double>(1000, 1.0), reward);
  article.kind = RowKind::Article;
  EXPECT_THAT(warnings(article), HasSubstr("biased"));
}

TEST(OffPolicy, SaysOfFewRowsThatTheyAreFewAndNotThatThePolicyIsFar) {
  const auto warnings = [](const WeightedRows& rows) {
    std::string text;
    for (const std::string& warning : estimateValue(rows, {}).warnings) text += warning + '\n';
    return text;
  };
  const std::string few =
      warnings(drawnRows(std::vector<double>(30, 1.0), std::vector<double>(30)));
  EXPECT_THAT(few, HasSubstr("30 of 30 rows: few were logged. Collect more data."));
  EXPECT_THAT(few, testing::Not(HasSubstr("KL weight")));
  std::vector<double> ratio(50, 0.1);
  ratio[0] = 10;  // (49·0.1 + 10)² / (49·0.01 + 100) = 2.2
  EXPECT_THAT(warnings(drawnRows(ratio, std::vector<double>(50))),
              testing::AllOf(HasSubstr("is 2 of 50 rows: the policy differs so much"),
                             HasSubstr("if this one was trained, with a larger KL weight")));
  ratio.assign(100, 0.5);
  for (std::size_t i = 0; i < 10; ++i) ratio[i] = 5;  // (45 + 50)² / (22.5 + 250) = 33.1
  const std::string both = warnings(drawnRows(ratio, std::vector<double>(100)));
  EXPECT_THAT(both, HasSubstr("is 33 of 100 rows: few were logged, and as the policy differs"));
  EXPECT_THAT(both, testing::Not(HasSubstr("KL weight")));
}

TEST(Quantile, InterpolatesLinearly) {
  std::vector<double> values{4, 1, std::nan(""), 3, 2};
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile(values, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(values, 1), 4);
  EXPECT_DOUBLE_EQ(quantile(values, 0.25), 1.75);
  std::vector<double> none;
  EXPECT_TRUE(std::isnan(quantile(none, 0.5)));
}

}  // namespace
}  // namespace luce
