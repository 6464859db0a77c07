#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "core/common/error.h"
#include "tests/simulation/simulated_log.h"

namespace luce {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(SimulationSettings, ReadBackAsWritten) {
  SimulationSettings settings = smallWorld(LogShape::Bandit);
  settings.tasks = {{"buy", 0.02}};
  settings.valueWeights = {3.5};
  settings.slateSize = 7;
  settings.userFeatures = 2;
  settings.itemFeatures = 3;
  settings.strength = 0.1;
  settings.nonLinearity = 1.0 / 3;
  settings.positionBias = 1.25;
  settings.loggingTemperature = 0.7;
  settings.loggingQuality = -0.25;
  settings.seed = 99;
  settings.worldSeed = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(simulationFromJson(simulationToJson(settings)), settings);
}

TEST(SimulationSettings, EmptyDocumentIsTheStandardWorld) {
  EXPECT_EQ(simulationFromJson("{}"), SimulationSettings());
}

TEST(SimulationSettings, WeightsLeftOutAreOneATask) {
  const SimulationSettings settings = simulationFromJson(R"({"tasks": [{"name": "buy"}]})");
  EXPECT_THAT(settings.valueWeights, testing::ElementsAre(1.0));
}

TEST(SimulationSettings, FaultsInDocumentsAreNamed) {
  const auto refuses = [](const char* json, const char* word) {
    EXPECT_THAT([&] { simulationFromJson(json); }, ThrowsMessage<Error>(HasSubstr(word))) << json;
  };
  refuses("{", "not valid JSON");
  refuses(R"({"strength": 1e999})", "not valid JSON");
  refuses("[]", "not a JSON object");
  refuses(R"({"slates": 0})", "simulation.slates is 0");
  refuses(R"({"slates": 1.5})", "whole number");
  refuses(R"({"slates": "many"})", "whole number");
  refuses(R"({"shape": "tree"})", "slate or bandit");
  refuses(R"({"slate": 5})", "unknown member");
  refuses(R"({"tasks": []})", "simulation.tasks");
  refuses(R"({"tasks": [{"rate": 0.1}]})", "tasks[0].name is missing");
  refuses(R"({"tasks": [{"name": "click", "rate": 2}]})", "tasks[0].rate");
  refuses(R"({"tasks": [{"name": "click"}, {"name": "click"}]})", "names \"click\" twice");
  refuses(R"({"value_weights": [1]})", "a list of 3 numbers");
  refuses(R"({"value_weights": [1, 2, "x"]})", "a list of 3 numbers");
  refuses(R"({"value_weights": [1, 2, 1e300]})", "from -1000000 to 1000000");
  refuses(R"({"logging_temperature": 0})", "logging_temperature");
  refuses(R"({"logging_quality": 1.01})", "logging_quality");
  refuses(R"({"non_linearity": -0.1})", "non_linearity");
  refuses(R"({"seed": -1})", "seed");
  refuses(R"({"slate_size": 401})", "slate_size is 401");
}

TEST(SimulationSettings, SimulatorRefusesWhatDocumentsCannotHold) {
  const auto refuses = [](auto&& change, const char* word) {
    SimulationSettings settings;
    change(settings);
    EXPECT_THAT([&] { Simulator simulator(settings); }, ThrowsMessage<Error>(HasSubstr(word)));
  };
  using Settings = SimulationSettings;
  refuses([](Settings& settings) { settings.items = 5; }, "cannot be drawn from 5 items");
  refuses([](Settings& settings) { settings.items = 0; }, "simulation.items is 0");
  refuses([](Settings& settings) { settings.slates = -1; }, "simulation.slates is -1");
  refuses([](Settings& settings) { settings.tasks.clear(); }, "simulation.tasks");
  refuses([](Settings& settings) { settings.valueWeights.pop_back(); }, "value_weights");
  refuses([](Settings& settings) { settings.loggingQuality = 2; }, "logging_quality is 2");
  refuses([](Settings& settings) { settings.strength = std::nan(""); }, "not finite");
  refuses([](Settings& settings) { settings.tasks[0].rate = std::nan(""); }, "not finite");
}

TEST(SimulationSettings, PropensitiesThatVanishAreRefused) {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.loggingTemperature = 0.01;
  settings.loggingQuality = 1;
  EXPECT_THAT([&] { simulate(settings); },
              ThrowsMessage<Error>(HasSubstr("Raise logging_temperature, which is 0.01")));
}

}  // namespace
}  // namespace luce
