#include "core/workspace/workspace_file.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <fstream>
#include <string>
#include <string_view>

namespace luce {

namespace {

constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};

/// Larger files are not searched for damage when they are opened, since that would take longer than
/// loading them; damage is then found where it is read.
constexpr std::uintmax_t kLargestCheckedFile = 8u << 20;

constexpr const char* kTables = R"sql(
CREATE TABLE dataset (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  created TEXT NOT NULL,
  schema TEXT NOT NULL,
  slates INTEGER NOT NULL DEFAULT 0,
  candidates INTEGER NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0,
  rows INTEGER NOT NULL DEFAULT 0,
  rows_with_propensity INTEGER NOT NULL DEFAULT 0,
  task_means TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  dataset INTEGER NOT NULL REFERENCES dataset (id),
  experiment TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'stopped', 'failed')),
  message TEXT NOT NULL DEFAULT '',
  started TEXT NOT NULL,
  seconds REAL NOT NULL DEFAULT 0,
  environment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX run_dataset ON run (dataset);
CREATE TABLE metric (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  name TEXT NOT NULL,
  value REAL
) STRICT;
CREATE INDEX metric_run ON metric (run);
CREATE TABLE checkpoint (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  step INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (run, role)
) STRICT;
)sql";

/// Says what a file that is there holds before SQLite is asked to write to it.
void requireDatabase(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw Error(fmt::format("\"{}\" is a folder, not a Luce workspace.", path.string()));
  }
  const bool present = std::filesystem::exists(path, error);
  if (error) {
    throw Error(fmt::format("\"{}\" cannot be opened: {}.", path.string(), error.message()));
  }
  if (!present) return;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    throw Error(fmt::format("\"{}\" cannot be read; check who may read it.", path.string()));
  }
  std::string head(kSqliteMagic.size(), '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream.gcount()));
  if (!head.empty() && head != kSqliteMagic) {
    throw Error(
        fmt::format("\"{}\" is not a Luce workspace. To open a log, import it into a workspace.",
                    path.string()));
  }
}

}  // namespace

WorkspaceFile::WorkspaceFile(std::filesystem::path path, int patienceMilliseconds)
    : path_(std::move(path)), database_(connect(patienceMilliseconds)) {
  guarded([&] {
    configure();
    requireLuce();
    requireSound();
    // Readers and one writer at the same time; a crash loses no committed transaction.
    database_.exec("PRAGMA journal_mode = WAL");
  });
}

SQLite::Database WorkspaceFile::connect(int patienceMilliseconds) const {
  requireDatabase(path_);
  return guarded([&] {
    // Each connection stays on one thread, so SQLite's own locks would only cost time.
    return SQLite::Database(path_,
                            SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                            patienceMilliseconds);
  });
}

void WorkspaceFile::configure() {
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_extended_result_codes(database_.getHandle(), 1);
  database_.exec(
      "PRAGMA trusted_schema = OFF;"
      "PRAGMA cell_size_check = ON;"
      "PRAGMA foreign_keys = ON;"
      "PRAGMA synchronous = NORMAL;"
      "PRAGMA secure_delete = OFF;"
      "PRAGMA journal_size_limit = 4194304;"
      // Of new files: a fifth faster to fill than pages of 4 KiB.
      "PRAGMA page_size = 16384");
}

void WorkspaceFile::requireLuce() {
  const auto number = [&](const char* pragma) {
    return database_.execAndGet(std::string("PRAGMA ") + pragma).getInt();
  };
  const auto isNew = [&] {
    return number("application_id") == 0 && number("user_version") == 0 &&
           database_.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  };
  if (isNew()) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    // Another program may have made the tables while this one waited for the lock.
    if (isNew()) createTables();
    transaction.commit();
  }
  if (number("application_id") != kApplicationId) {
    throw Error(
        fmt::format("\"{}\" is an SQLite database, but not a Luce workspace.", path_.string()));
  }
  const int version = number("user_version");
  if (version > kLayoutVersion) {
    throw Error(fmt::format(
        "\"{}\" was made by a newer Luce (layout {}; this one knows {}). Update Luce to open it.",
        path_.string(), version, kLayoutVersion));
  }
  if (version < 1) failDamaged(fmt::format("its layout number is {}", version));
}

void WorkspaceFile::createTables() {
  database_.exec(kTables);
  database_.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId,
                             kLayoutVersion));
}

void WorkspaceFile::requireSound() {
  if (std::filesystem::file_size(path_) > kLargestCheckedFile) return;
  const std::string report = database_.execAndGet("PRAGMA quick_check(1)").getString();
  if (report != "ok") failDamaged(report);
}

void WorkspaceFile::failDamaged(const std::string& how) const {
  throw Error(
      fmt::format("\"{}\" is damaged ({}). Open a copy of it from before, or import the logs anew "
                  "into another workspace.",
                  path_.string(), how));
}

void WorkspaceFile::fail(const SQLite::Exception& exception) const {
  const std::string name = path_.string();
  switch (exception.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw BusyError(fmt::format(
          "\"{}\" is in use by another program. Try again when that has finished.", name));
    case SQLITE_FULL:
      throw Error(fmt::format(
          "The disk is full: \"{}\" could not be written. Free some space and try again.", name));
    case SQLITE_READONLY:
      throw Error(
          fmt::format("\"{}\" may only be read. Copy it to a folder that you may write to.", name));
    case SQLITE_CANTOPEN:
      throw Error(fmt::format(
          "\"{}\" cannot be opened. Check that its folder is there and may be written to.", name));
    case SQLITE_IOERR:
      throw Error(fmt::format(
          "\"{}\" could not be read or written ({}). Check the disk and its free space.", name,
          exception.what()));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:
    case SQLITE_MISMATCH:
      failDamaged(exception.what());
    default:
      throw Error(fmt::format("\"{}\" could not be used: {}.", name, exception.what()));
  }
}

}  // namespace luce
