#include "core/dataset/importers/formats/sqlite_records.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "core/common/error.h"
#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

constexpr int kStepsBetweenLooks = 100'000;
constexpr int kLargestValue = 16 << 20;
constexpr int kLongestQuery = 1 << 20;
constexpr int kMillisecondsForOthers = 2000;

ImportProblem problemAt(const fs::path& file, std::int64_t line, std::string found,
                        std::string expected, std::string remedy) {
  return {.file = file,
          .line = line,
          .column = 0,
          .columnName = {},
          .found = std::move(found),
          .expected = std::move(expected),
          .remedy = std::move(remedy)};
}

[[noreturn]] void refuse(const fs::path& file, std::string found, std::string expected,
                         std::string remedy) {
  throw ImportError({problemAt(file, 0, std::move(found), std::move(expected), std::move(remedy))},
                    1);
}

int allowReading(void*, int action, const char*, const char* detail, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return detail != nullptr && std::string_view(detail) == "load_extension" ? SQLITE_DENY
                                                                               : SQLITE_OK;
    default:
      return SQLITE_DENY;
  }
}

/// As SQL writes a name.
std::string quoted(const std::string& name) {
  std::string result = "\"";
  for (const char character : name) {
    result += character;
    if (character == '"') result += character;
  }
  return result + "\"";
}

/// As a URI writes a path.
std::string uriOf(const fs::path& file, const char* options) {
  std::string uri = "file:";
  for (const char character : fs::absolute(file).string()) {
    const bool plain = std::isalnum(static_cast<unsigned char>(character)) != 0 ||
                       std::string_view("/-_.~").find(character) != std::string_view::npos;
    uri += plain ? std::string(1, character)
                 : fmt::format("%{:02x}", static_cast<unsigned char>(character));
  }
  return uri + "?" + options;
}

/// A number of the file's header, which is big-endian.
std::uint32_t headerNumber(const std::array<char, 100>& header, std::size_t place,
                           std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    number = number << 8 | static_cast<unsigned char>(header[place + i]);
  }
  return number;
}

/// SQLite itself would read the pages that are not there as zeros.
void requireWhole(const fs::path& stored, const fs::path& path) {
  std::array<char, 100> header{};
  std::ifstream(path, std::ios::binary).read(header.data(), header.size());
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  // The header's size counts if the last program that wrote it knew of it.
  if (error || fs::exists(path.string() + "-wal", error) ||
      headerNumber(header, 24, 4) != headerNumber(header, 92, 4)) {
    return;
  }
  const std::uintmax_t page =
      headerNumber(header, 16, 2) == 1 ? 65536 : headerNumber(header, 16, 2);
  const std::uintmax_t pages = headerNumber(header, 28, 4);
  if (page * pages <= size) return;
  refuse(stored, fmt::format("{} bytes", size),
         fmt::format("{}, as the file says itself", page * pages),
         "See whether the database was copied to its end.");
}

}  // namespace

struct SqliteRecords::Database {
  Database(const fs::path& stored, const fs::path& path, std::int64_t most)
      : Database(stored, most) {
    requireWhole(stored, path);
    // A database in WAL mode in a folder that must not be written to can only be opened as one that
    // nobody changes.
    if (!open(path, "mode=ro") && !open(path, "mode=ro&immutable=1")) fail();
  }
  /// Not open yet. Delegated to, so that what fails to open is closed all the same.
  Database(const fs::path& stored, std::int64_t most) : file(stored), mostSteps(most) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { close(); }

  bool open(const fs::path& path, const char* options) {
    close();
    if (sqlite3_open_v2(uriOf(path, options).c_str(), &handle,
                        SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK) {
      return false;
    }
    sqlite3_busy_timeout(handle, kMillisecondsForOthers);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLargestValue);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, kLongestQuery);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    const bool readable = sqlite3_exec(handle,
                                       "PRAGMA cell_size_check = ON; PRAGMA query_only = ON;"
                                       "SELECT count(*) FROM sqlite_schema",
                                       nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_set_authorizer(handle, allowReading, nullptr);
    sqlite3_progress_handler(handle, kStepsBetweenLooks, countSteps, this);
    return readable;
  }
  void close() {
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    statement = nullptr;
    handle = nullptr;
  }
  static int countSteps(void* self) {
    auto& database = *static_cast<Database*>(self);
    database.steps += kStepsBetweenLooks;
    return database.steps > database.mostSteps ? 1 : 0;
  }

