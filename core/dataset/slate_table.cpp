#include "core/dataset/slate_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/common/error.h"
#include "core/common/hash.h"

namespace luce {

namespace {

constexpr std::size_t kLargestCatalogue = 0xffffffffu;

void requireCount(std::size_t found, std::size_t expected, const char* what) {
  if (found != expected) {
    throw Error(fmt::format("A record has {} {}; the schema says {}.", found, what, expected));
  }
}

void appendNumbers(Matrix<float>& matrix, std::span<const double> values, const char* what) {
  requireCount(values.size(), matrix.columns(), what);
  matrix.appendRow(values);
}

void appendCategories(Matrix<std::uint32_t>& matrix, const std::vector<Feature>& features,
                      std::span<const std::string_view> values, const char* what) {
  requireCount(values.size(), features.size(), what);
  const std::span<std::uint32_t> row = matrix.appendRow();
  for (std::size_t i = 0; i < values.size(); ++i) {
    row[i] = categoryHash(features[i].name, values[i]);
  }
}

}  // namespace

std::int64_t SlateTable::candidateCount() const {
  return shape() == LogShape::Bandit ? static_cast<std::int64_t>(slateCount() * catalogue_.size())
                                     : offsets_.back();
}

std::size_t SlateTable::largestSlate() const {
  if (shape() == LogShape::Bandit) return slateCount() == 0 ? 0 : catalogue_.size();
  std::int64_t largest = 0;
  for (std::size_t slate = 0; slate < slateCount(); ++slate) {
    largest = std::max(largest, offsets_[slate + 1] - offsets_[slate]);
  }
  return static_cast<std::size_t>(largest);
}

std::optional<std::size_t> SlateTable::findSlate(std::string_view key) const {
  for (std::size_t slate = 0; slate < slateCount(); ++slate) {
    if (slateKeys_[slate] == key) return slate;
  }
  return std::nullopt;
}

double SlateTable::taskMean(std::size_t task) const {
  double sum = 0;
  for (std::size_t row = 0; row < loggedCount(); ++row) sum += logged_.labels(row, task);
  return loggedCount() > 0 ? sum / static_cast<double>(loggedCount()) : 0;
}

void SlateTableBuilder::begin(const Schema& schema) {
  requireConsistent(schema);
  table_ = SlateTable();
  itemIndex_.clear();
  table_.schema_ = schema;
  const auto width = [&](FeatureScope scope, FeatureKind kind) {
    return schema.select(scope, kind).size();
  };
  table_.contextNumeric_.setColumns(width(FeatureScope::Context, FeatureKind::Numeric));
  table_.contextCategory_.setColumns(width(FeatureScope::Context, FeatureKind::Category));
  table_.candidateNumeric_.setColumns(width(FeatureScope::Candidate, FeatureKind::Numeric));
  table_.candidateCategory_.setColumns(width(FeatureScope::Candidate, FeatureKind::Category));
  table_.catalogue_.numeric.setColumns(width(FeatureScope::Item, FeatureKind::Numeric));
  table_.catalogue_.category.setColumns(width(FeatureScope::Item, FeatureKind::Category));
  table_.logged_.labels.setColumns(schema.tasks.size());
  contextCategories_ = schema.select(FeatureScope::Context, FeatureKind::Category);
  candidateCategories_ = schema.select(FeatureScope::Candidate, FeatureKind::Category);
  itemCategories_ = schema.select(FeatureScope::Item, FeatureKind::Category);
  pairFeatures_ = width(FeatureScope::Pair, FeatureKind::Numeric);
}

void SlateTableBuilder::addItem(const ItemRecord& item) {
  Catalogue& catalogue = table_.catalogue_;
  if (catalogue.size() >= kLargestCatalogue) throw Error("The catalogue has too many items.");
  if (!itemIndex_.emplace(item.key, static_cast<std::uint32_t>(catalogue.size())).second) {
    throw Error(fmt::format("The item \"{}\" is in the catalogue twice.", item.key));
  }
  catalogue.keys.append(item.key);
  catalogue.keyHash.push_back(categoryHash("item", item.key));
  appendNumbers(catalogue.numeric, item.numeric, "numeric item features");
  appendCategories(catalogue.category, itemCategories_, item.category, "item categories");
}

void SlateTableBuilder::addLogged(std::uint16_t position, double propensity, double examination,
                                  std::span<const float> labels) {
  LoggedColumns& logged = table_.logged_;
  requireCount(labels.size(), logged.labels.columns(), "labels");
  logged.position.push_back(position);
  logged.propensity.push_back(propensity);
  if (table_.schema_.hasExamination) {
    // An unknown examination counts as seen, as in logs that state none.
    logged.examination.push_back(examination == examination ? static_cast<float>(examination)
                                                            : 1.0f);
  }
  logged.labels.appendRow(labels);
}

void SlateTableBuilder::addSlate(const SlateRecord& slate) {
  const bool bandit = table_.shape() == LogShape::Bandit;
  if (bandit && slate.action == nullptr) throw Error("A bandit log's slate has no action.");
  table_.slateKeys_.append(slate.key);
  if (table_.schema_.hasTime) table_.time_.push_back(slate.time);
  appendNumbers(table_.contextNumeric_, slate.contextNumeric, "numeric context features");
  appendCategories(table_.contextCategory_, contextCategories_, slate.contextCategory,
                   "context categories");
  if (!bandit) {
    table_.offsets_.push_back(table_.offsets_.back());
    return;
  }
  const BanditAction& action = *slate.action;
  requireItem(action.item);
  table_.action_.push_back(action.item);
  addLogged(action.position, action.propensity, action.examination, action.labels);
  PairFeatures& pairs = table_.pairs_;
  for (const PairValue& pair : slate.pairs) {
    requireItem(pair.item);
    if (pair.feature >= pairFeatures_) {
      throw Error(fmt::format("A pair value names feature {}; the schema has {}.", pair.feature,
                              pairFeatures_));
    }
    pairs.item.push_back(pair.item);
    pairs.feature.push_back(pair.feature);
    pairs.value.push_back(static_cast<float>(pair.value));
  }
  pairs.offsets.push_back(static_cast<std::int64_t>(pairs.item.size()));
}

void SlateTableBuilder::addCandidate(const CandidateRecord& candidate) {
  addCandidate(itemIndex(candidate.item), candidate);
}

void SlateTableBuilder::addCandidate(std::uint32_t item, const CandidateRecord& candidate) {
  if (table_.slateCount() == 0) throw Error("A candidate came before its slate.");
  requireItem(item);
  table_.item_.push_back(item);
  ++table_.offsets_.back();
  addLogged(candidate.position, candidate.propensity, candidate.examination, candidate.labels);
  appendNumbers(table_.candidateNumeric_, candidate.numeric, "numeric candidate features");
  appendCategories(table_.candidateCategory_, candidateCategories_, candidate.category,
                   "candidate categories");
}

void SlateTableBuilder::reserve(std::int64_t slates, std::int64_t loggedRows) {
  const auto slateCount = static_cast<std::size_t>(slates);
  const auto rowCount = static_cast<std::size_t>(loggedRows);
  table_.slateKeys_.reserve(slateCount);
  if (table_.schema_.hasTime) table_.time_.reserve(slateCount);
  table_.contextNumeric_.reserveRows(slateCount);
  table_.contextCategory_.reserveRows(slateCount);
  table_.logged_.position.reserve(rowCount);
  table_.logged_.propensity.reserve(rowCount);
  table_.logged_.labels.reserveRows(rowCount);
  if (table_.shape() == LogShape::Bandit) {
    table_.action_.reserve(slateCount);
    return;
  }
  table_.offsets_.reserve(slateCount + 1);
  table_.item_.reserve(rowCount);
  table_.candidateNumeric_.reserveRows(rowCount);
  table_.candidateCategory_.reserveRows(rowCount);
}

SlateTable SlateTableBuilder::finish() {
  itemIndex_.clear();
  return std::exchange(table_, SlateTable());
}

void SlateTableBuilder::requireItem(std::uint32_t item) const {
  if (item >= table_.catalogue_.size()) {
    throw Error(fmt::format("A record names item number {}; the catalogue has {}.", item,
                            table_.catalogue_.size()));
  }
}

std::uint32_t SlateTableBuilder::itemIndex(std::string_view key) {
  const auto [entry, added] = itemIndex_.try_emplace(
      std::string(key), static_cast<std::uint32_t>(table_.catalogue_.size()));
  if (added) {
    if (table_.catalogue_.numeric.columns() + table_.catalogue_.category.columns() > 0) {
      throw Error(fmt::format("The item \"{}\" is not in the catalogue.", key));
    }
    Catalogue& catalogue = table_.catalogue_;
    catalogue.keys.append(key);
    catalogue.keyHash.push_back(categoryHash("item", key));
    catalogue.numeric.appendRow(std::span<const float>());
    catalogue.category.appendRow(std::span<const std::uint32_t>());
  }
  return entry->second;
}

}  // namespace luce
