// One program writes, others read; and workspaces that may only be read.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <memory>

#include "core/workspace/open_files.h"
#include "core/workspace/workspace.h"
#include "core/workspace/writer_lock.h"
#include "tests/support/error_of.h"
#include "tests/support/own_process.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

class AccessTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Workspace workspace = Workspace::open(file_);
    const auto writer = workspace.createDataset("log", "");
    writeUnevenSlates(*writer, 10);
    writer->commit();
  }

  /// Another process that writes to the workspace until it is killed.
  static std::function<std::shared_ptr<void>()> writing(const fs::path& file) {
    return [file] { return std::make_shared<Workspace>(Workspace::open(file)); };
  }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_ / "")) {
      names.push_back(entry.path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "study.luce";
};

/// As Qt's file dialogs look into the files that they list.
void lookInto(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  ASSERT_TRUE(stream.get() != std::ifstream::traits_type::eof() || stream.eof());
}

TEST_F(AccessTest, NoOtherProgramTidiesUpBehindAFileThatWasLookedInto) {
  Workspace workspace = Workspace::open(file_);
  const auto write = [&](const char* name) {
    const auto writer = workspace.createDataset(name, "");
    writeUnevenSlates(*writer, 10);
    writer->commit();
  };
  const auto countElsewhere = [&] {
    return inOwnProcess([&] {
      SQLite::Database other(file_, SQLite::OPEN_READWRITE);
      return other.execAndGet("SELECT count(*) FROM dataset").getString();
    });
  };
  write("a");
  for (const char* suffix : {"", "-wal", "-shm"}) lookInto(file_.string() + suffix);
  EXPECT_EQ(countElsewhere(), "2");
  EXPECT_TRUE(fs::exists(file_.string() + "-wal"));
  EXPECT_TRUE(fs::exists(file_.string() + "-shm"));
  write("b");
  EXPECT_EQ(countElsewhere(), "3");
  {
    const Workspace second = Workspace::open(file_);
    EXPECT_EQ(second.datasets().size(), 3u);
  }
  lookInto(file_);
  EXPECT_EQ(countElsewhere(), "3");
  write("c");
  EXPECT_EQ(workspace.datasets().size(), 4u);
  // The last one out still tidies up.
  { const Workspace gone = std::move(workspace); }
  EXPECT_THAT(files(), ElementsAre("study.luce"));
  EXPECT_EQ(Workspace::open(file_).datasets().size(), 4u);
}

TEST_F(AccessTest, ASecondWriterIsToldWhoWrites) {
  WaitingProcess other(writing(file_));
  ASSERT_TRUE(other.started());
  const std::string who = "test_workspace (process " + std::to_string(other.id()) + ")";
  EXPECT_THROW(Workspace::open(file_), InUseError);
  EXPECT_THAT(errorOf([&] { Workspace::open(file_); }),
              AllOf(HasSubstr("study.luce\" is in use by " + who), HasSubstr("Close it there")));
  EXPECT_EQ(writerOf(file_), who);

  Workspace reading = Workspace::open(file_, Access::WriteIfFree);
  EXPECT_TRUE(reading.readOnly());
  EXPECT_THAT(reading.whyReadOnly(), HasSubstr(who));
  EXPECT_EQ(reading.loadDataset("log").slateCount(), 10u);
  RunRecord run;
  run.name = "a";
  run.dataset = "log";
  run.experiment = "{}";
  EXPECT_EQ(errorOf([&] { reading.createRun(run); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.createDataset("b", ""); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.removeDataset("log"); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.removeRun("a"); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.appendMetrics(1, {}); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.finishRun(1, RunStatus::Failed, "", 0); }),
            reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.changeRuns({{{.run = 1, .note = "b"}}}); }),
            reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.purgeRuns(); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.purgeRuns(std::vector<std::string>{"a"}); }),
            reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.createPolicy({}, {}); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.changePolicies({{{.policy = 1, .name = "b"}}}); }),
            reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.purgePolicies(); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.purgePolicies(std::vector<std::string>{"a"}); }),
            reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.purge(); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.saveTrail(1, 0, {}); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.dropTrail(1, {}); }), reading.whyReadOnly());
  EXPECT_EQ(errorOf([&] { reading.saveCheckpoint(1, {0, "best"}, {}); }), reading.whyReadOnly());
  EXPECT_EQ(Workspace::open(file_, Access::Read).datasets().size(), 1u);
}

