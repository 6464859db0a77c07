// Intervals hold the truth as often as they say: 300 logs of a world whose truth is known.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/evaluation/policy_rows.h"
#include "core/simulation/known_log.h"

namespace luce {
namespace {

Predictions predictionsOf(const KnownLog& log, double share, double rest) {
  Predictions predictions;
  predictions.slates = allSlates(log.table);
  predictions.offsets.push_back(0);
  for (const std::uint32_t slate : predictions.slates) {
    predictions.offsets.push_back(predictions.offsets.back() + log.table.candidates(slate).count);
  }
  predictions.tasks = log.table.taskCount();
  for (std::size_t task = 0; task < predictions.tasks; ++task) {
    for (std::size_t row = 0; row < log.truth.rows(); ++row) {
      predictions.probabilities.push_back(static_cast<float>(share * log.truth(row, task) + rest));
    }
  }
  return predictions;
}

TEST(Coverage, IntervalsHoldTheTruthInNinetyToNinetyEightPercentOfLogs) {
  constexpr int kLogs = 300;
  constexpr int kRows = 1000;
  constexpr double kTemperature = 1;
  SimulationSettings world;
  world.shape = LogShape::Bandit;
  world.items = 10;
  PolicySettings settings;
  settings.valueWeights = settings.rewardWeights = world.valueWeights;
  settings.temperature = kTemperature;
  const KnownLog wide = simulateTestLog(world, 40'000, 1, world.worldSeed);
  const double truth = valueInTruth(predictionsOf(wide, 1, 0), wide.truth, world.valueWeights,
                                    world.valueWeights, kTemperature, 1)
                           .stochastic;
  const std::array claimed{ValueEstimator::Ips, ValueEstimator::Snips, ValueEstimator::Dr,
                           ValueEstimator::Sndr, ValueEstimator::BetaIps};
  OffPolicySettings offPolicy;
  offPolicy.estimators.assign(claimed.begin(), claimed.end());
  offPolicy.resamples = 300;
  std::array<std::array<int, 3>, claimed.size()> held{};
  for (int log = 0; log < kLogs; ++log) {
    const auto seed = static_cast<std::uint64_t>(log + 1);
    const KnownLog known = simulateLog(world, kRows, seed, world.worldSeed);
    const PolicyProbabilities policy = policyOf(predictionsOf(known, 1, 0), settings);
    // A reward model that is wrong on purpose: DR must not need a right one.
    const Predictions model = predictionsOf(known, 0.6, 0.05);
    EvaluationAids aids;
    aids.rewardModel = &model;
    offPolicy.seed = seed;
    const OffPolicyEstimate estimate = estimateValue(
        weighRows(known.table, policy, settings, aids),
        loggingRewards(known.table, policy.slates, settings.rewardWeights), offPolicy);
    for (std::size_t i = 0; i < claimed.size(); ++i) {
      for (std::size_t kind = 0; kind < 3; ++kind) {
        const Interval& interval = estimate.of(claimed[i]).intervals[kind];
        held[i][kind] += interval.low <= truth && truth <= interval.high;
      }
    }
  }
  for (std::size_t i = 0; i < claimed.size(); ++i) {
    ASSERT_TRUE(describe(claimed[i]).claimsCoverage);
    for (const IntervalKind kind : {IntervalKind::Bootstrap, IntervalKind::Normal}) {
      const double share = static_cast<double>(held[i][static_cast<std::size_t>(kind)]) / kLogs;
      EXPECT_GE(share, 0.90) << describe(claimed[i]).key << ' ' << toString(kind);
      EXPECT_LE(share, 0.98) << describe(claimed[i]).key << ' ' << toString(kind);
    }
    EXPECT_GE(held[i][static_cast<std::size_t>(IntervalKind::Bernstein)], 0.95 * kLogs)
        << describe(claimed[i]).key;
  }
}

}  // namespace
}  // namespace luce
