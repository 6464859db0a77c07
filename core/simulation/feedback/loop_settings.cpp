#include "core/simulation/feedback/loop_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/common/json_reader.h"
#include "core/simulation/audience/day_log.h"
#include "core/training/comparison.h"
#include "core/training/experiment.h"
#include "core/training/requirements.h"
#include "core/workspace/good_name.h"

namespace luce {

namespace {

using nlohmann::json;

constexpr const char* kWhat = "loop";

struct FixedKind {
  const char* id;
  const char* title;
  RankerKind type;
};
constexpr FixedKind kFixedKinds[]{
    {"random", "Random", RankerKind::Random},
    {"logging", "Logging policy", RankerKind::Logging},
    {"popularity", "Popularity", RankerKind::Popularity},
    {"oracle", "Oracle", RankerKind::Oracle},
};

const FixedKind* findFixed(const std::string& kind) {
  for (const FixedKind& fixed : kFixedKinds) {
    if (kind == fixed.id) return &fixed;
  }
  return nullptr;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void requireKind(const std::string& kind, const std::string& path) {
  const std::vector<std::string> kinds = rankerKinds();
  if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return;
  throw Error(fmt::format("{} is \"{}\"; expected one of {}.", path, kind, listed(kinds)));
}

Exploration readExploration(JsonReader& parent, Exploration exploration) {
  const json* found = parent.member("exploration");
  if (found == nullptr) return exploration;
  JsonReader reader(*found, parent.pathOf("exploration"));
  std::string kind = toString(exploration.kind);
  reader.text("kind", kind);
  try {
    exploration.kind = explorationKindFromString(kind);
  } catch (const Error&) {
    reader.wrong("kind", json(kind), "none, temperature or epsilon");
  }
  const bool temperature = exploration.kind == ExplorationKind::Temperature;
  reader.number("amount", exploration.amount, temperature ? 1e-3 : 0, temperature ? 1e3 : 1);
  reader.finish();
  return exploration;
}

json explorationToJson(const Exploration& exploration) {
  return {{"kind", toString(exploration.kind)}, {"amount", exploration.amount}};
}

std::vector<std::string> taskNames() {
  return {kAudienceTasks.begin(), kAudienceTasks.end()};
}

/// With 0 for tasks that are not named.
json namedWeights(const json& found, const std::string& path) {
  if (!found.is_object()) {
    throw Error(fmt::format("{}.value_weights is {}; expected an object of numbers by task.", path,
                            found.dump()));
  }
  json weights = found;
  for (const std::string_view task : kAudienceTasks) {
    if (!weights.contains(task)) weights[std::string(task)] = 0;
  }
  return weights;
}

Experiment changed(const Experiment& base, const json& changes, const std::string& path) {
  json document = json::parse(experimentToJson(base));
  document.merge_patch(changes);
  try {
    return experimentFromJson(document.dump());
  } catch (const Error& error) {
    throw Error(fmt::format("{}.{}", path, error.what()));
  }
}

/// Whether the scheme bounds ratios to the logging policy, which only drawn rows have.
bool boundsRatios(const std::string& scheme) {
  if (scheme == kSupervisedOnly) return false;
  const SchemeFamily family = findScheme(scheme).description().family;
  return family == SchemeFamily::Clipped || family == SchemeFamily::GroupRelative;
}

Experiment schemeExperiment(const RankerSettings& ranker, const Experiment& base) {
  if (ranker.type() != RankerKind::Estimator) return base;
  Experiment experiment = comparedExperiment(base, ranker.kind, base.seed);
  const bool open = !experiment.objective.rows.has_value();
  if (open && boundsRatios(ranker.kind)) experiment.objective.rows = RowKind::Drawn;
  return experiment;
}

/// Rankers that do not learn need nothing of it but its weights.
void setExperiment(RankerSettings& ranker, const Experiment& experiment) {
  ranker.valueWeights = valueWeights(experiment, taskNames());
  ranker.experiment = ranker.type() == RankerKind::Estimator ? experiment : Experiment{};
}

/// changes: to the experiment of the loop, under the kind's scheme (RFC 7396).
RankerSettings readRanker(const json& object, const std::string& path, const Experiment& base,
                          const Exploration& exploration) {
  JsonReader reader(object, path);
  std::string kind = "supervised";
  reader.text("kind", kind);
  requireKind(kind, path + ".kind");
  RankerSettings ranker = rankerOf(kind, base, exploration);
  reader.text("name", ranker.name);
  ranker.exploration = readExploration(reader, ranker.exploration);
  const json* weights = reader.member("value_weights");
  json changes = json::object();
  if (const json* found = reader.member("experiment")) {
    if (!found->is_object()) reader.wrong("experiment", *found, "an object of changes");
    changes = *found;
  }
  if (weights != nullptr) changes["value_weights"] = namedWeights(*weights, path);
  reader.finish();
  const Experiment experiment = changed(schemeExperiment(ranker, base), changes, path);
  try {
    setExperiment(ranker, experiment);
  } catch (const Error& error) {
    throw Error(fmt::format("{}: {}", path, error.what()));
  }
  return ranker;
}

Experiment readExperiment(JsonReader& reader, const AudienceSettings& audience) {
  const json* changes = reader.member("experiment");
  const Experiment standard = standardLoopExperiment(audience);
  if (changes == nullptr) return standard;
  if (!changes->is_object()) reader.wrong("experiment", *changes, "an object of changes");
  return changed(standard, *changes, kWhat);
}

json weightsToJson(const TaskWeights& weights) {
  json object = json::object();
  for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
    object[std::string(kAudienceTasks[task])] = weights.at(task);
  }
  return object;
}

void requireNames(const std::vector<RankerSettings>& rankers) {
  std::set<std::string> names;
  for (const RankerSettings& ranker : rankers) {
    requireGoodName(ranker.name, "loop.rankers has a ranker with an empty name.");
    if (names.insert(ranker.name).second) continue;
    throw Error(
        fmt::format("loop.rankers names \"{}\" twice; give each a name of its own.", ranker.name));
  }
}

void requireTrainableRankers(const LoopSettings& settings) {
  SlateTableBuilder builder;
  builder.begin(audienceSchema(settings.audience));
  const SlateTable table = builder.finish();
  for (const RankerSettings& ranker : settings.rankers) {
    if (ranker.type() != RankerKind::Estimator) continue;
    if (ranker.experiment.start) {
      throw Error(
          fmt::format("The ranker \"{}\" starts from a run; in a loop every ranker starts "
                      "from random weights. Leave experiment.start out.",
                      ranker.name));
    }
    requireTrainable(table, ranker.experiment);
  }
}

}  // namespace

RankerKind RankerSettings::type() const {
  const FixedKind* fixed = findFixed(kind);
  return fixed == nullptr ? RankerKind::Estimator : fixed->type;
}

std::vector<std::string> rankerKinds() {
  std::vector<std::string> kinds;
  for (const FixedKind& fixed : kFixedKinds) kinds.emplace_back(fixed.id);
  for (const std::string& scheme : comparableSchemes()) kinds.push_back(scheme);
  return kinds;
}

std::string rankerTitle(const std::string& kind) {
  requireKind(kind, "kind");
  const FixedKind* fixed = findFixed(kind);
  return fixed == nullptr ? comparedTitle(kind) : fixed->title;
}

RankerSettings rankerOf(const std::string& kind, const Experiment& base,
                        const Exploration& exploration) {
  RankerSettings ranker;
  ranker.name = rankerTitle(kind);
  ranker.kind = kind;
  ranker.exploration = exploration;
  if (ranker.type() == RankerKind::Oracle) ranker.exploration = {ExplorationKind::None, 0};
  setExperiment(ranker, schemeExperiment(ranker, base));
  return ranker;
}

Experiment standardLoopExperiment(const AudienceSettings& audience) {
  Experiment experiment;
  experiment.split = {};
  experiment.split.validation = 0.2;
  experiment.split.test = 0;
  experiment.estimator.hidden = {32};
  experiment.estimator.embeddingDimension = 4;
  experiment.estimator.hashBuckets = 1024;
  for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
    experiment.valueWeights[std::string(kAudienceTasks[task])] = audience.valueWeights[task];
  }
  experiment.temperature = 0.1;
  experiment.objective.taskWeight = 1;
  // Where the log states no propensities there are no ratios to bound.
  if (!audience.loggedPropensities) experiment.objective.rows = RowKind::Observed;
  // Days are short: slower than this, estimators would be judged before they have learned.
  experiment.optimiser.learningRate = 0.02;
  experiment.optimiser.alignmentLearningRate = 0.005;
  experiment.schedule.supervisedEpochs = 8;
  experiment.schedule.alignmentEpochs = 4;
  experiment.schedule.slatesPerBatch = 64;
  experiment.schedule.trail = false;
  experiment.device = "cpu";
  experiment.threads = 1;
  return experiment;
}

