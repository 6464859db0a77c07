#include <gmock/gmock.h>

#include <algorithm>
#include <memory>
#include <set>
#include <thread>

#include "core/training/parallel/data_share.h"
#include "core/training/parallel/shared_batch.h"
#include "core/training/trainer.h"
#include "core/workspace/workspace.h"
#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thread_group.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

template <class Write>
void store(const std::filesystem::path& file, Write&& write) {
  Workspace study = Workspace::open(file);
  const auto writer = study.createDataset("log", "");
  write(*writer);
  writer->commit();
}

/// In threads, work(rank, group).
template <class Work>
void together(int size, Work&& work) {
  ThreadMeeting meeting(size);
  std::vector<std::jthread> threads;
  for (int rank = 0; rank < size; ++rank) {
    threads.emplace_back([&, rank] {
      ThreadGroup group(meeting, rank);
      work(rank, group);
    });
  }
}

TEST(DataShare, DealsOutEveryTrainingSlateOnceAndEveryValidationSlateToOnePredictor) {
  const SlateTable table = tinySlateLog(101);
  const SplitSettings settings;
  const Split split = splitSlates(table, settings);
  std::multiset<std::uint32_t> trained, predicted;
  ThreadMeeting meeting(3);
  for (int rank = 0; rank < 3; ++rank) {
    ThreadGroup group(meeting, rank);
    const DataShare share = shareSlates(table, settings, group);
    EXPECT_EQ(share.train, split.train);
    EXPECT_EQ(share.validationCount, split.validation.size());
    for (const std::uint32_t local : share.ownTrain) trained.insert(share.numberOf[local]);
    for (const std::uint32_t local : share.validation) {
      const std::uint32_t number = share.numberOf[local];
      if (number >= share.predictBegin && number < share.predictEnd) predicted.insert(number);
    }
    if (rank == 0) {
      EXPECT_EQ(share.validation.size(), split.validation.size());
    }
    for (std::uint32_t slate = 0; slate < table.slateCount(); ++slate) {
      const std::uint32_t local = share.localOf[slate];
      EXPECT_EQ(share.keep[slate], local != DataShare::kElsewhere);
      if (local != DataShare::kElsewhere) {
        EXPECT_EQ(share.numberOf[local], slate);
      }
    }
    for (const std::uint32_t slate : split.test) EXPECT_FALSE(share.keep[slate]);
  }
  EXPECT_TRUE(std::equal(trained.begin(), trained.end(), split.train.begin(), split.train.end()));
  EXPECT_TRUE(std::equal(predicted.begin(), predicted.end(), split.validation.begin(),
                         split.validation.end()));
}

TEST(DataShare, NeedsASlateForEachProcess) {
  const SlateTable table = tinySlateLog(2);
  ThreadMeeting meeting(3);
  ThreadGroup group(meeting, 0);
  EXPECT_THAT(errorOf([&] { shareSlates(table, {}, group); }),
              HasSubstr("cannot be shared by 3 processes"));
}

TEST(SharedBatch, IsTheBatchOfAllSlates) {
  const SlateTable table = tinySlateLog(7);
  const std::vector<double> weights{1, 2};
  const auto gather = [&](std::vector<std::uint32_t> slates, TrainingBatch& batch) {
    gatherAlignmentBatch(table, slates, RowKind::Drawn, PropensityRule::Uniform, weights, batch);
    orderBatch(table, slates, ListOrder::Shown, batch);
  };
  TrainingBatch all;
  gather({4, 0, 2, 6, 1}, all);
  const std::vector<std::vector<std::uint32_t>> parts{{4, 0}, {}, {2, 6, 1}};
  together(3, [&](int rank, ProcessGroup& group) {
    TrainingBatch own;
    gather(parts[static_cast<std::size_t>(rank)], own);
    BatchOutputs outputs;
    outputs.logits.assign(static_cast<std::size_t>(own.inputs.rows()) * 2,
                          static_cast<float>(rank));
    SharedBatch whole;
    gatherBatch(group, own, outputs, rank == 1, whole);
    EXPECT_TRUE(whole.stop);
    EXPECT_EQ(whole.firstCandidate, rank == 0 ? 0u : 10u);
    EXPECT_EQ(whole.batch.inputs.offsets, all.inputs.offsets);
    EXPECT_EQ(whole.batch.labelled.candidate, all.labelled.candidate);
    EXPECT_EQ(whole.batch.labelled.labels, all.labelled.labels);
    EXPECT_EQ(whole.batch.rows.candidate, all.rows.candidate);
    EXPECT_EQ(whole.batch.rows.slate, all.rows.slate);
    EXPECT_EQ(whole.batch.rows.rule, PropensityRule::Uniform);
    EXPECT_EQ(whole.batch.rewards, all.rewards);
    EXPECT_EQ(whole.batch.listOrder, all.listOrder);
    EXPECT_EQ(std::count(whole.outputs.logits.begin(), whole.outputs.logits.end(), 0.0f), 20);
    EXPECT_EQ(std::count(whole.outputs.logits.begin(), whole.outputs.logits.end(), 2.0f), 30);
  });
}

