// The rows of a table, a view or a query of a SQLite database as records.
//
// The file is another program's: it is opened for reading only, what its schema says is not
// trusted, and nothing but reading is allowed to a statement. A row is named by its rowid where it
// has one, else by its place. NULL is missing; numbers are written so that they come back exactly.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/importers/record_reader.h"
#include "core/dataset/importers/unpacked_file.h"

namespace luce {

class SqliteRecords final : public LogRecords {
 public:
  /// Virtual machine steps that may pass without a row: about a minute.
  static constexpr std::int64_t kMostSteps = 4'000'000'000;

  /// Of the mapping: table, query, and columns to ignore (which may hold BLOBs). Throws ImportError
  /// when it is not clear which table is meant or the query is no plain SELECT, and Error.
  SqliteRecords(const std::filesystem::path& file, const LogMapping& mapping,
                std::int64_t mostSteps = kMostSteps);
  ~SqliteRecords() override;
  /// The tables and views of a database that are no part of SQLite itself, sorted. Throws Error.
  static std::vector<std::string> tables(const std::filesystem::path& file);

  bool next() override;
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return line_; }
  const std::optional<ImportProblem>& fault() const override { return fault_; }
  const std::optional<ImportProblem>& problem() const override { return problem_; }
  const std::filesystem::path& file() const override { return file_; }
  std::int64_t bytesRead() const override;
  const std::vector<std::string>& columns() const override { return columns_; }

 private:
  struct Database;
  void prepareTable(const std::string& told);
  void prepareQuery(const std::string& query);
  void nameColumns();
  std::string_view field(int column, std::string& text);

  std::filesystem::path file_;
  UnpackedFile unpacked_;
  std::unique_ptr<Database> database_;
  std::vector<std::string> columns_;
  std::vector<bool> ignored_;
  bool hasRowNumber_ = false;  ///< the statement's first column is the rowid
  std::int64_t rows_ = 0, line_ = 0, lastRow_ = 0;
  std::vector<std::string> texts_;
  std::vector<std::string_view> fields_;
  std::optional<ImportProblem> fault_, problem_;
};

}  // namespace luce
