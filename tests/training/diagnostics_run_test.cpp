// The diagnostics of whole runs, as they are recorded.
#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <map>

#include "core/training/trainer.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

/// Metrics by name, then by step.
class MetricRecorder : public TrainingRecorder {
 public:
  void metric(std::int64_t step, const std::string& name, double value) override {
    metrics[name][step] = value;
  }
  void checkpoint(std::int64_t, const std::string&, std::span<const std::byte>) override {}
  void finish(const TrainingOutcome& outcome) override { phase = outcome.phase; }

  std::map<std::string, std::map<std::int64_t, double>> metrics;
  TrainingPhase phase = TrainingPhase::Preparing;
};

using Metrics = std::map<std::string, std::map<std::int64_t, double>>;

constexpr double kWarmUpRate = 0.02;
constexpr double kAlignmentRate = 0.01;

Experiment grpoExperiment() {
  Experiment experiment;
  experiment.estimator.hidden = {16};
  experiment.schedule.supervisedEpochs = 2;
  experiment.schedule.alignmentEpochs = 4;
  experiment.schedule.slatesPerBatch = 64;
  experiment.optimiser.learningRate = kWarmUpRate;
  experiment.optimiser.alignmentLearningRate = kAlignmentRate;
  experiment.objective.scheme = "grpo";
  experiment.temperature = 0.2;
  experiment.device = "cpu";
  experiment.threads = 1;
  return experiment;
}

Metrics record(const SlateTable& table, const Experiment& experiment) {
  MetricRecorder recorder;
  TrainingControl control;
  train(table, experiment, control, &recorder, {});
  EXPECT_EQ(recorder.phase, TrainingPhase::Finished);
  return recorder.metrics;
}

/// Slates of five candidates, each of which the logging policy would have placed first with 1/5;
/// the first `silent` slates have no click at all, in others the first candidate is clicked.
SlateTable uniformSlateLog(int slates, int silent) {
  Schema schema;
  schema.tasks = {"click"};
  schema.features = {{"quality", FeatureKind::Numeric, FeatureScope::Candidate}};
  schema.hasPropensity = true;
  SlateTableBuilder builder;
  builder.begin(schema);
  for (int slate = 0; slate < slates; ++slate) {
    const std::string key = std::to_string(slate);
    SlateRecord record;
    record.key = key;
    builder.addSlate(record);
    for (int i = 0; i < 5; ++i) {
      const std::array<double, 1> quality{i == 0 ? 1.0 : -0.1 * i};
      const std::array<float, 1> labels{i == 0 && slate >= silent ? 1.0f : 0.0f};
      const std::string item = "item " + std::to_string(i);
      CandidateRecord candidate;
      candidate.item = item;
      candidate.propensity = 0.2;
      candidate.numeric = quality;
      candidate.labels = labels;
      builder.addCandidate(candidate);
    }
  }
  return builder.finish();
}

TEST(DiagnosticsOfARun, AreRecordedAtEveryStepOfAlignmentAndInRange) {
  Metrics metrics = record(tinyBanditLog(800), grpoExperiment());
  const std::map<std::int64_t, double> reward = metrics.at("loss/reward");
  ASSERT_GE(reward.size(), 20u);
  for (const char* name : {"ratio/clipped_low", "ratio/clipped_high", "ratio/effective_sample_size",
                           "ratio/quantile_10", "ratio/quantile_50", "ratio/quantile_90",
                           "ratio/quantile_99", "ratio/maximum", "policy/kl_logging",
                           "advantage/mean", "advantage/deviation", "slates_without_gradient"}) {
    ASSERT_EQ(metrics[name].size(), reward.size()) << name;
  }
  for (const auto& [step, loss] : reward) {
    for (const char* share : {"ratio/clipped_low", "ratio/clipped_high", "slates_without_gradient",
                              "ratio/effective_sample_size"}) {
      EXPECT_GE(metrics[share][step], 0) << share;
      EXPECT_LE(metrics[share][step], 1) << share;
    }
    EXPECT_GT(metrics["ratio/quantile_10"][step], 0);
    EXPECT_LE(metrics["ratio/quantile_10"][step], metrics["ratio/quantile_50"][step]);
    EXPECT_LE(metrics["ratio/quantile_50"][step], metrics["ratio/quantile_90"][step]);
    EXPECT_LE(metrics["ratio/quantile_90"][step], metrics["ratio/quantile_99"][step]);
    EXPECT_LE(metrics["ratio/quantile_99"][step], metrics["ratio/maximum"][step]);
    EXPECT_LE(metrics["ratio/maximum"][step], 4.0001) << "π ≤ 1 and π_β = 1/4";
    // A batch is one group in a bandit log, and its clicks differ.
    EXPECT_NEAR(metrics["advantage/mean"][step], 0, 1e-9);
    EXPECT_NEAR(metrics["advantage/deviation"][step], 1, 1e-4);
  }
  // The policy leaves a uniform logging policy, and rows leave the trust region.
  EXPECT_GT(metrics["ratio/maximum"].rbegin()->second, 2);
  EXPECT_GT(metrics["ratio/clipped_high"].rbegin()->second, 0.1);
}

