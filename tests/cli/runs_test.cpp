// luce-cli runs: lists, names, annotates, colours, removes and brings back.
#include <gmock/gmock.h>

#include <algorithm>

#include "core/training/experiment.h"
#include "core/workspace/workspace.h"
#include "tests/cli/program.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class Runs : public testing::Test {
 protected:
  void SetUp() override {
    Workspace workspace = Workspace::open(workspace_);
    const auto writer = workspace.createDataset("log", "");
    writeUnevenSlates(*writer, 8);
    writer->commit();
    for (const char* name : {"a", "b", "c"}) {
      RunRecord record;
      record.name = name;
      record.dataset = "log";
      Experiment experiment;
      experiment.objective.scheme = "grpo";
      record.experiment = experimentToJson(experiment);
      const std::int64_t run = workspace.createRun(record);
      workspace.appendMetrics(run, {{{5, "held_out/snips", 9.0},
                                     {10, "held_out/snips", 0.5},
                                     {10, "held_out/snips_low", 0.25},
                                     {10, "held_out/snips_high", 0.75}}});
      if (record.name != "c") workspace.saveCheckpoint(run, {10, "result"}, {});
      workspace.finishRun(run, RunStatus::Finished, "", 12.5);
    }
  }

  ProgramResult runs(std::vector<std::string> options) const {
    options.insert(options.begin(), {"runs", workspace_});
    return runLuce(options);
  }

  json listed(std::vector<std::string> options) const {
    options.push_back("--json");
    const ProgramResult result = runs(options);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    return result.json().at("runs");
  }

  static std::vector<std::string> names(const json& runs) {
    std::vector<std::string> names;
    for (const json& run : runs) names.push_back(run.at("name"));
    return names;
  }

  TemporaryFolder folder_;
  std::string workspace_ = (folder_ / "study.luce").string();
};

TEST_F(Runs, AreListedWithWhatTheyCameTo) {
  const json runs = listed({});
  ASSERT_THAT(names(runs), ElementsAre("a", "b", "c"));
  EXPECT_EQ(runs[0].at("held_out"), json({{"value", 0.5}, {"low", 0.25}, {"high", 0.75}}));
  EXPECT_EQ(runs[0].at("kept_step"), 10);
  EXPECT_EQ(runs[0].at("scheme"), "grpo");
  EXPECT_EQ(runs[0].at("seconds"), 12.5);
  EXPECT_EQ(runs[0].at("removed"), json());
  EXPECT_EQ(runs[0].at("experiment").at("seed"), 1);
  EXPECT_EQ(runs[2].at("held_out"), json()) << "it kept no weights";
  EXPECT_EQ(runs[2].at("kept_step"), json());
  EXPECT_THAT(this->runs({}).output, AllOf(HasSubstr("0.5 [0.25, 0.75]"), HasSubstr("grpo")));
  EXPECT_THAT(names(listed({"--run", "b"})), ElementsAre("b"));
}

TEST_F(Runs, AreNamedAnnotatedAndColoured) {
  json runs = listed(
      {"--run", "a", "--rename", "best", "--note", "kept\nfor later", "--colour", "#0072b2"});
  EXPECT_THAT(names(runs), ElementsAre("best", "b", "c"));
  EXPECT_EQ(runs[0].at("note"), "kept\nfor later");
  EXPECT_EQ(runs[0].at("colour"), "#0072b2");
  EXPECT_THAT(this->runs({}).output, HasSubstr("kept for later"));
  runs = listed({"--run", "b", "--run", "c", "--note", "poor"});
  EXPECT_EQ(runs[1].at("note"), "poor");
  EXPECT_EQ(runs[2].at("note"), "poor");
  runs = listed({"--run", "best", "--note", "", "--colour", ""});
  EXPECT_EQ(runs[0].at("note"), "");
  EXPECT_EQ(runs[0].at("colour"), "");
}

