// Ratios of places, categories and classifiers against brute force and closed forms.
#include "core/evaluation/policy_rows.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/common/random.h"
#include "core/evaluation/category_policy.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/logistic_regression.h"
#include "core/evaluation/place_policy.h"
#include "core/training/reward_model.h"

namespace luce {
namespace {

using testing::HasSubstr;

std::vector<float> somePolicy(std::size_t count, std::uint64_t seed, double spread) {
  Random random(seed);
  std::vector<double> weights;
  for (std::size_t i = 0; i < count; ++i) weights.push_back(std::exp(spread * random.normal()));
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<float> policy;
  for (const double weight : weights) policy.push_back(static_cast<float>(weight / sum));
  return policy;
}

/// P(item at place) by all permutations.
std::vector<double> placesByPermutations(std::span<const float> policy, std::size_t item) {
  std::vector<std::size_t> order(policy.size());
  std::iota(order.begin(), order.end(), 0u);
  std::vector<double> chance(policy.size() + 1, 0.0);
  do {
    double left = 0, product = 1;
    for (const float p : policy) left += p;
    std::size_t place = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
      product *= policy[order[k]] / left;
      left -= policy[order[k]];
      if (order[k] == item) place = k + 1;
    }
    chance[place] += product;
  } while (std::next_permutation(order.begin(), order.end()));
  return chance;
}

TEST(PlacePolicy, AgreesWithAllPermutations) {
  for (const double spread : {0.1, 1.0, 2.5}) {
    const std::vector<float> policy = somePolicy(7, 3, spread);
    for (std::size_t item = 0; item < 7; ++item) {
      const std::vector<double> expected = placesByPermutations(policy, item);
      for (std::size_t place = 1; place <= 7; ++place) {
        EXPECT_NEAR(placeProbability(policy, item, place), expected[place], 1e-6)
            << "item " << item << ", place " << place << ", spread " << spread;
      }
    }
  }
}

TEST(PlacePolicy, LimitsAreKept) {
  const std::vector<float> uniform(80, 1.0f / 80);
  for (const std::size_t place : {1, 2, 3, 4, 10, 80}) {
    EXPECT_NEAR(placeProbability(uniform, 5, place), 1.0 / 80, 1e-6) << place;
  }
  const std::vector<float> certain{1, 0, 0};
  EXPECT_EQ(placeProbability(certain, 0, 1), 1);
  EXPECT_EQ(placeProbability(certain, 0, 2), 0);
  EXPECT_EQ(placeProbability(certain, 1, 2), 0);
  EXPECT_EQ(placeProbability(certain, 0, 4), 0);
  EXPECT_EQ(placeProbability(certain, 0, 0), 0);
}

/// A bandit of six items in two genres, logged by a fixed policy at two places.
class BanditLog : public testing::Test {
 protected:
  static constexpr std::size_t kItems = 6;
  static constexpr std::array<double, kItems> kLogging{0.3, 0.25, 0.2, 0.1, 0.1, 0.05};

  static double truth(std::size_t item, double x) {
    return 0.1 + 0.1 * static_cast<double>(item % 2) + 0.3 * (item < 3 ? x : 1 - x);
  }

  SlateTable log(int rows, std::uint64_t seed, double spoilt = 0) const {
    Schema schema;
    schema.shape = LogShape::Bandit;
    schema.tasks = {"click"};
    schema.features = {{"x", FeatureKind::Numeric, FeatureScope::Context},
                       {"genre", FeatureKind::Category, FeatureScope::Item},
                       {"size", FeatureKind::Numeric, FeatureScope::Item}};
    schema.hasPosition = true;
    schema.hasPropensity = true;
    SlateTableBuilder builder;
    builder.begin(schema);
    for (std::size_t i = 0; i < kItems; ++i) {
      ItemRecord item;
      const std::string key = "i" + std::to_string(i);
      item.key = key;
      const std::vector<double> numeric{static_cast<double>(i)};
      const std::vector<std::string_view> category{i < 3 ? "low" : "high"};
      item.numeric = numeric;
      item.category = category;
      builder.addItem(item);
    }
    Random random(seed);
    for (int row = 0; row < rows; ++row) {
      const double x = random.uniform();
      double left = random.uniform();
      std::size_t chosen = 0;
      while (chosen + 1 < kItems && left >= kLogging[chosen]) left -= kLogging[chosen++];
      SlateRecord slate;
      const std::string key = std::to_string(row);
      slate.key = key;
      const std::vector<double> numeric{x};
      slate.contextNumeric = numeric;
      BanditAction action;
      action.item = static_cast<std::uint32_t>(chosen);
      action.position = static_cast<std::uint16_t>(1 + row % 2);
      action.propensity = kLogging[chosen] * (1 + spoilt * x);
      const std::vector<float> labels{random.uniform() < truth(chosen, x) ? 1.0f : 0.0f};
      action.labels = labels;
      slate.action = &action;
      builder.addSlate(slate);
    }
    return builder.finish();
  }

