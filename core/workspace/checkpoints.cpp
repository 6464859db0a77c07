// The part of Workspace that keeps the weights of runs: checkpoints by role, and trails by step.
#include <fmt/format.h>

#include <cstring>

#include "core/workspace/connection.h"
#include "core/workspace/migration.h"
#include "core/workspace/workspace_database.h"

namespace luce {

namespace {

/// SQLite's limit on one value.
constexpr std::size_t kLargestContent = 1'000'000'000;

void requireFits(std::span<const std::byte> content) {
  if (content.size() <= kLargestContent) return;
  throw Error(
      fmt::format("A checkpoint of {} bytes is too large to be stored; a workspace takes "
                  "up to {}. Use fewer hash buckets.",
                  content.size(), kLargestContent));
}

/// The content must live until the statement has run.
void bindContent(SQLite::Statement& statement, int parameter, std::span<const std::byte> content) {
  // Passing on a null pointer would store NULL in place of an empty content.
  const void* const bytes = content.empty() ? "" : static_cast<const void*>(content.data());
  statement.bindNoCopy(parameter, bytes, static_cast<int>(content.size()));
}

/// The first column of the first row, if there is one.
std::optional<std::vector<std::byte>> readContent(SQLite::Statement& row) {
  if (!row.executeStep()) return std::nullopt;
  const SQLite::Column column = row.getColumn(0);
  std::vector<std::byte> content(static_cast<std::size_t>(column.getBytes()));
  if (!content.empty()) std::memcpy(content.data(), column.getBlob(), content.size());
  return content;
}

}  // namespace

void Workspace::saveCheckpoint(std::int64_t run, const CheckpointRecord& checkpoint,
                               std::span<const std::byte> content) {
  requireFits(content);
  WorkspaceFile& file = database_->file;
  file.requireWritable();
  const LongValues withLongValues(file.database().getHandle());
  file.guarded([&] {
    SQLite::Statement insert(
        file.database(),
        "INSERT OR REPLACE INTO checkpoint (run, role, step, content) VALUES (?, ?, ?, ?)");
    insert.bind(1, run);
    insert.bind(2, checkpoint.role);
    insert.bind(3, checkpoint.step);
    bindContent(insert, 4, content);
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
    return readContent(row);
  });
}

void Workspace::saveTrail(std::int64_t run, std::int64_t step, std::span<const std::byte> content) {
  requireFits(content);
  WorkspaceFile& file = database_->file;
  file.requireWritable();
  const LongValues withLongValues(file.database().getHandle());
  file.guarded([&] {
    SQLite::Statement insert(file.database(),
                             "INSERT OR REPLACE INTO trail (run, step, content) VALUES (?, ?, ?)");
    insert.bind(1, run);
    insert.bind(2, step);
    bindContent(insert, 3, content);
    insert.exec();
  });
}

std::vector<std::int64_t> Workspace::trail(std::int64_t run) const {
  WorkspaceFile& file = database_->file;
  std::vector<std::int64_t> steps;
  if (file.layout() < kLayoutWithTrail) return steps;
  file.guarded([&] {
    SQLite::Statement row(file.database(), "SELECT step FROM trail WHERE run = ? ORDER BY step");
    row.bind(1, run);
    while (row.executeStep()) steps.push_back(row.getColumn(0).getInt64());
  });
  return steps;
}

std::optional<std::vector<std::byte>> Workspace::loadTrail(std::int64_t run,
                                                           std::int64_t step) const {
  WorkspaceFile& file = database_->file;
  if (file.layout() < kLayoutWithTrail) return std::nullopt;
  const LongValues withLongValues(file.database().getHandle());
  return file.guarded([&] {
    SQLite::Statement row(file.database(), "SELECT content FROM trail WHERE run = ? AND step = ?");
    row.bind(1, run);
    row.bind(2, step);
    return readContent(row);
  });
}

void Workspace::dropTrail(std::int64_t run, std::span<const std::int64_t> steps) {
  WorkspaceFile& file = database_->file;
  file.requireWritable();
  file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement remove(file.database(), "DELETE FROM trail WHERE run = ? AND step = ?");
    for (const std::int64_t step : steps) {
      remove.bind(1, run);
      remove.bind(2, step);
      remove.exec();
      remove.reset();
    }
    transaction.commit();
  });
}

}  // namespace luce
