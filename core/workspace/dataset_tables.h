// The tables of one dataset, described in layout.md: their names, their columns, their making.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "core/dataset/schema.h"

namespace luce {

/// Columns of one scope, quoted for SQL: those that hold numbers, then those that hold texts.
struct FeatureColumns {
  std::vector<std::string> numeric;
  std::vector<std::string> category;
};

struct DatasetTables {
  /// id: of the row in the table `dataset`. Throws Error if a table would get too many columns.
  DatasetTables(std::int64_t id, const Schema& schema);

  std::string slate;
  std::string candidate;  ///< slate logs only
  std::string item;
  std::string pair;  ///< bandit logs only
  std::string log;   ///< the view
  FeatureColumns context, candidates, items, pairs;
  std::vector<std::string> labels;

  /// SQL that makes, or removes, tables and view.
  std::string create() const;
  std::string drop() const;

 private:
  LogShape shape_;
};

/// ", a, b, c": columns that go on a list; nothing for no columns.
std::string furtherColumns(const std::vector<std::string>& columns);
/// "INSERT INTO table (columns) VALUES (?, ?, …)"; the columns of all lists, in order.
std::string insertStatement(const std::string& table,
                            std::initializer_list<std::vector<std::string>> lists);

}  // namespace luce