  static PolicyProbabilities policyFor(const SlateTable& table) {
    PolicyProbabilities policy;
    policy.offsets.push_back(0);
    const std::vector<float> fixed{0.05f, 0.05f, 0.1f, 0.2f, 0.3f, 0.3f};
    for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
      policy.slates.push_back(static_cast<std::uint32_t>(slate));
      policy.offsets.push_back(policy.offsets.back() + kItems);
      policy.policy.insert(policy.policy.end(), fixed.begin(), fixed.end());
    }
    return policy;
  }

  static PolicySettings settings() {
    PolicySettings settings;
    settings.valueWeights = settings.rewardWeights = {1};
    return settings;
  }
};

TEST_F(BanditLog, CategoryRatiosAreSumsOverTheCategory) {
  const SlateTable table = log(4000, 1);
  const WeightedRows rows = weighRows(table, policyFor(table), settings(), {});
  ASSERT_EQ(rows.categoryRatio.size(), 4000u) << rows.whyNoCategory;
  EXPECT_EQ(rows.category, "genre");
  for (std::size_t i = 0; i < 50; ++i) {
    const double expected = table.action(i) < 3 ? 0.2 / 0.75 : 0.8 / 0.25;
    EXPECT_NEAR(rows.categoryRatio[i], expected, 1e-6);
  }
}

TEST_F(BanditLog, MipsIsRefusedWhereTheLoggingPolicyIsNotKnown) {
  const SlateTable table = log(500, 1, 0.3);
  const WeightedRows rows = weighRows(table, policyFor(table), settings(), {});
  EXPECT_TRUE(rows.categoryRatio.empty());
  EXPECT_THAT(rows.whyNoCategory, HasSubstr("hangs on the context"));
  EvaluationAids aids;
  aids.category = "colour";
  const SlateTable known = log(500, 1);
  EXPECT_THROW(weighRows(known, policyFor(known), settings(), aids), std::exception);
}

TEST_F(BanditLog, PlaceRatiosAreOfTheRowsOwnPlace) {
  const SlateTable table = log(300, 2);
  const PolicyProbabilities policy = policyFor(table);
  const WeightedRows rows = weighRows(table, policy, settings(), {});
  ASSERT_EQ(rows.placeRatio.size(), 300u) << rows.whyNoPlace;
  const std::span<const float> slate(policy.policy.data(), kItems);
  for (std::size_t i = 0; i < 300; ++i) {
    const std::size_t item = table.action(i);
    EXPECT_NEAR(rows.placeRatio[i], placesByPermutations(slate, item)[1 + i % 2] / kLogging[item],
                1e-6);
  }
}

TEST_F(BanditLog, ClassifierFindsTheRatiosWithoutPropensities) {
  const SlateTable table = log(20000, 3);
  EvaluationAids aids;
  aids.balanced = true;
  const WeightedRows rows = weighRows(table, policyFor(table), settings(), aids);
  ASSERT_EQ(rows.balancedRatio.size(), rows.size()) << rows.whyNotBalanced;
  double error = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    error += std::abs(std::log(rows.balancedRatio[i] / rows.ratio[i])) /
             static_cast<double>(rows.size());
  }
  EXPECT_LT(error, 0.1) << "mean error of log ρ, whose mean size is over 1";
}