TEST(DiagnosticsOfARun, LearningRateAndGradientAreRecordedFromTheFirstStep) {
  Metrics metrics = record(tinyBanditLog(800), grpoExperiment());
  const std::int64_t alignment = metrics.at("loss/reward").begin()->first;
  ASSERT_GT(alignment, 1);
  EXPECT_EQ(metrics["learning_rate"].size(), metrics["loss/bce"].size());
  EXPECT_EQ(metrics["gradient_norm"].size(), metrics["loss/bce"].size());
  for (const auto& [step, rate] : metrics["learning_rate"]) {
    EXPECT_EQ(rate, step < alignment ? kWarmUpRate : kAlignmentRate);
  }
}

// KL(π ‖ uniform) = log N − entropy.
TEST(DiagnosticsOfARun, DivergenceFromAUniformLoggingPolicyIsWhatEntropyLacks) {
  Metrics exact = record(uniformSlateLog(800, 0), grpoExperiment());
  ASSERT_EQ(exact["policy/kl_logging"].size(), exact["loss/entropy"].size());
  for (const auto& [step, divergence] : exact["policy/kl_logging"]) {
    EXPECT_NEAR(divergence, std::log(5.0) - exact["loss/entropy"][step], 1e-5);
  }
  EXPECT_GT(exact["policy/kl_logging"].rbegin()->second, 0.1);

  // From draws it is an estimate: right on average.
  Metrics drawn = record(tinyBanditLog(4000), grpoExperiment());
  double estimated = 0;
  double expected = 0;
  for (const auto& [step, divergence] : drawn["policy/kl_logging"]) {
    estimated += divergence;
    expected += std::log(4.0) - drawn["loss/entropy"][step];
  }
  EXPECT_NEAR(estimated / expected, 1, 0.05);
}

TEST(DiagnosticsOfARun, ALogWithoutPropensitiesHasNoDivergenceFromItsPolicy) {
  const Metrics metrics = record(tinySlateLog(300), grpoExperiment());
  EXPECT_TRUE(metrics.contains("ratio/maximum"));
  EXPECT_FALSE(metrics.contains("policy/kl_logging"));
}

TEST(DiagnosticsOfARun, SlatesWithoutClicksHaveNoGradient) {
  Experiment experiment = grpoExperiment();
  // One batch holds all slates that train, so every step has the same share.
  experiment.split.validation = experiment.split.test = 0;
  experiment.schedule.slatesPerBatch = 400;
  experiment.objective.parameters = {{"eps", 1.0}};  // observed rows have ρ < 1: none is clipped
  Metrics metrics = record(uniformSlateLog(400, 100), experiment);
  ASSERT_FALSE(metrics["slates_without_gradient"].empty());
  for (const auto& [step, share] : metrics["slates_without_gradient"]) EXPECT_EQ(share, 0.25);
  // Of five rewards (1, 0, 0, 0, 0) the normalised squares sum to 4, a silent slate's to 0: three
  // quarters of the slates have squares, over n − 1 of 2,000 rows.
  for (const auto& [step, deviation] : metrics["advantage/deviation"]) {
    EXPECT_NEAR(deviation, std::sqrt(300 * 4.0 / 1999), 1e-4);
  }
}

}  // namespace
}  // namespace luce
