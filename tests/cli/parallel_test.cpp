// Several processes on this machine train one run.
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmath>
#include <map>
#include <memory>
#include <thread>

#include "core/workspace/workspace.h"
#include "tests/cli/program.h"
#include "tests/cli/started_program.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using testing::HasSubstr;

const std::string kProgram = std::string(LUCE_BINARY_DIR) + "/bin/luce-cli";

/// One that nobody listens at now.
int freePort() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  if (::bind(socket, reinterpret_cast<sockaddr*>(&address), length) != 0) return 0;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
  ::close(socket);
  return ntohs(address.sin_port);
}

class ParallelTraining : public testing::Test {
 protected:
  void SetUp() override {
#ifndef LUCE_HAS_GLOO
    GTEST_SKIP() << "This Luce was built without Gloo: LibTorch has no headers of it here.";
#endif
    const ProgramResult imported = runLuce(
        {"import", LUCE_SOURCE_DIR "/sample_data/slate_log.csv", "--workspace", workspace()});
    ASSERT_EQ(imported.exitCode, 0) << imported.errors;
  }

  std::string workspace() const {
    return (folder_ / "study.luce").string();
  }

  std::unique_ptr<StartedProgram> start(int rank, int size, int port, const std::string& run,
                                        const std::string& experiment) const {
    return std::make_unique<StartedProgram>(
        std::vector<std::string>{kProgram, "train", workspace(), "--run", run, "--experiment",
                                 experiment, "--patience", "60"},
        std::vector<std::string>{
            "RANK=" + std::to_string(rank), "WORLD_SIZE=" + std::to_string(size),
            "LOCAL_WORLD_SIZE=" + std::to_string(size), "LOCAL_RANK=" + std::to_string(rank),
            "MASTER_ADDR=127.0.0.1", "MASTER_PORT=" + std::to_string(port)});
  }

  std::vector<std::unique_ptr<StartedProgram>> startAll(int size, const std::string& run,
                                                        const std::string& experiment) const {
    const int port = freePort();
    std::vector<std::unique_ptr<StartedProgram>> programs;
    for (int rank = 0; rank < size; ++rank) {
      programs.push_back(start(rank, size, port, run, experiment));
    }
    return programs;
  }

  void trainTogether(int size, const std::string& run, const std::string& experiment) const {
    for (const auto& program : startAll(size, run, experiment)) {
      ASSERT_EQ(program->wait(), 0) << program->errors();
    }
  }

  void trainAlone(const std::string& run, const std::string& experiment) const {
    const ProgramResult alone =
        runLuce({"train", workspace(), "--run", run, "--experiment", experiment});
    ASSERT_EQ(alone.exitCode, 0) << alone.errors;
  }

  std::map<std::pair<std::string, std::int64_t>, double> metrics(const std::string& run) const {
    std::map<std::pair<std::string, std::int64_t>, double> result;
    const Workspace study = Workspace::open(workspace(), Access::Read);
    for (const MetricPoint& point : study.metrics(study.run(run).id)) {
      result[{point.name, point.step}] = point.value;
    }
    return result;
  }

  void expectSameRun(const std::string& found, const std::string& expected) const {
    const auto theirs = metrics(found);
    const auto ours = metrics(expected);
    ASSERT_GT(ours.size(), 100u);
    ASSERT_EQ(theirs.size(), ours.size());
    for (const auto& [key, value] : ours) {
      ASSERT_TRUE(theirs.contains(key)) << key.first << " at " << key.second;
      if (std::isnan(value)) continue;
      EXPECT_NEAR(theirs.at(key), value, 1e-5 * std::max(1.0, std::abs(value)))
          << key.first << " at " << key.second;
    }
  }

  /// That ends only when it is stopped.
  std::string endlessExperiment() const {
    return folder_
        .write("long.json", R"({"schedule": {"supervised_epochs": 2, "alignment_epochs": 4000},
          "threads": 1})")
        .string();
  }

  void waitForMetrics(const std::string& run) const {
    for (int tries = 0; tries < 6000; ++tries) {
      const Workspace study = Workspace::open(workspace(), Access::Read);
      bool known = false;
      for (const RunRecord& record : study.runs()) known |= record.name == run;
      if (known && study.metrics(study.run(run).id).size() > 200) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    FAIL() << "the run did not get going";
  }

  TemporaryFolder folder_;
};

// Group advantages over the whole batch and self-normalised weights: what a process cannot know
// from its own slates.
TEST_F(ParallelTraining, TwoAndFourProcessesGiveTheRunOfOne) {
  const std::string grpo =
      folder_
          .write("grpo.json", R"({"schedule": {"supervised_epochs": 2, "alignment_epochs": 3,
            "slates_per_batch": 64}, "objective": {"scheme": "grpo", "rows": "drawn",
            "advantage_group": "batch", "entropy_weight": 0.01}, "threads": 1})")
          .string();
  trainAlone("one", grpo);
  trainTogether(2, "two", grpo);
  trainTogether(4, "four", grpo);
  expectSameRun("two", "one");
  expectSameRun("four", "one");

  const std::string environment =
      Workspace::open(workspace(), Access::Read).run("four").environment;
  EXPECT_THAT(environment, HasSubstr("\"processes\":\"4\""));
  const ProgramResult one = runLuce({"evaluate", workspace(), "--run", "one", "--json"});
  const ProgramResult four = runLuce({"evaluate", workspace(), "--run", "four", "--json"});
  ASSERT_EQ(four.exitCode, 0) << four.errors;
  EXPECT_NEAR(four.json().at("estimators").at("snips").at("value"),
              one.json().at("estimators").at("snips").at("value"), 1e-5);
}