TEST_F(BanditLog, EstimatorsFindTheTrueValue) {
  const SlateTable table = log(40000, 4);
  const PolicyProbabilities policy = policyFor(table);
  double expected = 0;
  for (std::size_t item = 0; item < kItems; ++item) {
    expected += policy.policy[item] * truth(item, 0.5);  // E[x] = 0.5 and truth is linear in x
  }
  RewardModelSettings model;
  model.epochs = 3;
  const Predictions rewards = fitRewardModel(table, policy.slates, model);
  EvaluationAids aids;
  aids.rewardModel = &rewards;
  aids.balanced = true;
  const WeightedRows rows = weighRows(table, policy, settings(), aids);
  const OffPolicyEstimate estimate =
      estimateValue(rows, loggingRewards(table, policy.slates, settings().rewardWeights));
  for (const ValueEstimator estimator :
       {ValueEstimator::Ips, ValueEstimator::Snips, ValueEstimator::Dr, ValueEstimator::Sndr,
        ValueEstimator::BetaIps, ValueEstimator::SwitchDr, ValueEstimator::BalancedIps}) {
    const EstimatedValue& value = estimate.of(estimator);
    EXPECT_NEAR(value.value, expected, 2 * (value.high - value.low)) << describe(estimator).key;
    EXPECT_LT(value.high - value.low, 0.1) << describe(estimator).key;
  }
  EXPECT_NEAR(estimate.of(ValueEstimator::Dm).value, expected, 0.05);
}

TEST_F(BanditLog, SupportViolationsAreCounted) {
  const SlateTable table = log(3, 5);  // three rows cannot take all six items
  const PolicyProbabilities policy = policyFor(table);
  std::vector<bool> taken(kItems, false);
  for (std::size_t i = 0; i < 3; ++i) taken[table.action(i)] = true;
  double missed = 0;
  std::int64_t items = 0;
  for (std::size_t item = 0; item < kItems; ++item) {
    if (taken[item]) continue;
    missed += policy.policy[item];
    ++items;
  }
  const SupportViolations violations = supportViolations(table, policy, settings());
  EXPECT_EQ(violations.items, items);
  EXPECT_EQ(violations.candidates, 3 * items);
  EXPECT_NEAR(violations.probability, missed, 1e-6);
  EXPECT_THAT(evaluateUniform(table, policy.slates, settings(), {}).estimate.warnings,
              testing::Contains(HasSubstr("items that no row took")));
}

TEST_F(BanditLog, RewardModelNeverLearnsFromTheSlateItSpeaksOf) {
  // Turning one slate's label around changes the predictions of other folds' slates only.
  const SlateTable table = log(60, 6);
  std::vector<std::uint32_t> slates(60);
  std::iota(slates.begin(), slates.end(), 0u);
  const Predictions before = fitRewardModel(table, slates);
  SlateTable changed = log(60, 6);
  const_cast<LoggedColumns&>(changed.logged()).labels(7, 0) = 1 - changed.logged().labels(7, 0);
  const Predictions after = fitRewardModel(changed, slates);
  std::size_t moved = 0;
  for (std::size_t slate = 0; slate < 60; ++slate) {
    bool same = true;
    for (std::size_t i = slate * kItems; i < (slate + 1) * kItems; ++i) {
      same = same && before.task(0)[i] == after.task(0)[i];
    }
    if (slate == 7) {
      EXPECT_TRUE(same);
    }
    moved += !same;
  }
  EXPECT_GE(moved, 30u) << "two of three folds learn from it";
}

TEST(LogisticRegression, FindsTheLogOddsOfTwoGroups) {
  // 3 of 10 in the one group, 8 of 10 in the other.
  Matrix<double> rows(20, 2);
  std::vector<double> labels(20, 0.0);
  for (std::size_t i = 0; i < 20; ++i) {
    rows(i, 0) = 1;
    rows(i, 1) = i < 10 ? 0 : 1;
    labels[i] = (i < 3 || (i >= 10 && i < 18)) ? 1 : 0;
  }
  const LogisticModel model = fitLogistic(rows, labels, 1e-9);
  EXPECT_NEAR(model.coefficients[0], std::log(0.3 / 0.7), 1e-5);
  EXPECT_NEAR(model.coefficients[0] + model.coefficients[1], std::log(0.8 / 0.2), 1e-5);
}

TEST(LogisticRegression, SurvivesPerfectlyToldClasses) {
  Matrix<double> rows(10, 2);
  std::vector<double> labels(10, 0.0);
  for (std::size_t i = 0; i < 10; ++i) {
    rows(i, 0) = 1;
    rows(i, 1) = i < 5 ? -1 : 1;
    labels[i] = i < 5 ? 0 : 1;
  }
  const LogisticModel model = fitLogistic(rows, labels, 0.1);
  EXPECT_TRUE(std::isfinite(model.coefficients[1]));
  EXPECT_GT(model.coefficients[1], 1);
}

}  // namespace
}  // namespace luce
