#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cmath>

#include "core/dataset/importers/formats/sqlite_records.h"
#include "core/dataset/importers/inspection.h"
#include "core/workspace/workspace.h"
#include "tests/support/imported_log.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kTable =
    "CREATE TABLE log (slate_id TEXT, item_id INTEGER, price REAL, genre TEXT, click INTEGER);"
    "INSERT INTO log VALUES ('s1', 7, 0.1, 'comedy', 1), ('s1', 9007199254740993, NULL, NULL, 0),"
    "('s2', 7, 1e-30, 'drama', 0);";

class SqliteTest : public ::testing::Test {
 protected:
  std::filesystem::path database(const std::string& name, const std::string& sql) {
    sqlite3* handle = nullptr;
    const std::filesystem::path file = folder_ / name;
    sqlite3_open(file.c_str(), &handle);
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(handle);
    sqlite3_close(handle);
    return file;
  }
  static LogMapping query(const std::string& sql) {
    LogMapping mapping;
    mapping.query = sql;
    return mapping;
  }
  TemporaryFolder folder_;
};

TEST_F(SqliteTest, TheOnlyTableIsTheLog) {
  const SlateTable table = importedLog({database("a log?#%.db", kTable)}).table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("click"));
  EXPECT_THAT(describedFeatures(table),
              ElementsAre("price (candidate number)", "genre (candidate category)"));
  ASSERT_EQ(table.slateCount(), 2u);
  EXPECT_EQ(table.candidateNumeric()(0, 0), 0.1f);
  EXPECT_TRUE(std::isnan(table.candidateNumeric()(1, 0)));
  EXPECT_EQ(table.candidateNumeric()(2, 0), 1e-30f);
  EXPECT_EQ(table.catalogue().keys[1], "9007199254740993");
}

TEST_F(SqliteTest, NumbersComeBackExactly) {
  SqliteRecords records(database("log.db",
                                 "CREATE TABLE t (a, b, c); INSERT INTO t VALUES "
                                 "(0.1 + 0.2, 1.0 / 3, -9223372036854775807);"),
                        {});
  ASSERT_TRUE(records.next());
  EXPECT_EQ(std::stod(std::string(records.fields()[0])), 0.1 + 0.2);
  EXPECT_EQ(std::stod(std::string(records.fields()[1])), 1.0 / 3);
  EXPECT_EQ(records.fields()[2], "-9223372036854775807");
}

TEST_F(SqliteTest, OneOfSeveralTablesIsChosenByNameOrQuery) {
  const auto file =
      database("log.db", std::string(kTable) +
                             "CREATE VIEW cheap AS SELECT * FROM log WHERE price < 0.05;"
                             "CREATE TABLE other (x);");
  EXPECT_THAT(problemsOf({file}),
              ElementsAre("log.db: found the tables and views cheap, log, other, expected one that "
                          "is chosen. Name it in a schema, as in {\"table\": \"cheap\"}, or give a "
                          "\"query\"."));
  LogMapping mapping;
  mapping.table = "cheap";
  EXPECT_EQ(importedLog({file}, "auto", mapping).table.candidateCount(), 1);
  mapping.table = "log";
  EXPECT_EQ(importedLog({file}, "auto", mapping).table.candidateCount(), 3);
  mapping.table = "lgo";
  EXPECT_THAT(problemsOf({file}, "auto", mapping),
              ElementsAre(HasSubstr("expected one named \"lgo\"")));
  const SlateTable table =
      importedLog({file}, "auto",
                  query("SELECT slate_id, item_id, click AS like FROM log ORDER BY rowid LIMIT 2;"))
          .table;
  EXPECT_THAT(table.schema().tasks, ElementsAre("like"));
  EXPECT_EQ(table.candidateCount(), 2);
  EXPECT_THAT(inspectLog(std::vector{file}, "auto", query("SELECT * FROM log"), {}).tables,
              ElementsAre("cheap", "log", "other"));
}

