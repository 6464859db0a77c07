// Workspaces that are broken, or made to do harm: every one is refused with an Error, or read as if
// nothing was; none crashes, hangs, or runs what is stored in it.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "core/training/experiment.h"
#include "core/workspace/workspace.h"
#include "tests/support/error_of.h"
#include "tests/support/own_process.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;
namespace fs = std::filesystem;

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

/// Does with a workspace all that Luce does when it reads one. Returns the first Error of each kind
/// of reading, so that one refusal hides no other.
std::string readAll(const Workspace& workspace) {
  std::string errors;
  const auto attempt = [&](const auto& action) {
    const std::string error = errorOf(action);
    if (error != "no error") errors += error + '\n';
  };
  std::vector<DatasetSummary> datasets;
  std::vector<RunRecord> runs;
  attempt([&] { datasets = workspace.datasets(); });
  attempt([&] { runs = workspace.runs(); });
  attempt([&] { workspace.runsPutAway(); });
  std::vector<PolicyRecord> policies;
  attempt([&] { policies = workspace.policies(); });
  attempt([&] { workspace.policiesPutAway(); });
  for (const PolicyRecord& policy : policies) {
    attempt([&] { workspace.loadPolicy(policy); });
  }
  for (const DatasetSummary& dataset : datasets) {
    attempt([&] { workspace.loadDataset(dataset.name); });
  }
  for (const RunRecord& run : runs) {
    attempt([&] { workspace.metrics(run.id); });
    attempt([&] {
      for (const CheckpointRecord& checkpoint : workspace.checkpoints(run.id)) {
        workspace.loadCheckpoint(run.id, checkpoint.role);
      }
    });
    attempt([&] {
      for (const std::int64_t step : workspace.trail(run.id)) workspace.loadTrail(run.id, step);
    });
  }
  return errors;
}

std::string read(const fs::path& file, Access access = Access::Read) {
  std::string errors;
  const std::string opening = errorOf([&] { errors = readAll(Workspace::open(file, access)); });
  return opening == "no error" ? errors : opening;
}

class HostileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Workspace workspace = Workspace::open(file_);
    for (const char* name : {"uneven", "uneven too"}) {
      const auto writer = workspace.createDataset(name, "");
      writeUnevenSlates(*writer, 8);
      writer->commit();
    }
    const auto writer = workspace.createDataset("sparse", "");
    writeSparseActions(*writer, 8);
    writer->commit();
    RunRecord run;
    run.name = "aligned";
    run.dataset = "uneven";
    run.experiment = experimentToJson(Experiment());
    const std::int64_t id = workspace.createRun(run);
    const std::vector<MetricPoint> points{{1, "kl", 0.5}, {2, "kl", 0.25}};
    workspace.appendMetrics(id, points);
    const std::vector<std::byte> content(3000, std::byte{7});
    workspace.saveCheckpoint(id, {2, "best"}, content);
    workspace.saveTrail(id, 1, content);
    workspace.finishRun(id, RunStatus::Finished, "", 1);
    run.name = "put away";
    workspace.changeRuns({{{.run = workspace.createRun(run), .putAway = true}}});
    PolicyRecord policy;
    policy.name = "theirs";
    policy.dataset = "uneven";
    policy.sha256 = std::string(64, '0');
    policy.valueWeights = {{"click", 2}};
    const PolicyScores scores{{0, 3}, {1, 2, 3}, {{0, 0.5f, 1}, {1, 0, 0}}};
    workspace.createPolicy(policy, scores);
    policy.name = "theirs, put away";
    workspace.changePolicies(
        {{{.policy = workspace.createPolicy(policy, scores), .putAway = true}}});
  }

  /// Changes a copy by SQL as its maker could, with every guard of SQLite off.
  fs::path changed(const std::string& sql) {
    const fs::path copy = folder_ / "copy.luce";
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(copy.string() + suffix);
    fs::copy_file(file_, copy);
    SQLite::Database database(copy, SQLite::OPEN_READWRITE);
    database.exec(
        "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;"
        "PRAGMA writable_schema = ON");
    database.exec(sql);
    return copy;
  }

  std::string readChanged(const std::string& sql) { return read(changed(sql)); }

  /// Puts other tables in the place of one.
  static std::string replaced(const std::string& table, const std::string& by) {
    return "ALTER TABLE " + table + " RENAME TO kept; " + by;
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "study.luce";
};

