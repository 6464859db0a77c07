#include "core/workspace/connection.h"

#include <array>
#include <utility>

#include "core/workspace/workspace_file.h"

namespace luce {

namespace {

constexpr int kSqlitesLongestValue = 1'000'000'000;

/// Wide enough for a dataset of 1,900 columns, and for little else.
constexpr std::array<std::pair<int, int>, 11> kLimits{{{SQLITE_LIMIT_LENGTH, kLongestValue},
                                                       {SQLITE_LIMIT_SQL_LENGTH, kLongestValue},
                                                       {SQLITE_LIMIT_COLUMN, 2000},
                                                       {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                                       {SQLITE_LIMIT_COMPOUND_SELECT, 10},
                                                       {SQLITE_LIMIT_VDBE_OP, 25'000'000},
                                                       {SQLITE_LIMIT_FUNCTION_ARG, 16},
                                                       {SQLITE_LIMIT_ATTACHED, 0},
                                                       {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1},
                                                       {SQLITE_LIMIT_VARIABLE_NUMBER, 2000},
                                                       // A removed run takes its metrics along.
                                                       {SQLITE_LIMIT_TRIGGER_DEPTH, 5}}};

constexpr std::array<std::pair<int, int>, 6> kSwitches{{{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                                        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}}};

}  // namespace

void harden(sqlite3* connection) {
  for (const auto& [limit, value] : kLimits) sqlite3_limit(connection, limit, value);
  for (const auto& [name, value] : kSwitches) {
    sqlite3_db_config(connection, name, value, static_cast<int*>(nullptr));
  }
  sqlite3_extended_result_codes(connection, 1);
  // Read errors of a mapped file end the program instead of being reported.
  sqlite3_exec(connection, "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON", nullptr, nullptr,
               nullptr);
}

LongValues::LongValues(sqlite3* connection)
    : connection_(connection),
      before_(sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, kSqlitesLongestValue)) {}

LongValues::~LongValues() {
  sqlite3_limit(connection_, SQLITE_LIMIT_LENGTH, before_);
}

}  // namespace luce
