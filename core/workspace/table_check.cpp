#include "core/workspace/table_check.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <tuple>

#include "core/workspace/migration.h"

namespace luce {

namespace {

struct Entry {
  std::string type, table, sql;
  bool operator==(const Entry&) const = default;
};

/// What the database's own list says about a table, by name; triggers left out. `table` = the
/// table's name in any case.
std::multimap<std::string, Entry> entriesOf(SQLite::Database& database, const std::string& table) {
  std::multimap<std::string, Entry> entries;
  SQLite::Statement row(database,
                        "SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE "
                        "tbl_name = ? COLLATE NOCASE AND type <> 'trigger'");
  row.bind(1, table);
  while (row.executeStep()) {
    entries.emplace(row.getColumn(0).getString(),
                    Entry{row.getColumn(1).getString(), row.getColumn(2).getString(),
                          row.getColumn(3).getString()});
  }
  return entries;
}

void compare(WorkspaceFile& file, SQLite::Database& model, const std::string& table) {
  const auto expected = entriesOf(model, table);
  const auto found = entriesOf(file.database(), table);
  if (found.empty()) file.failDamaged(fmt::format("the table {} is missing", table));
  for (const auto& [name, entry] : found) {
    if (entry.type == "index" && !expected.contains(name)) {
      throw Error(fmt::format(
          "\"{}\" has an index \"{}\" on the table {} that Luce did not make, so the table cannot "
          "be trusted. Remove it with: sqlite3 FILE 'DROP INDEX \"{}\"'",
          file.path().string(), name, table, name));
    }
  }
  if (found == expected) return;
  file.failDamaged(fmt::format("{} is not the table that Luce makes", table));
}

void requireNoComputedColumns(WorkspaceFile& file) {
  // Views and virtual tables, which have no root page, are not looked into.
  SQLite::Statement row(file.database(),
                        "SELECT s.name FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS c "
                        "WHERE s.type = 'table' AND s.rootpage > 0 AND c.hidden > 1 LIMIT 1");
  if (!row.executeStep()) return;
  throw Error(fmt::format(
      "\"{}\" has a table \"{}\" with computed columns, which Luce did not make and does not "
      "compute. Remove it with: sqlite3 FILE 'DROP TABLE \"{}\"'",
      file.path().string(), row.getColumn(0).getString(), row.getColumn(0).getString()));
}

}  // namespace

void requireTables(WorkspaceFile& file, const std::vector<std::string>& tables,
                   const std::string& sql) {
  file.guarded([&] {
    SQLite::Database model(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    model.exec(sql);
    for (const std::string& table : tables) compare(file, model, table);
  });
}

void requireStudyTables(WorkspaceFile& file) {
  SQLite::Database model(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  runMigrations(model, 0, file.layout());
  file.guarded([&] {
    for (const char* table : {"dataset", "run", "metric", "checkpoint"}) {
      compare(file, model, table);
    }
    if (file.layout() >= kLayoutWithTrail) compare(file, model, "trail");
    if (file.layout() >= kLayoutWithPolicies) {
      for (const char* table : {"policy", "policy_column"}) compare(file, model, table);
    }
    requireNoComputedColumns(file);
  });
}

void requireRoomForNewTables(WorkspaceFile& file) {
  const auto namesOf = [](SQLite::Database& database) {
    std::set<std::string> names;
    SQLite::Statement row(database, "SELECT lower(name) FROM sqlite_schema");
    while (row.executeStep()) names.insert(row.getColumn(0).getString());
    return names;
  };
  SQLite::Database model(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  runMigrations(model, 0, file.layout());
  const std::set<std::string> old = namesOf(model);
  runMigrations(model, file.layout());
  file.guarded([&] {
    const std::set<std::string> found = namesOf(file.database());
    for (const std::string& name : namesOf(model)) {
      if (old.contains(name) || !found.contains(name)) continue;
      throw Error(fmt::format(
          "\"{}\" has something named \"{}\" that Luce did not make, where this Luce keeps its "
          "own. Give it another name with the sqlite3 program, or open a copy without it.",
          file.path().string(), name));
    }
  });
}

}  // namespace luce
