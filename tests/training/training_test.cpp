#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <mutex>
#include <numeric>
#include <set>
#include <thread>

#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate.h"
#include "core/training/batch.h"
#include "core/training/learner.h"
#include "core/training/shuffle.h"
#include "core/training/trainer.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using testing::HasSubstr;

/// Keeps what a run records.
class MemoryRecorder : public TrainingRecorder {
 public:
  struct Metric {
    std::int64_t step;
    std::string name;
    double value;
    bool operator==(const Metric&) const = default;
  };
  void metric(std::int64_t step, const std::string& name, double value) override {
    metrics.push_back({step, name, value});
  }
  void checkpoint(std::int64_t step, const std::string& role,
                  std::span<const std::byte> content) override {
    checkpoints[role] = {content.begin(), content.end()};
    checkpointSteps[role] = step;
  }
  void finish(const TrainingOutcome& outcome) override {
    ++finished;
    phase = outcome.phase;
  }

  std::vector<Metric> metrics;
  std::map<std::string, std::vector<std::byte>> checkpoints;
  std::map<std::string, std::int64_t> checkpointSteps;
  int finished = 0;
  TrainingPhase phase = TrainingPhase::Preparing;
};

Experiment quickExperiment() {
  Experiment experiment;
  experiment.estimator.hidden = {16};
  experiment.estimator.embeddingDimension = 2;
  experiment.estimator.hashBuckets = 64;
  experiment.schedule.supervisedEpochs = 3;
  experiment.schedule.alignmentEpochs = 3;
  experiment.schedule.slatesPerBatch = 32;
  experiment.optimiser.learningRate = 0.01;
  experiment.optimiser.alignmentLearningRate = 0.01;
  experiment.temperature = 0.2;
  experiment.device = "cpu";
  experiment.threads = 1;
  return experiment;
}

TrainingOutcome runTraining(const SlateTable& table, const Experiment& experiment,
                            TrainingRecorder* recorder = nullptr) {
  TrainingControl control;
  return train(table, experiment, control, recorder, {});
}

double heldOutValue(const SlateTable& table, const Experiment& experiment,
                    std::span<const std::byte> checkpoint) {
  const Split split = splitSlates(table, experiment.split);
  const Predictions predictions = Estimator::fromCheckpoint(checkpoint).predict(table, split.test);
  PolicySettings settings;
  settings.valueWeights = valueWeights(experiment, table.schema().tasks);
  settings.rewardWeights = rewardWeights(experiment, table.schema().tasks);
  settings.temperature = experiment.temperature;
  settings.rows = naturalRowKind(table);
  OffPolicySettings offPolicy;
  offPolicy.resamples = 0;
  return evaluatePredictions(table, predictions, settings, nullptr, offPolicy)
      .estimate.snips()
      .value;
}

TEST(Training, LearnsTheRuleBehindASlateLog) {
  const SlateTable table = tinySlateLog(1500);
  Experiment experiment = quickExperiment();
  const TrainingOutcome outcome = runTraining(table, experiment);
  ASSERT_EQ(outcome.phase, TrainingPhase::Finished) << outcome.message;
  // A random order earns 1/2 + 1/2 on average; the best of five candidates has both actions in
  // 1 − (3/4)^5 = 76 % of slates, at least one of them nearly always.
  EXPECT_GT(heldOutValue(table, experiment, outcome.supervised), 1.4);
  EXPECT_GE(heldOutValue(table, experiment, outcome.result),
            heldOutValue(table, experiment, outcome.supervised) - 0.02);
}

TEST(Training, LearnsTheRuleBehindABanditLog) {
  const SlateTable table = tinyBanditLog(3000);
  Experiment experiment = quickExperiment();
  const TrainingOutcome outcome = runTraining(table, experiment);
  ASSERT_EQ(outcome.phase, TrainingPhase::Finished) << outcome.message;
  EXPECT_GT(heldOutValue(table, experiment, outcome.result), 0.9);  // uniform earns 1/2
}

TEST(Training, AlignmentAloneRaisesTheReward) {
  // Without any BCE the reward term must find the rule by itself.
  const SlateTable slate = tinySlateLog(1500);
  const SlateTable bandit = tinyBanditLog(3000);
  for (const SlateTable* table : {&slate, &bandit}) {
    for (const char* scheme : {"ips", "cispo"}) {
      SCOPED_TRACE(std::string(scheme) + (table == &bandit ? " bandit" : " slate"));
      Experiment experiment = quickExperiment();
      experiment.schedule.supervisedEpochs = 0;
      experiment.schedule.alignmentEpochs = 6;
      experiment.objective.scheme = scheme;
      experiment.objective.taskWeight = 0;
      experiment.objective.klWeight = 0;
      const TrainingOutcome outcome = runTraining(*table, experiment);
      ASSERT_EQ(outcome.phase, TrainingPhase::Finished) << outcome.message;
      const double before = outcome.heldOut.front().estimate.snips().value;
      const double after = heldOutValue(*table, experiment, outcome.result);
      EXPECT_GT(after, before + 0.2);
    }
  }
}