  /// False if the statement cannot be prepared; error() tells why.
  bool prepare(const std::string& sql, const char** rest = nullptr) {
    sqlite3_finalize(statement);
    statement = nullptr;
    steps = 0;
    return sqlite3_prepare_v2(handle, sql.c_str(), static_cast<int>(sql.size()), &statement,
                              rest) == SQLITE_OK;
  }
  std::string error() const { return sqlite3_errmsg(handle); }
  [[noreturn]] void fail() const {
    throw Error(
        fmt::format("\"{}\" cannot be read: {}. See whether it was copied to its end, and "
                    "whether another program is writing to it.",
                    file.string(), handle == nullptr ? "no memory" : error()));
  }

  std::vector<std::string> tables() {
    if (!prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND "
                 "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")) {
      fail();
    }
    std::vector<std::string> names;
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
      const auto* const name = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
      if (name != nullptr) names.emplace_back(name);
    }
    if (result != SQLITE_DONE) fail();
    return names;
  }

  fs::path file;
  std::int64_t mostSteps, steps = 0;
  sqlite3* handle = nullptr;
  sqlite3_stmt* statement = nullptr;
};

SqliteRecords::SqliteRecords(const fs::path& file, const LogMapping& mapping,
                             std::int64_t mostSteps)
    : file_(file),
      unpacked_(file),
      database_(std::make_unique<Database>(file, unpacked_.path(), mostSteps)) {
  if (mapping.query.empty()) {
    prepareTable(mapping.table);
  } else {
    prepareQuery(mapping.query);
  }
  nameColumns();
  for (const std::string& name : columns_) {
    ignored_.push_back(std::find(mapping.ignore.begin(), mapping.ignore.end(), name) !=
                       mapping.ignore.end());
  }
  texts_.resize(columns_.size());
}

SqliteRecords::~SqliteRecords() = default;

void SqliteRecords::prepareTable(const std::string& told) {
  const std::vector<std::string> tables = database_->tables();
  const std::string list = fmt::format("{}", fmt::join(tables, ", "));
  if (tables.empty()) {
    refuse(file_, "a database without tables", "a table or a view with the log",
           "See whether this is the right database.");
  }
  if (told.empty() && tables.size() > 1) {
    refuse(file_, fmt::format("the tables and views {}", list), "one that is chosen",
           fmt::format("Name it in a schema, as in {{\"table\": \"{}\"}}, or give a \"query\".",
                       tables.front()));
  }
  const std::string& table = told.empty() ? tables.front() : told;
  if (std::find(tables.begin(), tables.end(), table) == tables.end()) {
    refuse(file_, fmt::format("the tables and views {}", list),
           fmt::format("one named \"{}\"", table), "Correct the table in the schema.");
  }
  if (database_->prepare("SELECT max(rowid) FROM " + quoted(table)) &&
      sqlite3_step(database_->statement) == SQLITE_ROW) {
    lastRow_ = sqlite3_column_int64(database_->statement, 0);
  }
  hasRowNumber_ = database_->prepare("SELECT rowid, * FROM " + quoted(table));
  if (!hasRowNumber_ && !database_->prepare("SELECT * FROM " + quoted(table))) {
    refuse(file_, fmt::format("the error \"{}\"", database_->error()),
           fmt::format("that \"{}\" can be read", table), "Mend the view, or give a \"query\".");
  }
}

