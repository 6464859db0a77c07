#include "core/training/start.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>

#include "core/common/error.h"
#include "core/training/trail.h"
#include "core/training/trainer.h"
#include "tests/support/error_of.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Experiment quickExperiment() {
  Experiment experiment;
  experiment.estimator.hidden = {8};
  experiment.estimator.embeddingDimension = 2;
  experiment.estimator.hashBuckets = 64;
  experiment.schedule.supervisedEpochs = 2;
  experiment.schedule.alignmentEpochs = 3;
  experiment.schedule.slatesPerBatch = 32;
  experiment.optimiser.learningRate = 0.01;
  experiment.optimiser.alignmentLearningRate = 0.01;
  experiment.temperature = 0.2;
  experiment.device = "cpu";
  experiment.threads = 1;
  return experiment;
}

/// The experiment that goes on from a run "source" without warm-up.
Experiment continued(Experiment experiment, StartReference reference = StartReference::Start) {
  experiment.schedule.supervisedEpochs = 0;
  experiment.start = StartSettings{.run = "source", .reference = reference};
  return experiment;
}

TrainingOutcome runTraining(const SlateTable& table, const Experiment& experiment,
                            const StartingWeights* start = nullptr,
                            TrainingRecorder* recorder = nullptr) {
  TrainingControl control;
  return train(table, experiment, control, recorder, {}, start);
}

/// Keeps the trail as a workspace would, and the metrics.
class TrailRecorder : public TrainingRecorder {
 public:
  void metric(std::int64_t step, const std::string& name, double value) override {
    metrics[name][step] = value;
  }
  void checkpoint(std::int64_t, const std::string& role,
                  std::span<const std::byte> content) override {
    checkpoints[role] = {content.begin(), content.end()};
  }
  void trail(std::int64_t step, std::span<const std::byte> content) override {
    trailed[step] = {content.begin(), content.end()};
  }
  void dropTrail(std::int64_t step) override { EXPECT_EQ(trailed.erase(step), 1u) << step; }
  void finish(const TrainingOutcome&) override {}

  std::map<std::string, std::map<std::int64_t, double>> metrics;
  std::map<std::string, std::vector<std::byte>> checkpoints;
  std::map<std::int64_t, std::vector<std::byte>> trailed;
};

std::vector<float> valuesOf(const SlateTable& table, std::span<const std::byte> checkpoint) {
  const std::vector<std::uint32_t> slates{0, 1, 2, 3, 4, 5, 6, 7};
  return Estimator::fromCheckpoint(checkpoint).predict(table, slates).probabilities;
}

TEST(ContinuedRun, ItsFirstEstimateIsThatOfTheCheckpointItStartsFrom) {
  const SlateTable table = tinySlateLog(400);
  const Experiment experiment = quickExperiment();
  const TrainingOutcome source = runTraining(table, experiment);
  const auto kept = std::find_if(
      source.heldOut.begin(), source.heldOut.end(),
      [&](const HeldOutPoint& point) { return point.aligned && point.step == source.resultStep; });
  ASSERT_NE(kept, source.heldOut.end());

  const StartingWeights start{source.result, {}};
  const TrainingOutcome more = runTraining(table, continued(experiment), &start);
  ASSERT_EQ(more.phase, TrainingPhase::Finished) << more.message;
  EXPECT_EQ(more.heldOut.front().step, 0);
  EXPECT_TRUE(more.heldOut.front().aligned);
  EXPECT_EQ(more.heldOut.front().estimate.snips().value, kept->estimate.snips().value);
  EXPECT_EQ(more.heldOut.front().estimate.snips().low, kept->estimate.snips().low);
  EXPECT_EQ(more.supervised, source.result) << "what its alignment starts from and is held near";
  EXPECT_NE(more.heldOut.back().estimate.snips().value, kept->estimate.snips().value);
}

TEST(ContinuedRun, AWarmUpOfItsOwnIsJudgedFromItsStartOn) {
  const SlateTable table = tinySlateLog(400);
  Experiment experiment = quickExperiment();
  experiment.schedule.alignmentEpochs = 0;
  TrailRecorder first, second;
  const TrainingOutcome source = runTraining(table, experiment, nullptr, &first);
  experiment.start = StartSettings{.run = "source"};
  const StartingWeights start{source.result, {}};
  const TrainingOutcome more = runTraining(table, experiment, &start, &second);
  EXPECT_EQ(second.metrics["held_out/bce"].at(0),
            first.metrics["held_out/bce"].at(source.resultStep));
  EXPECT_FALSE(more.heldOut.front().aligned);

  // A warm-up that only does harm ends on the weights it began with.
  experiment.optimiser.learningRate = 5;
  const TrainingOutcome worse = runTraining(table, experiment, &start);
  EXPECT_EQ(worse.resultStep, 0);
  EXPECT_EQ(worse.result, source.result);
}

