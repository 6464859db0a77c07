// A prepared statement for loops over millions of rows: nothing between the loop and SQLite but
// error checks. Columns and parameters count from 0 here, for both.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace luce {

class RowStatement {
 public:
  RowStatement(SQLite::Database& database, const std::string& sql) : handle_(database.getHandle()) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(handle_, sql.c_str(), static_cast<int>(sql.size()) + 1,
                             SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    statement_.reset(statement);
  }

  void bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), parameter + 1, value));
  }
  /// NaN becomes NULL.
  void bind(int parameter, double value) {
    check(sqlite3_bind_double(statement_.get(), parameter + 1, value));
  }
  /// The text must live until the next call of insert().
  void bind(int parameter, std::string_view text) {
    const char* const characters = text.empty() ? "" : text.data();
    check(sqlite3_bind_text64(statement_.get(), parameter + 1, characters, text.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
  }
  /// For a function that asks for the same type; type: a literal.
  void bind(int parameter, void* pointer, const char* type) {
    check(sqlite3_bind_pointer(statement_.get(), parameter + 1, pointer, type, nullptr));
  }
  void bindNull(int parameter) { check(sqlite3_bind_null(statement_.get(), parameter + 1)); }

  /// Runs a statement that returns no rows; it can be bound and run again.
  void insert() {
    const int result = sqlite3_step(statement_.get());
    if (result != SQLITE_DONE) throw SQLite::Exception(handle_, result);
    sqlite3_reset(statement_.get());
  }

  /// Before a query is bound anew that was not read to its end.
  void reset() { sqlite3_reset(statement_.get()); }

  /// Steps to the next row of the result; false at its end.
  bool next() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) throw SQLite::Exception(handle_, result);
    return false;
  }
  /// SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL.
  int type(int column) const { return sqlite3_column_type(statement_.get(), column); }
  bool isNull(int column) const { return type(column) == SQLITE_NULL; }
  /// Asked several things, this is cheaper than asking the row each of them. Lives until next().
  sqlite3_value* value(int column) const { return sqlite3_column_value(statement_.get(), column); }
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  double real(int column) const { return sqlite3_column_double(statement_.get(), column); }
  double realOrMissing(int column) const {
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN() : real(column);
  }
  /// Lives until the next call of next().
  std::string_view text(int column) const {
    const auto* characters =
        reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return {characters == nullptr ? "" : characters,
            static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
  }

 private:
  void check(int result) const {
    if (result != SQLITE_OK) throw SQLite::Exception(handle_, result);
  }
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  sqlite3* handle_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace luce
