#include "core/training/learner.h"

#include <gmock/gmock.h>

#include <numeric>

#include "core/common/error.h"
#include "core/estimator/device.h"
#include "core/estimator/safetensors.h"
#include "core/training/advantage_groups.h"
#include "core/training/requirements.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

std::vector<std::uint32_t> firstSlates(std::uint32_t count) {
  std::vector<std::uint32_t> slates(count);
  std::iota(slates.begin(), slates.end(), 0u);
  return slates;
}

EstimatorShape shapeFor(const SlateTable& table) {
  return {featureLayout(table.schema()),
          table.schema().tasks,
          numericMoments(table, firstSlates(static_cast<std::uint32_t>(table.slateCount()))),
          {.hidden = {8}, .embeddingDimension = 4, .hashBuckets = 64}};
}

TrainingBatch alignmentBatch(const SlateTable& table, RowKind rows, const PolicyLoss& loss) {
  const std::vector<double> weights(table.taskCount(), 1.0);
  const auto slates = firstSlates(24);
  TrainingBatch batch;
  gatherAlignmentBatch(table, slates, rows, PropensityRule::Self, weights, batch);
  if (needsListOrder(loss)) orderBatch(table, slates, loss.scheme->description().list, batch);
  return batch;
}

PolicyLoss lossOf(const Scheme& scheme, const Scheme& regulariser) {
  return {.scheme = &scheme,
          .parameters = standardParameters(scheme),
          .advantage = scheme.description().advantage,
          .temperature = 0.5,
          .weight = 0.8,
          .klWeight = 0.3,
          .regulariser = &regulariser,
          .entropyWeight = 0.05};
}

/// Every scheme once and every regulariser at least once.
std::vector<PolicyLoss> losses() {
  std::vector<PolicyLoss> all;
  for (const Scheme* scheme : schemes()) {
    all.push_back(lossOf(*scheme, *regularisers()[all.size() % regularisers().size()]));
  }
  return all;
}

bool fits(const SlateTable& table, const PolicyLoss& loss) {
  Experiment experiment;
  experiment.objective.scheme = loss.scheme->description().id;
  try {
    requireTrainable(table, experiment);
    return true;
  } catch (const Error&) {
    return false;
  }
}

Learner::Settings settingsFor(const SlateTable& table, bool tensors) {
  return {.learningRate = 0.01,
          .weightDecay = 0.01,
          .gradientClip = 0.5,
          .taskWeight = 0.4,
          .rewardWeights = std::vector<double>(table.taskCount(), 1.0),
          .tensors = tensors};
}

std::vector<double> valueWeightsFor(const SlateTable& table) {
  std::vector<double> weights(table.taskCount());
  std::iota(weights.begin(), weights.end(), 1.0);
  return weights;
}

/// Two implementations of a step: the fused kernel, and tensors with autograd.
TEST(Learner, TensorsTrainAsTheKernelDoes) {
  useThreads(1);
  const SlateTable slate = tinySlateLog(24);
  const SlateTable bandit = tinyBanditLog(24);
  for (const SlateTable* table : {&slate, &bandit}) {
    for (const PolicyLoss& loss : losses()) {
      if (!fits(*table, loss)) continue;
      SCOPED_TRACE(loss.scheme->description().id + " with " + loss.regulariser->description().id);
      const TrainingBatch batch = alignmentBatch(*table, naturalRowKind(*table), loss);
      TrainingBatch supervised;
      gatherSupervisedBatch(*table, firstSlates(24), supervised);
      const Estimator reference(shapeFor(*table), 5);
      std::vector<Estimator> trained;
      std::vector<std::vector<StepResult>> results;
      for (const bool tensors : {false, true}) {
        trained.emplace_back(shapeFor(*table), 3);
        Learner learner(trained.back(), settingsFor(*table, tensors), valueWeightsFor(*table));
        EXPECT_EQ(learner.deferred(), tensors);
        learner.superviseStep(supervised);
        for (int step = 0; step < 3; ++step) learner.alignStep(batch, loss, reference);
        results.push_back(learner.results());
        EXPECT_EQ(learner.objective().ratios().size(), batch.rows.size());
      }
      ASSERT_EQ(results[0].size(), 4u);
      ASSERT_EQ(results[1].size(), 4u);
      for (std::size_t step = 0; step < 4; ++step) {
        const StepResult& kernel = results[0][step];
        const StepResult& tensors = results[1][step];
        const auto near = [](double a, double b) {
          EXPECT_NEAR(a, b, 2e-4 * std::max(1.0, std::abs(a)));
        };
        near(kernel.loss.bce, tensors.loss.bce);
        near(kernel.loss.objective.reward, tensors.loss.objective.reward);
        near(kernel.loss.objective.kl, tensors.loss.objective.kl);
        near(kernel.loss.objective.entropy, tensors.loss.objective.entropy);
        near(kernel.loss.total, tensors.loss.total);
        near(kernel.gradientNorm, tensors.gradientNorm);
        EXPECT_TRUE(tensors.finite);
      }
      const auto kernel = readSafetensors(trained[0].checkpoint()).tensors;
      const auto tensors = readSafetensors(trained[1].checkpoint()).tensors;
      // Adam's first steps divide a gradient by its own size, so single weights whose gradient is
      // rounding alone may part by steps of 0.01; all together may not.
      double difference = 0, count = 0;
      for (std::size_t t = 0; t < kernel.size(); ++t) {
        for (std::size_t i = 0; i < kernel[t].values.size(); ++i) {
          difference += std::abs(kernel[t].values[i] - tensors[t].values[i]);
          ++count;
        }
      }
      EXPECT_LT(difference / count, 2e-4);
    }
  }
}

