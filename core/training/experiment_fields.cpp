#include "core/training/experiment_fields.h"

#include <nlohmann/json.hpp>

#include "core/objective/scheme.h"

namespace luce {

namespace {

using nlohmann::json;

std::string listText(const json& list) {
  std::string text;
  for (const json& member : list) text += (text.empty() ? "" : ", ") + member.dump();
  return "[" + text + "]";
}

void append(std::vector<std::pair<std::string, std::string>>& fields, const std::string& key,
            const json& value) {
  if (value.is_object()) {
    for (const auto& [name, member] : value.items()) append(fields, key + "." + name, member);
  } else if (value.is_null() || (value.is_string() && value.get<std::string>().empty())) {
    fields.emplace_back(key, "default");
  } else if (value.is_array()) {
    fields.emplace_back(key, listText(value));
  } else {
    fields.emplace_back(key, value.is_string() ? value.get<std::string>() : value.dump());
  }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> experimentFields(const Experiment& experiment) {
  Experiment full = experiment;
  const auto& parameters = findScheme(full.objective.scheme).description().parameters;
  const std::vector<double> values = schemeParameters(full.objective);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    full.objective.parameters[parameters[i].id] = values[i];
  }
  std::vector<std::pair<std::string, std::string>> fields;
  const json document = json::parse(experimentToJson(full));
  for (const auto& [name, member] : document.items()) append(fields, name, member);
  return fields;
}

}  // namespace luce
