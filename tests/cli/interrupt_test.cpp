// Ctrl-C during an import ends the program in an orderly way and leaves the workspace as it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "core/workspace/workspace.h"
#include "core/workspace/writer_lock.h"
#include "tests/cli/started_program.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

TEST(InterruptTest, StopsAnImportAndKeepsThePreviousState) {
  const TemporaryFolder folder;
  const auto workspace = folder / "study.luce";
  {
    Workspace study = Workspace::open(workspace);
    const auto writer = study.createDataset("before", "");
    writeUnevenSlates(*writer, 4);
    writer->commit();
  }
  // Four million lines: seconds of work, stopped after its first megabyte.
  const auto log = folder / "long.csv";
  {
    std::ofstream stream(log);
    stream << "slate_id,item_id,click\n";
    for (int i = 0; i < 4000000; ++i) stream << 's' << i << ",a,0\n";
  }
  StartedProgram program({std::string(LUCE_BINARY_DIR) + "/bin/luce-cli", "import", log.string(),
                          "--workspace", workspace.string()},
                         {});

  // The import is on its way when its transaction has reached the disk.
  const std::filesystem::path journal = workspace.string() + "-wal";
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  std::error_code error;
  while (std::chrono::steady_clock::now() < end &&
         !(std::filesystem::file_size(journal, error) > (1u << 20) && !error)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  program.signal(SIGINT);
  EXPECT_EQ(program.wait(), 1);
  EXPECT_NE(program.errors().find("Cancelled."), std::string::npos) << program.errors();
  const Workspace study = Workspace::open(workspace);
  ASSERT_EQ(study.datasets().size(), 1u);
  EXPECT_EQ(study.datasets().front().name, "before");
}

TEST(InterruptTest, ATrainingWhoseWorkspaceIsDeletedFails) {
  const TemporaryFolder folder;
  const auto workspace = folder / "study.luce";
  {
    Workspace study = Workspace::open(workspace);
    const auto writer = study.createDataset("log", "");
    writeUnevenSlates(*writer, 400);
    writer->commit();
  }
  const auto experiment = folder.write(
      "experiment.json", R"({"schedule": {"supervised_epochs": 2000, "alignment_epochs": 0}})");
  StartedProgram program({std::string(LUCE_BINARY_DIR) + "/bin/luce-cli", "train",
                          workspace.string(), "--experiment", experiment.string()},
                         {});
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  // The run is entered before its first step.
  const auto hasRun = [&] {
    return writerOf(workspace) && !Workspace::open(workspace, Access::Read).runs().empty();
  };
  while (std::chrono::steady_clock::now() < end && !hasRun()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  ASSERT_TRUE(hasRun());
  std::filesystem::remove(workspace);
  EXPECT_EQ(program.wait(), 1);
  EXPECT_THAT(program.errors(), testing::HasSubstr("was deleted, moved or"));
  EXPECT_FALSE(std::filesystem::exists(workspace));
}

}  // namespace
}  // namespace luce