TEST_F(SqliteTest, QueriesMayOnlyRead) {
  const auto file = database("log.db", kTable);
  for (const char* sql :
       {"DELETE FROM log", "SELECT * FROM log; DELETE FROM log", "PRAGMA writable_schema = 1",
        "ATTACH '/tmp/x' AS x", "SELECT load_extension('x')", "SELECT",
        "CREATE TABLE x AS SELECT 1", "SELECT * FROM nowhere"}) {
    EXPECT_THAT(problemsOf({file}, "auto", query(sql)),
                ElementsAre(HasSubstr("expected one SELECT. Correct the query in the schema")))
        << sql;
  }
  EXPECT_EQ(importedLog({file}).table.candidateCount(), 3);
}

TEST_F(SqliteTest, AQueryWithoutEndIsStopped) {
  const auto file = database("log.db", kTable);
  SqliteRecords records(
      file,
      query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n "
            "WHERE i < 0"),
      1'000'000);
  EXPECT_FALSE(records.next());
  ASSERT_TRUE(records.problem());
  EXPECT_THAT(records.problem()->text(), HasSubstr("a query that gives no row for too long"));
}

TEST_F(SqliteTest, FaultyRowsAreReportedByRowNumber) {
  const auto file = database("log.db", std::string(kTable) +
                                           "INSERT INTO log (rowid, slate_id, item_id, price, "
                                           "click) VALUES (40, 's3', 1, 1, 2);"
                                           "INSERT INTO log (rowid, slate_id, item_id, price, "
                                           "click) VALUES (50, 's4', 1, x'00ff', 1);");
  EXPECT_THAT(problemsOf({file}),
              ElementsAre(HasSubstr("log.db:40, column 5 (click): found 2, expected a number in"),
                          HasSubstr("log.db:50, column 3 (price): found a BLOB, expected numbers, "
                                    "texts or NULL. Name the column under \"ignore\"")));
  LogMapping mapping;
  mapping.ignore = {"price"};
  EXPECT_THAT(problemsOf({file}, "auto", mapping), ElementsAre(HasSubstr("log.db:40")));
}

TEST_F(SqliteTest, BrokenDatabasesAreRefused) {
  EXPECT_THAT(problemsOf({database("none.db", "PRAGMA user_version = 3")}),
              ElementsAre(HasSubstr("found a database without tables")));
  EXPECT_THAT(problemsOf({database("names.db", "CREATE TABLE t (a); CREATE VIEW v AS SELECT 1")},
                         "auto", query("SELECT a, a FROM t")),
              ElementsAre(HasSubstr("found two columns named \"a\"")));
  const auto file = database("log.db", kTable);
  std::filesystem::resize_file(file, 4096 + 100);
  EXPECT_THAT(problemsOf({file}),
              ElementsAre("log.db: found 4196 bytes, expected 8192, as the file "
                          "says itself. See whether the database was copied to "
                          "its end."));
  EXPECT_THAT(problemsOf({folder_.write("head.db", std::string("SQLite format 3\0abc", 19))}),
              ElementsAre(HasSubstr("head.db\" cannot be read")));
}

TEST_F(SqliteTest, AWorkspaceIsALegalSource) {
  {
    Workspace workspace = Workspace::open(folder_ / "study.luce");
    const auto writer = workspace.createDataset("before", "");
    writeUnevenSlates(*writer, 4);
    writer->commit();
  }
  const auto tables = SqliteRecords::tables(folder_ / "study.luce");
  EXPECT_THAT(tables, ::testing::Contains("dataset"));
  const auto text = problemsOf({folder_ / "study.luce"});
  EXPECT_THAT(text, ElementsAre(HasSubstr("expected one that is chosen")));
  const SlateTable table =
      importedLog({folder_ / "study.luce"}, "auto",
                  query("SELECT 'all' AS slate_id, name AS item_id, 1 AS click FROM dataset"))
          .table;
  EXPECT_EQ(table.catalogue().keys[0], "before");
}

TEST_F(SqliteTest, TablesWithoutRowNumbersCountTheirRows) {
  const auto file = database("log.db",
                             "CREATE TABLE log (slate_id, item_id, click, PRIMARY KEY (slate_id, "
                             "item_id)) WITHOUT ROWID; INSERT INTO log VALUES ('a', 1, 0), "
                             "('a', 2, 7);");
  EXPECT_THAT(problemsOf({file}), ElementsAre(HasSubstr("log.db:2, column 3 (click): found 7")));
}

}  // namespace
}  // namespace luce
