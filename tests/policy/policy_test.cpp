#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/policy/importance.h"
#include "core/policy/plackett_luce.h"
#include "core/policy/value_model.h"

namespace luce {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(PlackettLuce, ClosedFormOfTwoAndThreeCandidates) {
  const std::vector<std::int64_t> offsets{0, 2, 2, 5};
  const std::vector<double> scores{std::log(3.0), 0.0, std::log(1.0), std::log(2.0), std::log(5.0)};
  std::vector<double> logPolicy(5), policy(5);
  firstPlacePolicy<double>(offsets, scores, 1.0, logPolicy, policy);
  const std::vector<double> expected{0.75, 0.25, 0.125, 0.25, 0.625};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(policy[i], expected[i], 1e-15);
    EXPECT_NEAR(logPolicy[i], std::log(expected[i]), 1e-14);
  }
}

TEST(PlackettLuce, TemperatureDividesScores) {
  const std::vector<std::int64_t> offsets{0, 2};
  std::vector<double> logPolicy(2), policy(2);
  firstPlacePolicy<double>(offsets, std::vector<double>{2.0, 0.0}, 2.0, logPolicy, policy);
  EXPECT_NEAR(policy[0], 1 / (1 + std::exp(-1.0)), 1e-15);
}

TEST(PlackettLuce, FastPathAgreesWithTheExactOne) {
  std::vector<std::int64_t> offsets{0};
  std::vector<float> scores;
  for (int slate = 0; slate < 40; ++slate) {
    for (int i = 0; i < 1 + slate % 17; ++i) {
      scores.push_back(static_cast<float>(std::sin(slate * 3.1 + i * 1.3) * (slate % 5) * 20));
    }
    offsets.push_back(static_cast<std::int64_t>(scores.size()));
  }
  const std::vector<double> exactScores(scores.begin(), scores.end());
  std::vector<double> logPolicy(scores.size()), exact(scores.size());
  std::vector<float> fast(scores.size());
  firstPlacePolicy<double>(offsets, exactScores, 0.5, logPolicy, exact);
  firstPlaceProbabilities(offsets, scores, 0.5, fast);
  for (std::size_t i = 0; i < scores.size(); ++i) EXPECT_NEAR(fast[i], exact[i], 1e-5);
}

TEST(PlackettLuce, EntropyOfUniformSlatesIsLogN) {
  const std::vector<std::int64_t> offsets{0, 4, 4, 6};
  const std::vector<float> policy{0.25f, 0.25f, 0.25f, 0.25f, 0.5f, 0.5f};
  EXPECT_NEAR(meanEntropy(offsets, policy), (std::log(4.0) + std::log(2.0)) / 2, 1e-6);
}

TEST(ValueModel, ScoresAndRewards) {
  // Two tasks over three candidates, task by task.
  const std::vector<float> probabilities{0.1f, 0.2f, 0.3f, 0.5f, 0.0f, 1.0f};
  std::vector<float> scores(3);
  scoreCandidates(probabilities, std::vector<double>{2, -1}, scores);
  EXPECT_NEAR(scores[0], -0.3, 1e-6);
  EXPECT_NEAR(scores[1], 0.4, 1e-6);
  EXPECT_NEAR(scores[2], -0.4, 1e-6);
  EXPECT_NEAR(reward(std::vector<float>{1, 0.5f}, std::vector<double>{2, 3}), 3.5, 1e-12);
}

TEST(ValueModel, WeightsAreReadByName) {
  const std::vector<std::string> tasks{"click", "long_view", "like"};
  EXPECT_THAT(parseTaskWeights("like=4,click=-0.5", tasks), testing::ElementsAre(-0.5, 0, 4));
  EXPECT_THAT([&] { parseTaskWeights("likes=4", tasks); },
              ThrowsMessage<Error>(testing::AllOf(HasSubstr("likes"), HasSubstr("long_view"))));
  EXPECT_THAT([&] { parseTaskWeights("click=much", tasks); },
              ThrowsMessage<Error>(HasSubstr("click")));
  EXPECT_THROW(parseTaskWeights("click=nan", tasks), Error);
  const TaskWeights weights{0.1, -1.0 / 3, 1e-9};
  EXPECT_EQ(parseTaskWeights(taskWeightsText(weights, tasks), tasks), weights) << "to the last bit";
  EXPECT_THROW(parseTaskWeights("click", tasks), Error);
}

TEST(Importance, EffectiveSampleSizeOfKish) {
  EXPECT_EQ(effectiveSampleSize({}), 0);
  EXPECT_NEAR(effectiveSampleSize(std::vector<double>{2, 2, 2, 2}), 4, 1e-12);
  EXPECT_NEAR(effectiveSampleSize(std::vector<double>{1, 3}), 16.0 / 10.0, 1e-12);
  EXPECT_NEAR(effectiveSampleSize(std::vector<double>{0, 0, 5}), 1, 1e-12);
}

TEST(Importance, HistogramKeepsEveryRatio) {
  const std::vector<double> ratios{0, 1e-9, 0.5, 1, 2, 1e9};
  const RatioHistogram histogram = ratioHistogram(ratios, 6, -3, 3);
  EXPECT_EQ(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::int64_t{0}), 6);
  EXPECT_EQ(histogram.counts.front(), 2);
  EXPECT_EQ(histogram.counts.back(), 1);
  EXPECT_EQ(histogram.counts[2], 1);  // 0.5 lies in [0.1, 1)
  EXPECT_EQ(histogram.counts[3], 2);  // 1 and 2 lie in [1, 10)
}

TEST(Importance, ClippedShareOfBothSides) {
  const std::vector<double> ratios{0.1, 0.79, 0.8, 1.0, 1.2, 1.21, 9, 10};
  const ClippedShare share = clippedShare(ratios, 0.8, 1.2);
  EXPECT_NEAR(share.low, 2.0 / 8, 1e-12);
  EXPECT_NEAR(share.high, 3.0 / 8, 1e-12);
}

}  // namespace
}  // namespace luce
