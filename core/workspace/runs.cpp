// The part of Workspace that keeps runs and their metrics.
#include <fmt/format.h>

#include <utility>

#include "core/common/json_reader.h"
#include "core/workspace/dead_run.h"
#include "core/workspace/kept_names.h"
#include "core/workspace/migration.h"
#include "core/workspace/row_statement.h"
#include "core/workspace/run_text.h"
#include "core/workspace/workspace_database.h"

namespace luce {

namespace {

std::string selectRuns(const WorkspaceFile& file, const std::string& which) {
  return fmt::format(
      "SELECT run.id, run.name, dataset.name, experiment, status, message, started, seconds, "
      "environment, {} FROM run JOIN dataset ON dataset.id = run.dataset {}",
      file.layout() < kLayoutWithTrail ? "'', '', ''" : "colour, note, coalesce(removed, '')",
      which);
}

RunStatus statusFromString(const std::string& text) {
  for (const RunStatus status : {RunStatus::Running, RunStatus::Finished, RunStatus::Stopped}) {
    if (toString(status) == text) return status;
  }
  return RunStatus::Failed;
}

RunRecord readRun(SQLite::Statement& row, const WorkspaceFile& file) {
  RunRecord run;
  run.id = row.getColumn(0).getInt64();
  run.name = row.getColumn(1).getString();
  run.dataset = row.getColumn(2).getString();
  run.experiment = row.getColumn(3).getString();
  run.status = statusFromString(row.getColumn(4).getString());
  run.message = row.getColumn(5).getString();
  run.started = row.getColumn(6).getString();
  run.seconds = row.getColumn(7).getDouble();
  run.environment = row.getColumn(8).getString();
  run.colour = row.getColumn(9).getString();
  run.note = row.getColumn(10).getString();
  run.removed = row.getColumn(11).getString();
  try {
    requireColour(run.colour);
    JsonReader::parse(run.experiment, "its experiment");
  } catch (const Error& error) {
    file.failDamaged(fmt::format("table run, the run \"{}\": {}", run.name, error.what()));
  }
  return run;
}

/// Tells runs that go on from those whose program died, for who may not mark them as stopped.
class Liveness {
 public:
  /// To be made before runs are read, so that no run ends unnoticed in between.
  explicit Liveness(WorkspaceFile& file)
      : file_(file), alive_(file.whyReadOnly().empty() || writerOf(file.path())) {}

  void settle(RunRecord& run) const {
    if (run.status != RunStatus::Running || alive_ || writerOf(file_.path())) return;
    run.status = RunStatus::Stopped;
    run.message = kDeadRun;
    if (file_.layout() < kLayoutWithPolicies) return;
    SQLite::Statement seconds(file_.database(),
                              fmt::format("SELECT {} FROM run WHERE id = ?", kDeadRunSeconds));
    seconds.bind(1, run.id);
    if (seconds.executeStep()) run.seconds = seconds.getColumn(0).getDouble();
  }

 private:
  WorkspaceFile& file_;
  bool alive_;
};

std::vector<RunRecord> readRuns(WorkspaceFile& file, const std::string& which) {
  return file.guarded([&] {
    const Liveness liveness(file);
    std::vector<RunRecord> records;
    SQLite::Statement row(file.database(), selectRuns(file, which));
    while (row.executeStep()) {
      records.push_back(readRun(row, file));
      liveness.settle(records.back());
    }
    return records;
  });
}

std::string selectMetrics(const WorkspaceFile& file) {
  return fmt::format("SELECT step, name, value, {} FROM metric ",
                     file.layout() < kLayoutWithPolicies ? "NULL" : "seconds");
}

std::vector<MetricPoint> readMetrics(RowStatement& row) {
  std::vector<MetricPoint> points;
  while (row.next()) {
    points.push_back({.step = row.integer(0),
                      .name = std::string(row.text(1)),
                      .value = row.realOrMissing(2),
                      .seconds = row.realOrMissing(3)});
  }
  return points;
}

}  // namespace

std::string toString(RunStatus status) {
  switch (status) {
    case RunStatus::Running:
      return "running";
    case RunStatus::Finished:
      return "finished";
    case RunStatus::Stopped:
      return "stopped";
    case RunStatus::Failed:
      break;
  }
  return "failed";
}

std::vector<RunRecord> Workspace::runs() const {
  WorkspaceFile& file = database_->file;
  return readRuns(file, fmt::format("WHERE {} ORDER BY run.id", notPutAway(file, "run")));
}

std::vector<RunRecord> Workspace::runsPutAway() const {
  WorkspaceFile& file = database_->file;
  return readRuns(file, fmt::format("WHERE NOT ({}) ORDER BY run.id", notPutAway(file, "run")));
}

RunRecord Workspace::run(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    const Liveness liveness(file);
    SQLite::Statement row(file.database(), selectRuns(file, fmt::format("WHERE run.name = ? AND {}",
                                                                        notPutAway(file, "run"))));
    row.bind(1, name);
    if (!row.executeStep()) throw Error(unknownName(file, "run", name));
    RunRecord record = readRun(row, file);
    liveness.settle(record);
    return record;
  });
}

