#include "core/dataset/importers/open_bandit_catalogue.h"

#include <algorithm>

#include "core/dataset/importers/checked_record.h"
#include "core/dataset/importers/csv_reader.h"
#include "core/dataset/importers/field_values.h"

namespace luce {

OpenBanditCatalogue::OpenBanditCatalogue(const std::filesystem::path& file) : file_(file) {
  CsvReader reader(file);
  ProblemList problems;
  const std::vector<std::string> header = readHeader(reader, problems);
  const auto keyColumn =
      static_cast<std::size_t>(std::find(header.begin(), header.end(), "item_id") - header.begin());
  if (keyColumn == header.size()) {
    problems.add({.file = file,
                  .line = reader.line(),
                  .column = 0,
                  .columnName = {},
                  .found = "no column item_id",
                  .expected = "the catalogue of actions with item_id, item_feature_0, …",
                  .remedy = "Put the item_context.csv of this campaign there."});
    problems.throwIfAny();
  }
  std::vector<std::size_t> featureColumns;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (i == keyColumn || header[i].empty()) continue;
    featureColumns.push_back(i);
    features_.push_back({header[i], FeatureKind::Numeric, FeatureScope::Item});
  }
  CheckedRecord record(reader, header, problems);
  while (reader.next()) {
    if (!record.isComplete()) continue;
    Item item{.key = std::string(record.key(keyColumn)), .values = {}};
    for (const std::size_t column : featureColumns)
      item.values.emplace_back(record.category(column));
    if (!index_.emplace(item.key, static_cast<std::uint32_t>(items_.size())).second) {
      record.wrong(keyColumn, "each item once", "Remove one of the two lines.");
    }
    items_.push_back(std::move(item));
  }
  if (reader.problem()) problems.add(*reader.problem());
  if (items_.empty() && problems.empty()) {
    problems.add({.file = file,
                  .line = 0,
                  .column = 0,
                  .columnName = {},
                  .found = "column names only",
                  .expected = "one line an item after them",
                  .remedy = "See whether the file was written to its end."});
  }
  problems.throwIfAny();
  findKinds();
}

void OpenBanditCatalogue::findKinds() {
  for (std::size_t i = 0; i < features_.size(); ++i) {
    const bool numbers = std::all_of(items_.begin(), items_.end(), [&](const Item& item) {
      return item.values[i].empty() || parseNumber(item.values[i]);
    });
    if (!numbers) features_[i].kind = FeatureKind::Category;
  }
}

std::optional<std::uint32_t> OpenBanditCatalogue::find(std::string_view key) const {
  const auto found = index_.find(key);
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

void OpenBanditCatalogue::write(DatasetSink& sink) const {
  for (const Item& item : items_) {
    std::vector<double> numeric;
    std::vector<std::string_view> category;
    for (std::size_t i = 0; i < features_.size(); ++i) {
      if (features_[i].kind == FeatureKind::Category) {
        category.push_back(item.values[i]);
      } else {
        numeric.push_back(parseNumber(item.values[i]).value_or(kMissing));
      }
    }
    sink.addItem({.key = item.key, .numeric = numeric, .category = category});
  }
}

bool OpenBanditCatalogue::hasSameItems(const OpenBanditCatalogue& other) const {
  return features_ == other.features_ && items_ == other.items_;
}

}  // namespace luce
