// The plain loops that train on the processor, against tensors with automatic differentiation.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/estimator/device.h"
#include "core/estimator/safetensors.h"
#include "core/training/batch.h"
#include "core/training/learner.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

constexpr std::uint32_t kSlates = 600;

std::vector<std::uint32_t> someSlates(std::uint32_t first, std::uint32_t count) {
  std::vector<std::uint32_t> slates(count);
  std::iota(slates.begin(), slates.end(), first);
  return slates;
}

struct Trained {
  std::vector<StepResult> results;
  std::vector<NamedTensor> weights;
  Predictions predictions;
};

Trained train(const SlateTable& table, const EstimatorSettings& settings, bool tensors,
              double weightDecay = 0, double gradientClip = 0) {
  Estimator estimator({featureLayout(table.schema()), table.schema().tasks,
                       numericMoments(table, someSlates(0, kSlates)), settings},
                      3);
  Learner learner(estimator,
                  {.learningRate = 0.01,
                   .weightDecay = weightDecay,
                   .gradientClip = gradientClip,
                   .tensors = tensors},
                  std::vector<double>(table.taskCount(), 1.0));
  Trained trained;
  // Batches of different size, the smallest last.
  for (const std::uint32_t count : {kSlates, 64u, 1u}) {
    TrainingBatch batch;
    gatherSupervisedBatch(table, someSlates(0, count), batch);
    learner.superviseStep(batch);
    const std::vector<StepResult> results = learner.results();
    trained.results.insert(trained.results.end(), results.begin(), results.end());
  }
  trained.weights = readSafetensors(estimator.checkpoint()).tensors;
  trained.predictions = estimator.predict(table, someSlates(0, kSlates));
  return trained;
}

void expectSame(const Trained& loops, const Trained& tensors) {
  ASSERT_EQ(loops.results.size(), tensors.results.size());
  for (std::size_t step = 0; step < loops.results.size(); ++step) {
    EXPECT_NEAR(loops.results[step].loss.bce, tensors.results[step].loss.bce, 1e-5);
    EXPECT_NEAR(loops.results[step].gradientNorm, tensors.results[step].gradientNorm,
                1e-4 * std::max(1.0, tensors.results[step].gradientNorm));
  }
  double difference = 0, count = 0;
  for (std::size_t t = 0; t < loops.weights.size(); ++t) {
    ASSERT_EQ(loops.weights[t].values.size(), tensors.weights[t].values.size());
    for (std::size_t i = 0; i < loops.weights[t].values.size(); ++i) {
      difference += std::abs(loops.weights[t].values[i] - tensors.weights[t].values[i]);
      ++count;
    }
  }
  // Adam's first steps divide a gradient by its own size: single weights may part, not all.
  EXPECT_LT(difference / count, 1e-5);
  for (std::size_t i = 0; i < loops.predictions.probabilities.size(); ++i) {
    ASSERT_NEAR(loops.predictions.probabilities[i], tensors.predictions.probabilities[i], 2e-4);
  }
}

TEST(DenseStep, EveryKindOfNetworkTrainsAsWithTensors) {
  const SlateTable slate = tinySlateLog(kSlates);
  const SlateTable bandit = tinyBanditLog(kSlates);
  const std::vector<EstimatorSettings> networks{
      {.hidden = {}, .embeddingDimension = 8, .hashBuckets = 64},
      {.hidden = {}, .embeddingDimension = 0},
      {.hidden = {8}, .embeddingDimension = 5, .hashBuckets = 63},
      {.hidden = {300, 7}, .embeddingDimension = 16, .hashBuckets = 128, .itemEmbedding = false},
      {.hidden = {64, 32}, .embeddingDimension = 3, .hashBuckets = 1}};
  for (const int threads : {1, 3}) {
    useThreads(threads);
    for (const SlateTable* table : {&slate, &bandit}) {
      for (std::size_t i = 0; i < networks.size(); ++i) {
        SCOPED_TRACE(testing::Message() << threads << " threads, network " << i);
        expectSame(train(*table, networks[i], false), train(*table, networks[i], true));
      }
    }
  }
  useThreads(1);
}

TEST(DenseStep, DecaysWeightsAndClipsGradientsAsTensorsDo) {
  useThreads(1);
  const SlateTable table = tinySlateLog(kSlates);
  const EstimatorSettings network{.hidden = {16}, .embeddingDimension = 4, .hashBuckets = 32};
  const Trained plain = train(table, network, false);
  const Trained decayed = train(table, network, false, 0.5, 0.01);
  expectSame(decayed, train(table, network, true, 0.5, 0.01));
  EXPECT_NE(plain.weights.back().values, decayed.weights.back().values);
}

TEST(DenseStep, TheSameThreadsGiveTheSameBits) {
  const SlateTable table = tinySlateLog(kSlates);
  const EstimatorSettings network{.hidden = {128, 64}, .embeddingDimension = 8, .hashBuckets = 64};
  for (const int threads : {1, 2, 3}) {
    useThreads(threads);
    const Trained once = train(table, network, false);
    const Trained again = train(table, network, false);
    for (std::size_t t = 0; t < once.weights.size(); ++t) {
      EXPECT_EQ(once.weights[t].values, again.weights[t].values) << once.weights[t].name;
    }
    EXPECT_EQ(once.predictions.probabilities, again.predictions.probabilities);
  }
  useThreads(1);
}

}  // namespace
}  // namespace luce
