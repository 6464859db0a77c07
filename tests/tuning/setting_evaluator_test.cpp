#include "core/tuning/setting_evaluator.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "core/evaluation/evaluate.h"
#include "tests/support/error_of.h"
#include "tests/support/tiny_logs.h"
#include "tests/tuning/made_predictions.h"

namespace luce {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> names(const SettingEvaluator& evaluator) {
  std::vector<std::string> result;
  for (const Outcome& outcome : evaluator.outcomes()) result.push_back(outcome.name);
  return result;
}

/// What the evaluation of one policy says, with these rewards.
PolicyReport reportOf(const SlateTable& table, const Predictions& predictions,
                      const TuningSetting& setting, const TuningBasis& basis,
                      const TaskWeights& rewardWeights) {
  const PolicySettings settings{setting.weights, rewardWeights, setting.temperature, basis.rows,
                                basis.rule};
  OffPolicySettings offPolicy;
  offPolicy.resamples = 4000;
  offPolicy.seed = 77;
  return evaluatePredictions(table, predictions, settings, nullptr, offPolicy);
}

/// Values and intervals against the evaluation's own, which sums row by row and draws its own
/// resamples.
void expectAgreement(const SlateTable& table, TuningBasis basis, bool wideIntervals) {
  const Predictions predictions = randomPredictions(table, 3);
  basis.resamples = 4000;
  const SettingEvaluator evaluator(table, predictions, basis);
  const std::size_t tasks = table.taskCount();
  TuningSetting setting{TaskWeights(tasks, 1.0), 0.4};
  setting.weights[0] = 2.5;
  const SettingOutcomes outcomes = evaluator.evaluate(setting);
  const auto expectNear = [&](std::size_t outcome, const Interval& expected) {
    const Interval found = evaluator.interval(outcomes, outcome);
    EXPECT_NEAR(found.value, expected.value, 1e-5 * std::abs(expected.value))
        << evaluator.outcomes()[outcome].name;
    // Two bootstraps of so many resamples differ by chance.
    const double slack = (wideIntervals ? 0.15 : 0.08) * (expected.high - expected.low);
    EXPECT_NEAR(found.low, expected.low, slack) << evaluator.outcomes()[outcome].name;
    EXPECT_NEAR(found.high, expected.high, slack) << evaluator.outcomes()[outcome].name;
  };
  for (std::size_t t = 0; t < tasks; ++t) {
    TaskWeights unit(tasks, 0.0);
    unit[t] = 1;
    expectNear(t, reportOf(table, predictions, setting, basis, unit).estimate.snips());
  }
  const PolicyReport report = reportOf(table, predictions, setting, basis, basis.rewardWeights);
  expectNear(tasks, report.estimate.snips());
  const std::size_t ess = evaluator.outcomes().size() - 1;
  EXPECT_NEAR(outcomes.values[ess], report.estimate.effectiveSampleSize,
              1e-4 * report.estimate.effectiveSampleSize);
  if (table.shape() == LogShape::Slate) {
    EXPECT_NEAR(outcomes.values[ess - 1], report.ndcg, 1e-5);
  }
}

TEST(SettingEvaluator, AgreesWithTheEvaluationOfOnePolicy) {
  const SlateTable slates = tinySlateLog(600);
  expectAgreement(slates, {{1, 3}, RowKind::Observed, PropensityRule::One}, false);
  expectAgreement(slates, {{1, -2}, RowKind::Drawn, PropensityRule::Uniform}, false);
  expectAgreement(slates, {{1, 3}, RowKind::Drawn, PropensityRule::Self}, false);
  expectAgreement(tinyBanditLog(900), {{1}, RowKind::Drawn, PropensityRule::One}, false);
  SimulationSettings simulation;
  simulation.items = 60;
  const KnownLog log = simulateLog(simulation, 700, 4, 4);
  expectAgreement(log.table, {{1, 2, 4}, RowKind::Observed, PropensityRule::One}, false);
  expectAgreement(log.table, {{1, 2, 4}, RowKind::Drawn, PropensityRule::One}, true);
}

TEST(SettingEvaluator, NamesWhatTheLogCanTell) {
  const SlateTable slates = tinySlateLog(20), bandit = tinyBanditLog(20);
  const Predictions forSlates = randomPredictions(slates, 1),
                    forBandit = randomPredictions(bandit, 1);
  const SettingEvaluator onSlates(slates, forSlates, {{1, -1}, RowKind::Observed});
  EXPECT_THAT(names(onSlates),
              ElementsAre("click", "like", "reward", "greedy_reward", "ndcg", "ess"));
  EXPECT_FALSE(onSlates.outcomes()[0].lowerIsBetter);
  EXPECT_TRUE(onSlates.outcomes()[1].lowerIsBetter) << "what the reward punishes";
  EXPECT_THAT(names(SettingEvaluator(bandit, forBandit, {{1}, RowKind::Drawn})),
              ElementsAre("click", "reward", "greedy_reward", "ess"));
  EXPECT_THAT(errorOf([&] {
                SettingEvaluator(bandit, forBandit, {{1}, RowKind::Observed});
              }),
              HasSubstr("no observed rows"));
  EXPECT_THAT(errorOf([&] {
                SettingEvaluator(slates, {}, {{1, 1}, RowKind::Observed});
              }),
              HasSubstr("no slate"));
}

TEST(SettingEvaluator, TheGreedyRewardIsWhatTheBestScoredCandidatesEarned) {
  const SlateTable table = tinySlateLog(200);
  const Predictions predictions = randomPredictions(table, 9);
  const TuningSetting setting{{1, -0.5}, 3};
  double observed = 0, drawn = 0, matches = 0;
  for (std::size_t slate = 0; slate < 200; ++slate) {
    std::size_t best = slate * 5;
    const auto score = [&](std::size_t i) {
      return predictions.task(0)[i] - 0.5 * predictions.task(1)[i];
    };
    for (std::size_t i = slate * 5; i < slate * 5 + 5; ++i) {
      if (score(i) > score(best)) best = i;
    }
    const double reward = table.logged().labels(best, 0) + 4 * table.logged().labels(best, 1);
    observed += reward / 200;
    if (table.logged().position[best] != 1) continue;
    drawn += reward;
    matches += 1;
  }
  const SettingEvaluator onObserved(table, predictions, {{1, 4}, RowKind::Observed});
  EXPECT_NEAR(onObserved.evaluate(setting).values[3], observed, 1e-6);
  const SettingEvaluator onDrawn(table, predictions, {{1, 4}, RowKind::Drawn});
  EXPECT_NEAR(onDrawn.evaluate(setting).values[3], drawn / matches, 1e-6);
}

TEST(SettingEvaluator, DifferencesArePaired) {
  const SlateTable table = tinySlateLog(500);
  const Predictions predictions = randomPredictions(table, 2);
  const SettingEvaluator evaluator(table, predictions, {{1, 1}, RowKind::Observed});
  const SettingOutcomes base = evaluator.evaluate({{1, 1}, 0.5});
  const Interval none = evaluator.difference(base, base, 2);
  EXPECT_EQ(none.low, 0);
  EXPECT_EQ(none.high, 0);
  // Nearly the same setting: both vary with the log, their difference hardly does.
  const SettingOutcomes near = evaluator.evaluate({{1, 1.02}, 0.5});
  const Interval alone = evaluator.interval(near, 2), paired = evaluator.difference(near, base, 2);
  EXPECT_NEAR(paired.value, near.values[2] - base.values[2], 1e-12);
  EXPECT_LT(paired.high - paired.low, 0.05 * (alone.high - alone.low));
  EXPECT_GT(paired.high - paired.low, 0);
}

TEST(SettingEvaluator, WithoutResamplesThereAreNoIntervals) {
  const SlateTable table = tinySlateLog(50);
  const Predictions predictions = randomPredictions(table, 2);
  TuningBasis basis{{1, 1}, RowKind::Observed};
  basis.resamples = 0;
  const SettingEvaluator evaluator(table, predictions, basis);
  const Interval reward = evaluator.interval(evaluator.evaluate({{1, 1}, 1}), 2);
  EXPECT_GT(reward.value, 0);
  EXPECT_TRUE(std::isnan(reward.low));
  EXPECT_TRUE(std::isnan(reward.high));
}

TEST(SettingEvaluator, WhereNoRowIsLeftNothingIsKnown) {
  // No propensity is stated, and rows without one are dropped.
  const SlateTable table = tinySlateLog(50);
  const Predictions predictions = randomPredictions(table, 2);
  const SettingEvaluator evaluator(table, predictions,
                                   {{1, 1}, RowKind::Drawn, PropensityRule::Drop});
  const SettingOutcomes outcomes = evaluator.evaluate({{1, 1}, 1});
  EXPECT_EQ(evaluator.rows(), 0);
  EXPECT_TRUE(std::isnan(outcomes.values[0]));
  EXPECT_TRUE(std::isnan(evaluator.interval(outcomes, 2).low));
  EXPECT_FALSE(std::isnan(outcomes.values[4])) << "NDCG needs no propensity";
}

}  // namespace
}  // namespace luce
