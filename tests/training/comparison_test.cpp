#include "core/training/comparison.h"

#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate.h"
#include "core/training/comparison_summary.h"
#include "core/workspace/comparison_recorder.h"
#include "core/workspace/workspace.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

Experiment quickExperiment() {
  Experiment experiment;
  experiment.estimator.hidden = {8};
  experiment.estimator.embeddingDimension = 2;
  experiment.estimator.hashBuckets = 64;
  experiment.schedule.supervisedEpochs = 2;
  experiment.schedule.alignmentEpochs = 1;
  experiment.schedule.slatesPerBatch = 32;
  experiment.optimiser.learningRate = 0.01;
  experiment.optimiser.alignmentLearningRate = 0.01;
  experiment.temperature = 0.2;
  experiment.device = "cpu";
  experiment.threads = 1;
  return experiment;
}

std::string messageOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

ComparedRun madeUpRun(const std::string& scheme, std::uint64_t seed, double value) {
  ComparedRun run;
  run.scheme = scheme;
  run.seed = seed;
  run.estimate = {value, value - 0.5, value + 0.25};
  run.effectiveSampleSize = 10 * value;
  run.seconds = value;
  return run;
}

TEST(ComparedExperiment, ParametersBelongToTheirScheme) {
  Experiment base = quickExperiment();
  base.objective.scheme = "ppo_clip";
  base.objective.parameters = {{"eps", 0.3}};
  base.objective.advantage = AdvantageKind::LeaveOneOut;

  Experiment own = base;
  own.seed = 7;
  own.schedule.trail = false;  // so many would fill the workspace
  EXPECT_EQ(comparedExperiment(base, "ppo_clip", 7), own);

  for (const Scheme* scheme : schemes()) {
    const std::string& id = scheme->description().id;
    if (id == "ppo_clip") continue;
    Experiment other = own;
    other.objective.scheme = id;
    other.objective.parameters.clear();
    other.objective.advantage.reset();
    EXPECT_EQ(comparedExperiment(base, id, 7), other) << id;
  }

  Experiment supervised = own;
  supervised.schedule.supervisedEpochs = 3;  // 2 + 1: the same effort
  supervised.schedule.alignmentEpochs = 0;
  EXPECT_EQ(comparedExperiment(base, kSupervisedOnly, 7), supervised);
}

TEST(ComparedExperiment, EverySchemeOfTheRegistryCanBeCompared) {
  const std::vector<std::string> ids = comparableSchemes();
  ASSERT_EQ(ids.size(), schemes().size() + 1);
  EXPECT_EQ(ids.front(), kSupervisedOnly);
  for (const std::string& id : ids) EXPECT_FALSE(comparedTitle(id).empty());
}

TEST(Comparison, RunsEverySchemeWithEverySeed) {
  const SlateTable table = tinySlateLog(200);
  const ComparisonPlan plan{quickExperiment(), {"grpo", kSupervisedOnly, "ips"}, {3, 1}};
  std::vector<std::string> told;
  double fraction = -1;
  std::set<std::size_t> lengths;
  ComparisonMonitor monitor;
  monitor.finished = [&](const ComparedRun& run) {
    told.push_back(comparedRunName(run.scheme, run.seed));
  };
  monitor.progress = [&](const ComparisonProgress& progress) {
    EXPECT_EQ(progress.run, told.size());
    EXPECT_GE(progress.fraction, fraction);
    EXPECT_GE(progress.secondsLeft, 0);
    fraction = progress.fraction;
    lengths.insert(progress.runs);
  };
  const std::vector<ComparedRun> runs = compareOnLog(plan, table, monitor);
  EXPECT_THAT(told, ElementsAre("grpo seed 3", "supervised seed 3", "ips seed 3", "grpo seed 1",
                                "supervised seed 1", "ips seed 1"));
  EXPECT_EQ(fraction, 1);
  EXPECT_THAT(lengths, ElementsAre(6u));
  ASSERT_EQ(runs.size(), 6u);
  for (const ComparedRun& run : runs) {
    EXPECT_TRUE(run.finished()) << run.message;
    EXPECT_FALSE(run.truth.has_value());
    EXPECT_LE(run.estimate.low, run.value());
    EXPECT_GE(run.estimate.high, run.value());
    EXPECT_GT(run.effectiveSampleSize, 0);
  }
  EXPECT_NE(runs[2].value(), runs[5].value()) << "seeds make a difference";
}

