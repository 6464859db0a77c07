#include "core/dataset/editable_slate.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/common/hash.h"

namespace luce {

namespace {

template <class Row, class Value>
void append(std::vector<Value>& values, const Row& row) {
  values.insert(values.end(), row.begin(), row.end());
}

std::size_t pairColumns(const SlateTable& table) {
  return table.schema().select(FeatureScope::Pair, FeatureKind::Numeric).size();
}

/// A candidate as it stands in the log, but for its pair features, which are 0.
EditableCandidate withoutPairs(const SlateTable& table, std::size_t slate, std::int64_t i,
                               std::size_t pairs) {
  EditableCandidate candidate;
  candidate.item = table.item(slate, i);
  if (table.shape() == LogShape::Slate) {
    const auto row = static_cast<std::size_t>(table.candidates(slate).first + i);
    append(candidate.numeric, table.candidateNumeric().row(row));
    append(candidate.category, table.candidateCategory().row(row));
  }
  append(candidate.numeric, table.catalogue().numeric.row(candidate.item));
  append(candidate.category, table.catalogue().category.row(candidate.item));
  candidate.numeric.resize(candidate.numeric.size() + pairs);
  return candidate;
}

/// Calls found(item, feature, value) for the stored pair features of a bandit log's slate.
template <class Found>
void forEachPair(const SlateTable& table, std::size_t slate, Found&& found) {
  if (table.shape() != LogShape::Bandit) return;
  const PairFeatures& pairs = table.pairs();
  for (auto entry = static_cast<std::size_t>(pairs.offsets[slate]);
       entry < static_cast<std::size_t>(pairs.offsets[slate + 1]); ++entry) {
    found(pairs.item[entry], pairs.feature[entry], pairs.value[entry]);
  }
}

bool sameNumbers(const std::vector<float>& a, const std::vector<float>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float left, float right) {
    return left == right || (std::isnan(left) && std::isnan(right));
  });
}

}  // namespace

bool operator==(const EditableCandidate& a, const EditableCandidate& b) {
  return a.item == b.item && a.logged == b.logged && a.dropped == b.dropped &&
         a.category == b.category && sameNumbers(a.numeric, b.numeric);
}

bool operator==(const EditableSlate& a, const EditableSlate& b) {
  return a.slate == b.slate && a.contextCategory == b.contextCategory &&
         a.candidates == b.candidates && sameNumbers(a.contextNumeric, b.contextNumeric);
}

std::vector<Feature> candidateFeatures(const Schema& schema, FeatureKind kind) {
  std::vector<Feature> features;
  for (const FeatureScope scope :
       {FeatureScope::Candidate, FeatureScope::Item, FeatureScope::Pair}) {
    append(features, schema.select(scope, kind));
  }
  return features;
}

EditableCandidate loggedCandidate(const SlateTable& table, std::size_t slate, std::int64_t i) {
  const std::size_t pairs = pairColumns(table);
  EditableCandidate candidate = withoutPairs(table, slate, i, pairs);
  const std::size_t first = candidate.numeric.size() - pairs;
  forEachPair(table, slate, [&](std::uint32_t item, std::uint32_t feature, float value) {
    if (item == candidate.item) candidate.numeric[first + feature] = value;
  });
  return candidate;
}

EditableSlate editableSlate(const SlateTable& table, std::uint32_t slate) {
  EditableSlate result;
  result.slate = slate;
  append(result.contextNumeric, table.contextNumeric().row(slate));
  append(result.contextCategory, table.contextCategory().row(slate));
  const std::int64_t count = table.candidates(slate).count;
  const std::size_t pairs = pairColumns(table);
  for (std::int64_t i = 0; i < count; ++i) {
    result.candidates.push_back(withoutPairs(table, slate, i, pairs));
    result.candidates.back().logged = i;
  }
  forEachPair(table, slate, [&](std::uint32_t item, std::uint32_t feature, float value) {
    // A bandit log's candidates are the items in their order.
    std::vector<float>& numeric = result.candidates[item].numeric;
    numeric[numeric.size() - pairs + feature] = value;
  });
  return result;
}

