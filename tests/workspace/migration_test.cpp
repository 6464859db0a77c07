// A workspace of an old layout is brought to the newest one, and can be read without that.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <atomic>
#include <cmath>
#include <fstream>
#include <sstream>
#include <thread>

#include "core/workspace/workspace.h"
#include "tests/support/error_of.h"
#include "tests/support/old_workspace.h"
#include "tests/support/own_process.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

std::string ask(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database database(file, SQLite::OPEN_READONLY);
  return database.execAndGet(sql).getString();
}

/// What makeFirstLayoutWorkspace() wrote, but the run that was lost.
void expectOldContent(const Workspace& workspace) {
  const DatasetSummary summary = workspace.dataset("old log");
  EXPECT_EQ(summary.source, "old.csv");
  EXPECT_EQ(summary.import, "");
  EXPECT_EQ(summary.slates, 2);
  const SlateTable table = workspace.loadDataset("old log");
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.candidateCount(), 3);
  EXPECT_EQ(table.slateKey(1), "s1");
  EXPECT_EQ(table.logged().propensity[1], 0.25);
  EXPECT_TRUE(std::isnan(table.logged().propensity[2]));
  EXPECT_EQ(table.logged().labels(0, 1), 0.5f);
  const RunRecord run = workspace.run("aligned");
  EXPECT_EQ(run.status, RunStatus::Finished);
  EXPECT_EQ(run.experiment, "{\"seed\": 3}");
  EXPECT_EQ(run.seconds, 12.5);
  const auto metrics = workspace.metrics(run.id);
  ASSERT_EQ(metrics.size(), 2u);
  EXPECT_EQ(metrics[0].value, 0.75);
  EXPECT_TRUE(std::isnan(metrics[1].value));
  const auto first = workspace.metrics(run.id, 10);
  ASSERT_EQ(first.size(), 1u);
  EXPECT_EQ(first[0].name, "loss/bce");
  EXPECT_EQ(run.colour + run.note + run.removed, "");
  EXPECT_TRUE(workspace.runsPutAway().empty());
  EXPECT_TRUE(workspace.trail(run.id).empty());
  EXPECT_FALSE(workspace.loadTrail(run.id, 20));
  EXPECT_TRUE(std::isnan(metrics[0].seconds)) << "the first layout does not know when";
  EXPECT_TRUE(workspace.policies().empty());
  EXPECT_TRUE(workspace.policiesPutAway().empty());
  EXPECT_THAT(errorOf([&] { workspace.policy("a"); }), HasSubstr("it has no policies yet"));
  const auto checkpoint = workspace.loadCheckpoint(run.id, "best");
  ASSERT_TRUE(checkpoint);
  EXPECT_THAT(*checkpoint,
              ElementsAre(std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4}, std::byte{5}));
}

/// A dataset of an old layout takes a policy.
void expectKeptPolicy(Workspace& workspace) {
  PolicyRecord policy;
  policy.name = "theirs";
  policy.dataset = "old log";
  policy.sha256 = std::string(64, 'a');
  workspace.createPolicy(policy, {{1}, {0.5f}, {}});
  EXPECT_THAT(workspace.loadPolicy(workspace.policy("theirs")).scores, ElementsAre(0.5f));
}

/// A run of an old layout takes what the newest one has.
void expectWritableRuns(Workspace& workspace) {
  const std::int64_t run = workspace.run("aligned").id;
  workspace.changeRuns({{{.run = run, .name = "old", .colour = "#0072b2", .note = "kept"}}});
  workspace.saveTrail(run, 7, std::vector<std::byte>(3, std::byte{9}));
  EXPECT_EQ(workspace.run("old").colour + workspace.run("old").note, "#0072b2kept");
  EXPECT_THAT(workspace.trail(run), ElementsAre(7));
  workspace.changeRuns({{{.run = run, .putAway = true}}});
  EXPECT_EQ(workspace.runs().size(), 1u);
  EXPECT_EQ(workspace.metrics(run).size(), 2u);
  workspace.appendMetrics(run, {{{30, "kl", 0.5, 1.25}}});
  EXPECT_EQ(workspace.metrics(run, 30).at(0).seconds, 1.25);
  expectKeptPolicy(workspace);
}

class MigrationTest : public ::testing::Test {
 protected:
  void SetUp() override { makeFirstLayoutWorkspace(file_); }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "")) {
      names.push_back(entry.path().filename());
    }
    return names;
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "study.luce";
  std::filesystem::path backup_ = folder_ / "study.luce.layout-1.backup";
};

