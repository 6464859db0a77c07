#include "core/dataset/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/common/error.h"
#include "core/common/json_reader.h"

namespace luce {

namespace {

using nlohmann::json;

template <class Choice, std::size_t Count>
using Names = std::array<std::pair<Choice, const char*>, Count>;

constexpr Names<LogShape, 2> kShapes{{{LogShape::Slate, "slate"}, {LogShape::Bandit, "bandit"}}};
constexpr Names<FeatureKind, 2> kKinds{
    {{FeatureKind::Numeric, "numeric"}, {FeatureKind::Category, "category"}}};
constexpr Names<FeatureScope, 4> kScopes{{{FeatureScope::Context, "context"},
                                          {FeatureScope::Candidate, "candidate"},
                                          {FeatureScope::Item, "item"},
                                          {FeatureScope::Pair, "pair"}}};

template <class Choice, std::size_t Count>
const char* nameOf(const Names<Choice, Count>& names, Choice choice) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const auto& entry) { return entry.first == choice; });
  return found->second;
}

template <class Choice, std::size_t Count>
void readChoice(JsonReader& reader, const char* member, const Names<Choice, Count>& names,
                Choice& choice) {
  std::string text;
  reader.text(member, text);
  std::string known;
  for (const auto& [value, name] : names) {
    if (text == name) {
      choice = value;
      return;
    }
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  reader.wrong(member, json(text), "one of " + known);
}

std::vector<std::string> readTasks(JsonReader& reader) {
  const json* found = reader.member("tasks");
  if (found == nullptr || !found->is_array() || found->empty()) {
    reader.wrong("tasks", found == nullptr ? json() : *found, "a list of at least one task name");
  }
  std::vector<std::string> tasks;
  for (const json& task : *found) {
    if (!task.is_string()) reader.wrong("tasks", *found, "a list of task names");
    tasks.push_back(task.get<std::string>());
  }
  return tasks;
}

Feature readFeature(const json& object, const std::string& path) {
  JsonReader reader(object, path);
  Feature feature;
  reader.text("name", feature.name);
  readChoice(reader, "kind", kKinds, feature.kind);
  readChoice(reader, "scope", kScopes, feature.scope);
  reader.finish();
  return feature;
}

}  // namespace

std::vector<Feature> Schema::select(FeatureScope scope, FeatureKind kind) const {
  std::vector<Feature> selected;
  std::copy_if(
      features.begin(), features.end(), std::back_inserter(selected),
      [&](const Feature& feature) { return feature.scope == scope && feature.kind == kind; });
  return selected;
}

void requireConsistent(const Schema& schema) {
  if (schema.tasks.empty()) throw Error("A schema needs at least one task.");
  const std::set<std::string> tasks(schema.tasks.begin(), schema.tasks.end());
  if (tasks.size() != schema.tasks.size()) throw Error("A schema names a task twice.");
  std::set<std::pair<FeatureScope, std::string>> named;
  for (const Feature& feature : schema.features) {
    const auto refuse = [&](const char* why) {
      throw Error(fmt::format("The schema's feature \"{}\" {}.", feature.name, why));
    };
    const bool bandit = schema.shape == LogShape::Bandit;
    if (!named.insert({feature.scope, feature.name}).second) refuse("is named twice");
    if (bandit && feature.scope == FeatureScope::Candidate) {
      refuse("belongs to candidates, which a bandit log does not list");
    }
    if (!bandit && feature.scope == FeatureScope::Pair) {
      refuse("belongs to pairs of slate and item, which only a bandit log has");
    }
    if (feature.scope == FeatureScope::Pair && feature.kind == FeatureKind::Category) {
      refuse("belongs to pairs and must be numeric");
    }
  }
}

std::string schemaToJson(const Schema& schema) {
  json features = json::array();
  for (const Feature& feature : schema.features) {
    features.push_back({{"name", feature.name},
                        {"kind", nameOf(kKinds, feature.kind)},
                        {"scope", nameOf(kScopes, feature.scope)}});
  }
  return json{{"shape", nameOf(kShapes, schema.shape)},
              {"tasks", schema.tasks},
              {"features", features},
              {"time", schema.hasTime},
              {"position", schema.hasPosition},
              {"propensity", schema.hasPropensity},
              {"examination", schema.hasExamination}}
      .dump();
}

Schema schemaFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The schema");
  JsonReader reader(document, "schema");
  Schema schema;
  readChoice(reader, "shape", kShapes, schema.shape);
  schema.tasks = readTasks(reader);
  if (const json* features = reader.member("features")) {
    if (!features->is_array()) reader.wrong("features", *features, "a list of features");
    for (std::size_t i = 0; i < features->size(); ++i) {
      schema.features.push_back(readFeature((*features)[i], fmt::format("schema.features[{}]", i)));
    }
  }
  reader.boolean("time", schema.hasTime);
  reader.boolean("position", schema.hasPosition);
  reader.boolean("propensity", schema.hasPropensity);
  reader.boolean("examination", schema.hasExamination);
  reader.finish();
  return schema;
}

}  // namespace luce