TEST_F(HostileTest, TheUnharmedWorkspaceIsRead) {
  EXPECT_EQ(read(file_), "");
  EXPECT_EQ(readChanged("SELECT 1"), "");
}

TEST_F(HostileTest, OtherTablesUnderLucesNumber) {
  const fs::path file = folder_ / "other.luce";
  SQLite::Database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("PRAGMA application_id = 0x4c756365; PRAGMA user_version = 4; CREATE TABLE song (a)");
  EXPECT_THAT(read(file), HasSubstr("the table dataset is missing"));
  EXPECT_THAT(read(file, Access::Write), HasSubstr("the table dataset is missing"));
  EXPECT_THAT(readChanged("PRAGMA user_version = 0"), HasSubstr("layout number is 0"));
  EXPECT_THAT(readChanged("PRAGMA user_version = -5"), HasSubstr("layout number is -5"));
  EXPECT_THAT(readChanged("PRAGMA user_version = 1"), HasSubstr("not the table that Luce makes"));
}

TEST_F(HostileTest, ViewsInPlaceOfTablesAreNeverRun) {
  const std::string endless =
      "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n)";
  for (const char* table : {"metric", "run", "dataset", "checkpoint", "trail"}) {
    EXPECT_THAT(readChanged(replaced(table, std::string("CREATE VIEW ") + table +
                                                " AS SELECT 1 AS id, " + endless + " AS run")),
                HasSubstr(std::string(table) + " is not the table that Luce makes"));
  }
  EXPECT_THAT(
      readChanged(replaced("dataset_1_candidate", "CREATE VIEW dataset_1_candidate AS SELECT " +
                                                      endless + " AS slate, * FROM kept")),
      AllOf(HasSubstr("dataset_1_candidate is not the table"), HasSubstr("copy.luce\"")));
  EXPECT_THAT(readChanged(replaced("dataset_2_item",
                                   "CREATE VIEW dataset_2_item AS SELECT * FROM "
                                   "dataset_2_slate; DROP VIEW dataset_2_log; "
                                   "CREATE VIEW dataset_2_log AS SELECT * FROM "
                                   "dataset_2_item")),
              HasSubstr("dataset_2_item is not the table"));
  // Views that no one reads do no harm.
  EXPECT_EQ(readChanged("CREATE VIEW more AS SELECT " + endless), "");
  EXPECT_EQ(readChanged("DROP VIEW dataset_1_log; CREATE VIEW dataset_1_log AS SELECT * FROM "
                        "dataset_1_log"),
            "");
}

TEST_F(HostileTest, VirtualTablesInPlaceOfTables) {
  EXPECT_THAT(readChanged(replaced("metric",
                                   "CREATE VIRTUAL TABLE metric USING fts5(run, step, "
                                   "name, value)")),
              HasSubstr("metric is not the table"));
  EXPECT_THAT(readChanged(replaced("dataset_1_item",
                                   "CREATE VIRTUAL TABLE dataset_1_item USING fts3(id, key)")),
              HasSubstr("dataset_1_item is not the table"));
}

