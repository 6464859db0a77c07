#include "core/tuning/importance.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/evaluation/ranking_metrics.h"
#include "tests/support/tiny_logs.h"
#include "tests/tuning/made_predictions.h"

namespace luce {
namespace {

const double kSecondPlace = 1 / std::log2(3.0);

TEST(NdcgGap, TwoCandidatesByHand) {
  // s = a + b: 0.9 + 0.1 against 0.3 + 0.2. Without a the order turns, and the gain, all of it at
  // the first candidate, comes second; without b it stays.
  const Predictions predictions = predictionsOf(2, {{0.9f, 0.3f}, {0.1f, 0.2f}});
  const std::vector<double> gaps = ndcgGaps(predictions, std::vector<double>{1, 1});
  EXPECT_NEAR(gaps[0], 1 - kSecondPlace, 1e-6);
  EXPECT_EQ(gaps[1], 0);
  // Three slates, in one of which b decides: a third of the gap.
  const Predictions three = predictionsOf(
      2, {{0.9f, 0.3f, 0.9f, 0.3f, 0.4f, 0.5f}, {0.1f, 0.2f, 0.4f, 0.3f, 0.9f, 0.1f}});
  const std::vector<double> shared = ndcgGaps(three, std::vector<double>{1, 1});
  EXPECT_NEAR(shared[0], (1 - kSecondPlace) / 3, 1e-6);
  EXPECT_NEAR(shared[1], (1 - kSecondPlace) / 3, 1e-6);
}

TEST(NdcgGap, ASingleTaskHasAllOfIt) {
  // Without it all candidates tie, and each order is as likely: half of the gain first.
  const Predictions predictions = predictionsOf(2, {{0.9f, 0.3f}});
  const auto importance = taskImportance(predictions, std::vector<double>{3});
  EXPECT_NEAR(importance[0].gap, 1 - (1 + kSecondPlace) / 2, 1e-6);
  EXPECT_EQ(importance[0].gapShare, 1);
  EXPECT_NEAR(importance[0].regret, 0, 1e-9);
  EXPECT_EQ(importance[0].regretShare, 1);
}

TEST(NdcgGap, TheLogsOwnOrderLendsNoTaskImportance) {
  const Predictions forth = predictionsOf(3, {{0.9f, 0.5f, 0.1f}});
  const Predictions back = predictionsOf(3, {{0.1f, 0.5f, 0.9f}});
  const std::vector<double> weight{1};
  EXPECT_NEAR(ndcgGaps(forth, weight)[0], ndcgGaps(back, weight)[0], 1e-12);
}

/// Tasks of very different rates over slates of eight.
Predictions mixedPredictions() {
  Random random(21);
  std::vector<std::vector<float>> columns(4);
  for (int slate = 0; slate < 300; ++slate) {
    for (int i = 0; i < 8; ++i) {
      const double a = random.uniform(), b = random.uniform();
      columns[0].push_back(static_cast<float>(0.5 * a));
      columns[1].push_back(static_cast<float>(0.05 * (0.7 * a + 0.3 * b)));
      columns[2].push_back(static_cast<float>(0.002 * b));
      columns[3].push_back(static_cast<float>(0.1 * random.uniform()));
    }
  }
  return predictionsOf(8, columns);
}

TEST(NdcgGap, AgreesWithTheRankingMetricWhereNothingTies) {
  const Predictions predictions = mixedPredictions();
  const std::vector<double> weights{1, 5, -300, 2};
  std::vector<double> expected(4);
  for (std::size_t t = 0; t < 4; ++t) {
    for (std::size_t slate = 0; slate < 300; ++slate) {
      std::vector<float> ablated(8);
      std::vector<double> gains(8);
      for (std::size_t i = 0; i < 8; ++i) {
        double with = 0, without = 0;
        for (std::size_t u = 0; u < 4; ++u) {
          const double part = weights[u] * predictions.task(u)[slate * 8 + i];
          with += part;
          if (u != t) without += part;
        }
        gains[i] = with;
        ablated[i] = static_cast<float>(without);
      }
      const double least = *std::min_element(gains.begin(), gains.end());
      for (double& gain : gains) gain -= least;
      expected[t] += (1 - normalisedDiscountedGain(ablated, gains)) / 300;
    }
  }
  const std::vector<double> gaps = ndcgGaps(predictions, weights);
  for (std::size_t t = 0; t < 4; ++t) EXPECT_NEAR(gaps[t], expected[t], 1e-5) << t;
  EXPECT_GT(gaps[2], 0.01) << "a negative weight decides as well";
}

TEST(NdcgGap, OnlyRatiosOfWeightsCountAndAZeroWeightHasNone) {
  const Predictions predictions = mixedPredictions();
  const std::vector<double> gaps = ndcgGaps(predictions, std::vector<double>{1, 5, 0, 2});
  const std::vector<double> scaled = ndcgGaps(predictions, std::vector<double>{100, 500, 0, 200});
  for (std::size_t t = 0; t < 4; ++t) EXPECT_NEAR(gaps[t], scaled[t], 1e-5);
  EXPECT_EQ(gaps[2], 0);
}

TEST(NdcgGap, TasksThatOrderAlikeHaveNoSharesAndNoWeightsNoGaps) {
  const Predictions alike = predictionsOf(2, {{0.9f, 0.3f}, {0.45f, 0.15f}});
  const auto importance = taskImportance(alike, std::vector<double>{1, 1});
  EXPECT_EQ(importance[0].gap, 0);
  EXPECT_TRUE(std::isnan(importance[0].gapShare));
  EXPECT_EQ(importance[1].regretShare, 0.5) << "both are served perfectly";
  EXPECT_TRUE(std::isnan(ndcgGaps(alike, std::vector<double>{0, 0})[0]));
}

double discounted(const Predictions& predictions, std::size_t slate, std::size_t task,
                  const std::vector<std::size_t>& order) {
  double sum = 0;
  for (std::size_t place = 0; place < order.size(); ++place) {
    sum += predictions.task(task)[slate * order.size() + order[place]] /
           std::log2(static_cast<double>(place) + 2);
  }
  return sum;
}

TEST(Regret, AgreesWithTryingEveryOrder) {
  // Slates of four: 24 orders each, of which the best, the mean and the full ranking are taken.
  Random random(2);
  std::vector<std::vector<float>> columns(3);
  for (auto& column : columns) {
    for (int i = 0; i < 50 * 4; ++i) column.push_back(static_cast<float>(random.uniform()));
  }
  const Predictions predictions = predictionsOf(4, columns);
  const std::vector<double> weights{2, -1, 0.3};
  const auto importance = taskImportance(predictions, weights);
  double shares = 0;
  for (std::size_t t = 0; t < 3; ++t) {
    double own = 0, full = 0, chance = 0;
    for (std::size_t slate = 0; slate < 50; ++slate) {
      std::vector<std::size_t> order{0, 1, 2, 3}, byScore = order;
      const auto score = [&](std::size_t i) {
        double s = 0;
        for (std::size_t u = 0; u < 3; ++u) s += weights[u] * predictions.task(u)[slate * 4 + i];
        return s;
      };
      std::sort(byScore.begin(), byScore.end(),
                [&](std::size_t a, std::size_t b) { return score(a) > score(b); });
      full += discounted(predictions, slate, t, byScore);
      double best = weights[t] < 0 ? 1e9 : -1e9;
      do {
        const double value = discounted(predictions, slate, t, order);
        best = weights[t] < 0 ? std::min(best, value) : std::max(best, value);
        chance += value / 24;
      } while (std::next_permutation(order.begin(), order.end()));
      own += best;
    }
    EXPECT_NEAR(importance[t].regret, (own - full) / (own - chance), 1e-5) << t;
    shares += importance[t].regretShare;
  }
  EXPECT_NEAR(shares, 1, 1e-12);
  EXPECT_LT(importance[0].regret, importance[1].regret) << "the heaviest task is served best";
}

TEST(Regret, ATaskThatIsTheSameEverywhereHasNone) {
  const Predictions predictions = predictionsOf(3, {{0.2f, 0.2f, 0.2f}, {0.1f, 0.3f, 0.2f}});
  const auto importance = taskImportance(predictions, std::vector<double>{1, 1});
  EXPECT_TRUE(std::isnan(importance[0].regret));
  EXPECT_TRUE(std::isnan(importance[0].regretShare));
  EXPECT_EQ(importance[1].regretShare, 1);
  EXPECT_EQ(importance[0].gapShare, 0);
}

TEST(Importance, UnevenAndEmptySlates) {
  Predictions predictions = predictionsOf(2, {{0.9f, 0.3f, 0.5f}, {0.1f, 0.2f, 0.5f}});
  predictions.slates = {0, 1, 2};
  predictions.offsets = {0, 2, 2, 3};  // two candidates, none, one
  const std::vector<double> gaps = ndcgGaps(predictions, std::vector<double>{1, 1});
  EXPECT_NEAR(gaps[0], 1 - kSecondPlace, 1e-6) << "the others say nothing";
  EXPECT_NEAR(spreadInSlates(predictions)[0], 0.3 / std::sqrt(2.0), 1e-6)
      << "two slates with candidates, of deviations 0.3 and 0";
}

TEST(Importance, CanBeStopped) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(
      taskImportance(mixedPredictions(), std::vector<double>{1, 1, 1, 1}, stop.get_token()),
      Cancelled);
}

}  // namespace
}  // namespace luce
