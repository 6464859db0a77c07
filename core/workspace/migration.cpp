#include "core/workspace/migration.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <system_error>

#include "core/common/error.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

/// Step v leads from layout v to layout v + 1. A step that was released is never changed.
constexpr std::array<const char*, kLayoutVersion> kSteps{
    R"sql(
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
)sql",
    "ALTER TABLE dataset ADD COLUMN import TEXT NOT NULL DEFAULT ''",
    R"sql(
ALTER TABLE run ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN removed TEXT;
CREATE TABLE trail (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (run, step)
) STRICT;
DROP INDEX metric_run;
CREATE INDEX metric_run_step ON metric (run, step);
)sql",
};

/// The copy on its way; gone unless it was finished.
class UnfinishedCopy {
 public:
  explicit UnfinishedCopy(fs::path file) : file_(std::move(file)) { remove(); }
  ~UnfinishedCopy() { remove(); }
  UnfinishedCopy(const UnfinishedCopy&) = delete;
  UnfinishedCopy& operator=(const UnfinishedCopy&) = delete;
  const fs::path& file() const { return file_; }

 private:
  void remove() const {
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
      fs::remove(file_.string() + suffix, ignored);
    }
  }
  fs::path file_;
};

void copyPages(SQLite::Database& from, const fs::path& file) {
  SQLite::Database to(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
  sqlite3_extended_result_codes(to.getHandle(), 1);
  // A copy that is not finished is thrown away, so it needs no journal.
  to.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL");
  sqlite3_backup* const backup =
      sqlite3_backup_init(to.getHandle(), "main", from.getHandle(), "main");
  if (backup == nullptr) throw SQLite::Exception(to.getHandle());
  constexpr int kAllPages = -1;
  const int result = sqlite3_backup_step(backup, kAllPages);
  sqlite3_backup_finish(backup);
  if (result != SQLITE_DONE) throw SQLite::Exception(to.getHandle(), result);
}

/// So that neither the copy nor its name is lost when the power fails.
bool reachesDisk(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = fsync(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

}  // namespace

void runMigrations(SQLite::Database& database, int from, int to) {
  for (int layout = from; layout < to; ++layout) {
    database.exec(kSteps[static_cast<std::size_t>(layout)]);
  }
}

fs::path backupFile(const fs::path& workspace, int layout) {
  return fmt::format("{}.layout-{}.backup", workspace.string(), layout);
}

void backUp(SQLite::Database& database, const fs::path& backup) {
  std::error_code error;
  if (fs::exists(backup, error)) return;
  const UnfinishedCopy copy(backup.string() + ".part");
  copyPages(database, copy.file());
  if (reachesDisk(copy.file())) fs::rename(copy.file(), backup, error);
  if (error || !fs::exists(backup)) {
    throw Error(
        fmt::format("The copy \"{}\", which is kept before a workspace is brought to a new "
                    "layout, could not be written. Check the disk and its free space.",
                    backup.string()));
  }
  reachesDisk(backup.parent_path());
}

}  // namespace luce
