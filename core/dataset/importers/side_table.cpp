#include "core/dataset/importers/side_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>

#include "core/dataset/importers/checked_record.h"
#include "core/dataset/importers/field_values.h"
#include "core/dataset/importers/problem_list.h"

namespace luce {

namespace {

// What a row costs beside its characters: a node of the index, and ends of texts.
constexpr std::size_t kBytesOfKey = 96;
constexpr std::size_t kBytesOfField = 8;

std::size_t quarterOfMemory() {
  const auto pages = static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES));
  return pages / 4 * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

SideTable::SideTable(LogRecords& records, const std::string& key,
                     const std::vector<std::string>& categories, std::size_t mostBytes)
    : file_(records.file()) {
  if (mostBytes == 0) mostBytes = quarterOfMemory();
  std::size_t bytes = 0;
  ProblemList problems;
  const std::vector<std::string>& header = records.columns();
  const auto keyColumn =
      static_cast<std::size_t>(std::find(header.begin(), header.end(), key) - header.begin());
  if (keyColumn == header.size()) {
    problems.add({.file = file_,
                  .line = 1,
                  .column = 0,
                  .columnName = {},
                  .found = fmt::format("the columns {}", fmt::join(header, ", ")),
                  .expected = fmt::format("a column named \"{}\"", key),
                  .remedy = "Say in the schema which column is the key."});
    problems.throwIfAny();
  }
  std::vector<std::size_t> further;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (i == keyColumn || header[i].empty()) continue;
    further.push_back(i);
    columns_.push_back(header[i]);
  }
  for (const std::string& name : columns_) {
    numeric_.push_back(!name.ends_with("_id") &&
                       std::find(categories.begin(), categories.end(), name) == categories.end());
  }
  CheckedRecord record(records, header, problems);
  while (records.next()) {
    if (!record.isComplete()) continue;
    const std::string_view name = record.key(keyColumn);
    if (!index_.emplace(name, keys_.size()).second) {
      record.wrong(keyColumn, "each key once", "Remove one of the two lines.");
      continue;
    }
    bytes += kBytesOfKey + 2 * name.size();
    for (const std::size_t column : further) {
      bytes += kBytesOfField + record.text(column).size();
    }
    if (bytes > mostBytes) {
      record.wrongRecord(
          fmt::format("a table that takes more than {} MiB", mostBytes >> 20),
          "a table that fits into memory beside the log",
          "Keep only the rows and columns that are needed, or import the log without "
          "the table (in a schema: \"items\": false, or \"users\": false).");
      problems.throwIfAny();
    }
    keys_.append(name);
    for (std::size_t i = 0; i < further.size(); ++i) {
      const std::string_view text = record.category(further[i]);
      if (!text.empty() && !parseNumber(text)) numeric_[i] = false;
      fields_.append(text);
    }
  }
  if (records.problem()) problems.add(*records.problem());
  problems.throwIfAny();
}

std::optional<std::size_t> SideTable::find(std::string_view key) const {
  const auto found = index_.find(std::string(key));
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

double SideTable::number(std::size_t row, std::size_t column) const {
  return parseNumber(field(row, column)).value_or(kMissing);
}

std::vector<Feature> SideTable::itemFeatures() const {
  std::vector<Feature> features;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    features.push_back({columns_[i], numeric_[i] ? FeatureKind::Numeric : FeatureKind::Category,
                        FeatureScope::Item});
  }
  return features;
}

void SideTable::writeItems(DatasetSink& sink) const {
  std::vector<double> numbers;
  std::vector<std::string_view> categories;
  for (std::size_t row = 0; row < size(); ++row) {
    numbers.clear();
    categories.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (numeric_[i]) {
        numbers.push_back(number(row, i));
      } else {
        categories.push_back(field(row, i));
      }
    }
    sink.addItem({.key = keys_[row], .numeric = numbers, .category = categories});
  }
}

}  // namespace luce
