// The rows of a Parquet file as records, batch by batch. Only part of builds with Arrow's C++
// library (21 or newer).
//
// NULL is missing; numbers are written so that they come back exactly, true and false as 1 and 0,
// dates and times as seconds since 1970 UTC. Members of a struct become columns with a point
// between the names.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/importers/record_reader.h"
#include "core/dataset/importers/unpacked_file.h"

namespace luce {

class ParquetRecords final : public LogRecords {
 public:
  /// Of the mapping: columns to ignore, which may be of any type. Throws ImportError for columns of
  /// a type that is no value (a list), and Error.
  ParquetRecords(const std::filesystem::path& file, const LogMapping& mapping);
  ~ParquetRecords() override;

  bool next() override;
  std::span<const std::string_view> fields() const override { return fields_; }
  /// The row, from 1.
  std::int64_t line() const override { return row_; }
  const std::optional<ImportProblem>& problem() const override { return problem_; }
  const std::filesystem::path& file() const override { return file_; }
  std::int64_t bytesRead() const override;
  const std::vector<std::string>& columns() const override { return columns_; }

 private:
  struct Source;
  void findColumns(const std::vector<std::string>& ignored);
  bool nextBatch();

  std::filesystem::path file_;
  UnpackedFile unpacked_;
  std::unique_ptr<Source> source_;
  std::vector<std::string> columns_;
  std::int64_t row_ = 0, rows_ = 0;
  std::vector<std::string> texts_;
  std::vector<std::string_view> fields_;
  std::optional<ImportProblem> problem_;
};

}  // namespace luce
