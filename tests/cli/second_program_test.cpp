// luce-cli beside another program that writes to the same workspace.
#include <gmock/gmock.h>
#include <unistd.h>

#include "core/training/experiment.h"
#include "core/workspace/workspace.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using testing::AllOf;
using testing::HasSubstr;
namespace fs = std::filesystem;

const std::string kSampleLog = std::string(LUCE_SOURCE_DIR) + "/sample_data/slate_log.csv";

class SecondProgram : public testing::Test {
 protected:
  void SetUp() override {
    workspace_ = (folder_ / "study.luce").string();
    experiment_ = folder_
                      .write("experiment.json", R"({"estimator": {"hidden": [4]}, "threads": 1,
      "schedule": {"supervised_epochs": 1, "alignment_epochs": 1}})")
                      .string();
    ASSERT_EQ(runLuce({"import", kSampleLog, "--workspace", workspace_}).exitCode, 0);
    ASSERT_EQ(
        runLuce({"train", workspace_, "--experiment", experiment_, "--run", "trained"}).exitCode,
        0);
  }

  TemporaryFolder folder_;
  std::string workspace_, experiment_;
};

TEST_F(SecondProgram, ReadsBesideAWriterAndRefusesToWrite) {
  const Workspace writer = Workspace::open(workspace_);
  const std::string out = (folder_ / "out").string();
  for (const std::vector<std::string>& reading : std::vector<std::vector<std::string>>{
           {"info", workspace_},
           {"evaluate", workspace_, "--run", "trained", "--resamples", "10"},
           {"policy", workspace_, "--run", "trained", "--slate", "slate-7"},
           {"export", workspace_, "--run", "trained", "--out", out},
           {"compare", workspace_, "--no-record", "--schemes", "supervised", "--seeds", "1",
            "--experiment", experiment_}}) {
    const ProgramResult result = runLuce(reading);
    EXPECT_EQ(result.exitCode, 0) << reading[0] << ": " << result.errors;
  }
  const std::string simulation = std::string(LUCE_SOURCE_DIR) + "/sample_data/bandit_world.json";
  for (const std::vector<std::string>& writing : std::vector<std::vector<std::string>>{
           {"import", kSampleLog, "--workspace", workspace_},
           {"train", workspace_, "--experiment", experiment_, "--run", "second"},
           {"simulate", simulation, "--workspace", workspace_},
           {"compare", workspace_, "--schemes", "supervised", "--seeds", "1", "--experiment",
            experiment_}}) {
    const ProgramResult result = runLuce(writing);
    EXPECT_EQ(result.exitCode, 1) << writing[0];
    EXPECT_THAT(result.errors, AllOf(HasSubstr("study.luce\" is in use by test_cli (process " +
                                               std::to_string(getpid()) + ")"),
                                     HasSubstr("Close it there")))
        << writing[0];
  }
  EXPECT_EQ(writer.datasets().size(), 1u);
  EXPECT_EQ(writer.runs().size(), 1u);
}

TEST_F(SecondProgram, InfoTellsOfARunWhoseProgramDied) {
  {
    Workspace workspace = Workspace::open(workspace_);
    RunRecord run;
    run.name = "lost";
    run.dataset = "slate_log";
    run.experiment = experimentToJson(Experiment());
    workspace.createRun(run);
    EXPECT_THAT(runLuce({"info", workspace_}).output, HasSubstr("running"))
        << "its program is still there";
  }
  const ProgramResult told = runLuce({"info", workspace_});
  EXPECT_EQ(told.exitCode, 0);
  EXPECT_THAT(told.output, AllOf(HasSubstr("stopped"),
                                 HasSubstr("lost: The program ended before the run did.")));
}

TEST_F(SecondProgram, AFailedImportTakesNothingOfOthersAlong) {
  const auto broken = folder_.write("broken.csv", "slate_id,item_id,click\ns,a,7\n");
  const std::string fresh = (folder_ / "fresh.luce").string();
  EXPECT_EQ(runLuce({"import", broken.string(), "--workspace", fresh}).exitCode, 1);
  for (const char* suffix : {"", "-wal", "-shm", "-lock"}) {
    EXPECT_FALSE(fs::exists(fresh + suffix)) << suffix;
  }
  EXPECT_EQ(runLuce({"import", broken.string(), "--workspace", workspace_}).exitCode, 1);
  EXPECT_EQ(Workspace::open(workspace_, Access::Read).datasets().size(), 1u);
  const ProgramResult itself = runLuce({"import", workspace_, "--workspace", workspace_});
  EXPECT_EQ(itself.exitCode, 1);
  EXPECT_THAT(itself.errors, HasSubstr("give the log to import"));
}

}  // namespace
}  // namespace luce
