// The disk fills up in the middle of an import, a checkpoint and a migration: the error names the
// disk, and the workspace holds what it held before.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <fstream>

#include "core/workspace/workspace.h"
#include "tests/support/error_of.h"
#include "tests/support/old_workspace.h"
#include "tests/support/own_process.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

constexpr std::size_t kDisk = 4 << 20;

std::string integrityOf(const fs::path& file) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  return database.execAndGet("PRAGMA integrity_check").getString();
}

class FullDiskTest : public ::testing::Test {
 protected:
  /// Does the work on a disk of its own, in a process of its own, and tells what it returned.
  std::string onSmallDisk(const std::function<std::string()>& work) const {
    fs::create_directory(folder_ / "disk");
    return inOwnProcess([&]() -> std::string {
      if (!useOwnMounts() || !mountSmallDisk(folder_ / "disk", kDisk)) return "skip";
      return work();
    });
  }

  void makeWorkspace() const {
    Workspace workspace = Workspace::open(file_);
    const auto writer = workspace.createDataset("before", "");
    writeUnevenSlates(*writer, 100);
    writer->commit();
    RunRecord run;
    run.name = "run";
    run.dataset = "before";
    run.experiment = "{}";
    workspace.saveCheckpoint(workspace.createRun(run), {1, "best"},
                             std::vector<std::byte>(1000, std::byte{1}));
  }

  /// Leaves so many bytes of the disk.
  void fillUpTo(std::uintmax_t left) const {
    std::ofstream ballast(folder_ / "disk/ballast", std::ios::binary);
    const std::uintmax_t free = fs::space(folder_ / "disk").available;
    ballast << std::string(static_cast<std::size_t>(free - left), 'x');
  }

  std::string expectedError() const {
    return "The disk mounted at \"" + (folder_ / "disk").string() + "\" is full, so \"" +
           file_.string() + "\" could not be written";
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "disk/study.luce";
};

TEST_F(FullDiskTest, AnImportLeavesWhatWasThere) {
  const std::string result = onSmallDisk([&] {
    makeWorkspace();
    const std::string error = errorOf([&] {
      Workspace workspace = Workspace::open(file_);
      const auto writer = workspace.createDataset("large", "");
      writeUnevenSlates(*writer, 60000);
      writer->commit();
    });
    // The room is there again, without anything else being freed.
    Workspace workspace = Workspace::open(file_);
    const auto writer = workspace.createDataset("small", "");
    writeUnevenSlates(*writer, 10);
    writer->commit();
    return error + "\n" + integrityOf(file_) + " " + std::to_string(workspace.datasets().size()) +
           " " + std::to_string(workspace.loadDataset("before").slateCount());
  });
  if (result == "skip") GTEST_SKIP() << "mounting a small disk is not allowed here";
  EXPECT_THAT(result, AllOf(HasSubstr(expectedError()), HasSubstr("Free some space there"),
                            HasSubstr("\nok 2 100")));
}

TEST_F(FullDiskTest, ACheckpointLeavesTheOneBefore) {
  const std::string result = onSmallDisk([&] {
    makeWorkspace();
    fillUpTo(1 << 20);
    std::string error, kept;
    {
      Workspace workspace = Workspace::open(file_);
      const std::int64_t run = workspace.run("run").id;
      error = errorOf([&] {
        workspace.saveCheckpoint(run, {2, "best"}, std::vector<std::byte>(2 << 20, std::byte{2}));
      });
      kept = std::to_string(workspace.loadCheckpoint(run, "best")->size());
    }
    Workspace workspace = Workspace::open(file_);
    const std::int64_t run = workspace.run("run").id;
    kept += " " + std::to_string(workspace.loadCheckpoint(run, "best")->size());
    workspace.saveCheckpoint(run, {3, "best"}, std::vector<std::byte>(3000, std::byte{3}));
    kept += " " + std::to_string(workspace.loadCheckpoint(run, "best")->size());
    return error + "\n" + integrityOf(file_) + " " + kept;
  });
  if (result == "skip") GTEST_SKIP() << "mounting a small disk is not allowed here";
  EXPECT_THAT(result, AllOf(HasSubstr(expectedError()), HasSubstr("\nok 1000 1000 3000")));
}

TEST_F(FullDiskTest, AMigrationLeavesTheOldLayout) {
  const std::string result = onSmallDisk([&] {
    makeFirstLayoutWorkspace(file_, 1);
    fillUpTo(300'000);
    const std::string error = errorOf([&] { Workspace::open(file_); });
    const bool half = fs::exists(file_.string() + ".layout-1.backup") ||
                      fs::exists(file_.string() + ".layout-1.backup.part");
    const std::string read =
        std::to_string(Workspace::open(file_, Access::Read).loadDataset("old log").slateCount());
    fs::remove(folder_ / "disk/ballast");
    const Workspace workspace = Workspace::open(file_);
    return error + "\n" + (half ? "half a copy " : "") + read + " " + integrityOf(file_) + " " +
           integrityOf(file_.string() + ".layout-1.backup") + " " +
           std::to_string(workspace.datasets().size());
  });
  if (result == "skip") GTEST_SKIP() << "mounting a small disk is not allowed here";
  EXPECT_THAT(result, AllOf(HasSubstr(expectedError()), HasSubstr("\n2 ok ok 1")));
}

TEST_F(FullDiskTest, AFullDiskCanBeRead) {
  const std::string result = onSmallDisk([&] {
    makeWorkspace();
    fillUpTo(0);
    const Workspace workspace = Workspace::open(file_, Access::Read);
    return std::to_string(workspace.loadDataset("before").slateCount());
  });
  if (result == "skip") GTEST_SKIP() << "mounting a small disk is not allowed here";
  EXPECT_EQ(result, "100");
}

TEST_F(FullDiskTest, OpeningForWritingOnAFullDiskIsExplained) {
  const std::string result = onSmallDisk([&] {
    makeWorkspace();
    fillUpTo(0);
    const std::string error = errorOf([&] { Workspace::open(file_); });
    fs::remove(folder_ / "disk/ballast");
    return error + "\n" + std::to_string(Workspace::open(file_).loadDataset("before").slateCount());
  });
  if (result == "skip") GTEST_SKIP() << "mounting a small disk is not allowed here";
  EXPECT_THAT(result, AllOf(HasSubstr("is full"), HasSubstr("\n100")));
}

}  // namespace
}  // namespace luce