TEST_F(AccessTest, AKilledWriterLeavesTheWorkspaceFree) {
  WaitingProcess other(writing(file_));
  ASSERT_TRUE(other.started());
  other.kill();
  EXPECT_EQ(writerOf(file_), std::nullopt);
  EXPECT_TRUE(fs::exists(file_.string() + "-lock")) << "the dead cannot tidy up";
  {
    const Workspace workspace = Workspace::open(file_);
    EXPECT_FALSE(workspace.readOnly());
    EXPECT_EQ(writerOf(file_), "test_workspace (process " + std::to_string(getpid()) + ")");
  }
  EXPECT_THAT(files(), ElementsAre("study.luce"));
}

TEST_F(AccessTest, EveryWayToTheFileIsTheSameWorkspace) {
  fs::create_directory(folder_ / "elsewhere");
  const fs::path link = folder_ / "elsewhere/link.luce";
  fs::create_symlink("../study.luce", link);
  const fs::path crooked = folder_ / "elsewhere/../elsewhere/../study.luce";
  {
    WaitingProcess other(writing(link));
    ASSERT_TRUE(other.started());
    EXPECT_THROW(Workspace::open(file_), InUseError);
    EXPECT_THROW(Workspace::open(crooked), InUseError);
    EXPECT_THROW(Workspace::open(fs::relative(file_)), InUseError);
  }
  const Workspace first = Workspace::open(file_);
  EXPECT_FALSE(Workspace::open(link).readOnly()) << "threads of one program share the lock";
  EXPECT_FALSE(Workspace::open(crooked).readOnly());
  // A link to a workspace that is yet to be made.
  fs::create_symlink("new.luce", folder_ / "early.luce");
  const Workspace made = Workspace::open(folder_ / "early.luce");
  EXPECT_THAT(inOwnProcess([&] {
                // A child inherits what its parent holds, so it asks who writes.
                return writerOf(folder_ / "new.luce").value_or("nobody");
              }),
              HasSubstr("process"));
}

TEST_F(AccessTest, AWorkspaceWithASecondNameIsOnlyRead) {
  fs::create_hard_link(file_, folder_ / "twin.luce");
  EXPECT_THAT(errorOf([&] { Workspace::open(file_); }), HasSubstr("second name"));
  const Workspace workspace = Workspace::open(folder_ / "twin.luce", Access::WriteIfFree);
  EXPECT_THAT(workspace.whyReadOnly(), HasSubstr("second name"));
  EXPECT_EQ(workspace.loadDataset("log").slateCount(), 10u);
}

TEST_F(AccessTest, TheLockIsGivenBackWithTheLastUser) {
  auto first = std::make_unique<Workspace>(Workspace::open(file_));
  const auto writer = first->createDataset("second", "");
  first.reset();
  EXPECT_NE(writerOf(file_), std::nullopt) << "an import goes on";
  EXPECT_FALSE(Workspace::open(file_).readOnly());
  EXPECT_NE(writerOf(file_), std::nullopt);
}

TEST_F(AccessTest, AForeignLockFileDoesNoHarm) {
  folder_.write("study.luce-lock", std::string(100000, '\x1b'));
  EXPECT_EQ(writerOf(file_), std::nullopt);
  EXPECT_FALSE(Workspace::open(file_).readOnly());
  fs::create_symlink(folder_ / "victim", file_.string() + "-lock");
  EXPECT_THAT(errorOf([&] { Workspace::open(file_); }), HasSubstr("study.luce-lock"));
  EXPECT_FALSE(fs::exists(folder_ / "victim"));
  fs::remove(file_.string() + "-lock");
  ASSERT_EQ(mkfifo((file_.string() + "-lock").c_str(), 0600), 0);
  EXPECT_EQ(writerOf(file_), std::nullopt);
  EXPECT_TRUE(Workspace::open(file_, Access::WriteIfFree).readOnly());
}

TEST_F(AccessTest, ReadingMakesNothing) {
  EXPECT_THAT(errorOf([&] { Workspace::open(folder_ / "none.luce", Access::Read); }),
              HasSubstr("There is no workspace"));
  folder_.write("empty.luce", "");
  EXPECT_THAT(errorOf([&] { Workspace::open(folder_ / "empty.luce", Access::Read); }),
              HasSubstr("is empty"));
  { EXPECT_EQ(Workspace::open(file_, Access::Read).datasets().size(), 1u); }
  EXPECT_THAT(files(), ElementsAre("empty.luce", "study.luce"));
  EXPECT_EQ(fs::file_size(folder_ / "empty.luce"), 0u);
}