LoopSettings standardLoop() {
  return loopFromJson(R"({"audience": {}})");
}

LoopSettings loopFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The loop document");
  JsonReader reader(document, kWhat);
  LoopSettings settings;
  const json* audience = reader.member("audience");
  if (audience != nullptr) settings.audience = audienceFromJson(*audience, "loop.audience");
  reader.integer("rounds", settings.rounds, 1, 10'000);
  reader.integer("seeds", settings.seeds, 1, 1000);
  reader.integer("seed", settings.seed, 0);
  reader.integer("memory", settings.memory, 1, 10'000);
  reader.integer("threads", settings.threads, 0, kMostThreads);
  const Exploration exploration = readExploration(reader, {});
  const Experiment base = readExperiment(reader, settings.audience);
  const json* rankers = reader.member("rankers");
  if (rankers == nullptr) {
    for (const char* kind :
         {"random", "popularity", "supervised", "ips", "ppo_clip", "grpo", "cispo", "oracle"}) {
      settings.rankers.push_back(rankerOf(kind, base, exploration));
    }
  } else {
    if (!rankers->is_array() || rankers->empty()) {
      reader.wrong("rankers", *rankers, R"(a list like [{"kind": "supervised"}, {"kind": "ips"}])");
    }
    for (std::size_t i = 0; i < rankers->size(); ++i) {
      settings.rankers.push_back(
          readRanker((*rankers)[i], fmt::format("{}.rankers[{}]", kWhat, i), base, exploration));
    }
  }
  reader.finish();
  requireNames(settings.rankers);
  requireTrainableRankers(settings);
  return settings;
}

std::string loopToJson(const LoopSettings& settings) {
  json rankers = json::array();
  for (const RankerSettings& ranker : settings.rankers) {
    json object{{"name", ranker.name},
                {"kind", ranker.kind},
                {"exploration", explorationToJson(ranker.exploration)}};
    if (ranker.type() == RankerKind::Estimator) {
      object["experiment"] = json::parse(experimentToJson(ranker.experiment));
    } else {
      object["value_weights"] = weightsToJson(ranker.valueWeights);
    }
    rankers.push_back(std::move(object));
  }
  return json{{"audience", audienceToJson(settings.audience)},
              {"rounds", settings.rounds},
              {"seeds", settings.seeds},
              {"seed", settings.seed},
              {"memory", settings.memory},
              {"threads", settings.threads},
              {"rankers", rankers}}
      .dump(2);
}

void requireValid(const LoopSettings& settings) {
  requireValid(settings.audience);
  // The document's reader knows every range.
  loopFromJson(loopToJson(settings));
}

}  // namespace luce