TEST_F(MigrationTest, OpeningForWritingBringsTheNewestLayout) {
  {
    Workspace workspace = Workspace::open(file_);
    expectOldContent(workspace);
    const auto writer = workspace.createDataset("new", "new.csv");
    writer->describeImport(R"({"rows": 3})");
    writeUnevenSlates(*writer, 2);
    writer->commit();
    EXPECT_EQ(workspace.dataset("new").import, R"({"rows": 3})");
    EXPECT_EQ(workspace.datasets()[0].import, "");
  }
  EXPECT_THAT(files(), UnorderedElementsAre("study.luce", "study.luce.layout-1.backup"));
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "4");
  EXPECT_EQ(ask(file_, "PRAGMA integrity_check"), "ok");
  EXPECT_EQ(ask(file_, "SELECT group_concat(quote(import)) FROM dataset"), "'','{\"rows\": 3}'");
}

TEST_F(MigrationTest, ANewWorkspaceHasTheSameTablesAsAMigratedOne) {
  { const Workspace workspace = Workspace::open(file_); }
  const auto fresh = folder_ / "fresh.luce";
  { const Workspace workspace = Workspace::open(fresh); }
  const std::string tables =
      "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema WHERE tbl_name NOT LIKE "
      "'dataset\\__%' ESCAPE '\\' ORDER BY name)";
  EXPECT_EQ(ask(file_, tables), ask(fresh, tables));
  EXPECT_THAT(ask(fresh, tables), HasSubstr("import TEXT NOT NULL DEFAULT ''"));
}

TEST_F(MigrationTest, TheSecondLayoutIsBroughtToTheNewestToo) {
  SQLite::Database(file_, SQLite::OPEN_READWRITE)
      .exec(
          "ALTER TABLE dataset ADD COLUMN import TEXT NOT NULL DEFAULT ''; PRAGMA user_version = "
          "2; UPDATE dataset SET import = '{\"rows\": 3}'");
  {
    const Workspace workspace = Workspace::open(file_, Access::Read);
    EXPECT_EQ(workspace.runs().size(), 2u);
    EXPECT_EQ(workspace.trail(1).size(), 0u);
  }
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "2");
  {
    Workspace workspace = Workspace::open(file_);
    expectWritableRuns(workspace);
    EXPECT_EQ(workspace.dataset("old log").import, "{\"rows\": 3}");
  }
  EXPECT_THAT(files(), UnorderedElementsAre("study.luce", "study.luce.layout-2.backup"));
  EXPECT_EQ(ask(folder_ / "study.luce.layout-2.backup", "PRAGMA user_version"), "2");
}

TEST_F(MigrationTest, TheThirdLayoutIsBroughtToTheNewestToo) {
  SQLite::Database(file_, SQLite::OPEN_READWRITE).exec(R"sql(
ALTER TABLE dataset ADD COLUMN import TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN removed TEXT;
CREATE TABLE trail (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (run, step)
) STRICT;
DROP INDEX metric_run;
CREATE INDEX metric_run_step ON metric (run, step);
PRAGMA user_version = 3;
UPDATE run SET note = 'mine';
INSERT INTO trail VALUES (1, 5, x'07');
)sql");
  {
    const Workspace workspace = Workspace::open(file_, Access::Read);
    EXPECT_EQ(workspace.run("aligned").note, "mine");
    EXPECT_TRUE(std::isnan(workspace.metrics(1).at(0).seconds));
    EXPECT_TRUE(workspace.policies().empty());
  }
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "3");
  {
    Workspace workspace = Workspace::open(file_);
    EXPECT_EQ(workspace.run("aligned").note, "mine");
    EXPECT_THAT(workspace.trail(1), ElementsAre(5));
    expectKeptPolicy(workspace);
  }
  EXPECT_THAT(files(), UnorderedElementsAre("study.luce", "study.luce.layout-3.backup"));
  EXPECT_EQ(ask(folder_ / "study.luce.layout-3.backup", "PRAGMA user_version"), "3");
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "4");
  EXPECT_EQ(ask(file_, "PRAGMA integrity_check"), "ok");
}

TEST_F(MigrationTest, TheFirstLayoutsRunsCanDoAllThatNewOnesCan) {
  Workspace workspace = Workspace::open(file_);
  expectWritableRuns(workspace);
}

