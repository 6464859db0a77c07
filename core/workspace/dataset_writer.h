// Writes one dataset in one transaction on a connection of its own, so that the Workspace it
// belongs to stays usable, and sees nothing of it, until commit().
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/workspace/dataset_tables.h"
#include "core/workspace/row_statement.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspace_file.h"

namespace luce {

class WorkspaceDatasetWriter final : public DatasetWriter {
 public:
  /// Throws Error if the name is taken, blank, longer than 200 bytes or not one line of UTF-8.
  WorkspaceDatasetWriter(const std::filesystem::path& workspace, const std::string& name,
                         const std::string& source);

  void begin(const Schema& schema) override;
  void addItem(const ItemRecord& item) override;
  void addSlate(const SlateRecord& slate) override;
  void addCandidate(const CandidateRecord& candidate) override;
  void describeImport(const std::string& json) override;
  void commit() override;

 private:
  /// Looks keys up without making a string of each.
  struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };
  struct Statements {
    Statements(SQLite::Database& database, const DatasetTables& tables, LogShape shape);
    RowStatement item, slate;
    std::unique_ptr<RowStatement> candidate, pair;
  };

  std::int64_t itemIndex(std::string_view key);
  std::int64_t insertItem(const ItemRecord& item);
  void insertPairs(std::span<const PairValue> pairs);
  /// Binds position, propensity, examination and labels from that parameter on.
  int bindLogged(RowStatement& statement, int parameter, std::uint16_t position, double propensity,
                 double examination, std::span<const float> labels);
  void requireBegun() const;

  WorkspaceFile file_;
  SQLite::Transaction transaction_;
  std::string name_, source_, import_;
  Schema schema_;
  std::int64_t dataset_ = 0;
  std::unique_ptr<DatasetTables> tables_;
  std::unique_ptr<Statements> statements_;
  std::unordered_map<std::string, std::int64_t, KeyHash, std::equal_to<>> items_;
  std::int64_t slates_ = 0, candidates_ = 0, rows_ = 0, rowsWithPropensity_ = 0;
  std::vector<double> labelSums_;
};

}  // namespace luce
