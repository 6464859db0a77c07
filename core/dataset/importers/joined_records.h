// A log's records with the columns of a side table appended, found by a column of the log. A record
// whose key is not in the side table gets empty fields there.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/dataset/importers/record_reader.h"
#include "core/dataset/importers/side_table.h"

namespace luce {

class JoinedRecords final : public LogRecords {
 public:
  /// keyColumn: index of the log's column. Columns of the side table whose names are taken get the
  /// side file's name before them.
  JoinedRecords(std::unique_ptr<LogRecords> records, std::size_t keyColumn,
                std::shared_ptr<const SideTable> side);

  bool next() override;
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return records_->line(); }
  std::int64_t lineOf(std::size_t field) const override;
  const std::optional<ImportProblem>& fault() const override { return records_->fault(); }
  const std::optional<ImportProblem>& problem() const override { return records_->problem(); }
  const std::filesystem::path& file() const override { return records_->file(); }
  std::int64_t bytesRead() const override { return records_->bytesRead(); }
  const std::vector<std::string>& columns() const override { return columns_; }
  /// The appended columns are: a slate has one user.
  bool isContext(std::size_t column) const override {
    return column >= records_->columns().size() || records_->isContext(column);
  }

 private:
  std::unique_ptr<LogRecords> records_;
  std::size_t keyColumn_;
  std::shared_ptr<const SideTable> side_;
  std::vector<std::string> columns_;
  std::vector<std::string_view> fields_;
};

}  // namespace luce
