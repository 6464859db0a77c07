// Cuts a dataset into training, validation and test slates; the same table and settings always
// give the same cut.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/dataset/slate_table.h"

namespace luce {

enum class SplitRule {
  Automatic,  ///< Time when every slate has one, else Hash
  Time,       ///< oldest slates train, newest test (ties by slate order)
  Hash,       ///< by a hash of seed and slate key: independent of the order of slates
};

struct SplitSettings {
  SplitRule rule = SplitRule::Automatic;
  double validation = 0.15;  ///< share of slates, 0..1
  double test = 0.15;        ///< share of slates, 0..1
  std::uint64_t seed = 1;
  bool operator==(const SplitSettings&) const = default;
};

/// Slate indices, each ascending, together every slate once.
struct Split {
  SplitRule rule = SplitRule::Hash;  ///< the rule that was used, never Automatic
  std::vector<std::uint32_t> train, validation, test;
};

/// Throws Error when the shares are out of range, or Time is asked for and a time is missing.
Split splitSlates(const SlateTable& table, const SplitSettings& settings);

/// Every k-th of the slates, with the smallest k for which they hold about `candidates` at most:
/// enough to judge a policy by in a short time.
std::vector<std::uint32_t> thinSlates(const SlateTable& table,
                                      std::span<const std::uint32_t> slates,
                                      std::int64_t candidates);

}  // namespace luce
