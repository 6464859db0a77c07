#include "core/workspace/dataset_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "core/common/error.h"

namespace luce {

namespace {

/// SQLite's own limit is 2,000 columns a table.
constexpr std::size_t kMostColumns = 1900;

/// Gives every feature and task a column name that no other column of the dataset has, since SQLite
/// takes "User" and "user" for the same column.
class ColumnNamer {
 public:
  std::string name(const std::string& wanted) {
    std::string free = wanted;
    for (int number = 2; !taken_.insert(lowered(free)).second; ++number) {
      free = fmt::format("{}_{}", wanted, number);
    }
    return quoted(free);
  }

  std::vector<std::string> names(const std::vector<Feature>& features) {
    std::vector<std::string> columns;
    for (const Feature& feature : features) columns.push_back(name(feature.name));
    return columns;
  }

 private:
  static std::string lowered(std::string text) {
    for (char& letter : text) {
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
  }

  static std::string quoted(const std::string& text) {
    if (text.find('\0') != std::string::npos) {
      throw Error("A feature's or task's name has a NUL character; rename it.");
    }
    std::string result = "\"";
    for (const char character : text)
      result += character == '"' ? "\"\"" : std::string(1, character);
    return result + "\"";
  }

  std::set<std::string> taken_{"id",       "key",        "slate",       "item",  "time", "action",
                               "position", "propensity", "examination", "rowid", "oid",  "_rowid_"};
};

std::string definitions(const std::vector<std::string>& columns, const char* type) {
  std::string sql;
  for (const std::string& column : columns) sql += fmt::format(",\n  {} {}", column, type);
  return sql;
}

std::string definitions(const FeatureColumns& columns) {
  return definitions(columns.numeric, "REAL") + definitions(columns.category, "TEXT NOT NULL");
}

std::string furtherColumns(const FeatureColumns& columns) {
  return luce::furtherColumns(columns.numeric) + luce::furtherColumns(columns.category);
}

std::size_t count(const FeatureColumns& columns) {
  return columns.numeric.size() + columns.category.size();
}

}  // namespace

DatasetTables::DatasetTables(std::int64_t id, const Schema& schema)
    : slate(fmt::format("dataset_{}_slate", id)),
      candidate(fmt::format("dataset_{}_candidate", id)),
      item(fmt::format("dataset_{}_item", id)),
      pair(fmt::format("dataset_{}_pair", id)),
      log(fmt::format("dataset_{}_log", id)),
      shape_(schema.shape) {
  ColumnNamer namer;
  const auto columns = [&](FeatureScope scope) {
    FeatureColumns names;
    names.numeric = namer.names(schema.select(scope, FeatureKind::Numeric));
    names.category = namer.names(schema.select(scope, FeatureKind::Category));
    return names;
  };
  for (const std::string& task : schema.tasks) labels.push_back(namer.name(task));
  context = columns(FeatureScope::Context);
  candidates = columns(FeatureScope::Candidate);
  items = columns(FeatureScope::Item);
  pairs = columns(FeatureScope::Pair);
  const std::size_t all =
      count(context) + count(candidates) + count(items) + count(pairs) + labels.size();
  if (all > kMostColumns) {
    throw Error(fmt::format("The log has {} feature and label columns; Luce takes up to {}.", all,
                            kMostColumns));
  }
}

std::string DatasetTables::create() const {
  const std::string logged = ",\n  position INTEGER,\n  propensity REAL,\n  examination REAL" +
                             definitions(labels, "REAL NOT NULL");
  std::string sql = fmt::format(
      "CREATE TABLE {} (\n  id INTEGER PRIMARY KEY,\n  key TEXT NOT NULL{}\n) STRICT;\n", item,
      definitions(items));
  if (shape_ == LogShape::Slate) {
    sql += fmt::format(
        "CREATE TABLE {} (\n  id INTEGER PRIMARY KEY,\n  key TEXT NOT NULL,\n  time REAL{}\n) "
        "STRICT;\n",
        slate, definitions(context));
    sql += fmt::format(
        "CREATE TABLE {} (\n  id INTEGER PRIMARY KEY,\n  slate INTEGER NOT NULL,\n  item INTEGER "
        "NOT NULL{}{}\n) STRICT;\n",
        candidate, logged, definitions(candidates));
    sql += fmt::format(
        "CREATE VIEW {} AS SELECT s.key AS slate, s.time AS time, i.key AS item, position, "
        "propensity, examination{}{}{}{} FROM {} AS c JOIN {} AS s ON s.id = c.slate JOIN {} AS i "
        "ON i.id = c.item;\n",
        log, furtherColumns(context), furtherColumns(candidates), furtherColumns(items),
        luce::furtherColumns(labels), candidate, slate, item);
    return sql;
  }
  sql += fmt::format(
      "CREATE TABLE {} (\n  id INTEGER PRIMARY KEY,\n  key TEXT NOT NULL,\n  time REAL,\n  action "
      "INTEGER NOT NULL{}{}\n) STRICT;\n",
      slate, logged, definitions(context));
  sql += fmt::format(
      "CREATE TABLE {} (\n  id INTEGER PRIMARY KEY,\n  slate INTEGER NOT NULL,\n  item INTEGER "
      "NOT NULL{}\n) STRICT;\n",
      pair, definitions(pairs));
  sql += fmt::format(
      "CREATE VIEW {} AS SELECT s.key AS slate, s.time AS time, i.key AS item, position, "
      "propensity, examination{}{}{} FROM {} AS s JOIN {} AS i ON i.id = s.action;\n",
      log, furtherColumns(context), furtherColumns(items), luce::furtherColumns(labels), slate,
      item);
  return sql;
}

std::string DatasetTables::drop() const {
  return fmt::format("DROP VIEW IF EXISTS {}; DROP TABLE {}; DROP TABLE {}; DROP TABLE {};", log,
                     shape_ == LogShape::Slate ? candidate : pair, slate, item);
}

std::string furtherColumns(const std::vector<std::string>& columns) {
  std::string sql;
  for (const std::string& column : columns) sql += ", " + column;
  return sql;
}

std::string insertStatement(const std::string& table,
                            std::initializer_list<std::vector<std::string>> lists) {
  std::vector<std::string> columns;
  for (const auto& list : lists) columns.insert(columns.end(), list.begin(), list.end());
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, fmt::join(columns, ", "),
                     fmt::join(std::vector<std::string>(columns.size(), "?"), ", "));
}

}  // namespace luce
