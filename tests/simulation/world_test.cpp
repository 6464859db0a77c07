// The truth itself: rates, shares of what is linear, and what value weights have to decide.
#include <gmock/gmock.h>

#include <cmath>

#include "tests/simulation/least_squares.h"
#include "tests/simulation/simulated_log.h"

namespace luce {
namespace {

/// How much of the variance of a task's logit over the candidates of a slate log is linear in the
/// observed numbers.
double linearShare(const SimulatedLog& log, std::size_t task) {
  const SlateTable& table = log.table;
  Matrix<double> numbers;
  numbers.setColumns(1 + table.contextNumeric().columns() + table.candidateNumeric().columns());
  std::vector<double> logits;
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    const CandidateRange range = table.candidates(slate);
    for (std::int64_t i = range.first; i < range.first + range.count; ++i) {
      const auto row = static_cast<std::size_t>(i);
      std::vector<double> values{1};
      for (const float value : table.contextNumeric().row(slate)) values.push_back(value);
      for (const float value : table.candidateNumeric().row(row)) values.push_back(value);
      numbers.appendRow(values);
      const double p = log.truth(row, task);
      logits.push_back(std::log(p / (1 - p)));
    }
  }
  return explainedShare(numbers, logits);
}

TEST(World, RatesAreTheSettings) {
  for (const LogShape shape : {LogShape::Slate, LogShape::Bandit}) {
    const SimulatedLog log = simulate(smallWorld(shape));
    for (std::size_t task = 0; task < log.truth.columns(); ++task) {
      double sum = 0;
      for (std::size_t row = 0; row < log.truth.rows(); ++row) sum += log.truth(row, task);
      const double rate = log.settings.tasks[task].rate;
      EXPECT_NEAR(sum / static_cast<double>(log.truth.rows()), rate, 0.05 * rate);
    }
  }
}

TEST(World, RatesHoldForExtremeLogits) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.strength = 100;
  settings.tasks = {{"rare", 0.005}, {"usual", 0.99}};
  settings.valueWeights = {1, 1};
  const SimulatedLog log = simulate(settings);
  double rare = 0, usual = 0;
  for (std::size_t row = 0; row < log.truth.rows(); ++row) {
    rare += log.truth(row, 0);
    usual += log.truth(row, 1);
  }
  EXPECT_NEAR(rare / static_cast<double>(log.truth.rows()), 0.005, 0.002);
  EXPECT_NEAR(usual / static_cast<double>(log.truth.rows()), 0.99, 0.003);
}

TEST(World, WithoutNonLinearityTheLogitIsLinearInTheNumbers) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.slates = 500;
  settings.nonLinearity = 0;
  const SimulatedLog log = simulate(settings);
  for (std::size_t task = 0; task < log.truth.columns(); ++task) {
    EXPECT_NEAR(linearShare(log, task), 1, 1e-6);
  }
}

TEST(World, RankingByOneTaskAloneLosesValue) {
  const SimulatedLog log = simulate(smallWorld(LogShape::Slate));
  const std::vector<std::int64_t> offsets = candidateOffsets(log.table);
  const std::vector<float> uniform(log.truth.rows(), 0.1f);
  const auto greedyOf = [&](std::vector<double> weights) {
    return trueValue(offsets, trueScores(log.truth, weights), uniform, log.truth,
                     log.settings.valueWeights, 1)
        .greedy;
  };
  const double best = greedyOf(log.settings.valueWeights);
  EXPECT_LT(greedyOf({1, 0, 0}), 0.9 * best);
  EXPECT_LT(greedyOf({0, 1, 0}), 0.9 * best);
  EXPECT_LT(greedyOf({0, 0, 1}), 0.95 * best);
}

TEST(World, BelongsToItsOwnSeed) {
  SimulationSettings settings = smallWorld(LogShape::Bandit);
  settings.slates = 10;
  const auto itemsOf = [](const SimulationSettings& of) {
    const SimulatedLog log = simulate(of);
    const std::span<const float> numbers = log.table.catalogue().numeric.values();
    return std::vector<float>(numbers.begin(), numbers.end());
  };
  const std::vector<float> items = itemsOf(settings);
  settings.seed = 2;
  EXPECT_EQ(itemsOf(settings), items);
  settings.worldSeed = 2;
  EXPECT_NE(itemsOf(settings), items);
}

}  // namespace
}  // namespace luce
