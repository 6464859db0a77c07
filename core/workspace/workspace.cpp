#include "core/workspace/workspace.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/common/json_reader.h"
#include "core/workspace/dataset_reader.h"
#include "core/workspace/dataset_tables.h"
#include "core/workspace/dataset_writer.h"
#include "core/workspace/kept_names.h"
#include "core/workspace/workspace_database.h"
#include "core/workspace/workspace_file.h"

namespace luce {

namespace {

/// The first layout with a column that tells how a log was imported.
constexpr int kLayoutWithImport = 2;

/// More than tables can hold.
constexpr std::size_t kMostFeatures = 2000;

std::string selectDatasets(const WorkspaceFile& file) {
  return fmt::format(
      "SELECT id, name, source, created, schema, slates, candidates, items, rows, "
      "rows_with_propensity, task_means, {} FROM dataset",
      file.layout() < kLayoutWithImport ? "''" : "import");
}

/// Throws Error where the row says what no importer would have written.
void requireSense(const DatasetSummary& summary) {
  if (summary.id < 1) throw Error(fmt::format("its number is {}", summary.id));
  for (const std::int64_t count :
       {summary.slates, summary.candidates, summary.items, summary.rows}) {
    if (count < 0) throw Error(fmt::format("it counts {}", count));
  }
  if (summary.rowsWithPropensity < 0 || summary.rowsWithPropensity > summary.rows) {
    throw Error(fmt::format("{} of its {} rows have a propensity", summary.rowsWithPropensity,
                            summary.rows));
  }
  if (summary.schema.features.size() > kMostFeatures) {
    throw Error(fmt::format("it has {} features", summary.schema.features.size()));
  }
  requireConsistent(summary.schema);
  if (summary.taskMeans.size() != summary.schema.tasks.size()) {
    throw Error(fmt::format("it has {} tasks and {} means of them", summary.schema.tasks.size(),
                            summary.taskMeans.size()));
  }
  for (const double mean : summary.taskMeans) {
    if (!(mean >= 0 && mean <= 1)) throw Error(fmt::format("a task has the mean {}", mean));
  }
}

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
  summary.import = row.getColumn(11).getString();
  const auto fail = [&](const char* why) {
    file.failDamaged(fmt::format("table dataset, the dataset \"{}\": {}", summary.name, why));
  };
  try {
    summary.schema = schemaFromJson(row.getColumn(4).getString());
    summary.taskMeans = JsonReader::parse(row.getColumn(10).getString(), "The list of means")
                            .get<std::vector<double>>();
    requireSense(summary);
  } catch (const nlohmann::json::exception& error) {
    fail(error.what());
  } catch (const Error& error) {
    fail(error.what());
  }
  return summary;
}

/// Throws Error that lists what was made on the dataset, but what was put away.
void requireUnused(WorkspaceFile& file, const DatasetSummary& summary) {
  std::vector<std::string> users;
  for (const char* table : {"run", "policy"}) {
    SQLite::Statement row(
        file.database(),
        fmt::format("SELECT name FROM {} WHERE dataset = ? AND removed IS NULL ORDER BY id",
                    table));
    row.bind(1, summary.id);
    while (row.executeStep()) {
      users.push_back(fmt::format("the {} \"{}\"", table, row.getColumn(0).getString()));
    }
  }
  if (users.empty()) return;
  throw Error(fmt::format("The dataset \"{}\" is what {} {} made on; remove {} first.",
                          summary.name, fmt::join(users, ", "), users.size() == 1 ? "was" : "were",
                          users.size() == 1 ? "it" : "them"));
}

}  // namespace

Workspace Workspace::open(const std::filesystem::path& file, Access access) {
  return Workspace(std::make_unique<Database>(file, access));
}

void Workspace::discardIfEmpty(Workspace workspace) noexcept {
  try {
    const std::filesystem::path file = canonicalFile(workspace.file());
    if (workspace.readOnly() || !workspace.datasets().empty() || !workspace.runs().empty()) return;
    if (!whyOutOfPlace(workspace.place()).empty()) return;
    // Closed first, as SQLite tidies up only behind a file that is still there.
    const WriterLock lock(file);
    workspace.database_.reset();
    for (const char* suffix : {"", "-wal", "-shm"}) {
      std::error_code ignored;
      std::filesystem::remove(file.string() + suffix, ignored);
    }
  } catch (const std::exception&) {
    // An empty workspace stays behind, which harms no one.
    return;
  }
}

Workspace::Workspace(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

const std::filesystem::path& Workspace::file() const {
  return database_->file.path();
}

const std::string& Workspace::whyReadOnly() const {
  return database_->file.whyReadOnly();
}

std::vector<DatasetSummary> Workspace::datasets() const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    std::vector<DatasetSummary> summaries;
    SQLite::Statement row(file.database(), selectDatasets(file) + " ORDER BY id");
    while (row.executeStep()) summaries.push_back(readSummary(row, file));
    return summaries;
  });
}

DatasetSummary Workspace::dataset(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    SQLite::Statement row(file.database(), selectDatasets(file) + " WHERE name = ?");
    row.bind(1, name);
    if (row.executeStep()) return readSummary(row, file);
    throw Error(unknownName(file, "dataset", name));
  });
}

std::unique_ptr<DatasetWriter> Workspace::createDataset(const std::string& name,
                                                        const std::string& source) {
  database_->file.requireInPlace();
  return std::make_unique<WorkspaceDatasetWriter>(file(), name, source);
}

SlateTable Workspace::loadDataset(const std::string& name, const Progress& progress,
                                  std::stop_token stop) const {
  return loadSlates(name, {}, progress, std::move(stop));
}

SlateTable Workspace::loadSlates(const std::string& name, const std::vector<bool>& keep,
                                 const Progress& progress, std::stop_token stop) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    // One transaction, so that another program's changes in between cannot mix in.
    SQLite::Transaction transaction(file.database());
    const DatasetSummary summary = dataset(name);
    return readDataset(file, summary, progress, std::move(stop), keep);
  });
}

SlateTable Workspace::loadSlateIndex(const std::string& name, std::stop_token stop) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    SQLite::Transaction transaction(file.database());
    const DatasetSummary summary = dataset(name);
    return readSlateIndex(file, summary, std::move(stop));
  });
}

void Workspace::removeDataset(const std::string& name) {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    const DatasetSummary summary = dataset(name);
    requireUnused(file, summary);
    requireDatasetTables(file, summary);
    file.database().exec(DatasetTables(summary.id, summary.schema).drop());
    for (const char* table : {"run", "policy"}) {
      SQLite::Statement purge(file.database(),
                              fmt::format("DELETE FROM {} WHERE dataset = ?", table));
      purge.bind(1, summary.id);
      purge.exec();
    }
    SQLite::Statement remove(file.database(), "DELETE FROM dataset WHERE id = ?");
    remove.bind(1, summary.id);
    remove.exec();
    transaction.commit();
  });
}

}  // namespace luce