TEST(Comparison, JudgesOnTestSlatesWhatTrainingGives) {
  const SlateTable table = tinySlateLog(200);
  const ComparisonPlan plan{quickExperiment(), {"ips"}, {4}};
  const std::vector<ComparedRun> runs = compareOnLog(plan, table, {});
  ASSERT_EQ(runs.size(), 1u);

  Experiment experiment = quickExperiment();
  experiment.objective.scheme = "ips";
  experiment.seed = 4;
  TrainingControl control;
  const TrainingOutcome outcome = train(table, experiment, control, nullptr, {});
  const Predictions predictions = Estimator::fromCheckpoint(outcome.result)
                                      .predict(table, splitSlates(table, experiment.split).test);
  const PolicySettings settings{{1, 1}, {1, 1}, 0.2, RowKind::Observed, PropensityRule::One};
  const OffPolicyEstimate estimate =
      evaluatePredictions(table, predictions, settings, nullptr, {}).estimate;
  EXPECT_DOUBLE_EQ(runs[0].estimate.value, estimate.snips().value);
  EXPECT_DOUBLE_EQ(runs[0].estimate.low, estimate.snips().low);
  EXPECT_DOUBLE_EQ(runs[0].estimate.high, estimate.snips().high);
  EXPECT_DOUBLE_EQ(runs[0].effectiveSampleSize, estimate.effectiveSampleSize);
}

TEST(Comparison, AFailedRunIsARowAndNotTheEnd) {
  const SlateTable table = tinySlateLog(200);
  ComparisonPlan plan{quickExperiment(), {"ips", kSupervisedOnly}, {1, 2}};
  // Only alignment uses it: weights of 1e30 give scores that are no numbers.
  plan.base.optimiser.alignmentLearningRate = 1e30;
  const std::vector<ComparedRun> runs = compareOnLog(plan, table, {});
  ASSERT_EQ(runs.size(), 4u);
  for (const std::size_t failed : {0u, 2u}) {
    EXPECT_EQ(runs[failed].phase, TrainingPhase::Failed);
    EXPECT_THAT(runs[failed].message, HasSubstr("learning rate"));
    EXPECT_TRUE(std::isnan(runs[failed].value()));
  }
  EXPECT_TRUE(runs[1].finished());
  EXPECT_TRUE(runs[3].finished());
  const std::vector<ComparedScheme> summary = summariseComparison(plan.schemes, runs);
  EXPECT_EQ(summary[0].failed, 2);
  EXPECT_TRUE(std::isnan(summary[0].value.mean));
  EXPECT_EQ(summary[1].finished, 2);
  EXPECT_TRUE(std::isfinite(summary[1].value.mean));
  EXPECT_TRUE(std::isnan(summary[1].difference.mean)) << "no seed has both";
}

TEST(Comparison, ARecorderThatThrowsFailsItsRunAlone) {
  const SlateTable table = tinySlateLog(200);
  const ComparisonPlan plan{quickExperiment(), {"ips", "grpo"}, {1}};
  ComparisonMonitor monitor;
  monitor.record = [](const std::string& run, const Experiment&) {
    if (run == "ips seed 1") throw Error("The disk is full.");
    return std::unique_ptr<TrainingRecorder>();
  };
  const std::vector<ComparedRun> runs = compareOnLog(plan, table, monitor);
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].phase, TrainingPhase::Failed);
  EXPECT_EQ(runs[0].message, "The disk is full.");
  EXPECT_TRUE(runs[1].finished());
}

TEST(Comparison, StopsWithinTheRunAndKeepsWhatIsFinished) {
  const SlateTable table = tinySlateLog(200);
  ComparisonPlan plan{quickExperiment(), {kSupervisedOnly, "ips"}, {1, 2, 3}};
  plan.base.schedule.alignmentEpochs = 20;
  std::stop_source source;
  ComparisonMonitor monitor;
  monitor.stop = source.get_token();
  monitor.progress = [&](const ComparisonProgress& progress) {
    if (progress.run == 1) source.request_stop();
  };
  const std::vector<ComparedRun> runs = compareOnLog(plan, table, monitor);
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_TRUE(runs[0].finished());
  EXPECT_EQ(runs[1].phase, TrainingPhase::Stopped);
  EXPECT_TRUE(std::isnan(runs[1].value()));
  const std::vector<ComparedScheme> summary = summariseComparison(plan.schemes, runs);
  EXPECT_EQ(summary[1].finished, 0);
  EXPECT_EQ(summary[1].failed, 0);
  EXPECT_TRUE(compareOnLog(plan, table, monitor).empty()) << "already stopped";
}