void SqliteRecords::prepareQuery(const std::string& query) {
  constexpr const char* kRemedy = "Correct the query in the schema; it may only read.";
  const char* rest = nullptr;
  if (!database_->prepare(query, &rest)) {
    refuse(file_, fmt::format("the error \"{}\"", database_->error()), "one SELECT", kRemedy);
  }
  const std::string_view behind(rest,
                                query.size() - static_cast<std::size_t>(rest - query.c_str()));
  if (database_->statement == nullptr || sqlite3_stmt_readonly(database_->statement) == 0 ||
      sqlite3_column_count(database_->statement) == 0 ||
      behind.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
    refuse(file_, shown(query), "one SELECT", kRemedy);
  }
}

void SqliteRecords::nameColumns() {
  for (int i = hasRowNumber_ ? 1 : 0; i < sqlite3_column_count(database_->statement); ++i) {
    const char* const found = sqlite3_column_name(database_->statement, i);
    std::string name = found == nullptr ? "" : found;
    if (name.empty() || !isUtf8(name)) {
      refuse(file_, "a column without a name", "a name in UTF-8 for each column",
             "Give a \"query\" that names them with AS.");
    }
    if (std::find(columns_.begin(), columns_.end(), name) != columns_.end()) {
      refuse(file_, fmt::format("two columns named \"{}\"", name), "each name once",
             "Give one of them another name with AS.");
    }
    columns_.push_back(std::move(name));
  }
}

bool SqliteRecords::next() {
  fault_.reset();
  database_->steps = 0;
  sqlite3_stmt* const statement = database_->statement;
  const int result = problem_ ? SQLITE_DONE : sqlite3_step(statement);
  if (result == SQLITE_DONE) return false;
  if (result == SQLITE_INTERRUPT) {
    problem_ =
        problemAt(file_, 0, "a query that gives no row for too long", "a query that ends",
                  "See whether it joins tables without a condition, or store its result as a "
                  "table.");
    return false;
  }
  if (result != SQLITE_ROW) {
    problem_ =
        problemAt(file_, 0, fmt::format("the error \"{}\" after row {}", database_->error(), line_),
                  "that all rows can be read",
                  "See whether the database is damaged (PRAGMA integrity_check).");
    return false;
  }
  ++rows_;
  line_ = hasRowNumber_ ? sqlite3_column_int64(statement, 0) : rows_;
  fields_.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    fields_.push_back(field(static_cast<int>(i) + (hasRowNumber_ ? 1 : 0), texts_[i]));
    if (!ignored_[i] &&
        sqlite3_column_type(statement, static_cast<int>(i) + (hasRowNumber_ ? 1 : 0)) ==
            SQLITE_BLOB &&
        !fault_) {
      fault_ =
          problemAt(file_, line_, "a BLOB", "numbers, texts or NULL",
                    "Name the column under \"ignore\" in a schema, or give a \"query\" without "
                    "it.");
      fault_->column = static_cast<std::int64_t>(i) + 1;
      fault_->columnName = columns_[i];
    }
  }
  if (fault_) fields_.clear();
  return true;
}

std::string_view SqliteRecords::field(int column, std::string& text) {
  sqlite3_stmt* const statement = database_->statement;
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      text = std::to_string(sqlite3_column_int64(statement, column));
      return text;
    case SQLITE_FLOAT:
      text = fmt::format("{}", sqlite3_column_double(statement, column));
      return text;
    case SQLITE_TEXT: {
      const auto* const found =
          reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      if (found == nullptr) throw std::bad_alloc();
      return {found, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    }
    default:
      return {};
  }
}

std::int64_t SqliteRecords::bytesRead() const {
  if (lastRow_ <= 0) return 0;
  const double share = static_cast<double>(line_) / static_cast<double>(lastRow_);
  return static_cast<std::int64_t>(static_cast<double>(storedSize(file_)) *
                                   std::clamp(share, 0.0, 1.0));
}

std::vector<std::string> SqliteRecords::tables(const fs::path& file) {
  const UnpackedFile unpacked(file);
  return Database(file, unpacked.path(), kMostSteps).tables();
}

}  // namespace luce
