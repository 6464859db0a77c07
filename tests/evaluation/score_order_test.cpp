#include "core/evaluation/score_order.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/common/random.h"
#include "core/evaluation/ranking_metrics.h"

namespace luce {
namespace {

using Measure = std::function<double(const std::vector<double>&)>;

/// The mean of a measure of a list of gains over all lists that the scores allow.
double overAllOrders(const std::vector<float>& scores, const std::vector<double>& gains,
                     const Measure& measure) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  double sum = 0;
  int lists = 0;
  do {
    const bool allowed = std::is_sorted(order.begin(), order.end(),
                                        [&](auto a, auto b) { return scores[a] > scores[b]; });
    if (!allowed) continue;
    std::vector<double> list;
    for (const std::size_t i : order) list.push_back(gains[i]);
    sum += measure(list);
    ++lists;
  } while (std::next_permutation(order.begin(), order.end()));
  return sum / lists;
}

double dcg(const std::vector<double>& list, std::size_t places, GainKind kind) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(places, list.size()); ++i) {
    const double gain = kind == GainKind::Linear ? list[i] : std::pow(2.0, list[i]) - 1;
    sum += gain / (std::log(static_cast<double>(i + 2)) / std::log(2.0));
  }
  return sum;
}

double bestDcg(std::vector<double> gains, std::size_t places, GainKind kind) {
  std::sort(gains.rbegin(), gains.rend());
  return dcg(gains, places, kind);
}

double firstRelevant(const std::vector<double>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] > 0) return 1.0 / static_cast<double>(i + 1);
  }
  return 0;
}

double averagePrecision(const std::vector<double>& list) {
  double found = 0, sum = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] > 0) sum += ++found / static_cast<double>(i + 1);
  }
  return sum / found;
}

double hit(const std::vector<double>& list, std::size_t places) {
  for (std::size_t i = 0; i < std::min(places, list.size()); ++i) {
    if (list[i] > 0) return 1;
  }
  return 0;
}

TEST(ScoreOrder, IsTheMeanOverAllOrdersOfEqualScores) {
  Random random(3);
  int judged = 0;
  for (int trial = 0; trial < 60; ++trial) {
    const std::size_t count = 1 + random.below(6);
    std::vector<float> scores;
    std::vector<double> gains;
    for (std::size_t i = 0; i < count; ++i) {
      scores.push_back(static_cast<float>(random.below(3)));
      gains.push_back(random.below(2) == 0 ? 0.0 : static_cast<double>(1 + random.below(3)));
    }
    ScoreOrder order;
    order.assign(scores);
    if (*std::max_element(gains.begin(), gains.end()) <= 0) {
      EXPECT_TRUE(std::isnan(order.reciprocalRank(gains)));
      EXPECT_TRUE(std::isnan(order.averagePrecision(gains)));
      EXPECT_TRUE(std::isnan(order.hit(gains, 2)));
      EXPECT_TRUE(std::isnan(order.normalisedDiscountedGain(gains, 2, GainKind::Linear)));
      continue;
    }
    ++judged;
    EXPECT_NEAR(order.reciprocalRank(gains), overAllOrders(scores, gains, firstRelevant), 1e-12);
    EXPECT_NEAR(order.averagePrecision(gains), overAllOrders(scores, gains, averagePrecision),
                1e-12);
    for (const std::size_t places : {1, 2, 3, 10}) {
      EXPECT_NEAR(order.hit(gains, static_cast<std::int64_t>(places)),
                  overAllOrders(scores, gains, [&](const auto& list) { return hit(list, places); }),
                  1e-12);
      for (const GainKind kind : {GainKind::Linear, GainKind::Exponential}) {
        const double expected = overAllOrders(scores, gains, [&](const auto& list) {
          return dcg(list, places, kind) / bestDcg(gains, places, kind);
        });
        EXPECT_NEAR(order.normalisedDiscountedGain(gains, static_cast<std::int64_t>(places), kind),
                    expected, 1e-12);
      }
    }
  }
  EXPECT_GT(judged, 30);
}

TEST(ScoreOrder, WithoutTiesIsTheMeasureThatReportsHave) {
  Random random(4);
  for (int trial = 0; trial < 50; ++trial) {
    std::vector<float> scores;
    std::vector<double> gains;
    for (int i = 0; i < 12; ++i) {
      scores.push_back(static_cast<float>(random.uniform()));
      gains.push_back(random.uniform() - 0.2);
    }
    ScoreOrder order;
    order.assign(scores);
    EXPECT_NEAR(order.normalisedDiscountedGain(gains, kWholeList, GainKind::Linear),
                normalisedDiscountedGain(scores, gains), 1e-12);
  }
}

TEST(ScoreOrder, NeverPraisesTheOrderOfTheList) {
  // All scores equal, the best candidate listed first: one of three places, by chance.
  ScoreOrder order;
  order.assign(std::vector<float>{1, 1, 1});
  const std::vector<double> gains{1, 0, 0};
  EXPECT_NEAR(order.hit(gains, 1), 1.0 / 3, 1e-12);
  EXPECT_NEAR(order.reciprocalRank(gains), (1 + 1.0 / 2 + 1.0 / 3) / 3, 1e-12);
}

TEST(ScoreOrder, TellsNothingWhereLossesOutweighEveryOrder) {
  ScoreOrder order;
  order.assign(std::vector<float>{2, 1});
  EXPECT_TRUE(std::isnan(
      order.normalisedDiscountedGain(std::vector<double>{0.1, -5}, kWholeList, GainKind::Linear)));
}

}  // namespace
}  // namespace luce
