#include "core/dataset/split.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/common/error.h"
#include "core/common/hash.h"

namespace luce {

namespace {

std::optional<std::size_t> slateWithoutTime(const SlateTable& table) {
  if (table.times().empty())
    return table.slateCount() > 0 ? std::optional<std::size_t>(0) : std::nullopt;
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    if (std::isnan(table.times()[slate])) return slate;
  }
  return std::nullopt;
}

SplitRule ruleFor(const SlateTable& table, SplitRule rule) {
  if (rule == SplitRule::Hash) return rule;
  const auto missing = slateWithoutTime(table);
  if (!missing) return SplitRule::Time;
  if (rule == SplitRule::Automatic) return SplitRule::Hash;
  throw Error(fmt::format(
      "The dataset cannot be split by time: slate \"{}\" has none. Split by hash instead.",
      table.slateKey(*missing)));
}

/// Slates in the order in which they fall to training, validation, test.
std::vector<std::uint32_t> orderSlates(const SlateTable& table, SplitRule rule,
                                       std::uint64_t seed) {
  std::vector<std::uint32_t> order(table.slateCount());
  std::iota(order.begin(), order.end(), 0);
  if (rule == SplitRule::Time) {
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return table.times()[a] < table.times()[b];
    });
    return order;
  }
  std::vector<std::uint64_t> hash(order.size());
  for (const std::uint32_t slate : order) {
    hash[slate] = mixBits(fnv1a(table.slateKey(slate), mixBits(seed + 0x9e3779b97f4a7c15u)));
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (hash[a] != hash[b]) return hash[a] < hash[b];
    return table.slateKey(a) < table.slateKey(b);
  });
  return order;
}

void requireShare(double share, const char* name) {
  if (!(share >= 0 && share < 1)) {
    throw Error(
        fmt::format("The {} share of the split is {}; it must lie in [0, 1).", name, share));
  }
}

}  // namespace

Split splitSlates(const SlateTable& table, const SplitSettings& settings) {
  requireShare(settings.validation, "validation");
  requireShare(settings.test, "test");
  if (settings.validation + settings.test >= 1) {
    throw Error(fmt::format("Validation ({}) and test ({}) leave nothing to train on.",
                            settings.validation, settings.test));
  }
  Split split;
  split.rule = ruleFor(table, settings.rule);
  const std::vector<std::uint32_t> order = orderSlates(table, split.rule, settings.seed);
  const auto count = static_cast<double>(order.size());
  const auto test = static_cast<std::ptrdiff_t>(std::floor(settings.test * count));
  const auto validation = static_cast<std::ptrdiff_t>(std::floor(settings.validation * count));
  const auto train = static_cast<std::ptrdiff_t>(order.size()) - validation - test;
  const auto take = [&](std::ptrdiff_t begin, std::ptrdiff_t length) {
    std::vector<std::uint32_t> part(order.begin() + begin, order.begin() + begin + length);
    std::sort(part.begin(), part.end());
    return part;
  };
  split.train = take(0, train);
  split.validation = take(train, validation);
  split.test = take(train + validation, test);
  return split;
}

std::vector<std::uint32_t> thinSlates(const SlateTable& table,
                                      std::span<const std::uint32_t> slates,
                                      std::int64_t candidates) {
  std::int64_t all = 0;
  for (const std::uint32_t slate : slates) all += table.candidates(slate).count;
  const std::int64_t stride = std::max<std::int64_t>(1, (all + candidates - 1) / candidates);
  std::vector<std::uint32_t> chosen;
  for (std::size_t i = 0; i < slates.size(); i += static_cast<std::size_t>(stride)) {
    chosen.push_back(slates[i]);
  }
  return chosen;
}

}  // namespace luce
