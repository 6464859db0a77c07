#include "core/evaluation/category_policy.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/common/error.h"

namespace luce {

namespace {

constexpr double kSame = 1e-9;       // of a propensity that is told again
constexpr double kSumsToOne = 0.02;  // propensities that were themselves estimated

/// value(slate, i) of one category feature of the candidates.
std::function<std::uint32_t(std::size_t, std::int64_t)> categoryColumn(const SlateTable& table,
                                                                       const std::string& name) {
  const auto indexIn = [&](FeatureScope scope) {
    const std::vector<Feature> features = table.schema().select(scope, FeatureKind::Category);
    const auto found = std::find_if(features.begin(), features.end(),
                                    [&](const Feature& feature) { return feature.name == name; });
    return found == features.end() ? -1 : static_cast<int>(found - features.begin());
  };
  if (const int column = indexIn(FeatureScope::Item); column >= 0) {
    return [&table, column](std::size_t slate, std::int64_t i) {
      return table.catalogue().category(table.item(slate, i), static_cast<std::size_t>(column));
    };
  }
  if (const int column = indexIn(FeatureScope::Candidate); column >= 0) {
    return [&table, column](std::size_t slate, std::int64_t i) {
      const std::int64_t row = table.candidates(slate).first + i;
      return table.candidateCategory()(static_cast<std::size_t>(row),
                                       static_cast<std::size_t>(column));
    };
  }
  std::string known;
  for (const std::string& other : candidateCategories(table.schema())) {
    known += (known.empty() ? "" : ", ") + other;
  }
  throw Error("\"" + name + "\" is no category of the items; " +
              (known.empty() ? std::string("this log has none.") : "choose of " + known + "."));
}

}  // namespace

std::vector<std::string> candidateCategories(const Schema& schema) {
  std::vector<std::string> names;
  for (const FeatureScope scope : {FeatureScope::Item, FeatureScope::Candidate}) {
    for (const Feature& feature : schema.select(scope, FeatureKind::Category)) {
      names.push_back(feature.name);
    }
  }
  return names;
}

LoggingPolicy::LoggingPolicy(const SlateTable& table, std::span<const std::uint32_t> slates)
    : table_(table) {
  if (!table.schema().hasPropensity) {
    whyUnknown_ = "The log states no propensities.";
  } else if (table.shape() == LogShape::Bandit) {
    recoverFromRows(slates);
  }
}

void LoggingPolicy::recoverFromRows(std::span<const std::uint32_t> slates) {
  const LoggedColumns& logged = table_.logged();
  const std::size_t items = table_.catalogue().size();
  for (const std::uint32_t slate : slates) {
    const std::size_t place = logged.position[slate];
    const double propensity = logged.propensity[slate];
    if (byPlace_.size() <= place) byPlace_.resize(place + 1);
    if (byPlace_[place].empty()) byPlace_[place].assign(items, kMissing);
    double& known = byPlace_[place][table_.action(slate)];
    if (std::isnan(known)) known = propensity;
    if (!(std::abs(known - propensity) <= kSame)) {
      whyUnknown_ =
          "The log states the propensity of the chosen item only, and it hangs on the context, so "
          "that the logging policy's probability of the other items is not known.";
      return;
    }
  }
  for (const std::vector<double>& items_ : byPlace_) {
    if (items_.empty()) continue;
    double sum = 0;
    for (const double propensity : items_) sum += propensity;
    if (!(std::abs(sum - 1) <= kSumsToOne)) {
      whyUnknown_ =
          "Not every item was logged, or the logged propensities do not sum to 1, so that the "
          "logging policy's probability of every item is not known.";
      return;
    }
  }
}

double LoggingPolicy::probability(std::size_t slate, std::int64_t i) const {
  if (table_.shape() == LogShape::Bandit) {
    return byPlace_[table_.logged().position[slate]][static_cast<std::size_t>(i)];
  }
  return table_.logged().propensity[static_cast<std::size_t>(table_.candidates(slate).first + i)];
}

std::vector<double> categoryRatios(const SlateTable& table, std::span<const std::uint32_t> slates,
                                   std::span<const std::int64_t> offsets,
                                   std::span<const float> policy, const LoggedRows& rows,
                                   const LoggingPolicy& logging, const std::string& category) {
  const auto value = categoryColumn(table, category);
  std::vector<double> ratios;
  if (!logging.whyUnknown().empty()) return ratios;
  ratios.reserve(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::size_t local = rows.slate[row];
    const std::size_t slate = slates[local];
    const std::int64_t chosen = rows.candidate[row] - offsets[local];
    const std::uint32_t wanted = value(slate, chosen);
    double own = 0, behaviour = 0;
    for (std::int64_t i = 0; i < offsets[local + 1] - offsets[local]; ++i) {
      if (value(slate, i) != wanted) continue;
      own += policy[static_cast<std::size_t>(offsets[local] + i)];
      behaviour += logging.probability(slate, i);
    }
    if (!(behaviour > 0)) return {};
    ratios.push_back(own / behaviour);
  }
  return ratios;
}

}  // namespace luce