TEST(ContinuedRun, AlignmentFromTheSupervisedWeightsIsThatOfAWholeRun) {
  // With one batch an epoch the order of slates is only an order of addition, and a whole run's
  // alignment begins with an optimiser of its own: so both must come to the same weights.
  const SlateTable table = tinySlateLog(200);
  Experiment experiment = quickExperiment();
  experiment.schedule.slatesPerBatch = 1000;
  experiment.schedule.keepBest = false;
  const TrainingOutcome whole = runTraining(table, experiment);
  const StartingWeights start{whole.supervised, {}};
  const TrainingOutcome part = runTraining(table, continued(experiment), &start);
  const std::vector<float> expected = valuesOf(table, whole.result);
  const std::vector<float> found = valuesOf(table, part.result);
  const std::vector<float> before = valuesOf(table, whole.supervised);
  double moved = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_NEAR(found[i], expected[i], 2e-5);
    moved = std::max<double>(moved, std::abs(before[i] - expected[i]));
  }
  EXPECT_GT(moved, 1e-3);
}

TEST(ContinuedRun, IsHeldNearThePolicyThatTheExperimentNames) {
  const SlateTable table = tinySlateLog(400);
  Experiment experiment = quickExperiment();
  experiment.objective.klWeight = 0;
  experiment.schedule.keepBest = false;
  const TrainingOutcome source = runTraining(table, experiment);
  const StartingWeights own{source.result, {}}, others{source.result, source.supervised};
  TrailRecorder fromStart, fromSource;
  runTraining(table, continued(experiment), &own, &fromStart);
  const TrainingOutcome held =
      runTraining(table, continued(experiment, StartReference::Source), &others, &fromSource);
  const double nearOwn = fromStart.metrics["loss/kl"].begin()->second;
  const double nearSource = fromSource.metrics["loss/kl"].begin()->second;
  EXPECT_NEAR(nearOwn, 0, 1e-6) << "nothing has moved before the first step";
  EXPECT_GT(nearSource, 100 * std::abs(nearOwn));
  EXPECT_EQ(held.supervised, source.supervised) << "so that a third run can be held near it too";
}

TEST(ContinuedRun, WhatDoesNotFitIsNamedOnBothSides) {
  const SlateTable table = tinySlateLog(100);
  const Experiment experiment = quickExperiment();
  const TrainingOutcome source = runTraining(table, experiment);
  const StartingWeights start{source.result, {}};

  Experiment wider = continued(experiment);
  wider.estimator.hidden = {64, 32};
  EXPECT_THAT(errorOf([&] { requireStart(table, wider, &start); }),
              AllOf(HasSubstr("\"source\""), HasSubstr("hidden layers of 8 "),
                    HasSubstr("hidden layers of 64, 32 ")));
  EXPECT_THAT(errorOf([&] { requireStart(tinyBanditLog(50), continued(experiment), &start); }),
              AllOf(HasSubstr("\"source\""), HasSubstr("dataset")));
  EXPECT_THAT(errorOf([&] { requireStart(table, continued(experiment), nullptr); }),
              HasSubstr("\"source\""));
  EXPECT_THAT(errorOf([&] { requireStart(table, experiment, &start); }),
              HasSubstr("experiment.start"));
  const StartingWeights damaged{{std::byte{1}, std::byte{2}}, {}};
  EXPECT_THROW(requireStart(table, continued(experiment), &damaged), Error);
  EXPECT_THROW(runTraining(table, wider, &start), Error);
}

TEST(StartDocument, KeepsEveryMemberAndRefusesOthers) {
  Experiment experiment;
  EXPECT_EQ(experimentFromJson(experimentToJson(experiment)), experiment);
  experiment.start = StartSettings{"a", "supervised", {}, StartReference::Source};
  EXPECT_EQ(experimentFromJson(experimentToJson(experiment)), experiment);
  experiment.start = StartSettings{.run = "b", .step = 120};
  experiment.schedule.trail = false;
  EXPECT_EQ(experimentFromJson(experimentToJson(experiment)), experiment);
  EXPECT_EQ(experimentFromJson(R"({"start": {"run": "a"}})").start, StartSettings{.run = "a"});
  EXPECT_FALSE(experimentFromJson(R"({"start": null})").start);
  const auto refused = [](const char* document) {
    return errorOf([&] { experimentFromJson(document); });
  };
  EXPECT_THAT(refused(R"({"start": {"checkpoint": "best"}})"), HasSubstr("experiment.start.run"));
  EXPECT_THAT(
      refused(R"({"start": {"run": "a", "checkpoint": "last"}})"),
      AllOf(HasSubstr("experiment.start.checkpoint"), HasSubstr("result, best, supervised")));
  EXPECT_THAT(refused(R"({"start": {"run": "a", "checkpoint": -1}})"), HasSubstr("from 0"));
  EXPECT_THAT(refused(R"({"start": {"run": "a", "reference": "mine"}})"), HasSubstr("source"));
  EXPECT_THAT(refused(R"({"start": {"run": "a", "stp": 1}})"), HasSubstr("stp"));
}