EditableCandidate catalogueCandidate(const SlateTable& table, std::uint32_t item,
                                     std::int64_t row) {
  EditableCandidate candidate;
  candidate.item = item;
  if (row >= 0) {
    append(candidate.numeric, table.candidateNumeric().row(static_cast<std::size_t>(row)));
    append(candidate.category, table.candidateCategory().row(static_cast<std::size_t>(row)));
  } else {
    candidate.numeric.assign(table.candidateNumeric().columns(), std::nanf(""));
    for (const Feature& feature :
         table.schema().select(FeatureScope::Candidate, FeatureKind::Category)) {
      candidate.category.push_back(categoryHash(feature.name, ""));
    }
  }
  append(candidate.numeric, table.catalogue().numeric.row(item));
  append(candidate.category, table.catalogue().category.row(item));
  return candidate;
}

SlateTable asTable(const SlateTable& source, const EditableSlate& slate) {
  SlateTable table;
  table.schema_ = source.schema();
  table.slateKeys_.append(source.slateKey(slate.slate));
  if (source.schema().hasTime) table.time_.push_back(source.times()[slate.slate]);
  table.contextNumeric_.setColumns(source.contextNumeric().columns());
  table.contextNumeric_.appendRow(slate.contextNumeric);
  table.contextCategory_.setColumns(source.contextCategory().columns());
  table.contextCategory_.appendRow(slate.contextCategory);

  const bool bandit = source.shape() == LogShape::Bandit;
  const std::size_t ownNumeric = source.candidateNumeric().columns();
  const std::size_t ownCategory = source.candidateCategory().columns();
  const std::size_t itemNumeric = source.catalogue().numeric.columns();
  Catalogue& catalogue = table.catalogue_;
  catalogue.numeric.setColumns(itemNumeric);
  catalogue.category.setColumns(source.catalogue().category.columns());
  table.candidateNumeric_.setColumns(ownNumeric);
  table.candidateCategory_.setColumns(ownCategory);
  for (const EditableCandidate& candidate : slate.candidates) {
    if (candidate.dropped) continue;
    const auto item = static_cast<std::uint32_t>(catalogue.size());
    const std::span<const float> numeric(candidate.numeric);
    const std::span<const std::uint32_t> category(candidate.category);
    catalogue.keys.append(source.catalogue().keys[candidate.item]);
    catalogue.keyHash.push_back(source.catalogue().keyHash[candidate.item]);
    catalogue.numeric.appendRow(numeric.subspan(ownNumeric, itemNumeric));
    catalogue.category.appendRow(category.subspan(ownCategory));
    const std::span<const float> pairs = numeric.subspan(ownNumeric + itemNumeric);
    for (std::size_t feature = 0; feature < pairs.size(); ++feature) {
      if (pairs[feature] == 0) continue;
      table.pairs_.item.push_back(item);
      table.pairs_.feature.push_back(static_cast<std::uint32_t>(feature));
      table.pairs_.value.push_back(pairs[feature]);
    }
    if (bandit) continue;
    table.item_.push_back(item);
    table.candidateNumeric_.appendRow(numeric.first(ownNumeric));
    table.candidateCategory_.appendRow(category.first(ownCategory));
  }
  const std::size_t rows = bandit ? 1 : catalogue.size();
  table.logged_.position.assign(rows, 0);
  table.logged_.propensity.assign(rows, kMissing);
  if (source.schema().hasExamination) table.logged_.examination.assign(rows, 1.0f);
  table.logged_.labels = Matrix<float>(rows, source.taskCount());
  if (bandit) {
    table.action_.push_back(0);
    table.pairs_.offsets.push_back(static_cast<std::int64_t>(table.pairs_.item.size()));
  } else {
    table.offsets_.push_back(static_cast<std::int64_t>(catalogue.size()));
  }
  return table;
}

}  // namespace luce