/// On a device without values every read of a value, and every mix with a tensor of the CPU, fails.
TEST(Learner, AStepNeverWaitsForTheDeviceNorLeavesIt) {
  if (libtorchMajorVersion() < 2) {
    GTEST_SKIP() << "LibTorch " << libtorchMajorVersion()
                 << " cannot run a step on the meta device; .ci/test-libtorch2 does";
  }
  if (std::string(program_invocation_short_name) == "test_tensor_library") {
    GTEST_SKIP() << "What the device lacks is added to LibTorch by test_training, which sees its "
                    "headers.";
  }
  const SlateTable slate = tinySlateLog(24);
  const SlateTable bandit = tinyBanditLog(24);
  for (const SlateTable* table : {&slate, &bandit}) {
    for (const PolicyLoss& loss : losses()) {
      if (!fits(*table, loss)) continue;
      SCOPED_TRACE(loss.scheme->description().id + " with " + loss.regulariser->description().id);
      Estimator estimator(shapeFor(*table), 3, kShapesOnly);
      const Estimator reference(shapeFor(*table), 5, kShapesOnly);
      Learner learner(estimator, settingsFor(*table, false), valueWeightsFor(*table));
      TrainingBatch supervised;
      gatherSupervisedBatch(*table, firstSlates(24), supervised);
      const TrainingBatch batch = alignmentBatch(*table, naturalRowKind(*table), loss);
      EXPECT_NO_THROW({
        learner.superviseStep(supervised);
        for (int step = 0; step < 2; ++step) learner.alignStep(batch, loss, reference);
      });
      EXPECT_ANY_THROW(learner.results()) << "a device with values proves nothing";
    }
  }
}

TEST(Batch, ListsAreInTheOrderShown) {
  const SlateTable table = tinySlateLog(6);
  const PolicyLoss loss = lossOf(findScheme("pl_display"), findRegulariser("kl_exact"));
  TrainingBatch batch;
  const std::vector<std::uint32_t> slates{4, 1};
  gatherAlignmentBatch(table, slates, RowKind::Observed, PropensityRule::One,
                       std::vector<double>(table.taskCount(), 1.0), batch);
  orderBatch(table, slates, loss.scheme->description().list, batch);
  ASSERT_EQ(batch.listOrder.size(), 10u);
  for (std::size_t local = 0; local < 2; ++local) {
    for (std::size_t place = 0; place < 5; ++place) {
      const std::int64_t row = table.candidates(slates[local]).first +
                               batch.listOrder[5 * local + place] -
                               static_cast<std::int64_t>(5 * local);
      EXPECT_EQ(table.logged().position[static_cast<std::size_t>(row)], place + 1);
    }
  }
}

// bfloat16 keeps 8 bits of a number: results differ by about a hundredth, and weights stay float32.
TEST(Learner, MixedPrecisionLearnsTheSameUpToItsRounding) {
  const SlateTable table = tinySlateLog(24);
  TrainingBatch batch;
  gatherSupervisedBatch(table, firstSlates(24), batch);
  std::vector<double> loss[2];
  for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
    for (const bool tensors : {false, true}) {
      Estimator estimator(shapeFor(table), 7);
      Learner::Settings settings = settingsFor(table, tensors);
      settings.precision = precision;
      Learner learner(estimator, settings, {1, 1});
      for (int step = 0; step < 60; ++step) learner.superviseStep(batch);
      const StepResult last = learner.results().back();
      EXPECT_TRUE(last.finite);
      loss[precision == Precision::BFloat16].push_back(last.loss.bce);
      for (const NamedTensor& tensor : readSafetensors(estimator.checkpoint()).tensors) {
        EXPECT_THAT(
            tensor.values,
            testing::Each(testing::Truly([](float value) { return std::isfinite(value); })));
      }
    }
  }
  for (std::size_t path = 0; path < 2; ++path) {
    EXPECT_LT(loss[1][path], 0.6);  // log 2 is where it began
    EXPECT_NEAR(loss[1][path], loss[0][path], 0.02);
    EXPECT_NE(loss[1][path], loss[0][path]);
  }
}