TEST(Comparison, RefusesWhatNoRunCouldCarryOut) {
  const SlateTable table = tinySlateLog(200);
  const ComparisonPlan good{quickExperiment(), {"ips"}, {1}};
  const auto refusal = [&](const std::function<void(ComparisonPlan&)>& spoil) {
    ComparisonPlan plan = good;
    spoil(plan);
    return messageOf([&] { compareOnLog(plan, table, {}); });
  };
  EXPECT_THAT(refusal([](ComparisonPlan& plan) {
                plan.schemes = {"ips", "magic"};
              }),
              AllOf(HasSubstr("magic"), HasSubstr("supervised"), HasSubstr("ips"),
                    HasSubstr(schemes().back()->description().id)));
  EXPECT_THAT(refusal([](ComparisonPlan& plan) {
                plan.schemes = {"ips", "ips"};
              }),
              HasSubstr("twice"));
  EXPECT_THAT(refusal([](ComparisonPlan& plan) { plan.schemes.clear(); }), HasSubstr("supervised"));
  EXPECT_THAT(refusal([](ComparisonPlan& plan) { plan.seeds.clear(); }), HasSubstr("seed"));
  EXPECT_THAT(refusal([](ComparisonPlan& plan) { plan.seeds = {2, 2}; }), HasSubstr("twice"));
  EXPECT_THAT(refusal([](ComparisonPlan& plan) { plan.base.split.test = 0; }),
              HasSubstr("test share"));
  EXPECT_THAT(refusal([](ComparisonPlan& plan) {
                plan.base.valueWeights = {{"buy", 1}};
              }),
              HasSubstr("buy"));
}

TEST(Comparison, InWorldsKnowsTheTruth) {
  SimulationSettings simulation;
  simulation.slates = 1500;
  ComparisonPlan plan{quickExperiment(), {kSupervisedOnly, "ips"}, {1, 2}};
  plan.base.schedule.supervisedEpochs = 8;
  TruthSettings truth;
  truth.testSlates = 400;
  truth.topK = simulation.slateSize;
  const std::vector<ComparedRun> runs = compareInWorlds(plan, simulation, truth, {});
  ASSERT_EQ(runs.size(), 4u);
  for (const ComparedRun& run : runs) {
    ASSERT_TRUE(run.finished()) << run.message;
    ASSERT_TRUE(run.truth.has_value());
    EXPECT_EQ(run.value(), run.truth->stochastic);
    // The mean of the whole slate is what a uniform order earns; a trained one earns more.
    EXPECT_GT(run.truth->greedy, run.truth->greedyTop);
  }
  EXPECT_DOUBLE_EQ(runs[0].truth->greedyTop, runs[1].truth->greedyTop) << "the same test slates";
  EXPECT_NE(runs[0].truth->greedyTop, runs[2].truth->greedyTop) << "another world";
  EXPECT_EQ(comparisonMeasure(summariseComparison(plan.schemes, runs)), "true_stochastic");
}

TEST(Comparison, RunsAreRecordedUnderFreeNames) {
  const TemporaryFolder folder;
  const auto file = folder / "study.luce";
  {
    Workspace workspace = Workspace::open(file);
    const auto writer = workspace.createDataset("log", "");
    writeUnevenSlates(*writer, 60);
    writer->commit();
  }
  const SlateTable table = Workspace::open(file).loadDataset("log");
  const ComparisonPlan plan{quickExperiment(), {kSupervisedOnly, "grpo"}, {2}};
  ComparisonMonitor monitor;
  monitor.record = recordInWorkspace(file, "log");
  compareOnLog(plan, table, monitor);
  compareOnLog(plan, table, monitor);
  const Workspace workspace = Workspace::open(file);
  std::vector<std::string> names;
  for (const RunRecord& run : workspace.runs()) names.push_back(run.name);
  EXPECT_THAT(names, ElementsAre("supervised seed 2", "grpo seed 2", "supervised seed 2 2",
                                 "grpo seed 2 2"));
  const RunRecord run = workspace.run("grpo seed 2");
  EXPECT_EQ(run.status, RunStatus::Finished);
  EXPECT_EQ(experimentFromJson(run.experiment), comparedExperiment(plan.base, "grpo", 2));
  EXPECT_TRUE(workspace.loadCheckpoint(run.id, "result").has_value());
}

