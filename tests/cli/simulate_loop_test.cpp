#include <gmock/gmock.h>

#include <fstream>

#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using testing::HasSubstr;

std::string documentIn(const TemporaryFolder& folder, const std::string& text) {
  const std::string file = (folder / "simulation.json").string();
  std::ofstream(file) << text;
  return file;
}

constexpr const char* kLoop = R"({
  "audience": {"preset": "aligned", "users": 100, "items": 50, "slate_size": 5},
  "rounds": 3, "seeds": 2,
  "experiment": {"schedule": {"supervised_epochs": 1, "alignment_epochs": 1}},
  "rankers": [{"kind": "random"}, {"kind": "ips"}, {"kind": "oracle"}]})";

TEST(SimulateLoop, PlaysAndKeepsTheLoop) {
  const TemporaryFolder folder;
  const std::string document = documentIn(folder, kLoop);
  const std::string workspace = (folder / "loop.luce").string();
  const std::string csv = (folder / "loop.csv").string();
  const ProgramResult result = runLuce({"simulate", document, "--workspace", workspace, "--dataset",
                                        "first", "--csv", csv, "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  const nlohmann::json object = result.json();
  ASSERT_EQ(object["rankers"].size(), 3u);
  EXPECT_EQ(object["rankers"][1]["kind"], "ips");
  EXPECT_EQ(object["rankers"][1]["rounds"]["reward"].size(), 3u);
  EXPECT_NEAR(object["rankers"][2]["summary"]["regret"]["mean"].get<double>(), 0, 1e-9);
  EXPECT_EQ(object["runs"].size(), 6u);
  std::ifstream lines(csv);
  std::string line;
  int count = 0;
  while (std::getline(lines, line)) ++count;
  EXPECT_EQ(count, 1 + 3 * 2 * 3);
  // What was kept is a study like any other.
  const ProgramResult evaluated =
      runLuce({"evaluate", workspace, "--dataset", "first seed 1", "--run", "first seed 1, IPS",
               "--split", "all", "--json"});
  ASSERT_EQ(evaluated.exitCode, 0) << evaluated.errors;
  EXPECT_GT(evaluated.json()["n"].get<int>(), 0);
}

TEST(SimulateLoop, RoundsAndSeedsCanBeGivenAside) {
  const TemporaryFolder folder;
  const ProgramResult result =
      runLuce({"simulate", documentIn(folder, kLoop), "--rounds", "2", "--seeds", "1", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  const nlohmann::json rounds = result.json()["rankers"][0]["rounds"]["reward"];
  EXPECT_EQ(rounds.size(), 2u);
  EXPECT_TRUE(rounds[0]["half_width"].is_null());
}

TEST(SimulateLoop, RankersAreHeldAgainstOneOfThem) {
  const TemporaryFolder folder;
  const std::string markdown = (folder / "table.md").string();
  const ProgramResult result = runLuce({"simulate", documentIn(folder, kLoop), "--against",
                                        "Random", "--markdown", markdown, "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  const nlohmann::json rankers = result.json()["rankers"];
  EXPECT_FALSE(rankers[0].contains("against"));
  EXPECT_NEAR(rankers[2]["against"]["reward"]["mean"].get<double>(),
              rankers[2]["summary"]["reward"]["mean"].get<double>() -
                  rankers[0]["summary"]["reward"]["mean"].get<double>(),
              1e-9);
  std::ifstream file(markdown);
  std::string heading;
  std::getline(file, heading);
  EXPECT_THAT(heading, HasSubstr("| ranker | reward_per_user | against |"));
  const ProgramResult wrong =
      runLuce({"simulate", documentIn(folder, kLoop), "--against", "Nobody"});
  EXPECT_EQ(wrong.exitCode, 1);
  EXPECT_THAT(wrong.errors, HasSubstr("it has Random, IPS, Oracle"));
}

TEST(SimulateLoop, AnAudiencesLogGoesIntoAWorkspaceDayByDay) {
  const TemporaryFolder folder;
  const std::string document =
      documentIn(folder, R"({"audience": {"users": 60, "user_turnover": 1}, "days": 3})");
  const std::string workspace = (folder / "log.luce").string();
  const ProgramResult result = runLuce({"simulate", document, "--workspace", workspace, "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  const nlohmann::json dataset = result.json()["dataset"];
  // All users are new every day, and new users are there.
  EXPECT_EQ(dataset["slates"], 180);
}

TEST(SimulateLoop, WrongUseIsToldApart) {
  const TemporaryFolder folder;
  const std::string log = documentIn(folder, R"({"audience": {}, "days": 1})");
  EXPECT_EQ(runLuce({"simulate", log}).exitCode, 2);
  EXPECT_EQ(runLuce({"simulate", log, "--rounds", "3"}).exitCode, 2);
  EXPECT_EQ(runLuce({"simulate"}).exitCode, 2);
  const std::string wrong = documentIn(folder, R"({"rounds": 3, "rankers": [{"kind": "x"}]})");
  const ProgramResult result = runLuce({"simulate", wrong});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(result.errors, HasSubstr("loop.rankers[0].kind"));
}

TEST(SimulateLoop, TheReferenceListsParametersAndPresets) {
  const ProgramResult result = runLuce({"simulate", "--list", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  EXPECT_EQ(result.json()["presets"].size(), 6u);
  EXPECT_GT(result.json()["parameters"].size(), 25u);
}

}  // namespace
}  // namespace luce
