#include "core/evaluation/slate_value.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/common/error.h"
#include "core/common/random.h"
#include "core/evaluation/evaluate.h"
#include "tests/support/error_of.h"
#include "tests/support/random_predictions.h"
#include "tests/support/record_logs.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

double weightedSum(const std::vector<std::size_t>& order, std::span<const double> rewards,
                   std::span<const double> weights) {
  double sum = 0;
  for (std::size_t k = 0; k < std::min(order.size(), weights.size()); ++k) {
    sum += weights[k] * rewards[order[k]];
  }
  return sum;
}

/// Σ over all rankings of probability times value.
double overAllRankings(std::span<const double> logScores, std::span<const double> rewards,
                       std::span<const double> weights) {
  std::vector<std::size_t> order(logScores.size());
  std::iota(order.begin(), order.end(), 0);
  double value = 0;
  do {
    double probability = 1;
    for (std::size_t k = 0; k < order.size(); ++k) {
      double rest = 0;
      for (std::size_t j = k; j < order.size(); ++j) {
        rest += std::exp(logScores[order[j]] - logScores[order[k]]);
      }
      probability /= rest;
    }
    value += probability * weightedSum(order, rewards, weights);
  } while (std::next_permutation(order.begin(), order.end()));
  return value;
}

std::vector<double> uniforms(Random& random, std::size_t count, double low, double high) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(low + (high - low) * random.uniform());
  return values;
}

TEST(SlateValue, IsTheSumOverAllRankings) {
  Random random(8);
  for (const double spread : {0.1, 2.0, 20.0}) {
    for (std::size_t count = 1; count <= 7; ++count) {
      const auto scores = uniforms(random, count, -spread, spread);
      const auto rewards = uniforms(random, count, -1, 1);
      for (const std::size_t places : {1, 3, 7, 9}) {
        const auto weights = uniforms(random, places, -1, 1);
        EXPECT_NEAR(expectedSlateValue(scores, rewards, weights),
                    overAllRankings(scores, rewards, weights), 1e-9)
            << count << " candidates, " << places << " places, spread " << spread;
      }
    }
  }
}

TEST(SlateValue, EqualScoresAreAsLikelyAtEveryPlace) {
  const std::vector<double> scores(200, 3.0);
  Random random(9);
  const auto rewards = uniforms(random, 200, 0, 1);
  const double mean = std::accumulate(rewards.begin(), rewards.end(), 0.0) / 200;
  const std::vector<double> weights = placeWeights(PlaceWeighting::Logarithmic, 10);
  EXPECT_NEAR(expectedSlateValue(scores, rewards, weights),
              mean * std::accumulate(weights.begin(), weights.end(), 0.0), 1e-8);
}

TEST(SlateValue, AgreesWithDrawnRankingsOfLongSlates) {
  Random random(10);
  const auto scores = uniforms(random, 60, -3, 3);
  const auto rewards = uniforms(random, 60, 0, 1);
  const std::vector<double> weights = placeWeights(PlaceWeighting::Reciprocal, 20);
  constexpr int kDraws = 40'000;
  double sum = 0, squares = 0;
  std::vector<double> keys(60);
  std::vector<std::size_t> order(60);
  for (int draw = 0; draw < kDraws; ++draw) {
    for (std::size_t i = 0; i < 60; ++i) keys[i] = scores[i] + random.gumbel();
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] > keys[b]; });
    const double value = weightedSum(order, rewards, weights);
    sum += value;
    squares += value * value;
  }
  const double mean = sum / kDraws;
  const double error = std::sqrt((squares / kDraws - mean * mean) / kDraws);
  EXPECT_NEAR(expectedSlateValue(scores, rewards, weights), mean, 4 * error);
}

TEST(SlateValue, FarApartScoresAreTheRankingItself) {
  // Differences of any size: no rate overflows, and nothing between them is lost.
  const std::vector<double> scores{0, 1e6, -1e5};
  const std::vector<double> rewards{1, 10, 100};
  const std::vector<double> weights{1, 0.5, 0.25};
  EXPECT_NEAR(expectedSlateValue(scores, rewards, weights), 10 + 0.5 + 25, 1e-8);
  EXPECT_NEAR(greedySlateValue(scores, rewards, weights), 10 + 0.5 + 25, 1e-12);
}

TEST(SlateValue, GreedyTiesStandInAnyOrder) {
  const std::vector<double> rewards{6, 1, 2, 8};
  const std::vector<double> weights{1, 0.5};
  // The two equal ones share places 2 and 3, of which only place 2 counts.
  EXPECT_NEAR(greedySlateValue(std::vector<double>{5, 1, 1, 0}, rewards, weights),
              6 + 0.5 * (1 + 2) / 2, 1e-12);
}

TEST(SlateValue, PlaceWeightsAreTheirFormulas) {
  EXPECT_THAT(placeWeights(PlaceWeighting::Reciprocal, 3),
              testing::ElementsAre(1.0, 0.5, testing::DoubleNear(1.0 / 3, 1e-15)));
  EXPECT_THAT(
      placeWeights(PlaceWeighting::Logarithmic, 3),
      testing::ElementsAre(1.0, testing::DoubleNear(std::log(2.0) / std::log(3.0), 1e-15), 0.5));
}

PolicySettings settingsFor(const SlateTable& table) {
  PolicySettings settings;
  settings.valueWeights = {2.0, 1.0};
  settings.rewardWeights = {1.0, 3.0};
  settings.temperature = 0.4;
  settings.rows = naturalRowKind(table);
  return settings;
}

