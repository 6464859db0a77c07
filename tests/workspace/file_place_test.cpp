// A workspace whose file others delete, move or replace, and its copy under another name.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

#include "core/workspace/run_recorder.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"
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

  static RunRecord runOf(const std::string& dataset) {
    RunRecord run;
    run.name = "run";
    run.dataset = dataset;
    run.experiment = "{}";
    return run;
  }

  /// What each way to write to the file, or to open it, throws.
  std::map<std::string, std::string> errorsOfWriting(Workspace& workspace) {
    std::map<std::string, std::string> errors;
    errors["import"] = errorOf([&] { addLog(workspace, "later"); });
    errors["run"] = errorOf([&] { workspace.createRun(runOf("log")); });
    errors["rename"] =
        errorOf([&] { workspace.changeRuns(std::vector<RunChange>{{.run = 1, .name = "other"}}); });
    errors["purge"] = errorOf([&] { workspace.purgeRuns(); });
    errors["remove run"] = errorOf([&] { workspace.removeRun("run"); });
    errors["remove dataset"] = errorOf([&] { workspace.removeDataset("log"); });
    PolicyRecord policy;
    policy.name = "policy";
    policy.dataset = "log";
    policy.sha256 = std::string(64, '0');
    errors["policy"] = errorOf([&] {
      workspace.createPolicy(policy, PolicyScores{{0, 3}, {1, 2, 3}, {}});
    });
    errors["rename policy"] = errorOf([&] {
      workspace.changePolicies(std::vector<PolicyChange>{{.policy = 1, .name = "other"}});
    });
    errors["purge policies"] = errorOf([&] { workspace.purgePolicies(); });
    const std::vector<std::string> names{"a"};
    errors["purge named runs"] = errorOf([&] { workspace.purgeRuns(names); });
    errors["purge named policies"] = errorOf([&] { workspace.purgePolicies(names); });
    errors["recorder"] =
        errorOf([&] { RunRecorder recorder(file_, "recorded", "log", Experiment(), "{}"); });
    errors["another connection"] = errorOf([&] { Workspace::open(file_); });
    errors["to read"] = errorOf([&] { Workspace::open(file_, Access::Read); });
    errors["one if free"] = errorOf([&] { Workspace::open(file_, Access::WriteIfFree); });
    return errors;
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
  const std::int64_t run = workspace.createRun(runOf("log"));
  for (const char* suffix : {"", "-wal", "-shm", "-lock"}) fs::remove(file_.string() + suffix);
  // A run in training goes on.
  workspace.appendMetrics(run, std::vector<MetricPoint>{{1, "loss/bce", 0.5}});
  workspace.finishRun(run, RunStatus::Finished, "", 1);
  workspace.copyTo(folder_ / "copy.luce");
  Workspace copy = Workspace::open(folder_ / "copy.luce");
  EXPECT_EQ(copy.loadDataset("log").slateCount(), 10u);
  ASSERT_EQ(copy.runs().size(), 1u);
  EXPECT_EQ(copy.runs()[0].status, RunStatus::Finished);
  EXPECT_EQ(copy.metrics(run).size(), 1u);
  addLog(copy, "goes on");
  EXPECT_EQ(copy.datasets().size(), 2u);
}

TEST_F(FilePlaceTest, NothingIsMadeInThePlaceOfAFileThatWentAway) {
  Workspace workspace = Workspace::open(file_);
  addLog(workspace, "log");
  workspace.createRun(runOf("log"));
  const auto unfinished = workspace.createDataset("unfinished", "");
  writeUnevenSlates(*unfinished, 10);
  fs::rename(file_, folder_ / "elsewhere.luce");
  for (const auto& [what, error] : errorsOfWriting(workspace)) {
    EXPECT_THAT(error, HasSubstr("study.luce\" was deleted, moved or renamed")) << what;
    EXPECT_FALSE(fs::exists(file_)) << what;
  }
  EXPECT_THAT(errorOf([&] { unfinished->commit(); }), HasSubstr("was deleted, moved or renamed"));
  EXPECT_FALSE(fs::exists(file_));
}