// Deciles of a context number are those of all processes' slates.
TEST(SharedTraining, OfABanditLogComparedByContextIsThatOfOneProcess) {
  const TemporaryFolder folder;
  const auto file = folder / "study.luce";
  const SlateTable table = tinyBanditLog(400);
  store(file, [](DatasetSink& sink) { writeTinyBanditLog(sink, 400); });
  Experiment experiment;
  experiment.estimator.hidden = {8};
  experiment.schedule.supervisedEpochs = 2;
  experiment.schedule.alignmentEpochs = 2;
  experiment.schedule.slatesPerBatch = 50;
  experiment.objective.scheme = "grpo";
  experiment.objective.advantageGroup = AdvantageGroup::Context;
  experiment.threads = 1;
  TrainingControl control;
  const TrainingOutcome alone = train(table, experiment, control, nullptr, {});
  ASSERT_EQ(alone.phase, TrainingPhase::Finished) << alone.message;

  std::vector<TrainingOutcome> outcomes(3);
  together(3, [&](int rank, ProcessGroup& group) {
    const Workspace study = Workspace::open(file, Access::Read);
    const DataShare share = shareSlates(study.loadSlateIndex("log"), experiment.split, group);
    const SlateTable own = study.loadSlates("log", share.keep);
    TrainingControl ownControl;
    outcomes[static_cast<std::size_t>(rank)] =
        train(own, experiment, ownControl, nullptr, {}, nullptr, &share);
  });
  ASSERT_EQ(outcomes[0].phase, TrainingPhase::Finished) << outcomes[0].message;
  EXPECT_EQ(outcomes[0].result, outcomes[1].result);
  EXPECT_EQ(outcomes[0].result, outcomes[2].result);
  ASSERT_EQ(outcomes[0].heldOut.size(), alone.heldOut.size());
  for (std::size_t i = 0; i < alone.heldOut.size(); ++i) {
    EXPECT_NEAR(outcomes[0].heldOut[i].estimate.snips().value,
                alone.heldOut[i].estimate.snips().value, 1e-5);
  }
  std::vector<std::uint32_t> slates(table.slateCount());
  for (std::uint32_t slate = 0; slate < slates.size(); ++slate) slates[slate] = slate;
  const Predictions theirs = Estimator::fromCheckpoint(outcomes[0].result).predict(table, slates);
  const Predictions ours = Estimator::fromCheckpoint(alone.result).predict(table, slates);
  EXPECT_THAT(theirs.probabilities,
              testing::Pointwise(testing::FloatNear(1e-5f), ours.probabilities));
}

TEST(SomeSlates, AreLoadedAsTheyStandInTheWhole) {
  const TemporaryFolder folder;
  const auto file = folder / "study.luce";
  const SlateTable table = tinySlateLog(6);
  store(file, [](DatasetSink& sink) { writeTinySlateLog(sink, 6); });
  const Workspace study = Workspace::open(file, Access::Read);
  const SlateTable some = study.loadSlates("log", {false, true, false, false, true, true});
  ASSERT_EQ(some.slateCount(), 3u);
  EXPECT_EQ(some.slateKey(0), table.slateKey(1));
  EXPECT_EQ(some.slateKey(2), table.slateKey(5));
  EXPECT_EQ(some.candidateCount(), 15);
  for (std::int64_t i = 0; i < 5; ++i) {
    const auto found = static_cast<std::size_t>(5 + i), expected = static_cast<std::size_t>(20 + i);
    EXPECT_EQ(some.logged().labels(found, 0), table.logged().labels(expected, 0));
    EXPECT_EQ(some.candidateNumeric()(found, 0), table.candidateNumeric()(expected, 0));
    EXPECT_EQ(some.item(1, i), table.item(4, i));
  }
  const SlateTable index = study.loadSlateIndex("log");
  ASSERT_EQ(index.slateCount(), 6u);
  EXPECT_EQ(index.slateKey(3), table.slateKey(3));
  EXPECT_EQ(splitSlates(index, {}).train, splitSlates(table, {}).train);
  EXPECT_THAT(errorOf([&] { study.loadSlates("log", {true}); }), HasSubstr("has 6 slates"));
}

TEST(MomentSums, OfPartsAreThoseOfTheWhole) {
  const SlateTable table = tinySlateLog(40);
  std::vector<std::uint32_t> all, first, rest;
  for (std::uint32_t slate = 0; slate < 40; ++slate) {
    all.push_back(slate);
    (slate < 7 ? first : rest).push_back(slate);
  }
  MomentSums joined = momentSums(table, first);
  joined.join(momentSums(table, rest));
  const NumericMoments expected = numericMoments(table, all);
  EXPECT_THAT(joined.moments().mean, testing::Pointwise(testing::FloatEq(), expected.mean));
  EXPECT_THAT(joined.moments().deviation,
              testing::Pointwise(testing::FloatEq(), expected.deviation));
}

}  // namespace
}  // namespace luce