TEST_F(HostileTest, TriggersDoNotRun) {
  const fs::path copy = changed(
      "CREATE TABLE caught (what);"
      "CREATE TRIGGER a AFTER INSERT ON run BEGIN INSERT INTO caught VALUES ('run'); END;"
      "CREATE TRIGGER b BEFORE UPDATE ON run BEGIN DELETE FROM dataset; END;"
      "CREATE TRIGGER c AFTER INSERT ON metric BEGIN SELECT raise(ABORT, 'no'); END;"
      "CREATE TRIGGER d AFTER DELETE ON run BEGIN INSERT INTO caught VALUES ('gone'); END;"
      "CREATE TRIGGER e AFTER INSERT ON checkpoint BEGIN DELETE FROM run; END;"
      "CREATE TRIGGER g AFTER INSERT ON trail BEGIN DELETE FROM run; END;"
      "CREATE TRIGGER f AFTER INSERT ON dataset BEGIN DELETE FROM run; END");
  {
    Workspace workspace = Workspace::open(copy);
    EXPECT_EQ(readAll(workspace), "");
    RunRecord run;
    run.name = "b";
    run.dataset = "uneven";
    run.experiment = "{}";
    const std::int64_t id = workspace.createRun(run);
    workspace.appendMetrics(id, {{{1, "kl", 2.0}}});
    workspace.saveCheckpoint(id, {1, "best"}, std::vector<std::byte>(10));
    workspace.saveTrail(id, 1, std::vector<std::byte>(10));
    workspace.changeRuns({{{.run = id, .note = "b"}}});
    workspace.purgeRuns();
    workspace.changePolicies({{{.policy = 1, .name = "b"}}});
    workspace.purgePolicies();
    workspace.finishRun(id, RunStatus::Finished, "", 1);
    workspace.removeRun("aligned");
    const auto writer = workspace.createDataset("more", "");
    writeUnevenSlates(*writer, 2);
    writer->commit();
    EXPECT_EQ(workspace.datasets().size(), 4u);
    EXPECT_EQ(workspace.runs().size(), 1u);
  }
  SQLite::Database database(copy, SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM caught").getInt(), 0);
}

TEST_F(HostileTest, ColumnsAndIndexesThatComputeAreRefused) {
  const std::string columns =
      "id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, step "
      "INTEGER NOT NULL, name TEXT NOT NULL, ";
  const std::string costly = "length(hex(zeroblob(1000000)))";
  const std::string kept =
      "; INSERT INTO metric (id, run, step, name) SELECT id, run, step, name "
      "FROM kept; DROP TABLE kept; CREATE INDEX metric_run_step ON metric (run, step)";
  for (const std::string& value :
       {"value REAL AS (" + costly + ")", "value REAL DEFAULT (" + costly + ")",
        "value REAL CHECK (value IS NULL OR " + costly + " > 0)",
        std::string("value REAL DEFAULT (random())")}) {
    EXPECT_THAT(
        readChanged("DROP INDEX metric_run_step; " +
                    replaced("metric", "CREATE TABLE metric (" + columns + value + ") STRICT") +
                    kept),
        HasSubstr("metric is not the table that Luce makes"))
        << value;
  }
  EXPECT_THAT(
      readChanged("CREATE INDEX slow ON metric (hex(name || '" + std::string(1000, 'x') + "'))"),
      AllOf(HasSubstr("an index \"slow\" on the table metric"), HasSubstr("DROP INDEX")));
  EXPECT_THAT(readChanged("CREATE INDEX slow ON dataset_1_candidate (item) WHERE item > 3"),
              HasSubstr("an index \"slow\" on the table dataset_1_candidate"));
  // Of tables that Luce does not read either: checking the file would compute them.
  EXPECT_THAT(
      readChanged("CREATE TABLE more (b INT, a TEXT NOT NULL AS (hex(zeroblob(8000000)))) STRICT"),
      HasSubstr("a table \"more\" with computed columns"));
  EXPECT_THAT(readChanged("DROP INDEX run_dataset"), HasSubstr("run is not the table"));
}

TEST_F(HostileTest, TypesThatDoNotBelong) {
  // Made without STRICT, filled, and then said to be STRICT: SQLite does not look again.
  const auto loosened = [&](const std::string& table, const std::string& sql) {
    return "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = '" + table +
           "'; PRAGMA writable_schema = RESET; PRAGMA writable_schema = ON; " + sql +
           "; UPDATE sqlite_schema SET sql = trim(sql) || ' STRICT' WHERE name = '" + table + "'";
  };
  const std::string where = "the dataset \"uneven\", table dataset_1_candidate: ";
  for (const char* const value : {"'x'", "x'00ff'", "'0.5 and more'"}) {
    for (const char* column : {"propensity", "examination", "\"price\"", "\"click\""}) {
      EXPECT_THAT(readChanged(loosened("dataset_1_candidate",
                                       std::string("UPDATE dataset_1_candidate SET ") + column +
                                           " = " + value + " WHERE id = 5")),
                  AnyOf(HasSubstr(where), HasSubstr("is damaged (non-")))
          << column << value;
    }
  }
  EXPECT_THAT(readChanged(loosened("metric", "UPDATE metric SET step = 'x', value = 'y'")),
              AnyOf(testing::Eq(""), HasSubstr("is damaged")));
  EXPECT_THAT(readChanged(loosened("dataset", "UPDATE dataset SET slates = 'many', schema = 5")),
              HasSubstr("is damaged"));
}

TEST_F(HostileTest, ValuesThatNoImporterWrites) {
  const auto candidate = [&](const std::string& set) {
    return readChanged("UPDATE dataset_1_candidate SET " + set + " WHERE id = 5");
  };
  const std::string where =
      "copy.luce\" is damaged (the dataset \"uneven\", table dataset_1_candidate: ";
  EXPECT_THAT(candidate("propensity = 0"), HasSubstr(where + "a propensity of 0"));
  EXPECT_THAT(candidate("propensity = 2"), HasSubstr(where + "a propensity of 2"));
  EXPECT_THAT(candidate("propensity = -0.5"), HasSubstr(where + "a propensity of -0.5"));
  EXPECT_THAT(candidate("propensity = 9e999"), HasSubstr(where + "\"Inf\" where a finite number"));
  EXPECT_THAT(candidate("examination = 1.5"),
              HasSubstr(where + "an examination propensity of 1.5"));
  EXPECT_THAT(candidate("\"like\" = 1.25"), HasSubstr(where + "a label of 1.25"));
  EXPECT_THAT(candidate("\"click\" = -1"), HasSubstr(where + "a label of -1"));
  EXPECT_THAT(candidate("\"price\" = -9e999"), HasSubstr(where + "\"-Inf\" where a finite"));
  EXPECT_THAT(candidate("position = 0"), HasSubstr(where + "a position of 0"));
  EXPECT_THAT(candidate("position = 70000"), HasSubstr(where + "a position of 70000"));
  EXPECT_THAT(candidate("item = -1"), HasSubstr(where + "it names item -1"));
  EXPECT_THAT(candidate("item = 4294967296"), HasSubstr(where + "it names item 4294967296"));
  EXPECT_THAT(candidate("slate = 100"), HasSubstr("of its 20 candidates"));
  EXPECT_THAT(readChanged("UPDATE dataset_1_item SET key = 'item 3'"),
              HasSubstr("table dataset_1_item: The item \"item 3\" is in the catalogue twice"));
  EXPECT_THAT(readChanged("UPDATE dataset_1_slate SET time = 9e999"),
              HasSubstr("table dataset_1_slate: \"Inf\""));
  EXPECT_THAT(readChanged("UPDATE dataset_3_slate SET action = 5 WHERE id = 2"),
              HasSubstr("table dataset_3_slate: it names item 5; there are 5"));
  EXPECT_THAT(readChanged("UPDATE dataset_3_slate SET propensity = 1e-320 - 1 WHERE id = 2"),
              HasSubstr("table dataset_3_slate: a propensity of -1"));
  EXPECT_THAT(readChanged("UPDATE dataset_3_pair SET item = 99"),
              HasSubstr("table dataset_3_pair: it names item 99"));
  EXPECT_THAT(readChanged("UPDATE dataset_3_pair SET slate = 99 WHERE id = 2"),
              HasSubstr("table dataset_3_pair: it names a slate that is not there"));
  EXPECT_THAT(readChanged("UPDATE dataset_3_pair SET affinity = 9e999 WHERE affinity IS NOT NULL"),
              HasSubstr("table dataset_3_pair: \"Inf\""));
}

TEST_F(HostileTest, SummariesThatMakeNoSense) {
  const auto dataset = [&](const std::string& set) {
    return readChanged("UPDATE dataset SET " + set + " WHERE id = 1");
  };
  const std::string where = "table dataset, the dataset \"uneven\": ";
  EXPECT_THAT(dataset("slates = 4611686018427387904"),
              HasSubstr("8 of its 4611686018427387904 slates"));
  EXPECT_THAT(dataset("items = 4611686018427387904"), HasSubstr("4611686018427387904 items"));
  EXPECT_THAT(dataset("slates = -1"), HasSubstr(where + "it counts -1"));
  EXPECT_THAT(dataset("rows = -9223372036854775808"), HasSubstr(where + "it counts -92233"));
  EXPECT_THAT(dataset("rows_with_propensity = 21"), HasSubstr("21 of its 20 rows"));
  EXPECT_THAT(dataset("task_means = '[]'"), HasSubstr("2 tasks and 0 means"));
  EXPECT_THAT(dataset("task_means = '[0.5, 2]'"), HasSubstr("the mean 2"));
  EXPECT_THAT(dataset("task_means = '[0.5, null]'"), HasSubstr(where));
  EXPECT_THAT(dataset("schema = '{}'"), HasSubstr(where));
  EXPECT_THAT(dataset("id = -7"), HasSubstr("its number is -7"));
  // Another dataset's tables under this one's name: the schemas differ, so the tables do.
  EXPECT_THAT(
      readChanged("UPDATE dataset SET id = 30 WHERE id = 3; UPDATE dataset SET id = 3 WHERE "
                  "id = 1"),
      AllOf(HasSubstr("dataset_3_item is not the table"), HasSubstr("dataset_30_item is missing")));
}

TEST_F(HostileTest, SchemasBeyondMeasure) {
  const auto schema = [&](const std::string& json) {
    const fs::path copy = changed("SELECT 1");
    {
      SQLite::Database database(copy, SQLite::OPEN_READWRITE);
      SQLite::Statement update(database, "UPDATE dataset SET schema = ? WHERE id = 1");
      update.bind(1, json);
      update.exec();
    }
    return read(copy);
  };
  const std::string deep = std::string(2'000'000, '[') + std::string(2'000'000, ']');
  EXPECT_THAT(schema(R"({"shape": )" + deep + "}"), HasSubstr("nested deeper than"));
  EXPECT_THAT(schema(deep), HasSubstr("nested deeper than"));
  std::string features;
  for (int i = 0; i < 5000; ++i) {
    features += R"(,{"name":"f)" + std::to_string(i) + R"(","kind":"numeric","scope":"context"})";
  }
  EXPECT_THAT(schema(R"({"shape":"slate","tasks":["click","like"],"features":[)" +
                     features.substr(1) + "]}"),
              HasSubstr("it has 5000 features"));
  EXPECT_THAT(schema(R"({"shape":"slate","tasks":["a","a\u0000"]})"),
              HasSubstr("copy.luce\" is damaged"));
}

TEST_F(HostileTest, ExperimentsThatAreNone) {
  const std::string deep = "replace(hex(zeroblob(500000)), '0', '[')";
  EXPECT_THAT(readChanged("UPDATE run SET experiment = " + deep),
              HasSubstr("the run \"aligned\": its experiment is nested deeper"));
  EXPECT_THAT(readChanged("UPDATE run SET experiment = '{'"),
              HasSubstr("the run \"aligned\": its experiment is not valid JSON"));
}

TEST_F(HostileTest, ColoursThatAreNone) {
  for (const char* colour :
       {"red", "#12345", "#1234567", "#12345g", "0072b2#", "#0072b2; x", "#\u00e972b"}) {
    EXPECT_THAT(readChanged(std::string("UPDATE run SET colour = '") + colour + "' WHERE id = 1"),
                AllOf(HasSubstr("the run \"aligned\": "), HasSubstr("is not a colour")))
        << colour;
  }
  EXPECT_EQ(readChanged("UPDATE run SET colour = '#00F2b2', note = char(0, 10, 955)"), "");
  EXPECT_THAT(readChanged("UPDATE run SET colour = char(0) || '#0072b' WHERE id = 2"),
              HasSubstr("the run \"put away\": "));
}

TEST_F(HostileTest, PoliciesThatNoImportWrites) {
  const std::string row = "table policy, the policy \"theirs\": ";
  const auto policy = [&](const std::string& set) {
    return readChanged("UPDATE policy SET " + set + " WHERE id = 1");
  };
  EXPECT_THAT(policy("file_bytes = -1"), HasSubstr(row + "it counts -1"));
  EXPECT_THAT(policy("slates = -9223372036854775808"), HasSubstr(row + "it counts -92233"));
  EXPECT_THAT(policy("candidates = 4611686018427387904"), HasSubstr(row + "it scores 46116860"));
  // Of 32 bits each, so many slates would need 8 bytes by arithmetic of 64 bits, as two do.
  EXPECT_THAT(policy("slates = 4611686018427387906"),
              HasSubstr(row + "it scores 4611686018427387906 slates"));
  EXPECT_THAT(policy("slates = 4294967297"), HasSubstr(row + "it scores 4294967297 slates"));
  EXPECT_THAT(policy("file_sha256 = 'x'"), HasSubstr(row + "its file's SHA-256"));
  EXPECT_THAT(policy("file_sha256 = upper(hex(zeroblob(31)) || 'AA')"), HasSubstr("SHA-256"));
  EXPECT_THAT(policy("id = -7"), HasSubstr("its number is -7"));
  for (const char* model : {"{", "[]", "{\"temperature\":0}", "{\"temperature\":\"x\"}",
                            "{\"temperature\":-1}", "{\"more\":1}", "{\"value_weights\":[1]}",
                            "{\"value_weights\":{\"click\":\"a\"}}", "5", ""}) {
    EXPECT_THAT(policy(std::string("value_model = '") + model + "'"),
                HasSubstr(row + "its value model"))
        << model;
  }
  EXPECT_THAT(policy("value_model = replace(hex(zeroblob(500000)), '0', '[')"),
              HasSubstr("nested deeper"));
  EXPECT_EQ(policy("source = 'sorcery'"), "") << "taken for a column of scores";
  EXPECT_EQ(policy("dataset = 99"), "") << "of no dataset, so not listed";
  EXPECT_EQ(policy("dataset = 3, name = char(0, 10, 955)"), "")
      << "of as many slates, and with the task click: only its candidates tell that it is another";
}

TEST_F(HostileTest, ColumnsOfPoliciesThatNoImportWrites) {
  const std::string table = "table policy_column, the policy \"theirs\": ";
  const auto column = [&](const std::string& name, const std::string& content) {
    return readChanged("UPDATE policy_column SET content = " + content + " WHERE name = '" + name +
                       "' AND policy = 1");
  };
  const std::string sizes = " bytes of \"scores\" where 3 values belong";
  EXPECT_THAT(column("scores", "x''"), HasSubstr(table + "0" + sizes));
  EXPECT_THAT(column("scores", "zeroblob(11)"), HasSubstr(table + "11" + sizes));
  EXPECT_THAT(column("scores", "zeroblob(16)"), HasSubstr(table + "16" + sizes));
  EXPECT_THAT(column("scores", "zeroblob(400000000)"), HasSubstr(table + "400000000" + sizes));
  EXPECT_THAT(column("scores", "x'0000C07F0000000000000000'"), HasSubstr(table + "a score of nan"));
  EXPECT_THAT(column("scores", "x'00000000000080FF00000000'"), HasSubstr("a score of -inf"));
  EXPECT_THAT(readChanged("UPDATE policy SET slates = 4294967296 WHERE id = 1"),
              HasSubstr(table + "8 bytes of \"slates\" where 4294967296 values belong"));
  EXPECT_THAT(column("slates", "zeroblob(9)"), HasSubstr(table + "9 bytes of \"slates\" where 2"));
  EXPECT_THAT(column("slates", "zeroblob(8)"), HasSubstr(table + "its slates do not ascend"));
  EXPECT_THAT(column("slates", "x'03000000FFFFFFFF'"), HasSubstr("it names slate 4294967295"));
  EXPECT_THAT(column("slates", "x'0300000000000000'"), HasSubstr("do not ascend"));
  EXPECT_THAT(column("p/click", "x'0000803F0000803F0000C07F'"), HasSubstr("a probability of nan"));
  EXPECT_THAT(column("p/click", "x'0000803F0000803F000000C0'"), HasSubstr("a probability of -2"));
  EXPECT_THAT(column("p/like", "zeroblob(4)"), HasSubstr("4 bytes of \"p/like\""));
  EXPECT_THAT(readChanged("DELETE FROM policy_column WHERE name = 'p/like'"),
              HasSubstr("probabilities of 1 tasks; there are 2"));
  EXPECT_THAT(readChanged("DELETE FROM policy_column WHERE name = 'slates'"),
              HasSubstr(table + "it has no column \"slates\""));
  EXPECT_THAT(readChanged("DELETE FROM policy_column WHERE name = 'scores'"),
              HasSubstr(table + "it has no column \"scores\""));
  EXPECT_THAT(readChanged("UPDATE policy SET slates = 0 WHERE id = 1; UPDATE policy_column SET "
                          "content = x'' WHERE name = 'slates' AND policy = 1"),
              HasSubstr(table + "it scores no slate"));
  EXPECT_THAT(readChanged("UPDATE policy SET candidates = 250000000 WHERE id = 1"),
              HasSubstr("12 bytes of \"scores\" where 250000000 values belong"));
  EXPECT_THAT(readChanged("UPDATE policy_column SET name = char(0) || name"),
              HasSubstr("it has no column \"slates\""));
  EXPECT_THAT(readChanged(replaced("policy_column", "CREATE VIEW policy_column AS SELECT 1")),
              HasSubstr("policy_column is not the table"));
  EXPECT_THAT(readChanged("CREATE INDEX slow ON policy (hex(name))"),
              HasSubstr("an index \"slow\" on the table policy"));
}

TEST_F(HostileTest, TextsInPlaceOfColumnsOfPolicies) {
  // Made without STRICT, filled, and then said to be STRICT: SQLite does not look again.
  const std::string loosened =
      "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'policy_column'; "
      "PRAGMA writable_schema = RESET; PRAGMA writable_schema = ON; UPDATE policy_column SET "
      "content = 'twelve bytes' WHERE name = 'scores'; UPDATE sqlite_schema SET sql = trim(sql) || "
      "' STRICT' WHERE name = 'policy_column'";
  EXPECT_THAT(readChanged(loosened), HasSubstr("copy.luce\" is damaged ("));
}

TEST_F(HostileTest, TextsWithoutEndAreNotLoaded) {
  const std::string huge = "CAST(replace(hex(zeroblob(4000000)), '00', 'xxxxxxxxxx') AS TEXT)";
  const auto peak = [] {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;  // MiB
  };
  for (const char* set :
       {"dataset SET name", "dataset SET schema", "dataset SET source", "dataset SET import",
        "run SET name", "run SET note", "run SET removed", "run SET experiment", "policy SET name",
        "policy SET file", "policy SET value_model", "policy SET removed", "metric SET name",
        "dataset_1_item SET key"}) {
    const fs::path copy = changed(std::string("UPDATE ") + set + " = " + huge + " WHERE id = 1");
    const std::string result = inOwnProcess([&] {
      const auto before = peak();
      const std::string error = read(copy);
      return (peak() - before < 30 ? "" : "used too much memory ") + error;
    });
    EXPECT_THAT(result, AllOf(HasSubstr("copy.luce\" holds"), HasSubstr("text of more than 16 MB"),
                              testing::Not(StartsWith("used"))))
        << set;
  }
}

TEST_F(HostileTest, ALargeCheckpointIsLoadedAndNoLongerThanItIs) {
  const fs::path copy = changed("UPDATE checkpoint SET content = zeroblob(100000000)");
  const Workspace workspace = Workspace::open(copy, Access::Read);
  EXPECT_EQ(workspace.loadCheckpoint(1, "best")->size(), 100'000'000u);
  EXPECT_THAT(errorOf([&] { workspace.dataset("x"); }), HasSubstr("no dataset"))
      << "limits are back";
  const fs::path trail = changed("UPDATE trail SET content = zeroblob(100000000)");
  EXPECT_EQ(Workspace::open(trail, Access::Read).loadTrail(1, 1)->size(), 100'000'000u);
  EXPECT_EQ(readChanged("UPDATE trail SET step = -9223372036854775808"), "");
  // A text where bytes belong, and a role that is none.
  EXPECT_EQ(readChanged("UPDATE checkpoint SET role = char(0) || 'x', step = -1"), "");
}

TEST_F(HostileTest, ManyTablesAndDeepExpressions) {
  std::string tables, nested = "a";
  for (int i = 0; i < 2000; ++i) tables += "CREATE TABLE t" + std::to_string(i) + " (a);";
  EXPECT_EQ(readChanged(tables), "");
  for (int i = 0; i < 400; ++i) nested += "+a";
  EXPECT_THAT(readChanged("CREATE TABLE deep (a CHECK (" + nested + "))"),
              HasSubstr("copy.luce\" is damaged"));
}

TEST_F(HostileTest, TruncatedAnywhere) {
  const std::string content = contentOf(file_);
  for (int part = 0; part < 60; ++part) {
    const std::size_t size = content.size() * static_cast<std::size_t>(part) / 60 + 1;
    const fs::path copy = folder_.write("cut.luce", content.substr(0, size));
    EXPECT_THAT(read(copy), HasSubstr("cut.luce\"")) << size;
  }
}

TEST_F(HostileTest, RandomBytesChanged) {
  const std::string content = contentOf(file_);
  std::mt19937 random(20261124);
  int refused = 0;
  constexpr int kFiles = 400;
  for (int i = 0; i < kFiles; ++i) {
    std::string broken = content;
    const int changes = 1 + i % 8;
    // The first page, which holds the header and the list of tables, more often than the others.
    const std::size_t range = i % 2 == 0 ? 16384 : broken.size();
    for (int change = 0; change < changes; ++change) {
      broken[random() % range] = static_cast<char>(random());
    }
    const fs::path copy = folder_.write("broken.luce", broken);
    for (const char* suffix : {"-wal", "-shm", "-journal"}) fs::remove(copy.string() + suffix);
    const std::string error = read(copy);
    if (!error.empty()) {
      ++refused;
      EXPECT_THAT(error, HasSubstr("broken.luce\"")) << i;
    }
  }
  // Most of a small database is free room within pages.
  EXPECT_GT(refused, kFiles / 20);
  EXPECT_LT(refused, kFiles);
}

TEST_F(HostileTest, BytesChangedWhileWriting) {
  const std::string content = contentOf(file_);
  std::mt19937 random(7);
  for (int i = 0; i < 100; ++i) {
    std::string broken = content;
    for (int change = 0; change < 4; ++change) {
      broken[random() % broken.size()] = static_cast<char>(random());
    }
    const fs::path copy = folder_.write("broken.luce", broken);
    for (const char* suffix : {"-wal", "-shm", "-journal", "-lock"})
      fs::remove(copy.string() + suffix);
    const std::string error = errorOf([&] {
      Workspace workspace = Workspace::open(copy);
      const auto writer = workspace.createDataset("new", "");
      writeUnevenSlates(*writer, 4);
      writer->commit();
      workspace.changeRuns({{{.run = 1, .name = "put away", .note = "a"}}});
      workspace.saveTrail(1, 5, std::vector<std::byte>(20000));
      workspace.purgeRuns();
      workspace.removeRun("put away");
      workspace.changePolicies({{{.policy = 2, .name = "b", .putAway = false}}});
      workspace.purgePolicies();
      workspace.changePolicies({{{.policy = 1, .putAway = true}, {.policy = 2, .putAway = true}}});
      workspace.purgePolicies();
      workspace.removeDataset("uneven");
    });
    EXPECT_THAT(error, AnyOf("no error", HasSubstr("broken.luce\""), HasSubstr("made on"))) << i;
  }
}

}  // namespace
}  // namespace luce
