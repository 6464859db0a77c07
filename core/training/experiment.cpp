#include "core/training/experiment.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "core/common/json_reader.h"

namespace luce {

namespace {

using nlohmann::json;

constexpr double kHuge = 1e9;

std::string toString(SplitRule rule) {
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

std::string toString(AdvantageGroup group) {
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

std::string toString(StartReference reference) {
  return reference == StartReference::Source ? "source" : "start";
}

template <class Choice>
void choice(JsonReader& reader, const char* name, Choice& value,
            std::initializer_list<Choice> choices) {
  std::string text = toString(value);
  reader.text(name, text);
  std::vector<std::string> known;
  for (const Choice candidate : choices) {
    known.push_back(toString(candidate));
    if (known.back() == text) {
      value = candidate;
      return;
    }
  }
  reader.wrong(name, json(text), fmt::format("one of {}", fmt::join(known, ", ")));
}

template <class Read>
void section(JsonReader& reader, const char* name, Read&& read) {
  const json* object = reader.member(name);
  if (object == nullptr) return;
  JsonReader inner(*object, reader.pathOf(name));
  read(inner);
  inner.finish();
}

void readSplit(JsonReader& reader, SplitSettings& split) {
  choice(reader, "rule", split.rule, {SplitRule::Automatic, SplitRule::Time, SplitRule::Hash});
  reader.number("validation", split.validation, 0, 0.9);
  reader.number("test", split.test, 0, 0.9);
  reader.integer("seed", split.seed, 0);
}

void readEstimator(JsonReader& reader, EstimatorSettings& estimator) {
  reader.integers("hidden", estimator.hidden, 1, 16384);
  reader.integer("embedding_dimension", estimator.embeddingDimension, 0, 1024);
  reader.integer("hash_buckets", estimator.hashBuckets, 1, 1 << 26);
  reader.boolean("item_embedding", estimator.itemEmbedding);
}

void readObjective(JsonReader& reader, ObjectiveSettings& objective) {
  reader.text("scheme", objective.scheme);
  reader.numbersByName("parameters", objective.parameters);
  if (reader.member("rows") != nullptr) {
    objective.rows = RowKind::Drawn;
    choice(reader, "rows", *objective.rows, {RowKind::Drawn, RowKind::Observed, RowKind::Article});
  }
  choice(
      reader, "propensity_rule", objective.propensityRule,
      {PropensityRule::One, PropensityRule::Self, PropensityRule::Uniform, PropensityRule::Drop});
  if (reader.member("advantage") != nullptr) {
    objective.advantage = AdvantageKind::Raw;
    choice(reader, "advantage", *objective.advantage,
           {AdvantageKind::Raw, AdvantageKind::Group, AdvantageKind::Mean,
            AdvantageKind::LeaveOneOut});
  }
  choice(reader, "advantage_group", objective.advantageGroup,
         {AdvantageGroup::Automatic, AdvantageGroup::Slate, AdvantageGroup::Batch,
          AdvantageGroup::Context});
  reader.text("advantage_feature", objective.advantageFeature);
  reader.number("weight", objective.weight, 0, kHuge);
  reader.number("kl_weight", objective.klWeight, 0, kHuge);
  reader.text("regulariser", objective.regulariser);
  reader.number("entropy_weight", objective.entropyWeight, 0, kHuge);
  reader.number("task_weight", objective.taskWeight, 0, kHuge);
}

void readOptimiser(JsonReader& reader, OptimiserSettings& optimiser) {
  reader.number("learning_rate", optimiser.learningRate, 1e-12, 1e3);
  reader.number("alignment_learning_rate", optimiser.alignmentLearningRate, 1e-12, 1e3);
  reader.number("weight_decay", optimiser.weightDecay, 0, 1e3);
  reader.number("gradient_clip", optimiser.gradientClip, 0, kHuge);
}

void readSchedule(JsonReader& reader, ScheduleSettings& schedule) {
  reader.integer("supervised_epochs", schedule.supervisedEpochs, 0, 1000000);
  reader.integer("alignment_epochs", schedule.alignmentEpochs, 0, 1000000);
  reader.integer("slates_per_batch", schedule.slatesPerBatch, 1, 1 << 24);
  reader.integer("evaluations_per_epoch", schedule.evaluationsPerEpoch, 1, 1000);
  reader.boolean("keep_best", schedule.keepBest);
  reader.boolean("trail", schedule.trail);
}

std::optional<StartSettings> readStart(JsonReader& reader) {
  std::optional<StartSettings> start;
  section(reader, "start", [&](JsonReader& inner) {
    start.emplace();
    inner.text("run", start->run);
    if (start->run.empty()) inner.wrong("run", json(start->run), "the name of a run");
    const json* checkpoint = inner.member("checkpoint");
    if (checkpoint != nullptr && checkpoint->is_number()) {
      inner.integer("checkpoint", start->step.emplace(), 0);
    } else if (checkpoint != nullptr) {
      const auto& roles = startRoles();
      if (!checkpoint->is_string() ||
          std::find(roles.begin(), roles.end(), checkpoint->get<std::string>()) == roles.end()) {
        inner.wrong("checkpoint", *checkpoint,
                    fmt::format("one of {}, or a step of the run's trail", fmt::join(roles, ", ")));
      }
      start->role = checkpoint->get<std::string>();
    }
    choice(inner, "reference", start->reference, {StartReference::Start, StartReference::Source});
  });
  return start;
}

json describe(const StartSettings& start) {
  return {{"run", start.run},
          {"checkpoint", start.step ? json(*start.step) : json(start.role)},
          {"reference", toString(start.reference)}};
}

json describeObjective(const ObjectiveSettings& objective) {
  return {{"scheme", objective.scheme},
          {"parameters", objective.parameters},
          {"rows", objective.rows ? json(toString(*objective.rows)) : json()},
          {"propensity_rule", toString(objective.propensityRule)},
          {"advantage", objective.advantage ? json(toString(*objective.advantage)) : json()},
          {"advantage_group", toString(objective.advantageGroup)},
          {"advantage_feature", objective.advantageFeature},
          {"weight", objective.weight},
          {"kl_weight", objective.klWeight},
          {"regulariser", objective.regulariser},
          {"entropy_weight", objective.entropyWeight},
          {"task_weight", objective.taskWeight}};
}

TaskWeights weightsByTask(const std::map<std::string, double>& named, const char* which,
                          std::span<const std::string> tasks) {
  TaskWeights weights(tasks.size(), named.empty() ? 1.0 : 0.0);
  for (const auto& [task, weight] : named) {
    const auto found = std::find(tasks.begin(), tasks.end(), task);
    if (found == tasks.end()) {
      throw Error(
          fmt::format("experiment.{} names the task \"{}\", which the dataset lacks; its "
                      "tasks are {}.",
                      which, task, fmt::join(tasks, ", ")));
    }
    weights[static_cast<std::size_t>(found - tasks.begin())] = weight;
  }
  return weights;
}

}  // namespace

std::string toString(Precision precision) {
  return precision == Precision::BFloat16 ? "bfloat16" : "float32";
}

const std::vector<std::string>& startRoles() {
  static const std::vector<std::string> roles{"result", "best", "supervised"};
  return roles;
}

std::string experimentToJson(const Experiment& experiment) {
  const json document = {
      {"split",
       {{"rule", toString(experiment.split.rule)},
        {"validation", experiment.split.validation},
        {"test", experiment.split.test},
        {"seed", experiment.split.seed}}},
      {"estimator",
       {{"hidden", experiment.estimator.hidden},
        {"embedding_dimension", experiment.estimator.embeddingDimension},
        {"hash_buckets", experiment.estimator.hashBuckets},
        {"item_embedding", experiment.estimator.itemEmbedding}}},
      {"value_weights", experiment.valueWeights},
      {"reward_weights", experiment.rewardWeights ? json(*experiment.rewardWeights) : json()},
      {"temperature", experiment.temperature},
      {"objective", describeObjective(experiment.objective)},
      {"optimiser",
       {{"learning_rate", experiment.optimiser.learningRate},
        {"alignment_learning_rate", experiment.optimiser.alignmentLearningRate},
        {"weight_decay", experiment.optimiser.weightDecay},
        {"gradient_clip", experiment.optimiser.gradientClip}}},
      {"schedule",
       {{"supervised_epochs", experiment.schedule.supervisedEpochs},
        {"alignment_epochs", experiment.schedule.alignmentEpochs},
        {"slates_per_batch", experiment.schedule.slatesPerBatch},
        {"evaluations_per_epoch", experiment.schedule.evaluationsPerEpoch},
        {"keep_best", experiment.schedule.keepBest},
        {"trail", experiment.schedule.trail}}},
      {"start", experiment.start ? describe(*experiment.start) : json()},
      {"seed", experiment.seed},
      {"device", experiment.device},
      {"precision", toString(experiment.precision)},
      {"threads", experiment.threads}};
  return document.dump(2);
}

Experiment experimentFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The experiment");
  JsonReader reader(document, "experiment");
  Experiment experiment;
  section(reader, "split", [&](JsonReader& inner) { readSplit(inner, experiment.split); });
  section(reader, "estimator",
          [&](JsonReader& inner) { readEstimator(inner, experiment.estimator); });
  reader.numbersByName("value_weights", experiment.valueWeights);
  if (reader.member("reward_weights") != nullptr) {
    reader.numbersByName("reward_weights", experiment.rewardWeights.emplace());
  }
  reader.number("temperature", experiment.temperature, 1e-6, 1e6);
  section(reader, "objective",
          [&](JsonReader& inner) { readObjective(inner, experiment.objective); });
  section(reader, "optimiser",
          [&](JsonReader& inner) { readOptimiser(inner, experiment.optimiser); });
  section(reader, "schedule", [&](JsonReader& inner) { readSchedule(inner, experiment.schedule); });
  experiment.start = readStart(reader);
  reader.integer("seed", experiment.seed, 0);
  reader.text("device", experiment.device);
  choice(reader, "precision", experiment.precision, {Precision::Float32, Precision::BFloat16});
  reader.integer("threads", experiment.threads, 0, 4096);
  reader.finish();
  // These refuse unknown names now.
  schemeParameters(experiment.objective);
  findRegulariser(experiment.objective.regulariser);
  return experiment;
}

TaskWeights valueWeights(const Experiment& experiment, std::span<const std::string> tasks) {
  return weightsByTask(experiment.valueWeights, "value_weights", tasks);
}

TaskWeights rewardWeights(const Experiment& experiment, std::span<const std::string> tasks) {
  return experiment.rewardWeights
             ? weightsByTask(*experiment.rewardWeights, "reward_weights", tasks)
             : valueWeights(experiment, tasks);
}

std::vector<double> schemeParameters(const ObjectiveSettings& settings) {
  const Scheme& scheme = findTrainableScheme(settings.scheme);
  const auto& specifications = scheme.description().parameters;
  std::vector<double> values = standardParameters(scheme);
  for (const auto& setting : settings.parameters) {
    const std::string& id = setting.first;
    const double value = setting.second;
    const auto found =
        std::find_if(specifications.begin(), specifications.end(),
                     [&](const SchemeParameter& parameter) { return parameter.id == id; });
    if (found == specifications.end()) {
      throw Error(fmt::format("The scheme \"{}\" has no parameter \"{}\".", settings.scheme, id));
    }
    if (!(value >= found->low && value <= found->high)) {
      throw Error(
          fmt::format("experiment.objective.parameters.{} is {}; expected a number from {} "
                      "to {}.",
                      id, value, found->low, found->high));
    }
    values[static_cast<std::size_t>(found - specifications.begin())] = value;
  }
  return values;
}

}  // namespace luce
