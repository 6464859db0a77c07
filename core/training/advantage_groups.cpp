#include "core/training/advantage_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/common/error.h"
#include "core/training/parallel/bytes.h"

namespace luce {

namespace {

constexpr std::size_t kNumericBuckets = 10;

AdvantageGroup resolve(const SlateTable& table, AdvantageGroup group, RowKind rows) {
  if (group != AdvantageGroup::Automatic) return group;
  return hasOneRowASlate(table, rows) ? AdvantageGroup::Batch : AdvantageGroup::Slate;
}

/// Equal values, equal bucket; the same numbers in every process.
std::vector<std::uint32_t> bucketsOfCategory(const Matrix<std::uint32_t>& values,
                                             std::size_t column) {
  std::vector<std::uint32_t> bucket(values.rows());
  for (std::size_t slate = 0; slate < bucket.size(); ++slate) bucket[slate] = values(slate, column);
  return bucket;
}

/// Of all processes.
std::vector<float> sortedValues(const Matrix<float>& values, std::size_t column,
                                std::span<const std::uint32_t> slates, ProcessGroup* group) {
  std::vector<float> sorted;
  for (const std::uint32_t slate : slates) {
    if (!std::isnan(values(slate, column))) sorted.push_back(values(slate, column));
  }
  if (group != nullptr) {
    ByteWriter writer;
    writer.add(sorted);
    sorted.clear();
    for (const auto& part : group->gather(writer.bytes())) ByteReader(part).append(sorted);
  }
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

/// Ten buckets of about equally many slates; missing values have one of their own.
std::vector<std::uint32_t> bucketsOfNumber(const Matrix<float>& values, std::size_t column,
                                           std::span<const float> sorted) {
  std::vector<float> edges;
  for (std::size_t k = 1; k < kNumericBuckets && !sorted.empty(); ++k) {
    edges.push_back(sorted[k * sorted.size() / kNumericBuckets]);
  }
  std::vector<std::uint32_t> bucket(values.rows());
  for (std::size_t slate = 0; slate < bucket.size(); ++slate) {
    const float value = values(slate, column);
    bucket[slate] = std::isnan(value)
                        ? static_cast<std::uint32_t>(kNumericBuckets)
                        : static_cast<std::uint32_t>(
                              std::upper_bound(edges.begin(), edges.end(), value) - edges.begin());
  }
  return bucket;
}

struct ContextFeature {
  FeatureKind kind = FeatureKind::Category;
  std::size_t column = 0;
  std::string name;
};

/// The named context feature; without a name the first category, else the first number.
ContextFeature findContextFeature(const Schema& schema, const std::string& name) {
  std::string known;
  for (const FeatureKind kind : {FeatureKind::Category, FeatureKind::Numeric}) {
    const std::vector<Feature> features = schema.select(FeatureScope::Context, kind);
    for (std::size_t column = 0; column < features.size(); ++column) {
      if (name.empty() || features[column].name == name) {
        return {kind, column, features[column].name};
      }
      known += (known.empty() ? "" : ", ") + features[column].name;
    }
  }
  if (known.empty()) {
    throw Error(
        "This log has no context features, so rows cannot be compared by context; choose the batch "
        "as advantage group.");
  }
  throw Error(fmt::format(
      "experiment.objective.advantage_feature is \"{}\", which is no context feature; choose one "
      "of {}.",
      name, known));
}

}  // namespace

AdvantageGroups::AdvantageGroups(const SlateTable& table, std::span<const std::uint32_t> trained,
                                 const ObjectiveSettings& settings, RowKind rows,
                                 ProcessGroup* group)
    : kind_(resolve(table, settings.advantageGroup, rows)) {
  if (kind_ != AdvantageGroup::Context) return;
  const ContextFeature feature = findContextFeature(table.schema(), settings.advantageFeature);
  feature_ = feature.name;
  if (feature.kind == FeatureKind::Category) {
    bucket_ = bucketsOfCategory(table.contextCategory(), feature.column);
    return;
  }
  const Matrix<float>& values = table.contextNumeric();
  bucket_ =
      bucketsOfNumber(values, feature.column, sortedValues(values, feature.column, trained, group));
}

void AdvantageGroups::assign(std::span<const std::uint32_t> slates, const LoggedRows& rows,
                             std::vector<std::uint32_t>& group) const {
  group.clear();
  if (kind_ == AdvantageGroup::Slate) return;
  group.assign(rows.size(), 0);
  if (kind_ != AdvantageGroup::Context) return;
  for (std::size_t i = 0; i < rows.size(); ++i) group[i] = bucket_[slates[rows.slate[i]]];
}

bool hasOneRowASlate(const SlateTable& table, RowKind rows) {
  return table.shape() == LogShape::Bandit || rows == RowKind::Drawn;
}

void requireAdvantageGroup(const SlateTable& table, const ObjectiveSettings& settings) {
  if (settings.advantageGroup != AdvantageGroup::Context) return;
  findContextFeature(table.schema(), settings.advantageFeature);
}

}  // namespace luce