TEST_F(Runs, AreRemovedBroughtBackAndPurged) {
  EXPECT_THAT(names(listed({"--run", "a", "--run", "b", "--remove"})), ElementsAre("c"));
  const json removed = listed({"--removed"});
  EXPECT_THAT(names(removed), ElementsAre("a", "b"));
  EXPECT_THAT(removed[0].at("removed").get<std::string>(), HasSubstr("T"));
  EXPECT_THAT(names(listed({"--run", "b", "--restore"})), ElementsAre("b", "c"));
  EXPECT_THAT(runs({"--purge"}).output, HasSubstr("1 run was removed for good."));
  EXPECT_TRUE(listed({"--removed"}).empty());
  EXPECT_EQ(Workspace::open(workspace_, Access::Read).runs().size(), 2u);
}

TEST_F(Runs, APurgeOfNamedRunsLeavesTheOthers) {
  runs({"--run", "a", "--run", "b", "--remove"});
  const ProgramResult refused = runs({"--run", "a", "--run", "c", "--purge"});
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_THAT(refused.errors, HasSubstr("\"c\" of \"" + workspace_ + "\" was not removed"));
  EXPECT_THAT(names(listed({"--removed"})), ElementsAre("a", "b"));
  const ProgramResult purged = runs({"--run", "a", "--purge"});
  EXPECT_EQ(purged.exitCode, 0) << purged.errors;
  EXPECT_THAT(purged.output, HasSubstr("1 run was removed for good."));
  EXPECT_THAT(names(listed({"--removed"})), ElementsAre("b"));
  EXPECT_THAT(names(listed({})), ElementsAre("c"));
  EXPECT_THAT(runs({"--run", "c", "--remove", "--purge"}).output, HasSubstr("1 run was removed"));
  EXPECT_THAT(names(listed({"--removed"})), ElementsAre("b"));
  EXPECT_EQ(runs({"--run", "b", "--restore", "--purge"}).exitCode, 2);
  EXPECT_EQ(runs({"--run", "b", "--note", "x", "--purge"}).exitCode, 2);
  EXPECT_THAT(names(listed({"--removed"})), ElementsAre("b"));
}

TEST_F(Runs, MistakesAreToldAndChangeNothing) {
  const auto fails = [&](const std::vector<std::string>& options, int code,
                         const std::string& error) {
    const ProgramResult result = runs(options);
    EXPECT_EQ(result.exitCode, code) << error;
    EXPECT_THAT(result.errors, HasSubstr(error));
  };
  constexpr int kFailed = 1, kWrongUsage = 2;
  fails({"--run", "nobody", "--remove"}, kFailed, "no run named \"nobody\"; there are \"a\"");
  fails({"--run", "a", "--rename", "b"}, kFailed, "already has a run named \"b\"");
  fails({"--run", "a", "--run", "nobody", "--note", "x"}, kFailed, "\"nobody\"");
  fails({"--run", "a", "--colour", "blue"}, kFailed, "\"blue\" is not a colour");
  fails({"--run", "a", "--restore"}, kFailed, "no removed run named \"a\"");
  fails({"--note", "x"}, kWrongUsage, "--run");
  fails({"--run", "a", "--run", "b", "--rename", "x"}, kWrongUsage, "--rename");
  fails({"--run", "a", "--remove", "--restore"}, kWrongUsage, "exclude");
  const json runs = listed({});
  EXPECT_THAT(names(runs), ElementsAre("a", "b", "c"));
  EXPECT_EQ(runs[0].at("note"), "");
}

TEST_F(Runs, CanBeListedButNotChangedBesideAWriter) {
  const Workspace writer = Workspace::open(workspace_);
  EXPECT_EQ(runs({}).exitCode, 0);
  const ProgramResult result = runs({"--run", "a", "--remove"});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(result.errors, HasSubstr("is in use by"));
}

}  // namespace
}  // namespace luce
