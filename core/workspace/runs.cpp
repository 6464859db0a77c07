// The part of Workspace that keeps runs, their metrics and checkpoints.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstring>
#include <utility>

#include "core/common/json_reader.h"
#include "core/workspace/connection.h"
#include "core/workspace/row_statement.h"
#include "core/workspace/workspace_database.h"

namespace luce {

namespace {

/// SQLite's limit on one value.
constexpr std::size_t kLargestContent = 1'000'000'000;

constexpr const char* kRuns =
    "SELECT run.id, run.name, dataset.name, experiment, status, message, started, seconds, "
    "environment FROM run JOIN dataset ON dataset.id = run.dataset";

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
  try {
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
  explicit Liveness(const WorkspaceFile& file)
      : path_(file.path()), alive_(file.whyReadOnly().empty() || writerOf(path_)) {}

  void settle(RunRecord& run) const {
    if (run.status != RunStatus::Running || alive_ || writerOf(path_)) return;
    run.status = RunStatus::Stopped;
    run.message = kDeadRun;
  }

 private:
  std::filesystem::path path_;
  bool alive_;
};

bool hasRun(WorkspaceFile& file, const std::string& name) {
  SQLite::Statement row(file.database(), "SELECT 1 FROM run WHERE name = ?");
  row.bind(1, name);
  return row.executeStep();
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

std::string unknownName(WorkspaceFile& file, const std::string& table, const std::string& name) {
  std::vector<std::string> names;
  SQLite::Statement row(file.database(), fmt::format("SELECT name FROM {} ORDER BY id", table));
  while (row.executeStep()) names.push_back(fmt::format("\"{}\"", row.getColumn(0).getString()));
  if (names.empty()) {
    return fmt::format("\"{}\" has no {} named \"{}\"; it has no {}s yet.", file.path().string(),
                       table, name, table);
  }
  return fmt::format("\"{}\" has no {} named \"{}\"; there {} {}.", file.path().string(), table,
                     name, names.size() == 1 ? "is" : "are", fmt::join(names, ", "));
}

std::vector<RunRecord> Workspace::runs() const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    const Liveness liveness(file);
    std::vector<RunRecord> records;
    SQLite::Statement row(file.database(), std::string(kRuns) + " ORDER BY run.id");
    while (row.executeStep()) {
      records.push_back(readRun(row, file));
      liveness.settle(records.back());
    }
    return records;
  });
}

RunRecord Workspace::run(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    const Liveness liveness(file);
    SQLite::Statement row(file.database(), std::string(kRuns) + " WHERE run.name = ?");
    row.bind(1, name);
    if (!row.executeStep()) throw Error(unknownName(file, "run", name));
    RunRecord record = readRun(row, file);
    liveness.settle(record);
    return record;
  });
}

std::int64_t Workspace::createRun(const RunRecord& run) {
  if (run.name.empty()) throw Error("A run needs a name.");
  WorkspaceFile& file = database_->file;
  file.requireWritable();
  return file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    if (hasRun(file, run.name)) {
      throw Error(fmt::format("\"{}\" already has a run named \"{}\"; choose another name.",
                              file.path().string(), run.name));
    }
    SQLite::Statement insert(
        file.database(),
        "INSERT INTO run (name, dataset, experiment, status, message, started, seconds, "
        "environment) VALUES (?, ?, ?, ?, ?, coalesce(nullif(?, ''), "
        "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?, ?)");
    insert.bind(1, run.name);
    insert.bind(2, dataset(run.dataset).id);
    insert.bind(3, run.experiment);
    insert.bind(4, toString(run.status));
    insert.bind(5, run.message);
    insert.bind(6, run.started);
    insert.bind(7, run.seconds);
    insert.bind(8, run.environment);
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
    if (update.exec() == 0) {
      throw Error(fmt::format("\"{}\" has no run number {}; it may have been removed.",
                              file.path().string(), run));
    }
  });
}