LoggedRows oneRowASlate(std::uint32_t count) {
  LoggedRows rows;
  for (std::uint32_t slate = 0; slate < count; ++slate) {
    rows.candidate.push_back(slate);
    rows.slate.push_back(slate);
  }
  return rows;
}

TEST(AdvantageGroups, AreTheSlateWhereItHasManyRowsElseTheBatch) {
  const SlateTable slate = tinySlateLog(4);
  const SlateTable bandit = tinyBanditLog(4);
  EXPECT_EQ(AdvantageGroups(slate, firstSlates(4), {}, RowKind::Observed).kind(),
            AdvantageGroup::Slate);
  EXPECT_EQ(AdvantageGroups(slate, firstSlates(4), {}, RowKind::Drawn).kind(),
            AdvantageGroup::Batch);
  const AdvantageGroups groups(bandit, firstSlates(4), {}, RowKind::Drawn);
  EXPECT_EQ(groups.kind(), AdvantageGroup::Batch);
  std::vector<std::uint32_t> group;
  groups.assign(firstSlates(4), oneRowASlate(4), group);
  EXPECT_THAT(group, testing::ElementsAre(0, 0, 0, 0));
}

TEST(AdvantageGroups, ContextNumbersFormDeciles) {
  const SlateTable table = tinyBanditLog(1000);
  ObjectiveSettings settings;
  settings.advantageGroup = AdvantageGroup::Context;
  const AdvantageGroups groups(table, firstSlates(1000), settings, RowKind::Drawn);
  EXPECT_EQ(groups.feature(),
            table.schema().select(FeatureScope::Context, FeatureKind::Numeric)[0].name);
  std::vector<std::uint32_t> group;
  groups.assign(firstSlates(1000), oneRowASlate(1000), group);
  std::vector<std::pair<float, std::uint32_t>> byValue;
  std::vector<int> size(10, 0);
  for (std::uint32_t slate = 0; slate < 1000; ++slate) {
    byValue.emplace_back(table.contextNumeric()(slate, 0), group[slate]);
    ++size.at(group[slate]);
  }
  std::sort(byValue.begin(), byValue.end());
  for (std::size_t i = 1; i < byValue.size(); ++i) {
    EXPECT_LE(byValue[i - 1].second, byValue[i].second);
  }
  EXPECT_THAT(size, testing::Each(testing::AllOf(testing::Ge(90), testing::Le(110))));
}

TEST(Requirements, NameWhatALogCannotGive) {
  const SlateTable bandit = tinyBanditLog(4);
  const auto require = [&](auto&& change) {
    Experiment experiment;
    change(experiment);
    requireTrainable(bandit, experiment);
  };
  EXPECT_NO_THROW(require([](Experiment&) {}));
  for (const char* scheme : {"listmle", "pl_display", "expected_reward"}) {
    EXPECT_THAT([&] { require([&](Experiment& e) { e.objective.scheme = scheme; }); },
                ThrowsMessage<Error>(HasSubstr("observed rows of a slate log")));
  }
  EXPECT_THAT([&] { require([](Experiment& e) { e.valueWeights["like"] = 1; }); },
              ThrowsMessage<Error>(HasSubstr("like")));
  EXPECT_THAT(
      [&] {
        require([](Experiment& e) {
          e.objective.advantageGroup = AdvantageGroup::Context;
          e.objective.advantageFeature = "age";
        });
      },
      ThrowsMessage<Error>(HasSubstr("age")));
}

TEST(Requirements, AdviceWarnsOfARunThatCannotMove) {
  const SlateTable bandit = tinyBanditLog(4);
  ObjectiveSettings settings;
  settings.scheme = "grpo";
  EXPECT_TRUE(adviceOn(bandit, settings).empty()) << "the batch is chosen by itself";
  settings.advantageGroup = AdvantageGroup::Slate;
  EXPECT_THAT(adviceOn(bandit, settings), testing::Contains(HasSubstr("will not move")));
  settings.scheme = "ppo_clip";  // raw rewards need no group
  EXPECT_TRUE(adviceOn(bandit, settings).empty());
  EXPECT_THAT(adviceOn(tinySlateLog(4), settings), testing::Contains(HasSubstr("never exceeds 1")));
}

}  // namespace
}  // namespace luce
