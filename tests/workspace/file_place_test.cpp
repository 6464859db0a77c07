// A workspace whose file others delete, move or replace, and its copy under another name.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "core/workspace/workspace.h"
#include "core/workspace/writer_lock.h"
#include "tests/support/error_of.h"
#include "tests/support/own_process.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

class FilePlaceTest : public ::testing::Test {
 protected:
  static void addLog(Workspace& workspace, const std::string& name) {
    const auto writer = workspace.createDataset(name, "");
    writeUnevenSlates(*writer, 10);
    writer->commit();
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "study.luce";
};

TEST_F(FilePlaceTest, TellsWhatBecameOfTheFile) {
  Workspace workspace = Workspace::open(file_);
  EXPECT_THAT(whyOutOfPlace(workspace.place()), IsEmpty());
  fs::rename(file_, folder_ / "other.luce");
  EXPECT_THAT(whyOutOfPlace(workspace.place()), HasSubstr("study.luce\" was deleted, moved"));
  fs::copy_file(folder_ / "other.luce", file_);
  EXPECT_THAT(whyOutOfPlace(workspace.place()), HasSubstr("was replaced by another file"));
  fs::rename(folder_ / "other.luce", file_);
  EXPECT_THAT(whyOutOfPlace(workspace.place()), IsEmpty()) << "it is back";
}

TEST_F(FilePlaceTest, ALinkedFileIsWatchedWhereItReallyIs) {
  fs::create_directory(folder_ / "real");
  fs::create_symlink(folder_ / "real" / "study.luce", file_);
  Workspace workspace = Workspace::open(file_);
  EXPECT_THAT(whyOutOfPlace(workspace.place()), IsEmpty());
  fs::remove_all(folder_ / "real");
  EXPECT_THAT(whyOutOfPlace(workspace.place()), HasSubstr("was deleted"));
}

TEST_F(FilePlaceTest, ACopyHoldsAllOfADeletedWorkspace) {
  Workspace workspace = Workspace::open(file_);
  addLog(workspace, "log");
  for (const char* suffix : {"", "-wal", "-shm", "-lock"}) fs::remove(file_.string() + suffix);
  RunRecord run;
  run.name = "after";  // what was still written
  run.dataset = "log";
  run.experiment = "{}";
  workspace.createRun(run);
  workspace.copyTo(folder_ / "copy.luce");
  Workspace copy = Workspace::open(folder_ / "copy.luce");
  EXPECT_EQ(copy.loadDataset("log").slateCount(), 10u);
  ASSERT_EQ(copy.runs().size(), 1u);
  EXPECT_EQ(copy.runs()[0].name, "after");
  addLog(copy, "goes on");
  EXPECT_EQ(copy.datasets().size(), 2u);
}

TEST_F(FilePlaceTest, ACopyReplacesAnotherFileWithAllThatBelongsToIt) {
  {
    // What a program that died left beside it.
    Workspace other = Workspace::open(folder_ / "other.luce");
    addLog(other, "old");
    fs::copy_file(folder_ / "other.luce", folder_ / "copy.luce");
    fs::copy_file(folder_ / "other.luce-wal", folder_ / "copy.luce-wal");
  }
  ASSERT_GT(fs::file_size(folder_ / "copy.luce-wal"), 0u);
  Workspace workspace = Workspace::open(file_);
  addLog(workspace, "new");
  workspace.copyTo(folder_ / "copy.luce");
  const Workspace copy = Workspace::open(folder_ / "copy.luce");
  ASSERT_EQ(copy.datasets().size(), 1u);
  EXPECT_EQ(copy.datasets()[0].name, "new");
  EXPECT_EQ(copy.loadDataset("new").slateCount(), 10u);
}

TEST_F(FilePlaceTest, ACopyThatCannotBeMadeLeavesEverythingAsItWas) {
  Workspace workspace = Workspace::open(file_);
  addLog(workspace, "log");
  EXPECT_THAT(errorOf([&] { workspace.copyTo(file_); }), HasSubstr("needs another name"));
  EXPECT_THAT(errorOf([&] { workspace.copyTo(folder_ / "nowhere" / "copy.luce"); }),
              HasSubstr("copy.luce"));
  const fs::path used = folder_ / "used.luce";
  const WaitingProcess other([used] { return std::make_shared<Workspace>(Workspace::open(used)); });
  ASSERT_TRUE(other.started());
  EXPECT_THROW(workspace.copyTo(used), InUseError);
  EXPECT_EQ(workspace.datasets().size(), 1u);
  EXPECT_FALSE(fs::exists(folder_ / "used.luce.part"));
}

}  // namespace
}  // namespace luce
