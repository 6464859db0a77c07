#include "core/workspace/migration.h"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <system_error>

#include "core/common/error.h"
#include "core/workspace/database_copy.h"

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
    R"sql(
ALTER TABLE metric ADD COLUMN seconds REAL;
CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  dataset INTEGER NOT NULL REFERENCES dataset (id),
  source TEXT NOT NULL CHECK (source IN ('scores', 'model')),
  file TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  file_sha256 TEXT NOT NULL,
  imported TEXT NOT NULL,
  value_model TEXT NOT NULL DEFAULT '{}',
  slates INTEGER NOT NULL,
  candidates INTEGER NOT NULL,
  removed TEXT
) STRICT;
CREATE INDEX policy_dataset ON policy (dataset);
CREATE TABLE policy_column (
  policy INTEGER NOT NULL REFERENCES policy (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (policy, name)
) STRICT;
)sql",
};

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
  if (copyDatabase(database, backup)) return;
  throw Error(
      fmt::format("The copy \"{}\", which is kept before a workspace is brought to a new "
                  "layout, could not be written. Check the disk and its free space.",
                  backup.string()));
}

}  // namespace luce
