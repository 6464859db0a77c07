// A table beside a log that describes items or users, held in memory: a key and further columns,
// numbers where all of a column's values are, else categories.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/common/string_column.h"
#include "core/dataset/dataset_sink.h"
#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

class SideTable {
 public:
  /// categories: columns that are no numbers although they look like it; so are ids. Throws
  /// ImportError: no such key column, a key twice or missing, a wrong number of fields, more than
  /// `mostBytes` of memory (0 = a quarter of the machine's).
  SideTable(LogRecords& records, const std::string& key,
            const std::vector<std::string>& categories = {}, std::size_t mostBytes = 0);

  std::size_t size() const { return keys_.size(); }
  const std::filesystem::path& file() const { return file_; }
  std::optional<std::size_t> find(std::string_view key) const;
  std::string_view key(std::size_t row) const { return keys_[row]; }
  /// Names of the columns beside the key.
  const std::vector<std::string>& columns() const { return columns_; }
  std::string_view field(std::size_t row, std::size_t column) const {
    return fields_[row * columns_.size() + column];
  }
  bool isNumeric(std::size_t column) const { return numeric_[column]; }
  /// NaN = missing.
  double number(std::size_t row, std::size_t column) const;

  /// The columns as features of items.
  std::vector<Feature> itemFeatures() const;
  void writeItems(DatasetSink& sink) const;

 private:
  std::filesystem::path file_;
  std::vector<std::string> columns_;
  std::vector<bool> numeric_;
  StringColumn keys_;
  StringColumn fields_;  ///< rows × columns
  std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace luce
