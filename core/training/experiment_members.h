// The members of an experiment document, each told once: name, range, choices. What reads a
// document, writes it, or describes it as a JSON schema is a visitor of this list.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "core/training/experiment.h"

namespace luce {

inline std::string toString(SplitRule rule) {
  switch (rule) {
    case SplitRule::Time:
      return "time";
    case SplitRule::Hash:
      return "hash";
    case SplitRule::Automatic:
      break;
  }
  return "automatic";
}

inline std::string toString(AdvantageGroup group) {
  switch (group) {
    case AdvantageGroup::Slate:
      return "slate";
    case AdvantageGroup::Context:
      return "context";
    case AdvantageGroup::Batch:
      return "batch";
    case AdvantageGroup::Automatic:
      break;
  }
  return "automatic";
}

inline std::string toString(StartReference reference) {
  return reference == StartReference::Source ? "source" : "start";
}

namespace experiment_members {

inline constexpr double kHuge = 1e9;
inline constexpr std::int64_t kAnyInteger = std::numeric_limits<std::int64_t>::max();

inline std::vector<std::string> idsOf(std::span<const Scheme* const> list) {
  std::vector<std::string> ids;
  for (const Scheme* scheme : list) ids.push_back(scheme->description().id);
  return ids;
}

template <class Visitor>
void visitSplit(Visitor& visitor, SplitSettings& split) {
  visitor.choice("rule", split.rule, {SplitRule::Automatic, SplitRule::Time, SplitRule::Hash});
  visitor.number("validation", split.validation, 0, 0.9);
  visitor.number("test", split.test, 0, 0.9);
  visitor.integer("seed", split.seed, 0, kAnyInteger);
}

template <class Visitor>
void visitEstimator(Visitor& visitor, EstimatorSettings& estimator) {
  visitor.integers("hidden", estimator.hidden, 1, 16384);
  visitor.integer("embedding_dimension", estimator.embeddingDimension, 0, 1024);
  visitor.integer("hash_buckets", estimator.hashBuckets, 1, 1 << 26);
  visitor.boolean("item_embedding", estimator.itemEmbedding);
}

template <class Visitor>
void visitObjective(Visitor& visitor, ObjectiveSettings& objective) {
  visitor.name("scheme", objective.scheme, idsOf(schemes()));
  visitor.numbersByName("parameters", objective.parameters);
  visitor.optionalChoice("rows", objective.rows,
                         {RowKind::Drawn, RowKind::Observed, RowKind::Article});
  visitor.choice(
      "propensity_rule", objective.propensityRule,
      {PropensityRule::One, PropensityRule::Self, PropensityRule::Uniform, PropensityRule::Drop});
  visitor.optionalChoice(
      "advantage", objective.advantage,
      {AdvantageKind::Raw, AdvantageKind::Group, AdvantageKind::Mean, AdvantageKind::LeaveOneOut});
  visitor.choice("advantage_group", objective.advantageGroup,
                 {AdvantageGroup::Automatic, AdvantageGroup::Slate, AdvantageGroup::Batch,
                  AdvantageGroup::Context});
  visitor.text("advantage_feature", objective.advantageFeature);
  visitor.number("weight", objective.weight, 0, kHuge);
  visitor.number("kl_weight", objective.klWeight, 0, kHuge);
  visitor.name("regulariser", objective.regulariser, idsOf(regularisers()));
  visitor.number("entropy_weight", objective.entropyWeight, 0, kHuge);
  visitor.number("task_weight", objective.taskWeight, 0, kHuge);
}

template <class Visitor>
void visitOptimiser(Visitor& visitor, OptimiserSettings& optimiser) {
  visitor.number("learning_rate", optimiser.learningRate, 1e-12, 1e3);
  visitor.number("alignment_learning_rate", optimiser.alignmentLearningRate, 1e-12, 1e3);
  visitor.number("weight_decay", optimiser.weightDecay, 0, 1e3);
  visitor.number("gradient_clip", optimiser.gradientClip, 0, kHuge);
}

template <class Visitor>
void visitSchedule(Visitor& visitor, ScheduleSettings& schedule) {
  visitor.integer("supervised_epochs", schedule.supervisedEpochs, 0, 1000000);
  visitor.integer("alignment_epochs", schedule.alignmentEpochs, 0, 1000000);
  visitor.integer("slates_per_batch", schedule.slatesPerBatch, 1, 1 << 24);
  visitor.integer("evaluations_per_epoch", schedule.evaluationsPerEpoch, 1, 1000);
  visitor.boolean("keep_best", schedule.keepBest);
  visitor.boolean("trail", schedule.trail);
}

template <class Visitor>
void visitStart(Visitor& visitor, StartSettings& start) {
  visitor.requiredText("run", start.run, "the name of a run");
  visitor.checkpoint("checkpoint", start);
  visitor.choice("reference", start.reference, {StartReference::Start, StartReference::Source});
}

}  // namespace experiment_members

/// Every member of the document. A visitor has section(), number(), choice() … as used here.
template <class Visitor>
void visitExperiment(Visitor& visitor, Experiment& experiment) {
  using namespace experiment_members;
  visitor.section("split", experiment.split,
                  [](auto& inner, SplitSettings& value) { visitSplit(inner, value); });
  visitor.section("estimator", experiment.estimator,
                  [](auto& inner, EstimatorSettings& value) { visitEstimator(inner, value); });
  visitor.numbersByName("value_weights", experiment.valueWeights);
  visitor.optionalNumbersByName("reward_weights", experiment.rewardWeights);
  visitor.number("temperature", experiment.temperature, 1e-6, 1e6);
  visitor.section("objective", experiment.objective,
                  [](auto& inner, ObjectiveSettings& value) { visitObjective(inner, value); });
  visitor.section("optimiser", experiment.optimiser,
                  [](auto& inner, OptimiserSettings& value) { visitOptimiser(inner, value); });
  visitor.section("schedule", experiment.schedule,
                  [](auto& inner, ScheduleSettings& value) { visitSchedule(inner, value); });
  visitor.optionalSection("start", experiment.start,
                          [](auto& inner, StartSettings& value) { visitStart(inner, value); });
  visitor.integer("seed", experiment.seed, 0, kAnyInteger);
  visitor.text("device", experiment.device);
  visitor.choice("precision", experiment.precision, {Precision::Float32, Precision::BFloat16});
  visitor.integer("threads", experiment.threads, 0, kMostThreads);
}

}  // namespace luce
