#include "core/workspace/workspace.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "core/workspace/dataset_reader.h"
#include "core/workspace/dataset_tables.h"
#include "core/workspace/dataset_writer.h"
#include "core/workspace/workspace_database.h"
#include "core/workspace/workspace_file.h"

namespace luce {

namespace {

constexpr const char* kDatasets =
    "SELECT id, name, source, created, schema, slates, candidates, items, rows, "
    "rows_with_propensity, task_means FROM dataset";

DatasetSummary readSummary(SQLite::Statement& row, const WorkspaceFile& file) {
  DatasetSummary summary;
  summary.id = row.getColumn(0).getInt64();
  summary.name = row.getColumn(1).getString();
  summary.source = row.getColumn(2).getString();
  summary.created = row.getColumn(3).getString();
  summary.slates = row.getColumn(5).getInt64();
  summary.candidates = row.getColumn(6).getInt64();
  summary.items = row.getColumn(7).getInt64();
  summary.rows = row.getColumn(8).getInt64();
  summary.rowsWithPropensity = row.getColumn(9).getInt64();
  try {
    summary.schema = schemaFromJson(row.getColumn(4).getString());
    requireConsistent(summary.schema);
    summary.taskMeans =
        nlohmann::json::parse(row.getColumn(10).getString()).get<std::vector<double>>();
  } catch (const nlohmann::json::exception& error) {
    file.failDamaged(error.what());
  } catch (const Error& error) {
    file.failDamaged(error.what());
  }
  return summary;
}

}  // namespace

Workspace Workspace::open(const std::filesystem::path& file) {
  return Workspace(std::make_unique<Database>(file));
}

Workspace::Workspace(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

const std::filesystem::path& Workspace::file() const {
  return database_->file.path();
}

std::vector<DatasetSummary> Workspace::datasets() const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    std::vector<DatasetSummary> summaries;
    SQLite::Statement row(file.database(), std::string(kDatasets) + " ORDER BY id");
    while (row.executeStep()) summaries.push_back(readSummary(row, file));
    return summaries;
  });
}

DatasetSummary Workspace::dataset(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    SQLite::Statement row(file.database(), std::string(kDatasets) + " WHERE name = ?");
    row.bind(1, name);
    if (row.executeStep()) return readSummary(row, file);
    throw Error(unknownName(file, "dataset", name));
  });
}

std::unique_ptr<DatasetWriter> Workspace::createDataset(const std::string& name,
                                                        const std::string& source) {
  return std::make_unique<WorkspaceDatasetWriter>(file(), name, source);
}

SlateTable Workspace::loadDataset(const std::string& name, const Progress& progress,
                                  std::stop_token stop) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    // One transaction, so that another program's changes in between cannot mix in.
    SQLite::Transaction transaction(file.database());
    const DatasetSummary summary = dataset(name);
    return readDataset(file, summary, progress, std::move(stop));
  });
}

void Workspace::removeDataset(const std::string& name) {
  WorkspaceFile& file = database_->file;
  file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    const DatasetSummary summary = dataset(name);
    std::vector<std::string> users;
    SQLite::Statement runs(file.database(), "SELECT name FROM run WHERE dataset = ? ORDER BY id");
    runs.bind(1, summary.id);
    while (runs.executeStep())
      users.push_back(fmt::format("\"{}\"", runs.getColumn(0).getString()));
    if (!users.empty()) {
      throw Error(fmt::format("The dataset \"{}\" is what {} {} made on; remove {} first.", name,
                              fmt::join(users, ", "), users.size() == 1 ? "was" : "were",
                              users.size() == 1 ? "that run" : "those runs"));
    }
    file.database().exec(DatasetTables(summary.id, summary.schema).drop());
    SQLite::Statement remove(file.database(), "DELETE FROM dataset WHERE id = ?");
    remove.bind(1, summary.id);
    remove.exec();
    transaction.commit();
  });
}

}  // namespace luce
