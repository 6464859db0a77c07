#include "core/dataset/category_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "core/common/hash.h"

namespace luce {

namespace {

class ValueCounter {
 public:
  ValueCounter(std::string feature, FeatureScope scope)
      : feature_(std::move(feature)), scope_(scope) {}

  void add(std::uint32_t hash, std::size_t slate, std::int64_t candidate) {
    const auto [entry, added] = index_.try_emplace(hash, values_.size());
    if (added) {
      values_.push_back({{feature_, scope_, hash, static_cast<std::int64_t>(slate), candidate}, 0});
    }
    ++values_[entry->second].count;
  }

  std::vector<CategoryValue> mostFrequent(std::size_t most) && {
    std::stable_sort(
        values_.begin(), values_.end(),
        [](const CategoryValue& a, const CategoryValue& b) { return a.count > b.count; });
    if (values_.size() > most) values_.resize(most);
    return std::move(values_);
  }

 private:
  std::string feature_;
  FeatureScope scope_;
  std::vector<CategoryValue> values_;
  std::unordered_map<std::uint32_t, std::size_t> index_;
};

}  // namespace

bool isMissing(const CategoryPlace& value) {
  return value.hash == categoryHash(value.feature, "");
}

std::string hashedName(const CategoryPlace& value) {
  return fmt::format("category #{:08x}", value.hash);
}

std::vector<CategoryValue> frequentValues(const SlateTable& table, FeatureScope scope,
                                          std::size_t column, std::size_t most) {
  ValueCounter counter(table.schema().select(scope, FeatureKind::Category).at(column).name, scope);
  const bool bandit = table.shape() == LogShape::Bandit;
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    if (scope == FeatureScope::Context) {
      counter.add(table.contextCategory()(slate, column), slate, 0);
      continue;
    }
    const CandidateRange range = table.candidates(slate);
    for (std::int64_t i = 0; i < range.count; ++i) {
      const std::uint32_t hash =
          scope == FeatureScope::Item
              ? table.catalogue().category(table.item(slate, i), column)
              : table.candidateCategory()(static_cast<std::size_t>(range.first + i), column);
      counter.add(hash, slate, i);
    }
    if (bandit) break;
  }
  return std::move(counter).mostFrequent(most);
}

}  // namespace luce
