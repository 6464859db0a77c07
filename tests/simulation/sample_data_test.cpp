// The files under sample_data are what its README says they are.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/simulation/csv_sink.h"
#include "core/simulation/feedback/loop_settings.h"
#include "core/training/experiment.h"
#include "tests/simulation/simulated_log.h"

namespace luce {
namespace {

namespace fs = std::filesystem;

const fs::path kSampleData = fs::path(LUCE_SOURCE_DIR) / "sample_data";

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  EXPECT_FALSE(text.str().empty()) << file;
  return text.str();
}

TEST(SampleData, SlateLogIsMadeByItsWorld) {
  const SimulationSettings settings =
      simulationFromJson(contentOf(kSampleData / "slate_world.json"));
  std::ostringstream made;
  CsvSink sink(made);
  Simulator(settings).writeLog(sink);
  const std::string found = contentOf(kSampleData / "slate_log.csv");
  EXPECT_LT(found.size(), 2'000'000u);
  EXPECT_TRUE(made.str() == found) << "slate_log.csv differs from what slate_world.json makes";
}

TEST(SampleData, BanditWorldMakesARowAnAction) {
  const SimulatedLog log =
      simulate(simulationFromJson(contentOf(kSampleData / "bandit_world.json")));
  EXPECT_EQ(log.table.shape(), LogShape::Bandit);
  EXPECT_EQ(log.table.loggedCount(), log.table.slateCount());
  EXPECT_EQ(log.table.catalogue().size(), 30u);
}

TEST(SampleData, ExperimentsFitTheirLog) {
  const SimulationSettings slates = simulationFromJson(contentOf(kSampleData / "slate_world.json"));
  std::vector<std::string> tasks;
  for (const SimulationTask& task : slates.tasks) tasks.push_back(task.name);
  int experiments = 0;
  for (const fs::directory_entry& file : fs::directory_iterator(kSampleData / "experiments")) {
    SCOPED_TRACE(file.path());
    const Experiment experiment = experimentFromJson(contentOf(file.path()));
    EXPECT_EQ(valueWeights(experiment, tasks), slates.valueWeights);
    EXPECT_NO_THROW(schemeParameters(experiment.objective));
    EXPECT_GT(experiment.schedule.supervisedEpochs, 0);
    ++experiments;
  }
  EXPECT_GE(experiments, 4);
}

TEST(SampleData, StudyWorldsAreValid) {
  const auto study = nlohmann::json::parse(contentOf(kSampleData / "alignment_study.json"));
  ASSERT_GE(study["cells"].size(), 4u);
  for (const nlohmann::json& cell : study["cells"]) {
    SCOPED_TRACE(cell["name"]);
    const SimulationSettings settings = simulationFromJson(cell["simulation"].dump());
    EXPECT_GE(settings.slates, 15'000);
    EXPECT_NO_THROW(Simulator{settings});
  }
}

TEST(SampleData, EveryLoopCanBePlayed) {
  std::set<std::string> presets;
  for (const auto& entry : fs::directory_iterator(kSampleData / "loops")) {
    if (entry.path().extension() != ".json") continue;
    const std::string text = contentOf(entry.path());
    LoopSettings settings;
    ASSERT_NO_THROW(settings = loopFromJson(text)) << entry.path();
    EXPECT_GE(settings.seeds, 4) << entry.path();
    presets.insert(nlohmann::json::parse(text)["audience"]["preset"]);
  }
  for (const AudiencePreset& preset : audiencePresets()) EXPECT_TRUE(presets.contains(preset.id));
}

}  // namespace
}  // namespace luce