TEST_F(FilePlaceTest, NothingIsWrittenToAFileThatTookThePlaceOfAnother) {
  {
    Workspace other = Workspace::open(folder_ / "other.luce");
    addLog(other, "log");
  }
  const auto bytesOf = [](const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  };
  const std::string before = bytesOf(folder_ / "other.luce");
  {
    Workspace workspace = Workspace::open(file_);
    addLog(workspace, "log");
    workspace.createRun(runOf("log"));
    fs::remove(file_);
    fs::rename(folder_ / "other.luce", file_);
    for (const auto& [what, error] : errorsOfWriting(workspace)) {
      EXPECT_THAT(error, HasSubstr("study.luce\" was replaced by another file")) << what;
    }
    Workspace::discardIfEmpty(std::move(workspace));
  }
  EXPECT_EQ(bytesOf(file_), before);
  // With the old one closed it is a workspace like any other.
  Workspace workspace = Workspace::open(file_);
  EXPECT_THAT(workspace.runs(), IsEmpty()) << "nothing of the other one is in it";
  addLog(workspace, "later");
  EXPECT_EQ(workspace.datasets().size(), 2u);
}

TEST_F(FilePlaceTest, AMovedFileHasAllThatWasWrittenOnceItIsClosed) {
  {
    Workspace workspace = Workspace::open(file_);
    addLog(workspace, "log");
    fs::rename(file_, folder_ / "elsewhere.luce");
  }
  EXPECT_FALSE(fs::exists(file_.string() + "-wal"));
  const Workspace workspace = Workspace::open(folder_ / "elsewhere.luce");
  EXPECT_EQ(workspace.loadDataset("log").slateCount(), 10u);
}

TEST_F(FilePlaceTest, AnEmptyWorkspaceIsNotDiscardedForTheFileInItsPlace) {
  Workspace workspace = Workspace::open(file_);
  fs::remove(file_);
  std::ofstream(file_) << "someone's";
  Workspace::discardIfEmpty(std::move(workspace));
  EXPECT_TRUE(fs::exists(file_));
}

TEST_F(FilePlaceTest, AFileThatComesBackIsWrittenToAgain) {
  Workspace workspace = Workspace::open(file_);
  fs::rename(file_, folder_ / "elsewhere.luce");
  EXPECT_THAT(errorOf([&] { addLog(workspace, "log"); }), HasSubstr("was deleted"));
  fs::rename(folder_ / "elsewhere.luce", file_);
  addLog(workspace, "log");
  EXPECT_EQ(Workspace::open(file_, Access::Read).datasets().size(), 1u);
}

TEST_F(FilePlaceTest, AFileThatComesBackLosesNothingOfWhoeverStayed) {
  std::optional<Workspace> first = Workspace::open(file_);
  std::optional<Workspace> second = Workspace::open(file_);
  addLog(*first, "before");
  fs::rename(file_, folder_ / "elsewhere.luce");
  first.reset();
  fs::rename(folder_ / "elsewhere.luce", file_);
  addLog(*second, "after");
  RunRecord run = runOf("before");
  second->createRun(run);
  {
    Workspace third = Workspace::open(file_);
    EXPECT_EQ(third.datasets().size(), 2u);
    EXPECT_EQ(third.runs().size(), 1u);
    addLog(third, "by a third");
    run.name = "by a third";
    third.createRun(run);
  }
  EXPECT_EQ(second->datasets().size(), 3u);
  addLog(*second, "at last");
  run.name = "at last";
  second->createRun(run);
  const fs::path crashed = folder_ / "crashed.luce";
  for (const char* suffix : {"", "-wal"}) {
    fs::copy_file(file_.string() + suffix, crashed.string() + suffix);
  }
  second.reset();
  for (const fs::path& file : {crashed, file_}) {
    const Workspace again = Workspace::open(file);
    EXPECT_EQ(again.runs().size(), 3u) << file;
    ASSERT_EQ(again.datasets().size(), 4u) << file;
    for (const DatasetSummary& log : again.datasets()) {
      EXPECT_EQ(again.loadDataset(log.name).slateCount(), 10u) << file << log.name;
    }
  }
}

TEST_F(FilePlaceTest, AFileThatIsInUseIsNotToldAsGone) {
  constexpr int kNoPatience = 0;
  WorkspaceFile file(file_, Access::Write, kNoPatience);
  WorkspaceFile user(file_);
  const SQLite::Transaction inUse(user.database(), SQLite::TransactionBehavior::IMMEDIATE);
  fs::rename(file_, folder_ / "elsewhere.luce");
  const auto write = [&] { file.guarded([&] { file.database().exec("BEGIN IMMEDIATE"); }); };
  EXPECT_THROW(write(), BusyError);
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
