#include "core/training/frozen_policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/estimator/device.h"
#include "core/estimator/safetensors.h"
#include "core/training/learner.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using Floats = std::vector<float>;
using Slates = std::vector<std::uint32_t>;
using Offsets = std::vector<std::int64_t>;

TEST(FrozenPolicy, RecallsSlatesInAnyOrderAndOnlyWhenAllAreKnown) {
  FrozenPolicy policy;
  Floats logPolicy, reward;
  EXPECT_FALSE(policy.recall(Slates{3}, logPolicy, reward));
  policy.remember(Slates{3, 7}, Offsets{0, 2, 3}, Floats{-1, -2, -3}, Floats{10, 20, 30});
  policy.remember(Slates{0}, Offsets{0, 0}, Floats{}, Floats{});
  ASSERT_TRUE(policy.recall(Slates{7, 0, 3}, logPolicy, reward));
  EXPECT_EQ(logPolicy, (Floats{-3, -1, -2}));
  EXPECT_EQ(reward, (Floats{30, 10, 20}));
  EXPECT_FALSE(policy.recall(Slates{3, 4}, logPolicy, reward));
  EXPECT_FALSE(policy.recall(Slates{}, logPolicy, reward)) << "no slates: nothing is told of them";
}

TEST(FrozenPolicy, KeepsNoMoreThanItMay) {
  FrozenPolicy policy(3);
  Floats logPolicy, reward;
  policy.remember(Slates{0, 1, 2}, Offsets{0, 2, 4, 5}, Floats{-1, -2, -3, -4, -5}, Floats{});
  EXPECT_TRUE(policy.recall(Slates{0, 2}, logPolicy, reward));
  EXPECT_EQ(logPolicy, (Floats{-1, -2, -5}));
  EXPECT_TRUE(reward.empty());
  EXPECT_FALSE(policy.recall(Slates{1}, logPolicy, reward));
}

/// Training with what is remembered, and with all of it told anew at each step.
TEST(FrozenPolicy, TrainsToTheSameWeights) {
  useThreads(1);
  const SlateTable table = tinySlateLog(40);
  Slates all(40);
  std::iota(all.begin(), all.end(), 0u);
  const EstimatorShape shape{featureLayout(table.schema()),
                             table.schema().tasks,
                             numericMoments(table, all),
                             {.hidden = {8}, .embeddingDimension = 4, .hashBuckets = 64}};
  const std::vector<double> weights(table.taskCount(), 1.0);
  for (const char* const scheme : {"ppo_clip", "dr"}) {
    PolicyLoss loss;
    loss.scheme = &findScheme(scheme);
    loss.parameters = standardParameters(*loss.scheme);
    loss.klWeight = 0.5;
    std::vector<std::vector<NamedTensor>> trained;
    for (const bool remembers : {false, true}) {
      Estimator estimator(shape, 3);
      const Estimator reference(shape, 5);
      Learner learner(estimator, {.learningRate = 0.01, .rewardWeights = weights}, weights);
      for (int epoch = 0; epoch < 3; ++epoch) {
        // Other batches in each epoch.
        std::rotate(all.begin(), all.begin() + 7, all.end());
        for (const std::size_t first : {0u, 20u}) {
          TrainingBatch batch;
          gatherAlignmentBatch(table, std::span<const std::uint32_t>(all).subspan(first, 20),
                               RowKind::Observed, PropensityRule::One, weights, batch);
          if (!remembers) batch.slates.clear();
          learner.alignStep(batch, loss, reference);
          learner.results();
        }
      }
      trained.push_back(readSafetensors(estimator.checkpoint()).tensors);
      std::iota(all.begin(), all.end(), 0u);
    }
    // Not to the bit: a matrix product rounds a row otherwise in another place of the batch.
    for (std::size_t t = 0; t < trained[0].size(); ++t) {
      for (std::size_t i = 0; i < trained[0][t].values.size(); ++i) {
        EXPECT_NEAR(trained[0][t].values[i], trained[1][t].values[i], 1e-4) << scheme;
      }
    }
  }
}

}  // namespace
}  // namespace luce
