// A row of a dataset's table, whose values are held against what an importer may write. The file
// may come from anyone: SQLite's own checks guard its structure, not what the numbers mean.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>

#include "core/workspace/row_statement.h"
#include "core/workspace/workspace_file.h"

namespace luce {

/// Every reading method throws Error that names the file, the dataset, the table and the value, if
/// the value is none of those that are allowed.
class CheckedRow {
 public:
  /// columns: SQL, all of that one table; the rows come in the order of their ids. condition: SQL
  /// with a parameter for each value that begin() is given; empty = all rows.
  CheckedRow(WorkspaceFile& file, std::string dataset, std::string table,
             const std::string& columns, const std::string& condition = "")
      : file_(file),
        dataset_(std::move(dataset)),
        table_(std::move(table)),
        row_(file.database(), fmt::format("SELECT {} FROM {}{} ORDER BY id", columns, table_,
                                          condition.empty() ? condition : " WHERE " + condition)) {}

  /// Starts over with these values of the condition's parameters.
  void begin(std::initializer_list<std::int64_t> values) {
    row_.reset();
    int parameter = 0;
    for (const std::int64_t value : values) row_.bind(parameter++, value);
  }

  bool next() { return row_.next(); }
  bool isNull(int column) const { return row_.isNull(column); }

  std::int64_t integer(int column) const {
    sqlite3_value* const found = row_.value(column);
    if (sqlite3_value_type(found) != SQLITE_INTEGER) wrong("a whole number", column);
    return sqlite3_value_int64(found);
  }
  /// Finite.
  double number(int column) const { return number(row_.value(column), column); }
  /// NaN where there is none.
  double numberOrMissing(int column) const {
    sqlite3_value* const found = row_.value(column);
    if (sqlite3_value_type(found) == SQLITE_NULL) return std::numeric_limits<double>::quiet_NaN();
    return number(found, column);
  }
  /// NaN where there is none. what: "a propensity", for the error.
  double probabilityOrMissing(int column, const char* what) const {
    const double value = numberOrMissing(column);
    if (value <= 0 || value > 1) {
      fail(fmt::format("{} of {}; it must be above 0 and at most 1", what, value));
    }
    return value;
  }
  float label(int column) const {
    const double value = number(column);
    if (value < 0 || value > 1) fail(fmt::format("a label of {}; it must be from 0 to 1", value));
    return static_cast<float>(value);
  }
  /// 0 where there is none.
  std::uint16_t position(int column) const {
    if (isNull(column)) return 0;
    const std::int64_t value = integer(column);
    if (value < 1 || value > std::numeric_limits<std::uint16_t>::max()) {
      fail(fmt::format("a position of {}; it must be from 1 to 65535", value));
    }
    return static_cast<std::uint16_t>(value);
  }
  /// Lives until the next call of next().
  std::string_view text(int column) const {
    if (row_.type(column) != SQLITE_TEXT) wrong("a text", column);
    return row_.text(column);
  }

  [[noreturn]] void fail(const std::string& what) const {
    file_.failDamaged(fmt::format("the dataset \"{}\", table {}: {}", dataset_, table_, what));
  }

 private:
  double number(sqlite3_value* found, int column) const {
    if (sqlite3_value_type(found) != SQLITE_FLOAT) wrong("a number", column);
    const double value = sqlite3_value_double(found);
    if (!std::isfinite(value)) wrong("a finite number", column);
    return value;
  }
  [[noreturn]] void wrong(const char* expected, int column) const {
    const std::string_view found = row_.text(column).substr(0, 40);
    fail(isNull(column) ? fmt::format("nothing where {} belongs", expected)
                        : fmt::format("\"{}\" where {} belongs", found, expected));
  }

  WorkspaceFile& file_;
  std::string dataset_, table_;
  RowStatement row_;
};

}  // namespace luce
