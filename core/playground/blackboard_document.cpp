#include "core/playground/blackboard_document.h"

#include "core/common/json_reader.h"

namespace luce {

namespace {

using nlohmann::json;

constexpr int kVersion = 1;
constexpr const char* kStated = "stated";
constexpr const char* kOwn = "scheme";

const json& requireList(JsonReader& reader, const char* name) {
  const json* found = reader.member(name);
  if (found == nullptr) throw Error(fmt::format("{} is missing.", reader.pathOf(name)));
  if (!found->is_array()) reader.wrong(name, *found, "a list");
  return *found;
}

BoardTask readTask(const json& document, const std::string& path) {
  BoardTask task;
  JsonReader reader(document, path);
  reader.text("name", task.name);
  reader.number("value_weight", task.valueWeight, -kGreatestTaskWeight, kGreatestTaskWeight);
  task.rewardWeight = task.valueWeight;
  reader.number("reward_weight", task.rewardWeight, -kGreatestTaskWeight, kGreatestTaskWeight);
  reader.finish();
  return task;
}

BoardCandidate readCandidate(const json& document, const std::string& path) {
  BoardCandidate candidate;
  JsonReader reader(document, path);
  reader.text("name", candidate.name);
  const json& probabilities = requireList(reader, "p");
  for (const json& probability : probabilities) {
    if (!probability.is_number()) reader.wrong("p", probabilities, "numbers from 0 to 1");
    candidate.probabilities.push_back(probability.get<double>());
  }
  std::vector<int> actions;
  reader.integers("actions", actions, 0, 1);
  for (const int action : actions) candidate.actions.push_back(action == 1);
  reader.number("propensity", candidate.propensity, kLeastPropensity, 1);
  reader.number("offset", candidate.offset, -kGreatestOffset, kGreatestOffset);
  reader.finish();
  return candidate;
}

BoardObjective readObjective(const json& document) {
  BoardObjective objective;
  JsonReader reader(document, "playground.objective");
  reader.text("scheme", objective.scheme);
  reader.numbersByName("parameters", objective.parameters);
  std::string rows = toString(objective.rows), rule = kStated, advantage = kOwn;
  std::string reference = toString(objective.reference);
  reader.text("rows", rows);
  reader.text("propensities", rule);
  reader.text("advantage", advantage);
  reader.number("weight", objective.weight, 0, kGreatestTermWeight);
  reader.number("kl_weight", objective.klWeight, 0, kGreatestTermWeight);
  reader.text("regulariser", objective.regulariser);
  reader.text("reference", reference);
  reader.number("entropy_weight", objective.entropyWeight, 0, kGreatestTermWeight);
  reader.finish();
  objective.rows = rowKindFromString(rows);
  if (rule != kStated) objective.rule = propensityRuleFromString(rule);
  if (advantage != kOwn) objective.advantage = advantageKindFromString(advantage);
  objective.reference = boardReferenceFromString(reference);
  return objective;
}

json toJson(const BoardCandidate& candidate) {
  json actions = json::array();
  for (const bool action : candidate.actions) actions.push_back(action ? 1 : 0);
  return {{"name", candidate.name},
          {"p", candidate.probabilities},
          {"actions", actions},
          {"propensity", candidate.propensity},
          {"offset", candidate.offset}};
}

json toJson(const BoardObjective& objective) {
  return {{"scheme", objective.scheme},
          {"parameters", objective.parameters},
          {"rows", toString(objective.rows)},
          {"propensities", objective.rule ? toString(*objective.rule) : kStated},
          {"advantage", objective.advantage ? toString(*objective.advantage) : kOwn},
          {"weight", objective.weight},
          {"kl_weight", objective.klWeight},
          {"regulariser", objective.regulariser},
          {"reference", toString(objective.reference)},
          {"entropy_weight", objective.entropyWeight}};
}

}  // namespace

std::string boardToJson(const BlackboardSlate& slate) {
  json tasks = json::array(), candidates = json::array();
  for (const BoardTask& task : slate.tasks) {
    tasks.push_back({{"name", task.name},
                     {"value_weight", task.valueWeight},
                     {"reward_weight", task.rewardWeight}});
  }
  for (const BoardCandidate& candidate : slate.candidates) candidates.push_back(toJson(candidate));
  const json document{{"playground", kVersion},
                      {"tasks", tasks},
                      {"candidates", candidates},
                      {"drawn", slate.drawn},
                      {"temperature", slate.temperature},
                      {"step_size", slate.stepSize},
                      {"objective", toJson(slate.objective)}};
  // Names may come from a log in any encoding.
  return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

BlackboardSlate boardFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The playground document");
  BlackboardSlate slate;
  JsonReader reader(document, "playground");
  int version = 0;
  reader.integer("playground", version, 1);
  if (version == 0) throw Error("This is no playground document: \"playground\" is missing.");
  if (version > kVersion) {
    throw Error(fmt::format("The playground document has version {}; this Luce reads up to {}.",
                            version, kVersion));
  }
  for (const json& task : requireList(reader, "tasks")) {
    slate.tasks.push_back(readTask(task, fmt::format("playground.tasks[{}]", slate.tasks.size())));
  }
  for (const json& candidate : requireList(reader, "candidates")) {
    slate.candidates.push_back(readCandidate(
        candidate, fmt::format("playground.candidates[{}]", slate.candidates.size())));
  }
  reader.integer("drawn", slate.drawn, 0, static_cast<std::int64_t>(kMostBoardCandidates) - 1);
  reader.number("temperature", slate.temperature, kLeastTemperature, kGreatestTemperature);
  reader.number("step_size", slate.stepSize, 0, kGreatestStepSize);
  if (const json* objective = reader.member("objective")) {
    slate.objective = readObjective(*objective);
  }
  reader.finish();
  check(slate);
  return slate;
}

}  // namespace luce