/// Steps that stay of evaluations 0, 10, 20, …
std::vector<std::int64_t> stayingSteps(int most, int evaluations) {
  TrailThinning thinning(most);
  std::vector<std::int64_t> kept;
  for (int i = 0; i < evaluations; ++i) {
    kept.push_back(10 * i);
    for (const std::int64_t step : thinning.add(10 * i)) std::erase(kept, step);
  }
  return kept;
}

TEST(Trail, IsThinnedByDoublingItsDistance) {
  EXPECT_EQ(stayingSteps(4, 4), (std::vector<std::int64_t>{0, 10, 20, 30}));
  EXPECT_EQ(stayingSteps(4, 5), (std::vector<std::int64_t>{0, 20, 40}));
  EXPECT_EQ(stayingSteps(4, 6), (std::vector<std::int64_t>{0, 20, 40, 50}));
  EXPECT_EQ(stayingSteps(4, 7), (std::vector<std::int64_t>{0, 20, 40, 60}));
  EXPECT_EQ(stayingSteps(4, 8), (std::vector<std::int64_t>{0, 40, 70}));
  for (const int evaluations : {1, 2, 39, 40, 41, 80, 81, 137, 1000}) {
    const std::vector<std::int64_t> kept = stayingSteps(40, evaluations);
    EXPECT_LE(kept.size(), 40u);
    EXPECT_GE(kept.size(), std::min<std::size_t>(20, static_cast<std::size_t>(evaluations)));
    EXPECT_EQ(kept.front(), 0);
    EXPECT_EQ(kept.back(), 10 * (evaluations - 1));
    for (std::size_t i = 2; i + 1 < kept.size(); ++i) {
      EXPECT_EQ(kept[i] - kept[i - 1], kept[1] - kept[0]) << evaluations;
    }
  }
}

TEST(Trail, IsBoundedInBytes) {
  EXPECT_EQ(trailLength(1000), 40);
  EXPECT_EQ(trailLength(1'600'000), 40);
  EXPECT_EQ(trailLength(3'200'000), 20);
  EXPECT_EQ(trailLength(16'000'000), 4);
  EXPECT_EQ(trailLength(16'000'001), 0);
  EXPECT_EQ(whyNoTrail({}, 1000), "");
  EXPECT_THAT(whyNoTrail({}, 20'000'000), AllOf(HasSubstr("20 MB"), HasSubstr("64 MB")));
  Experiment off;
  off.schedule.trail = false;
  EXPECT_NE(whyNoTrail(off, 1000), "");
}

TEST(Trail, HoldsTheWeightsOfEachHeldOutEvaluation) {
  const SlateTable table = tinySlateLog(400);
  Experiment experiment = quickExperiment();
  experiment.schedule.keepBest = false;
  TrailRecorder recorder;
  const TrainingOutcome outcome = runTraining(table, experiment, nullptr, &recorder);
  ASSERT_GE(recorder.trailed.size(), 6u);
  EXPECT_EQ(recorder.trailed.begin()->first, 0);
  EXPECT_EQ(recorder.trailed.rbegin()->first, outcome.steps);
  EXPECT_EQ(recorder.trailed.rbegin()->second, outcome.result);
  // Each checkpoint earns again what the run was told at that step: evaluated here by a run of no
  // steps that starts from it.
  for (const HeldOutPoint& point : outcome.heldOut) {
    if (!point.aligned) continue;
    ASSERT_TRUE(recorder.trailed.contains(point.step));
    const StartingWeights start{recorder.trailed.at(point.step), {}};
    const TrainingOutcome again = runTraining(table, continued(experiment), &start);
    EXPECT_EQ(again.heldOut.front().estimate.snips().value, point.estimate.snips().value);
  }
}

TEST(Trail, OfALongRunStaysShortAndCanBeSwitchedOff) {
  const SlateTable table = tinySlateLog(60);
  Experiment experiment = quickExperiment();
  experiment.schedule.supervisedEpochs = 50;
  experiment.schedule.alignmentEpochs = 60;
  TrailRecorder recorder;
  const TrainingOutcome outcome = runTraining(table, experiment, nullptr, &recorder);
  EXPECT_LE(recorder.trailed.size(), 40u);
  EXPECT_GE(recorder.trailed.size(), 20u);
  EXPECT_EQ(recorder.trailed.begin()->first, 0);
  EXPECT_EQ(recorder.trailed.rbegin()->first, outcome.steps);

  experiment.schedule.supervisedEpochs = experiment.schedule.alignmentEpochs = 1;
  experiment.schedule.trail = false;
  TrailRecorder off;
  runTraining(table, experiment, nullptr, &off);
  EXPECT_TRUE(off.trailed.empty());
}

}  // namespace
}  // namespace luce
