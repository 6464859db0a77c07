// Policies over categories of items instead of items, for MIPS (Saito & Joachims 2022): with a
// category e that every item has, π(e|x) = Σ of π over the items of e, and the ratio π(e)/π_β(e)
// varies far less than π/π_β.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/dataset/slate_table.h"
#include "core/policy/logged_rows.h"

namespace luce {

/// The logging policy's probability of every candidate of some slates. Slate logs state it; a
/// bandit log states it of the chosen action only, but where an item's propensity (at its place) is
/// the same in every row, the log has told all of it.
class LoggingPolicy {
 public:
  LoggingPolicy(const SlateTable& table, std::span<const std::uint32_t> slates);
  /// Empty: known. Else a sentence.
  const std::string& whyUnknown() const { return whyUnknown_; }
  /// π_β of the i-th candidate of a slate of the table; NaN where it is not stated.
  double probability(std::size_t slate, std::int64_t i) const;

 private:
  void recoverFromRows(std::span<const std::uint32_t> slates);
  const SlateTable& table_;
  std::string whyUnknown_;
  std::vector<std::vector<double>> byPlace_;  ///< bandit logs: [place][item]
};

/// Names of the category features that candidates have, of items and of the shown pairs.
std::vector<std::string> candidateCategories(const Schema& schema);

/// π(e)/π_β(e) for the category of each row's candidate. policy: π of all candidates of the slates,
/// cut by offsets. Empty when the logging policy is not known; throws Error for a feature that is
/// no category.
std::vector<double> categoryRatios(const SlateTable& table, std::span<const std::uint32_t> slates,
                                   std::span<const std::int64_t> offsets,
                                   std::span<const float> policy, const LoggedRows& rows,
                                   const LoggingPolicy& logging, const std::string& category);

}  // namespace luce