TEST(Training, StrongDivergencePenaltyHoldsTheReference) {
  const SlateTable table = tinySlateLog(600);
  Experiment experiment = quickExperiment();
  experiment.schedule.keepBest = false;
  experiment.objective.taskWeight = 0;
  const auto divergence = [&](double weight) {
    experiment.objective.klWeight = weight;
    MemoryRecorder recorder;
    runTraining(table, experiment, &recorder);
    double last = -1;
    for (const auto& metric : recorder.metrics) {
      if (metric.name == "loss/kl") last = metric.value;
    }
    return last;
  };
  const double loose = divergence(0.001);
  const double tight = divergence(100.0);
  EXPECT_GT(loose, 10 * tight);
  EXPECT_GE(tight, 0);
}

TEST(Training, SameSeedSameNumbersOtherSeedOthers) {
  const SlateTable table = tinySlateLog(300);
  Experiment experiment = quickExperiment();
  MemoryRecorder first, second, other;
  const TrainingOutcome a = runTraining(table, experiment, &first);
  const TrainingOutcome b = runTraining(table, experiment, &second);
  experiment.seed = 2;
  const TrainingOutcome c = runTraining(table, experiment, &other);
  EXPECT_EQ(a.result, b.result);
  EXPECT_EQ(first.metrics, second.metrics);
  EXPECT_NE(a.result, c.result);
}

