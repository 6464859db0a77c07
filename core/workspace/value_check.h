// Values of a dataset's table, held against what an importer may write. The file may come from
// anyone: SQLite's own checks guard its structure, not what the numbers mean.
#pragma once

#include <fmt/format.h>
#include <sqlite3.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "core/workspace/workspace_file.h"

namespace luce {

/// Every reading method throws Error that names the file, the dataset, the table and the value, if
/// the value is none of those that are allowed.
class ValueCheck {
 public:
  ValueCheck(const WorkspaceFile& file, std::string dataset, std::string table)
      : file_(file), dataset_(std::move(dataset)), table_(std::move(table)) {}

  std::int64_t integer(sqlite3_value* value) const {
    if (sqlite3_value_type(value) != SQLITE_INTEGER) wrong("a whole number", value);
    return sqlite3_value_int64(value);
  }
  /// Finite.
  double number(sqlite3_value* value) const {
    if (sqlite3_value_type(value) != SQLITE_FLOAT) wrong("a number", value);
    const double number = sqlite3_value_double(value);
    if (!std::isfinite(number)) wrong("a finite number", value);
    return number;
  }
  /// NaN where there is none.
  double numberOrMissing(sqlite3_value* value) const {
    if (isNull(value)) return std::numeric_limits<double>::quiet_NaN();
    return number(value);
  }
  /// NaN where there is none. what: "a propensity", for the error.
  double probabilityOrMissing(sqlite3_value* value, const char* what) const {
    const double probability = numberOrMissing(value);
    if (probability <= 0 || probability > 1) {
      fail(fmt::format("{} of {}; it must be above 0 and at most 1", what, probability));
    }
    return probability;
  }
  float label(sqlite3_value* value) const {
    const double label = number(value);
    if (label < 0 || label > 1) fail(fmt::format("a label of {}; it must be from 0 to 1", label));
    return static_cast<float>(label);
  }
  /// 0 where there is none.
  std::uint16_t position(sqlite3_value* value) const {
    if (isNull(value)) return 0;
    const std::int64_t position = integer(value);
    if (position < 1 || position > std::numeric_limits<std::uint16_t>::max()) {
      fail(fmt::format("a position of {}; it must be from 1 to 65535", position));
    }
    return static_cast<std::uint16_t>(position);
  }
  /// Lives as long as the value.
  std::string_view text(sqlite3_value* value) const {
    if (sqlite3_value_type(value) != SQLITE_TEXT) wrong("a text", value);
    return characters(value);
  }

  static bool isNull(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

  [[noreturn]] void fail(const std::string& what) const {
    file_.failDamaged(fmt::format("the dataset \"{}\", table {}: {}", dataset_, table_, what));
  }

 private:
  static std::string_view characters(sqlite3_value* value) {
    const auto* characters = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {characters == nullptr ? "" : characters,
            static_cast<std::size_t>(sqlite3_value_bytes(value))};
  }
  [[noreturn]] void wrong(const char* expected, sqlite3_value* value) const {
    fail(isNull(value)
             ? fmt::format("nothing where {} belongs", expected)
             : fmt::format("\"{}\" where {} belongs", characters(value).substr(0, 40), expected));
  }

  const WorkspaceFile& file_;
  std::string dataset_, table_;
};

}  // namespace luce
