#include <fmt/format.h>

#include <cmath>
#include <set>

#include "core/common/json_reader.h"
#include "core/simulation/simulator.h"

namespace luce {

namespace {

using nlohmann::json;

constexpr const char* kWhat = "simulation";
constexpr double kLargestWeight = 1e6;

SimulationTask readTask(const json& object, const std::string& path) {
  JsonReader reader(object, path);
  SimulationTask task;
  reader.text("name", task.name);
  reader.number("rate", task.rate, 0.0001, 0.9999);
  reader.finish();
  if (task.name.empty()) throw Error(path + ".name is missing.");
  return task;
}

void readTasks(JsonReader& reader, std::vector<SimulationTask>& tasks) {
  const json* found = reader.member("tasks");
  if (found == nullptr) return;
  if (!found->is_array() || found->empty()) {
    reader.wrong("tasks", *found, R"(a list like [{"name": "click", "rate": 0.2}])");
  }
  tasks.clear();
  for (std::size_t i = 0; i < found->size(); ++i) {
    tasks.push_back(readTask((*found)[i], fmt::format("{}.tasks[{}]", kWhat, i)));
  }
}

void readValueWeights(JsonReader& reader, std::size_t tasks, std::vector<double>& weights) {
  const json* found = reader.member("value_weights");
  const std::string expected = fmt::format("a list of {} numbers from {} to {}, one a task", tasks,
                                           -kLargestWeight, kLargestWeight);
  if (found == nullptr) {
    if (weights.size() != tasks) weights.assign(tasks, 1.0);
    return;
  }
  if (!found->is_array() || found->size() != tasks) reader.wrong("value_weights", *found, expected);
  weights.clear();
  for (const json& weight : *found) {
    if (!weight.is_number() || std::abs(weight.get<double>()) > kLargestWeight) {
      reader.wrong("value_weights", *found, expected);
    }
    weights.push_back(weight.get<double>());
  }
}

LogShape readShape(JsonReader& reader, LogShape shape) {
  std::string text = shape == LogShape::Bandit ? "bandit" : "slate";
  reader.text("shape", text);
  if (text == "bandit") return LogShape::Bandit;
  if (text == "slate") return LogShape::Slate;
  reader.wrong("shape", json(text), "slate or bandit");
}

void requireAgreement(const SimulationSettings& settings) {
  std::set<std::string> names;
  for (const SimulationTask& task : settings.tasks) {
    if (names.insert(task.name).second) continue;
    throw Error(fmt::format("{}.tasks names \"{}\" twice; give each task a name of its own.", kWhat,
                            task.name));
  }
  if (settings.shape == LogShape::Slate && settings.slateSize > settings.items) {
    throw Error(fmt::format(
        "{}.slate_size is {}, but as many candidates cannot be drawn from {} items; expected a "
        "slate_size of at most {}.",
        kWhat, settings.slateSize, settings.items, settings.items));
  }
}

}  // namespace

SimulationSettings simulationFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The simulation document");
  JsonReader reader(document, kWhat);
  SimulationSettings settings;
  settings.shape = readShape(reader, settings.shape);
  reader.integer("slates", settings.slates, 1, 100'000'000);
  reader.integer("slate_size", settings.slateSize, 1, 10'000);
  reader.integer("items", settings.items, 1, 10'000'000);
  reader.integer("user_features", settings.userFeatures, 1, 1000);
  reader.integer("item_features", settings.itemFeatures, 1, 1000);
  readTasks(reader, settings.tasks);
  reader.number("strength", settings.strength, 0, 100);
  reader.number("non_linearity", settings.nonLinearity, 0, 1);
  reader.number("position_bias", settings.positionBias, 0, 10);
  reader.number("logging_temperature", settings.loggingTemperature, 0.01, 1000);
  reader.number("logging_quality", settings.loggingQuality, -1, 1);
  readValueWeights(reader, settings.tasks.size(), settings.valueWeights);
  reader.integer("seed", settings.seed, 0);
  reader.integer("world_seed", settings.worldSeed, 0);
  reader.finish();
  requireAgreement(settings);
  return settings;
}

void requireValid(const SimulationSettings& settings) {
  // The document's reader knows every range. Infinities and NaN, which JSON lacks, come back
  // changed.
  if (simulationFromJson(simulationToJson(settings)) != settings) {
    throw Error("A number of the simulation is not finite; give finite numbers.");
  }
}

std::string simulationToJson(const SimulationSettings& settings) {
  json tasks = json::array();
  for (const SimulationTask& task : settings.tasks) {
    tasks.push_back({{"name", task.name}, {"rate", task.rate}});
  }
  return json{{"shape", settings.shape == LogShape::Bandit ? "bandit" : "slate"},
              {"slates", settings.slates},
              {"slate_size", settings.slateSize},
              {"items", settings.items},
              {"user_features", settings.userFeatures},
              {"item_features", settings.itemFeatures},
              {"tasks", tasks},
              {"strength", settings.strength},
              {"non_linearity", settings.nonLinearity},
              {"position_bias", settings.positionBias},
              {"logging_temperature", settings.loggingTemperature},
              {"logging_quality", settings.loggingQuality},
              {"value_weights", settings.valueWeights},
              {"seed", settings.seed},
              {"world_seed", settings.worldSeed}}
      .dump(2);
}

}  // namespace luce