TEST(Training, RecordsMetricsCheckpointsAndItsEnd) {
  const SlateTable table = tinySlateLog(300);
  MemoryRecorder recorder;
  const TrainingOutcome outcome = runTraining(table, quickExperiment(), &recorder);
  std::set<std::string> names;
  for (const auto& metric : recorder.metrics) names.insert(metric.name);
  for (const char* name : {"loss/bce", "loss/total", "loss/reward", "loss/kl", "loss/entropy",
                           "held_out/snips", "held_out/snips_low", "held_out/snips_high",
                           "held_out/ips", "held_out/logging", "held_out/bce"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
  EXPECT_EQ(recorder.checkpoints.at("supervised"), outcome.supervised);
  EXPECT_EQ(recorder.checkpoints.at("result"), outcome.result);
  EXPECT_EQ(recorder.checkpoints.at("best"), outcome.result);
  EXPECT_EQ(recorder.finished, 1);
  EXPECT_EQ(recorder.phase, TrainingPhase::Finished);
}

TEST(Training, KeepsTheBestHeldOutWeights) {
  const SlateTable table = tinySlateLog(400);
  const TrainingOutcome outcome = runTraining(table, quickExperiment());
  double best = -1;
  std::int64_t bestStep = -1;
  for (const HeldOutPoint& point : outcome.heldOut) {
    if (point.aligned && point.estimate.snips().value > best) {
      best = point.estimate.snips().value;
      bestStep = point.step;
    }
  }
  EXPECT_EQ(outcome.resultStep, bestStep);
}

TEST(Training, HeldOutEstimateIsTheEvaluatorsOwn) {
  const SlateTable table = tinyBanditLog(800);
  Experiment experiment = quickExperiment();
  experiment.schedule.alignmentEpochs = 1;
  const TrainingOutcome outcome = runTraining(table, experiment);
  const Split split = splitSlates(table, experiment.split);
  const Predictions predictions =
      Estimator::fromCheckpoint(outcome.result).predict(table, split.validation);
  // SNIPS written out once more, from the article's formulas.
  double weighted = 0, weights = 0;
  for (std::size_t b = 0; b < split.validation.size(); ++b) {
    double sum = 0;
    for (std::int64_t i = predictions.offsets[b]; i < predictions.offsets[b + 1]; ++i) {
      sum += std::exp(predictions.task(0)[static_cast<std::size_t>(i)] / experiment.temperature);
    }
    const std::uint32_t slate = split.validation[b];
    const auto chosen = static_cast<std::size_t>(predictions.offsets[b] + table.action(slate));
    const double ratio = std::exp(predictions.task(0)[chosen] / experiment.temperature) / sum /
                         table.logged().propensity[slate];
    weights += ratio;
    weighted += ratio * table.logged().labels(slate, 0);
  }
  double kept = -1;
  for (const HeldOutPoint& point : outcome.heldOut) {
    if (point.aligned && point.step == outcome.resultStep) kept = point.estimate.snips().value;
  }
  EXPECT_NEAR(kept, weighted / weights, 1e-5);
}

TEST(Training, ANumberThatIsNotFiniteEndsTheRunAndKeepsTheLastGoodWeights) {
  const SlateTable table = tinySlateLog(400);
  Experiment experiment = quickExperiment();
  experiment.optimiser.alignmentLearningRate = 1e3;
  experiment.optimiser.gradientClip = 0;
  experiment.objective.weight = 1e9;
  experiment.objective.taskWeight = 1e9;
  experiment.valueWeights = {{"click", 1e30}, {"like", 1e30}};
  experiment.temperature = 1e-3;
  experiment.schedule.alignmentEpochs = 20;
  MemoryRecorder recorder;
  const TrainingOutcome outcome = runTraining(table, experiment, &recorder);
  ASSERT_EQ(outcome.phase, TrainingPhase::Failed);
  EXPECT_THAT(outcome.message, HasSubstr("not a finite number"));
  EXPECT_EQ(recorder.phase, TrainingPhase::Failed);
  const Predictions predictions =
      Estimator::fromCheckpoint(outcome.result).predict(table, std::vector<std::uint32_t>{0, 1});
  for (const float probability : predictions.probabilities) {
    EXPECT_TRUE(std::isfinite(probability));
  }
}

TEST(Training, WrongExperimentsAreRefusedBeforeTheFirstStep) {
  const SlateTable bandit = tinyBanditLog(50);
  const auto refuses = [&](auto&& change, const char* word) {
    Experiment experiment = quickExperiment();
    change(experiment);
    MemoryRecorder recorder;
    EXPECT_THAT([&] { runTraining(bandit, experiment, &recorder); },
                testing::ThrowsMessage<Error>(HasSubstr(word)));
    EXPECT_EQ(recorder.phase, TrainingPhase::Failed);
    EXPECT_EQ(recorder.finished, 1);
  };
  refuses([](Experiment& e) { e.objective.scheme = "none"; }, "none");
  refuses([](Experiment& e) { e.objective.rows = RowKind::Observed; }, "observed");
  refuses([](Experiment& e) { e.valueWeights = {{"likes", 1}}; }, "likes");
  refuses([](Experiment& e) { e.device = "tpu"; }, "tpu");
  refuses([](Experiment& e) { e.split.validation = e.split.test = 0.5; }, "nothing to train on");
}

TEST(Trainer, PublishesPausesResumesAndStops) {
  const auto table = std::make_shared<const SlateTable>(tinySlateLog(500));
  Experiment experiment = quickExperiment();
  experiment.schedule.alignmentEpochs = 100000;
  Trainer trainer(table, experiment, nullptr);
  const auto waitFor = [&](auto&& condition) {
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < limit) {
      if (const auto snapshot = trainer.snapshots().take(); snapshot && condition(*snapshot)) {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return false;
  };
  ASSERT_TRUE(waitFor([](const TrainingSnapshot& s) {
    return s.phase == TrainingPhase::Aligning && s.predictions && s.averages.entropy > 0 &&
           !s.heldOut->empty() && !s.ratios.counts.empty();
  }));
  trainer.pause();
  ASSERT_TRUE(waitFor([](const TrainingSnapshot& s) { return s.paused; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(trainer.snapshots().take(), nullptr) << "a paused run makes no step";
  trainer.resume();
  ASSERT_TRUE(waitFor([](const TrainingSnapshot& s) { return !s.paused; }));
  trainer.pause();
  ASSERT_TRUE(waitFor([](const TrainingSnapshot& s) { return s.paused; }));
  trainer.stop();  // also while paused
  const TrainingOutcome& outcome = trainer.wait();
  EXPECT_EQ(outcome.phase, TrainingPhase::Stopped);
  EXPECT_FALSE(outcome.result.empty());
  EXPECT_TRUE(trainer.finished());
}

TEST(Trainer, SnapshotsTellTheAveragesOfThoseBeforeToWhoeverMissedThem) {
  const SlateTable table = tinySlateLog(200);
  Experiment experiment = quickExperiment();
  experiment.schedule.supervisedEpochs = 1000;
  TrainingControl control;
  std::vector<StepPoint> published;
  const auto publish = [&](std::shared_ptr<const TrainingSnapshot> snapshot) {
    // A snapshot that only tells a change of phase has no averages of its own.
    if (snapshot->step > 0 && (published.empty() || snapshot->step > published.back().step)) {
      published.push_back({snapshot->step, snapshot->averages});
    }
    ASSERT_LE(snapshot->recent.size(), TrainingSnapshot::kRecent);
    ASSERT_EQ(snapshot->recent.size(), std::min(published.size(), TrainingSnapshot::kRecent));
    for (std::size_t i = 0; i < snapshot->recent.size(); ++i) {
      const StepPoint& expected = published[published.size() - snapshot->recent.size() + i];
      ASSERT_EQ(snapshot->recent[i].step, expected.step);
      ASSERT_EQ(snapshot->recent[i].averages.bce, expected.averages.bce);
    }
    // So long that the next step is due for a snapshot again.
    std::this_thread::sleep_for(std::chrono::milliseconds(34));
    if (published.size() == TrainingSnapshot::kRecent + 3) control.stop();
  };
  EXPECT_EQ(train(table, experiment, control, nullptr, publish).phase, TrainingPhase::Stopped);
  EXPECT_GT(published.size(), TrainingSnapshot::kRecent);
}

TEST(Trainer, SnapshotsCarryTheWatchedSlatesAlsoWhilePaused) {
  const SlateTable table = tinySlateLog(200);
  const Experiment experiment = quickExperiment();
  const Split split = splitSlates(table, experiment.split);
  const Estimator untrained({featureLayout(table.schema()), table.schema().tasks,
                             numericMoments(table, split.train), experiment.estimator},
                            experiment.seed);
  TrainingControl control;
  control.watch({7});
  control.pause();
  std::vector<Predictions> seen;
  const auto publish = [&](std::shared_ptr<const TrainingSnapshot> snapshot) {
    if (!snapshot->paused) return;
    ASSERT_TRUE(snapshot->watched);
    seen.push_back(*snapshot->watched);
    if (seen.size() == 1) control.watch({split.train.front(), 3, 999'999, 3});
    if (seen.size() == 2) control.stop();
  };
  EXPECT_EQ(train(table, experiment, control, nullptr, publish).phase, TrainingPhase::Stopped);
  ASSERT_EQ(seen.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    // Ascending, each once, and only those that there are.
    std::vector<std::uint32_t> slates{7};
    if (i == 1) slates = {std::min(3u, split.train.front()), std::max(3u, split.train.front())};
    EXPECT_EQ(seen[i].slates, slates);
    EXPECT_THAT(seen[i].probabilities,
                testing::ElementsAreArray(untrained.predict(table, slates).probabilities));
  }
}

TEST(Trainer, DestroyingItStopsTheRun) {
  const auto table = std::make_shared<const SlateTable>(tinySlateLog(500));
  Experiment experiment = quickExperiment();
  experiment.schedule.supervisedEpochs = 100000;
  { const Trainer trainer(table, experiment, nullptr); }
  SUCCEED();
}

TEST(Batch, BanditAlignmentKeepsAllCandidatesSupervisionTheActionOnly) {
  const SlateTable table = tinyBanditLog(10);
  const std::vector<std::uint32_t> slates{4, 9};
  TrainingBatch batch;
  gatherSupervisedBatch(table, slates, batch);
  EXPECT_THAT(batch.inputs.offsets, testing::ElementsAre(0, 1, 2));
  EXPECT_THAT(batch.labelled.candidate, testing::ElementsAre(0, 1));
  EXPECT_EQ(batch.rows.size(), 0u);
  gatherAlignmentBatch(table, slates, RowKind::Drawn, PropensityRule::One, std::vector<double>{2.0},
                       batch);
  EXPECT_THAT(batch.inputs.offsets, testing::ElementsAre(0, 4, 8));
  EXPECT_THAT(batch.labelled.candidate, testing::ElementsAre(table.action(4), 4 + table.action(9)));
  EXPECT_THAT(batch.rows.candidate, testing::ElementsAreArray(batch.labelled.candidate));
  EXPECT_EQ(batch.rewards[0], 2.0 * table.logged().labels(4, 0));
  EXPECT_EQ(batch.rows.behaviour[0], 0.25);
}

TEST(Shuffle, IsAPermutationThatFollowsFromSeedAndEpoch) {
  std::vector<std::uint32_t> a(1000);
  std::iota(a.begin(), a.end(), 0);
  std::vector<std::uint32_t> b = a, c = a, sorted = a;
  shuffleSlates(a, 7, 0);
  shuffleSlates(b, 7, 0);
  shuffleSlates(c, 7, 1);
  EXPECT_EQ(a, b);
  EXPECT_NE(a, c);
  EXPECT_NE(a, sorted);
  std::sort(a.begin(), a.end());
  EXPECT_EQ(a, sorted);
}

}  // namespace
}  // namespace luce