void Workspace::removeRun(const std::string& name) {
  WorkspaceFile& file = database_->file;
  file.requireWritable();
  file.guarded([&] {
    SQLite::Statement remove(file.database(), "DELETE FROM run WHERE name = ?");
    remove.bind(1, name);
    if (remove.exec() == 0) throw Error(unknownName(file, "run", name));
  });
}

std::string Workspace::freeRunName(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    std::string free = name;
    for (int number = 2; hasRun(file, free); ++number) free = fmt::format("{} {}", name, number);
    return free;
  });
}

void Workspace::appendMetrics(std::int64_t run, std::span<const MetricPoint> points) {
  WorkspaceFile& file = database_->file;
  file.requireWritable();
  file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    RowStatement insert(file.database(),
                        "INSERT INTO metric (run, step, name, value) VALUES (?, ?, ?, ?)");
    for (const MetricPoint& point : points) {
      insert.bind(0, run);
      insert.bind(1, point.step);
      insert.bind(2, std::string_view(point.name));
      insert.bind(3, point.value);
      insert.insert();
    }
    transaction.commit();
  });
}

std::vector<MetricPoint> Workspace::metrics(std::int64_t run) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    std::vector<MetricPoint> points;
    RowStatement row(file.database(),
                     "SELECT step, name, value FROM metric WHERE run = ? ORDER BY id");
    row.bind(0, run);
    while (row.next()) {
      points.push_back({.step = row.integer(0),
                        .name = std::string(row.text(1)),
                        .value = row.realOrMissing(2)});
    }
    return points;
  });
}

void Workspace::saveCheckpoint(std::int64_t run, const CheckpointRecord& checkpoint,
                               std::span<const std::byte> content) {
  WorkspaceFile& file = database_->file;
  if (content.size() > kLargestContent) {
    throw Error(
        fmt::format("A checkpoint of {} bytes is too large to be stored; a workspace takes "
                    "up to {}. Use fewer hash buckets.",
                    content.size(), kLargestContent));
  }
  file.requireWritable();
  const LongValues withLongValues(file.database().getHandle());
  file.guarded([&] {
    SQLite::Statement insert(
        file.database(),
        "INSERT OR REPLACE INTO checkpoint (run, role, step, content) VALUES (?, ?, ?, ?)");
    insert.bind(1, run);
    insert.bind(2, checkpoint.role);
    insert.bind(3, checkpoint.step);
    // Passing on a null pointer would store NULL in place of an empty content.
    const void* const bytes = content.empty() ? "" : static_cast<const void*>(content.data());
    insert.bindNoCopy(4, bytes, static_cast<int>(content.size()));
    insert.exec();
  });
}

std::vector<CheckpointRecord> Workspace::checkpoints(std::int64_t run) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    std::vector<CheckpointRecord> records;
    SQLite::Statement row(file.database(),
                          "SELECT step, role FROM checkpoint WHERE run = ? ORDER BY step, role");
    row.bind(1, run);
    while (row.executeStep()) {
      records.push_back(
          {.step = row.getColumn(0).getInt64(), .role = row.getColumn(1).getString()});
    }
    return records;
  });
}

std::optional<std::vector<std::byte>> Workspace::loadCheckpoint(std::int64_t run,
                                                                const std::string& role) const {
  WorkspaceFile& file = database_->file;
  const LongValues withLongValues(file.database().getHandle());
  return file.guarded([&]() -> std::optional<std::vector<std::byte>> {
    SQLite::Statement row(file.database(),
                          "SELECT content FROM checkpoint WHERE run = ? AND role = ?");
    row.bind(1, run);
    row.bind(2, role);
    if (!row.executeStep()) return std::nullopt;
    const SQLite::Column column = row.getColumn(0);
    std::vector<std::byte> content(static_cast<std::size_t>(column.getBytes()));
    if (!content.empty()) std::memcpy(content.data(), column.getBlob(), content.size());
    return content;
  });
}

}  // namespace luce
