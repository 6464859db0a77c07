#include "core/simulation/simulator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/evaluation/evaluate.h"
#include "core/policy/plackett_luce.h"
#include "tests/simulation/simulated_log.h"
#include "tests/support/same_table.h"

namespace luce {
namespace {

TEST(Simulator, SameSettingsSameLog) {
  for (const LogShape shape : {LogShape::Slate, LogShape::Bandit}) {
    SimulationSettings settings = smallWorld(shape);
    settings.slates = 50;
    const SimulatedLog first = simulate(settings);
    const SimulatedLog second = simulate(settings);
    expectSameTable(first.table, second.table);
    EXPECT_TRUE(std::ranges::equal(first.truth.values(), second.truth.values()));
    settings.seed = 2;
    EXPECT_FALSE(std::ranges::equal(first.truth.values(), simulate(settings).truth.values()));
  }
}

TEST(Simulator, TruthHasARowForEachCandidate) {
  for (const LogShape shape : {LogShape::Slate, LogShape::Bandit}) {
    const SimulatedLog log = simulate(smallWorld(shape));
    EXPECT_EQ(static_cast<std::int64_t>(log.truth.rows()), log.table.candidateCount());
    EXPECT_EQ(log.truth.columns(), log.table.taskCount());
    // Of a bandit log's rows the logged one is the action's: clicks there follow the truth there.
    double excess = 0, variance = 0;
    for (std::size_t row = 0; row < log.table.loggedCount(); ++row) {
      if (log.table.logged().position[row] != 1) continue;
      const std::size_t candidate =
          shape == LogShape::Slate ? row : row * 30 + log.table.action(row);
      const double p = log.truth(candidate, 0);
      excess += log.table.logged().labels(row, 0) - p;
      variance += p * (1 - p);
    }
    EXPECT_NEAR(excess, 0, 4.5 * std::sqrt(variance));
  }
}

TEST(Simulator, CataloguesMayBeLargerThanPlacesCanCount) {
  SimulationSettings settings = smallWorld(LogShape::Bandit);
  settings.slates = 40;
  settings.items = 70'000;
  const SimulatedLog log = simulate(settings);
  double beyond = 0;
  for (std::size_t slate = 0; slate < 40; ++slate) beyond += log.table.action(slate) >= 35'000;
  EXPECT_NEAR(beyond, 20, 4 * std::sqrt(10.0)) << "both halves are drawn about equally often";
}

/// With true propensities the evaluation must find the true value of another policy.
TEST(Simulator, EvaluationFindsTheTrueValueOfAnotherPolicy) {
  for (const LogShape shape : {LogShape::Slate, LogShape::Bandit}) {
    SimulationSettings settings = smallWorld(shape);
    settings.slates = 20'000;
    const SimulatedLog log = simulate(settings);
    Predictions oracle;
    oracle.slates.resize(log.table.slateCount());
    std::iota(oracle.slates.begin(), oracle.slates.end(), 0u);
    oracle.offsets = candidateOffsets(log.table);
    oracle.tasks = settings.tasks.size();
    for (std::size_t task = 0; task < oracle.tasks; ++task) {
      for (std::size_t i = 0; i < log.truth.rows(); ++i) {
        oracle.probabilities.push_back(log.truth(i, task));
      }
    }
    PolicySettings policy{settings.valueWeights, settings.valueWeights, 1.0, RowKind::Drawn,
                          PropensityRule::Drop};
    const std::vector<float> scores = trueScores(log.truth, settings.valueWeights);
    std::vector<float> probabilities(scores.size());
    firstPlaceProbabilities(oracle.offsets, scores, 1.0, probabilities);
    const double truth =
        trueValue(oracle.offsets, scores, probabilities, log.truth, settings.valueWeights, 3)
            .stochastic;
    std::vector<RowKind> kinds{RowKind::Drawn};
    if (shape == LogShape::Slate) kinds.push_back(RowKind::Observed);
    for (const RowKind kind : kinds) {
      policy.rows = kind;
      OffPolicySettings offPolicy;
      offPolicy.confidence = 0.9999;
      const OffPolicyEstimate estimate =
          evaluatePredictions(log.table, oracle, policy, nullptr, offPolicy).estimate;
      SCOPED_TRACE(toString(kind));
      EXPECT_LT(estimate.ips().low, truth);
      EXPECT_GT(estimate.ips().high, truth);
      EXPECT_LT(estimate.ips().high - estimate.ips().low, 0.4 * truth)
          << "wide enough to hide a bias";
    }
  }
}

TEST(Simulator, TrueValueClosedForm) {
  const std::vector<std::int64_t> offsets{0, 2, 2, 3};
  Matrix<float> truth(3, 2);
  truth(0, 0) = 0.5f;
  truth(1, 1) = 0.25f;
  truth(2, 0) = 1.0f;
  const TrueValue value =
      trueValue(offsets, std::vector<float>{0, 1, 0}, std::vector<float>{0.75f, 0.25f, 1.0f}, truth,
                std::vector<double>{2, 8}, 2);
  // Rewards 1 and 2 in the first slate, none in the second, 2 in the third.
  EXPECT_DOUBLE_EQ(value.stochastic, (0.75 * 1 + 0.25 * 2 + 2) / 2);
  EXPECT_DOUBLE_EQ(value.greedy, (2 + 2) / 2.0);
  EXPECT_DOUBLE_EQ(value.greedyTop, (1.5 + 2) / 2);
}

TEST(Simulator, TrueValueBreaksTiesByTheOrderOfTheLog) {
  Matrix<float> truth(3, 1);
  truth(0, 0) = 0.25f;
  truth(1, 0) = 0.5f;
  truth(2, 0) = 0.75f;
  const TrueValue value = trueValue(std::vector<std::int64_t>{0, 3}, std::vector<float>{1, 2, 2},
                                    std::vector<float>{0, 0, 1}, truth, std::vector<double>{4}, 1);
  EXPECT_DOUBLE_EQ(value.greedy, 2);
  EXPECT_DOUBLE_EQ(value.greedyTop, 2);
  EXPECT_DOUBLE_EQ(value.stochastic, 3);
}

}  // namespace
}  // namespace luce