TEST(SlateValue, OfTheFirstPlaceIsTheExpectedReward) {
  SlateTableBuilder builder;
  writeUnevenSlates(builder, 50);
  const SlateTable table = builder.finish();
  const Predictions predictions = randomPredictions(table, 4);
  const PolicySettings settings = settingsFor(table);
  const SlateValue value = slateValue(table, predictions, settings, std::vector<double>{1});
  EXPECT_NEAR(value.drawnMean.mean.value,
              evaluatePredictions(table, predictions, settings, nullptr, {}).estimate.ips().value,
              1e-5);
  EXPECT_EQ(value.drawnMean.slates, 50);
  EXPECT_LT(value.drawnMean.mean.low, value.drawnMean.mean.value);
  EXPECT_GT(value.drawnMean.mean.high, value.drawnMean.mean.value);
}

TEST(SlateValue, IsLinearInTheWeightsOfPlaces) {
  const SlateTable table = tinySlateLog(20);
  const Predictions predictions = randomPredictions(table, 5);
  const PolicySettings settings = settingsFor(table);
  const auto valueOf = [&](const std::vector<double>& weights) {
    return slateValue(table, predictions, settings, weights).drawnMean.mean.value;
  };
  EXPECT_NEAR(valueOf({2, -1, 0.5}), 2 * valueOf({1}) - valueOf({0, 1}) + 0.5 * valueOf({0, 0, 1}),
              1e-9);
  // With every place worth the same, every ranking is.
  double rewards = 0;
  for (std::size_t row = 0; row < table.loggedCount(); ++row) {
    rewards += table.logged().labels(row, 0) + 3 * table.logged().labels(row, 1);
  }
  EXPECT_NEAR(valueOf({1, 1, 1, 1, 1}), rewards / 20, 1e-8);
}

TEST(SlateValue, LoggedOrderIsWorthWhatItsPlacesEarned) {
  const SlateTable table = tinySlateLog(20);
  const SlateValue value = slateValue(table, randomPredictions(table, 5), settingsFor(table),
                                      placeWeights(PlaceWeighting::Reciprocal, 3));
  double expected = 0;
  for (std::size_t slate = 0; slate < 20; ++slate) {
    for (std::size_t i = 0; i < 3; ++i) {  // candidates are listed by place
      const auto labels = table.logged().labels.row(5 * slate + i);
      expected += (labels[0] + 3 * labels[1]) / static_cast<double>(i + 1) / 20;
    }
  }
  EXPECT_NEAR(value.loggedMean.mean.value, expected, 1e-9);
}

TEST(SlateValue, OfManySlatesIsThatOfEach) {
  const SlateTable table = tinySlateLog(6000);  // shared among threads
  const Predictions predictions = randomPredictions(table, 5);
  const PolicySettings settings = settingsFor(table);
  const std::vector<double> weights = placeWeights(PlaceWeighting::Logarithmic, 3);
  const SlateValue value = slateValue(table, predictions, settings, weights);
  ASSERT_EQ(value.drawn.size(), 6000u);
  const ScoredCandidates scored = applySettings(predictions, settings);
  for (std::size_t slate = 0; slate < 6000; slate += 371) {
    std::vector<double> scores, rewards;
    for (std::size_t i = 5 * slate; i < 5 * slate + 5; ++i) {
      scores.push_back(scored.scores[i] / settings.temperature);
      rewards.push_back(table.logged().labels(i, 0) + 3.0 * table.logged().labels(i, 1));
    }
    EXPECT_NEAR(value.drawn[slate], overAllRankings(scores, rewards, weights), 1e-6) << slate;
    EXPECT_NEAR(value.greedy[slate], greedySlateValue(scores, rewards, weights), 1e-9) << slate;
  }
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(slateValue(table, predictions, settings, weights, {}, stop.get_token()), Cancelled);
}

TEST(SlateValue, RefusesLogsThatCannotTell) {
  const SlateTable table = tinyBanditLog(5);
  PolicySettings settings;
  settings.valueWeights = settings.rewardWeights = {1.0};
  EXPECT_THAT(errorOf([&] {
                slateValue(table, randomPredictions(table, 1), settings, std::vector<double>{1});
              }),
              testing::HasSubstr("bandit log"));
  const SlateTable slates = tinySlateLog(5);
  EXPECT_THAT(errorOf([&] {
                slateValue(slates, randomPredictions(slates, 1), settingsFor(slates),
                           std::vector<double>{1, std::nan("")});
              }),
              testing::HasSubstr("finite"));
}

TEST(SlateValue, ScoresFarApartOrNotFiniteComeToAnEnd) {
  const std::vector<double> rewards{1, 2, 4}, weights{1, 0.5};
  // Nothing but the order by score is left: 4·1 + 1·0.5.
  const std::vector<double> far{0, -1e300, 1e300};
  EXPECT_DOUBLE_EQ(expectedSlateValue(far, rewards, weights), 4.5);
  EXPECT_NEAR(expectedSlateValue(std::vector<double>{0, -9e5, 500}, rewards, weights), 4.5, 1e-8);
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_TRUE(
      std::isnan(expectedSlateValue(std::vector<double>{0, infinity, 1}, rewards, weights)));
  EXPECT_TRUE(
      std::isnan(greedySlateValue(std::vector<double>{0, std::nan(""), 1}, rewards, weights)));
}

}  // namespace
}  // namespace luce