TEST(ComparisonSummary, PairsBySeed) {
  // Out of order, with a seed that only one of them finished.
  std::vector<ComparedRun> runs{madeUpRun("ips", 1, 1),  madeUpRun("grpo", 2, 3),
                                madeUpRun("ips", 2, 2),  madeUpRun("grpo", 1, 5),
                                madeUpRun("ips", 3, 30), madeUpRun("grpo", 4, 50)};
  runs.push_back(madeUpRun("grpo", 3, 7));
  runs.back().phase = TrainingPhase::Failed;
  runs.back().message = "no luck";
  const std::vector<std::string> ids{"ips", "grpo", "cispo"};
  const std::vector<ComparedScheme> summary = summariseComparison(ids, runs);
  ASSERT_EQ(summary.size(), 3u);

  EXPECT_NEAR(summary[0].value.mean, 11, 1e-12);  // (1 + 2 + 30)/3
  EXPECT_TRUE(std::isnan(summary[0].difference.mean));
  EXPECT_EQ(summary[0].finished, 3);

  const ComparedScheme& grpo = summary[1];
  EXPECT_EQ(grpo.finished, 3);
  EXPECT_EQ(grpo.failed, 1);
  EXPECT_NEAR(grpo.value.mean, 58.0 / 3, 1e-12);
  // Seeds 1 and 2 have both: 5 − 1 = 4 and 3 − 2 = 1; t(0.975, 1) = 12.706205.
  EXPECT_NEAR(grpo.difference.mean, 2.5, 1e-12);
  EXPECT_NEAR(grpo.difference.halfWidth, 12.706205 * std::sqrt(4.5 / 2), 1e-4);
  EXPECT_NEAR(grpo.estimate.low, 58.0 / 3 - 0.5, 1e-12);
  EXPECT_NEAR(grpo.estimate.high, 58.0 / 3 + 0.25, 1e-12);
  EXPECT_NEAR(grpo.effectiveSampleSize, 580.0 / 3, 1e-12);

  EXPECT_EQ(summary[2].finished, 0);
  EXPECT_TRUE(std::isnan(summary[2].value.mean));
  EXPECT_EQ(summary[2].title, findScheme("cispo").description().title);
}

TEST(ComparisonSummary, AsJsonAndAsCsv) {
  std::vector<ComparedRun> runs{madeUpRun("ips", 1, 1), madeUpRun("ips", 2, 2),
                                madeUpRun("grpo", 1, 4)};
  runs[2].phase = TrainingPhase::Failed;
  runs[2].estimate = {kMissing, kMissing, kMissing};
  const std::vector<std::string> ids{"ips", "grpo"};
  const std::vector<ComparedScheme> summary = summariseComparison(ids, runs);
  const nlohmann::json json = nlohmann::json::parse(comparisonToJson(summary));
  EXPECT_EQ(json.at("measure"), "held_out_snips");
  const nlohmann::json& ips = json.at("schemes").at(0);
  EXPECT_EQ(ips.at("mean"), 1.5);
  EXPECT_TRUE(ips.at("difference").is_null());
  EXPECT_EQ(ips.at("runs").at(1).at("seed"), 2);
  EXPECT_EQ(ips.at("runs").at(1).at("estimate"), 2);
  EXPECT_TRUE(ips.at("runs").at(1).at("true_stochastic").is_null());
  const nlohmann::json& grpo = json.at("schemes").at(1);
  EXPECT_TRUE(grpo.at("mean").is_null());
  EXPECT_EQ(grpo.at("runs").at(0).at("status"), "failed");
  EXPECT_TRUE(grpo.at("runs").at(0).at("estimate").is_null());

  const std::string csv = comparisonToCsv(summary);
  EXPECT_THAT(csv, HasSubstr("scheme,title,measure,mean,half_width,difference"));
  EXPECT_THAT(csv, HasSubstr("\nips,IPS,held_out_snips,1.5,"));
  EXPECT_THAT(csv, HasSubstr(",2,0\n"));
  EXPECT_THAT(csv, HasSubstr("\ngrpo,GRPO,held_out_snips,,,,"));
  EXPECT_THAT(csv, HasSubstr(",0,1\n"));
}

}  // namespace
}  // namespace luce