TEST_F(MigrationTest, TablesOfPeopleInTheWayAreNamedAndNothingIsChanged) {
  SQLite::Database(file_, SQLite::OPEN_READWRITE).exec("CREATE TABLE Trail (mine)");
  EXPECT_THAT(errorOf([&] { Workspace::open(file_); }),
              HasSubstr("study.luce\" has something named \"trail\" that Luce did not make"));
  EXPECT_THAT(files(), ElementsAre("study.luce"));
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "1");
  expectOldContent(Workspace::open(file_, Access::Read));
  SQLite::Database(file_, SQLite::OPEN_READWRITE).exec("ALTER TABLE Trail RENAME TO path");
  expectOldContent(Workspace::open(file_));
  EXPECT_EQ(ask(file_, "SELECT count(*) FROM path"), "0");
}

TEST_F(MigrationTest, TheCopyIsTheWorkspaceFromBefore) {
  const auto dump =
      "SELECT (SELECT group_concat(name || status) FROM run) || ' ' || (SELECT "
      "group_concat(step) FROM metric) || ' ' || (SELECT hex(content) FROM "
      "checkpoint) || ' ' || (SELECT count(*) FROM dataset_1_candidate)";
  const std::string before = ask(file_, dump);
  { const Workspace workspace = Workspace::open(file_); }
  EXPECT_EQ(ask(backup_, "PRAGMA user_version"), "1");
  EXPECT_EQ(ask(backup_, "PRAGMA integrity_check"), "ok");
  EXPECT_EQ(ask(backup_, dump), before);
  EXPECT_EQ(before, "alignedfinished,lostrunning 10,20,5 0102030405 3");
  // It can be opened like any workspace.
  std::filesystem::rename(backup_, folder_ / "again.luce");
  expectOldContent(Workspace::open(folder_ / "again.luce"));
}

TEST_F(MigrationTest, ACopyThatIsThereIsKept) {
  folder_.write("study.luce.layout-1.backup", "precious");
  folder_.write("study.luce.layout-1.backup.part", "left by a crash");
  { const Workspace workspace = Workspace::open(file_); }
  EXPECT_EQ(contentOf(backup_), "precious");
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "4");
}

TEST_F(MigrationTest, ReadingAnOldWorkspaceLeavesItAsItIs) {
  const std::string before = contentOf(file_);
  {
    const Workspace workspace = Workspace::open(file_, Access::Read);
    EXPECT_TRUE(workspace.readOnly());
    expectOldContent(workspace);
    EXPECT_EQ(workspace.datasets().at(0).import, "");
  }
  EXPECT_EQ(contentOf(file_), before);
  EXPECT_THAT(files(), ElementsAre("study.luce"));
}

TEST_F(MigrationTest, ALostRunIsMarkedByTheNextWriterAndToldToReaders) {
  {
    const RunRecord run = Workspace::open(file_, Access::Read).run("lost");
    EXPECT_EQ(run.status, RunStatus::Stopped);
    EXPECT_EQ(run.message, "The program ended before the run did.");
  }
  EXPECT_EQ(ask(file_, "SELECT status FROM run WHERE name = 'lost'"), "running");
  { const Workspace workspace = Workspace::open(file_); }
  EXPECT_EQ(ask(file_, "SELECT status || ' ' || message FROM run WHERE name = 'lost'"),
            "stopped The program ended before the run did.");
  EXPECT_EQ(ask(file_, "SELECT status || message FROM run WHERE name = 'aligned'"), "finished");
}

TEST_F(MigrationTest, ABackupThatCannotBeWrittenStopsTheMigration) {
  std::filesystem::create_directories(folder_ / "study.luce.layout-1.backup.part/full");
  EXPECT_NE(errorOf([&] { Workspace::open(file_); }), "no error");
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "1");
  EXPECT_FALSE(std::filesystem::exists(backup_));
  expectOldContent(Workspace::open(file_, Access::Read));
}

TEST_F(MigrationTest, HowALogWasImportedMustBeJson) {
  Workspace workspace = Workspace::open(file_);
  const auto writer = workspace.createDataset("new", "");
  EXPECT_THAT(errorOf([&] { writer->describeImport("{rows"); }), HasSubstr("as JSON: {rows"));
}

TEST_F(MigrationTest, ThreadsThatOpenItAtOnceMigrateOnce) {
  std::vector<std::jthread> threads;
  std::atomic<int> opened = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      const Workspace workspace = Workspace::open(file_);
      opened += static_cast<int>(workspace.datasets().size());
    });
  }
  threads.clear();
  EXPECT_EQ(opened, 4);
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "4");
  EXPECT_EQ(ask(backup_, "PRAGMA user_version"), "1");
}

}  // namespace
}  // namespace luce
