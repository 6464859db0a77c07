// Intervals hold the truth as often as they say: 300 logs of a world whose truth is known.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/evaluation/policy_rows.h"
#include "core/simulation/known_log.h"

namespace luce {
namespace {

/// A reward model that is wrong on purpose: DR must not need a right one.
Predictions wrongModel(const KnownLog& log) {
  Predictions predictions = truthAsPredictions(log);
  for (float& probability : predictions.probabilities) probability = 0.6f * probability + 0.05f;
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
  const double truth = valueInTruth(truthAsPredictions(wide), wide.truth, world.valueWeights,
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
    const PolicyProbabilities policy = policyOf(truthAsPredictions(known), settings);
    const Predictions model = wrongModel(known);
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