std::int64_t Workspace::createRun(const RunRecord& run) {
  requireColour(run.colour);
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  return file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    constexpr std::int64_t kNone = 0;
    makeRoomForName(file, "run", run.name, kNone);
    SQLite::Statement insert(
        file.database(),
        "INSERT INTO run (name, dataset, experiment, status, message, started, seconds, "
        "environment, colour, note) VALUES (?, ?, ?, ?, ?, coalesce(nullif(?, ''), "
        "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?, ?, ?, ?)");
    insert.bind(1, run.name);
    insert.bind(2, dataset(run.dataset).id);
    insert.bind(3, run.experiment);
    insert.bind(4, toString(run.status));
    insert.bind(5, run.message);
    insert.bind(6, run.started);
    insert.bind(7, run.seconds);
    insert.bind(8, run.environment);
    insert.bind(9, run.colour);
    insert.bind(10, run.note);
    insert.exec();
    const std::int64_t id = file.database().getLastInsertRowid();
    transaction.commit();
    return id;
  });
}

void Workspace::finishRun(std::int64_t run, RunStatus status, const std::string& message,
                          double seconds) {
  WorkspaceFile& file = database_->file;
  file.requireWritable();
  file.guarded([&] {
    SQLite::Statement update(file.database(),
                             "UPDATE run SET status = ?, message = ?, seconds = ? WHERE id = ?");
    update.bind(1, toString(status));
    update.bind(2, message);
    update.bind(3, seconds);
    update.bind(4, run);
    if (update.exec() == 0) failMissing(file, "run", run);
  });
}

void Workspace::changeRuns(std::span<const RunChange> changes) {
  for (const RunChange& change : changes) {
    if (change.colour) requireColour(*change.colour);
  }
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const RunChange& change : changes) {
      if (change.name) {
        makeRoomForName(file, "run", *change.name, change.run);
        setText(file, "run", change.run, "name", *change.name);
      }
      if (change.colour) setText(file, "run", change.run, "colour", *change.colour);
      if (change.note) setText(file, "run", change.run, "note", *change.note);
      if (change.putAway) setPutAway(file, "run", change.run, *change.putAway);
    }
    transaction.commit();
  });
}

int Workspace::purgeRuns() {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  return file.guarded(
      [&] { return file.database().exec("DELETE FROM run WHERE removed IS NOT NULL"); });
}

int Workspace::purgeRuns(std::span<const std::string> names) {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  return file.guarded([&] { return purgePutAway(file, "run", names); });
}

void Workspace::removeRun(const std::string& name) {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  file.guarded([&] {
    SQLite::Statement remove(file.database(), "DELETE FROM run WHERE name = ?");
    remove.bind(1, name);
    if (remove.exec() == 0) throw Error(unknownName(file, "run", name));
  });
}

std::string Workspace::freeRunName(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] { return freeName(file, "run", name); });
}

void Workspace::appendMetrics(std::int64_t run, std::span<const MetricPoint> points) {
  WorkspaceFile& file = database_->file;
  file.requireWritable();
  file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    RowStatement insert(file.database(),
                        "INSERT INTO metric (run, step, name, value, seconds) VALUES (?, ?, ?, ?, "
                        "?)");
    for (const MetricPoint& point : points) {
      insert.bind(0, run);
      insert.bind(1, point.step);
      insert.bind(2, std::string_view(point.name));
      insert.bind(3, point.value);
      insert.bind(4, point.seconds);
      insert.insert();
    }
    transaction.commit();
  });
}

std::vector<MetricPoint> Workspace::metrics(std::int64_t run) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    RowStatement row(file.database(), selectMetrics(file) + "WHERE run = ? ORDER BY step, id");
    row.bind(0, run);
    return readMetrics(row);
  });
}

std::vector<MetricPoint> Workspace::metrics(std::int64_t run, std::int64_t step) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    RowStatement row(file.database(),
                     selectMetrics(file) + "WHERE run = ? AND step = ? ORDER BY id");
    row.bind(0, run);
    row.bind(1, step);
    return readMetrics(row);
  });
}

}  // namespace luce
