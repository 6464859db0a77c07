// Records in another order than their files have them: group by group in the order in which groups
// first appear, within a group by time (if asked for), else in file order. They are kept in a
// temporary database on disk meanwhile, so memory grows by some 50 bytes a group only.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/dataset/importers/record_reader.h"

namespace luce {

class SortedRecords final : public LogRecords {
 public:
  explicit SortedRecords(std::vector<std::string> columns);
  ~SortedRecords() override;

  /// Keeps the present record of the reader. Throws Error when the temporary folder is full.
  void add(const RecordReader& reader, std::string_view group, double time);
  /// No more will be added; next() gives the first. The sorting itself is done by the first next(),
  /// which throws Cancelled when it is to stop.
  void sort(std::stop_token stop);

  bool next() override;
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return line_; }
  const std::optional<ImportProblem>& problem() const override { return problem_; }
  const std::filesystem::path& file() const override { return files_[fileNumber_]; }
  std::int64_t bytesRead() const override;
  const std::vector<std::string>& columns() const override { return columns_; }

 private:
  struct Store;
  std::vector<std::string> columns_;
  std::unique_ptr<Store> store_;
  std::unordered_map<std::uint64_t, std::int64_t> groups_;
  std::vector<std::filesystem::path> files_{{}};
  std::size_t fileNumber_ = 0;
  std::int64_t count_ = 0, given_ = 0, line_ = 0;
  double bytes_ = 0;
  std::string packed_;
  std::vector<std::string_view> fields_;
  std::optional<ImportProblem> problem_;
};

}  // namespace luce