TEST_F(AccessTest, AnOpenWorkspaceIsNotReadPastSqlite) {
  // Closing a descriptor of the file would give up the locks of this process on it, and another
  // program's checkpoint could then take the journal away.
  const auto holdsLock = [&] {
    const std::string answer = inOwnProcess([&] {
      SQLite::Database other(file_, SQLite::OPEN_READWRITE);
      other.exec("PRAGMA locking_mode = EXCLUSIVE");
      try {
        other.exec("PRAGMA journal_mode = DELETE");
      } catch (const SQLite::Exception&) {
        return std::string("locked");
      }
      return std::string("free");
    });
    return answer == "locked";
  };
  const Workspace workspace = Workspace::open(file_);
  ASSERT_TRUE(holdsLock());
  EXPECT_EQ(headOf(file_), FileHead::Workspace);
  const Workspace second = Workspace::open(file_);
  EXPECT_TRUE(holdsLock());
}

TEST_F(AccessTest, AReadOnlyDiskIsRead) {
  const auto result = inOwnProcess([&]() -> std::string {
    if (!useOwnMounts() || !makeReadOnly(folder_ / "")) return "skip";
    if (errorOf([&] { Workspace::open(file_); }).find("may only be read") == std::string::npos) {
      return "opened for writing";
    }
    const Workspace workspace = Workspace::open(file_, Access::WriteIfFree);
    return std::to_string(workspace.loadDataset("log").slateCount()) + workspace.whyReadOnly();
  });
  if (result == "skip") GTEST_SKIP() << "mounting is not allowed here";
  EXPECT_THAT(result, AllOf(::testing::StartsWith("10\""), HasSubstr("may only be read"),
                            HasSubstr("Copy it")));
}

TEST_F(AccessTest, AReadOnlyDiskWithChangesBesideIsExplained) {
  {
    WaitingProcess other([&] {
      auto workspace = std::make_shared<Workspace>(Workspace::open(file_));
      const auto writer = workspace->createDataset("second", "");
      writeUnevenSlates(*writer, 10);
      writer->commit();
      return workspace;
    });
    ASSERT_TRUE(other.started());
  }
  ASSERT_GT(fs::file_size(file_.string() + "-wal"), 0u);
  fs::remove(file_.string() + "-shm");
  const auto result = inOwnProcess([&]() -> std::string {
    if (!useOwnMounts() || !makeReadOnly(folder_ / "")) return "skip";
    return errorOf([&] { Workspace::open(file_, Access::Read); });
  });
  if (result == "skip") GTEST_SKIP() << "mounting is not allowed here";
  EXPECT_THAT(result, AllOf(HasSubstr("study.luce\" cannot be read where it is"),
                            HasSubstr("study.luce-wal"), HasSubstr("Copy both files")));
  EXPECT_EQ(Workspace::open(file_, Access::Read).datasets().size(), 2u);
}

TEST_F(AccessTest, AnotherUsersFileAndFolderAreRead) {
  ASSERT_EQ(chmod((folder_ / "").c_str(), 0755), 0);
  ASSERT_EQ(chmod(file_.c_str(), 0444), 0);
  const auto asNobody = [&] {
    return inOwnProcess([&]() -> std::string {
      if (!becomeNobody()) return "skip";
      const std::string refusal = errorOf([&] { Workspace::open(file_); });
      const Workspace workspace = Workspace::open(file_, Access::WriteIfFree);
      return std::to_string(workspace.loadDataset("log").slateCount()) + refusal;
    });
  };
  const std::string inFolder = asNobody();
  if (inFolder == "skip") GTEST_SKIP() << "changing the user is not allowed here";
  EXPECT_THAT(inFolder, AllOf(::testing::StartsWith("10\""), HasSubstr("may only be read")));
  // A file that may be written in a folder that may not.
  ASSERT_EQ(chmod(file_.c_str(), 0666), 0);
  ASSERT_EQ(chmod((folder_ / "").c_str(), 0555), 0);
  EXPECT_THAT(asNobody(), AllOf(::testing::StartsWith("10\""), HasSubstr("its folder")));
  // A file that may only be read in a folder that may be written.
  ASSERT_EQ(chmod((folder_ / "").c_str(), 0777), 0);
  ASSERT_EQ(chmod(file_.c_str(), 0444), 0);
  EXPECT_THAT(asNobody(), AllOf(::testing::StartsWith("10\""), HasSubstr("may only be read")));
  EXPECT_THAT(files(), ElementsAre("study.luce"));
}

}  // namespace
}  // namespace luce
