// A row of a dataset's table, whose values are held against what an importer may write.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "core/workspace/row_statement.h"
#include "core/workspace/value_check.h"
#include "core/workspace/workspace_file.h"

namespace luce {

/// The reading methods throw as those of ValueCheck.
class CheckedRow {
 public:
  /// columns: SQL, all of that one table; the rows come in the order of their ids.
  CheckedRow(WorkspaceFile& file, const std::string& dataset, const std::string& table,
             const std::string& columns)
      : check_(file, dataset, table),
        row_(file.database(), fmt::format("SELECT {} FROM {} ORDER BY id", columns, table)) {}

  bool next() { return row_.next(); }
  bool isNull(int column) const { return row_.isNull(column); }

  std::int64_t integer(int column) const { return check_.integer(row_.value(column)); }
  /// Finite.
  double number(int column) const { return check_.number(row_.value(column)); }
  /// NaN where there is none.
  double numberOrMissing(int column) const { return check_.numberOrMissing(row_.value(column)); }
  /// NaN where there is none. what: "a propensity", for the error.
  double probabilityOrMissing(int column, const char* what) const {
    return check_.probabilityOrMissing(row_.value(column), what);
  }
  float label(int column) const { return check_.label(row_.value(column)); }
  /// 0 where there is none.
  std::uint16_t position(int column) const { return check_.position(row_.value(column)); }
  /// Lives until the next call of next().
  std::string_view text(int column) const { return check_.text(row_.value(column)); }

  [[noreturn]] void fail(const std::string& what) const { check_.fail(what); }

 private:
  ValueCheck check_;
  RowStatement row_;
};

}  // namespace luce
