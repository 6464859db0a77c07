#include "tests/support/old_workspace.h"

#include <sqlite3.h>

#include <stdexcept>
#include <string>

namespace luce {

namespace {

/// Word by word what the first layout was.
constexpr const char* kLayout1 = R"sql(
PRAGMA page_size = 16384;
PRAGMA journal_mode = WAL;
BEGIN;
PRAGMA application_id = 1282761573;
PRAGMA user_version = 1;

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

INSERT INTO dataset VALUES (1, 'old log', 'old.csv', '2026-11-01T10:00:00Z',
  '{"examination":false,"features":[{"kind":"numeric","name":"price","scope":"candidate"}],"position":true,"propensity":true,"shape":"slate","tasks":["click","like"],"time":false}',
  2, 3, 3, 3, 2, '[0.3333333333333333,0.5]');
CREATE TABLE dataset_1_item (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL
) STRICT;
CREATE TABLE dataset_1_slate (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  time REAL
) STRICT;
CREATE TABLE dataset_1_candidate (
  id INTEGER PRIMARY KEY,
  slate INTEGER NOT NULL,
  item INTEGER NOT NULL,
  position INTEGER,
  propensity REAL,
  examination REAL,
  "click" REAL NOT NULL,
  "like" REAL NOT NULL,
  "price" REAL
) STRICT;
CREATE VIEW dataset_1_log AS SELECT s.key AS slate, s.time AS time, i.key AS item, position, propensity, examination, "price", "click", "like" FROM dataset_1_candidate AS c JOIN dataset_1_slate AS s ON s.id = c.slate JOIN dataset_1_item AS i ON i.id = c.item;
INSERT INTO dataset_1_item VALUES (0, 'apple'), (1, 'bread'), (2, 'cheese');
INSERT INTO dataset_1_slate VALUES (0, 's0', NULL), (1, 's1', NULL);
INSERT INTO dataset_1_candidate VALUES
  (1, 0, 0, 1, 0.75, NULL, 1, 0.5, 2.5), (2, 0, 1, 2, 0.25, NULL, 0, 0.5, NULL),
  (3, 1, 2, NULL, NULL, NULL, 0, 0.5, -1);

INSERT INTO run VALUES (1, 'aligned', 1, '{"seed": 3}', 'finished', '', '2026-11-01T10:01:00Z', 12.5,
  '{"device": "cpu"}'), (2, 'lost', 1, '{}', 'running', '', '2026-11-01T11:00:00Z', 0, '');
INSERT INTO metric VALUES (1, 1, 10, 'loss/bce', 0.75), (2, 1, 20, 'kl', NULL), (3, 2, 5, 'kl', 0.5);
INSERT INTO checkpoint VALUES (1, 'best', 20, x'0102030405');
COMMIT;
)sql";

}  // namespace

void makeFirstLayoutWorkspace(const std::filesystem::path& file, int ballast) {
  sqlite3* database = nullptr;
  std::string sql = kLayout1;
  if (ballast > 0) {
    sql += "INSERT INTO checkpoint VALUES (1, 'ballast', 1, randomblob(1000000 * " +
           std::to_string(ballast) + "));";
  }
  const bool made = sqlite3_open(file.c_str(), &database) == SQLITE_OK &&
                    sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  const std::string error = sqlite3_errmsg(database);
  sqlite3_close(database);
  if (!made) throw std::runtime_error(error);
}

}  // namespace luce