TEST_F(ParallelTraining, KeepsToOneProcessForLossesOverTheBatchAndForLists) {
  for (const std::string scheme : {"snips", "pl_display", "dr"}) {
    const std::string experiment =
        folder_
            .write(scheme + ".json", R"({"schedule": {"supervised_epochs": 1,
              "alignment_epochs": 2}, "objective": {"scheme": ")" +
                                         scheme + R"("}, "threads": 1})")
            .string();
    trainAlone(scheme + " one", experiment);
    trainTogether(3, scheme + " three", experiment);
    expectSameRun(scheme + " three", scheme + " one");
  }
}

TEST_F(ParallelTraining, TheLossOfOneEndsTheOthersWithAMessageAndACheckpoint) {
  const auto programs = startAll(2, "broken", endlessExperiment());
  waitForMetrics("broken");
  programs[1]->signal(SIGKILL);
  EXPECT_EQ(programs[0]->wait(), 1);
  EXPECT_THAT(programs[0]->errors(),
              testing::AllOf(HasSubstr("Another of the 2 processes that train this run is gone"),
                             HasSubstr("--continue goes on")));
  EXPECT_EQ(Workspace::open(workspace(), Access::Read).run("broken").status, RunStatus::Failed);

  const std::string further =
      folder_
          .write("further.json", R"({"schedule": {"supervised_epochs": 0, "alignment_epochs": 1},
            "threads": 1})")
          .string();
  const ProgramResult resumed = runLuce(
      {"train", workspace(), "--continue", "broken", "--experiment", further, "--run", "resumed"});
  EXPECT_EQ(resumed.exitCode, 0) << resumed.errors;
}

TEST_F(ParallelTraining, TheLossOfTheWriterLeavesItsBestCheckpoint) {
  const auto programs = startAll(2, "broken", endlessExperiment());
  waitForMetrics("broken");
  // The recorder writes at least once a second.
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  programs[0]->signal(SIGKILL);
  EXPECT_EQ(programs[1]->wait(), 1);
  EXPECT_THAT(programs[1]->errors(), HasSubstr("is gone"));
  const ProgramResult resumed =
      runLuce({"export", workspace(), "--run", "broken", "--checkpoint", "supervised", "--format",
               "predictions", "--out", (folder_ / "p.csv").string()});
  EXPECT_EQ(resumed.exitCode, 0) << resumed.errors;
}

TEST_F(ParallelTraining, AStopOfAnyStopsAll) {
  const auto programs = startAll(2, "stopped", endlessExperiment());
  waitForMetrics("stopped");
  programs[1]->signal(SIGINT);
  for (const auto& program : programs) {
    EXPECT_EQ(program->wait(), 1);
    EXPECT_THAT(program->errors(), HasSubstr("Cancelled."));
  }
  EXPECT_EQ(Workspace::open(workspace(), Access::Read).run("stopped").status, RunStatus::Stopped);
}

TEST_F(ParallelTraining, RefusesDifferentExperiments) {
  const std::string one = folder_.write("one.json", R"({"seed": 1, "threads": 1})").string();
  const std::string other = folder_.write("other.json", R"({"seed": 2, "threads": 1})").string();
  const int port = freePort();
  const auto first = start(0, 2, port, "mixed", one);
  const auto second = start(1, 2, port, "mixed", other);
  EXPECT_EQ(first->wait(), 1);
  EXPECT_EQ(second->wait(), 1);
  EXPECT_THAT(first->errors(),
              HasSubstr("Process 2 of 2 was given another experiment, log or version"));
}

TEST_F(ParallelTraining, TellsWhatTheEnvironmentLacks) {
  const auto errorsWith = [&](std::vector<std::string> environment) {
    StartedProgram program({kProgram, "train", workspace()}, environment);
    EXPECT_EQ(program.wait(), 1);
    return program.errors();
  };
  EXPECT_THAT(errorsWith({"WORLD_SIZE=2", "MASTER_PORT=1234"}),
              HasSubstr("the environment variable RANK is not set"));
  EXPECT_THAT(errorsWith({"WORLD_SIZE=two"}), HasSubstr("WORLD_SIZE is \"two\""));
  EXPECT_THAT(errorsWith({"WORLD_SIZE=2", "RANK=2", "MASTER_PORT=1234"}),
              HasSubstr("a whole number from 0 to 1"));
}

TEST_F(ParallelTraining, IsStartedByTorchrun) {
  const std::string launcher = "/usr/bin/torchrun";
  if (!std::filesystem::exists(launcher)) GTEST_SKIP() << "no " << launcher << " here";
  const std::string experiment =
      folder_
          .write("short.json", R"({"schedule": {"supervised_epochs": 1, "alignment_epochs": 2},
            "threads": 1})")
          .string();
  trainAlone("one", experiment);
  // -r and -t keep Debian 12's launcher from a fault that it has with Python 3.11.
  StartedProgram program(
      {launcher, "--no_python", "--nproc_per_node", "2", "--master_port",
       std::to_string(freePort()), "-r", "2", "-t", "2", "--log_dir", (folder_ / "logs").string(),
       kProgram, "train", workspace(), "--run", "two", "--experiment", experiment},
      {});
  ASSERT_EQ(program.wait(), 0) << program.errors();
  expectSameRun("two", "one");
}

}  // namespace
}  // namespace luce
