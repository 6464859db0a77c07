#include "core/evaluation/segment_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace luce {

namespace {

std::string shortNumber(double value) {
  return fmt::format("{:.4g}", value);
}

std::vector<double> presentSorted(std::span<const double> values) {
  std::vector<double> sorted;
  for (const double value : values) {
    if (!std::isnan(value)) sorted.push_back(value);
  }
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

std::size_t differentValues(std::span<const double> sorted, std::size_t enough) {
  std::size_t different = 0;
  for (std::size_t i = 0; i < sorted.size() && different <= enough; ++i) {
    different += i == 0 || sorted[i] != sorted[i - 1];
  }
  return different;
}

/// The first value of each bucket: one ends with the value that fills its share of all values.
std::vector<double> bucketStarts(std::span<const double> sorted, std::size_t buckets) {
  std::vector<double> starts;
  std::size_t begin = 0;
  for (std::size_t end = 1; end <= sorted.size(); ++end) {
    if (end < sorted.size() && sorted[end] == sorted[end - 1]) continue;
    if (buckets * end / sorted.size() == buckets * begin / sorted.size()) continue;
    starts.push_back(sorted[begin]);
    begin = end;
  }
  return starts;
}

void dropEmptyGroups(Grouping& grouping) {
  std::vector<std::uint32_t> moved(grouping.groups.size());
  std::vector<Group> kept;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    moved[i] = static_cast<std::uint32_t>(kept.size());
    if (grouping.groups[i].count > 0) kept.push_back(std::move(grouping.groups[i]));
  }
  for (std::uint32_t& group : grouping.of) group = moved[group];
  grouping.groups = std::move(kept);
}

Group groupOf(const CategoryPlace& value) {
  if (isMissing(value)) return {SegmentKind::Missing, "missing", std::nullopt, 0};
  return {SegmentKind::Value, hashedName(value), value, 0};
}

void put(Grouping& grouping, std::size_t group) {
  grouping.of.push_back(static_cast<std::uint32_t>(group));
  ++grouping.groups[group].count;
}

}  // namespace

Grouping groupNumbers(std::span<const double> values, std::size_t buckets) {
  const std::vector<double> sorted = presentSorted(values);
  if (differentValues(sorted, 2 * buckets) <= 2 * buckets) {
    return groupWholeNumbers(values, shortNumber);
  }
  const std::vector<double> starts = bucketStarts(sorted, buckets);
  Grouping grouping;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto end = i + 1 < starts.size()
                         ? std::lower_bound(sorted.begin(), sorted.end(), starts[i + 1])
                         : sorted.end();
    const double last = *(end - 1);
    grouping.groups.push_back(
        {SegmentKind::Value,
         starts[i] == last ? shortNumber(last)
                           : fmt::format("{} – {}", shortNumber(starts[i]), shortNumber(last)),
         std::nullopt, 0});
  }
  grouping.groups.push_back({SegmentKind::Missing, "missing", std::nullopt, 0});
  for (const double value : values) {
    const auto after = std::upper_bound(starts.begin(), starts.end(), value);
    put(grouping,
        std::isnan(value) ? starts.size() : static_cast<std::size_t>(after - starts.begin()) - 1);
  }
  dropEmptyGroups(grouping);
  return grouping;
}

Grouping groupWholeNumbers(std::span<const double> values,
                           const std::function<std::string(double)>& label) {
  std::map<double, std::size_t> known;
  for (const double value : values) {
    if (!std::isnan(value)) known.emplace(value, 0);
  }
  Grouping grouping;
  for (auto& [value, group] : known) {
    group = grouping.groups.size();
    grouping.groups.push_back({SegmentKind::Value, label(value), std::nullopt, 0});
  }
  grouping.groups.push_back({SegmentKind::Missing, "missing", std::nullopt, 0});
  for (const double value : values) {
    put(grouping, std::isnan(value) ? known.size() : known.at(value));
  }
  dropEmptyGroups(grouping);
  return grouping;
}

Grouping groupCategories(std::span<const std::uint32_t> hashes,
                         const std::function<CategoryPlace(std::size_t)>& placeOf) {
  std::unordered_map<std::uint32_t, std::size_t> known;
  Grouping found;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const auto [entry, added] = known.try_emplace(hashes[i], found.groups.size());
    if (added) found.groups.push_back(groupOf(placeOf(i)));
    put(found, entry->second);
  }
  std::vector<std::size_t> order(found.groups.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Group& left = found.groups[a];
    const Group& right = found.groups[b];
    if (left.kind != right.kind) return left.kind == SegmentKind::Value;
    return left.count > right.count;
  });
  Grouping grouping;
  std::vector<std::uint32_t> place(order.size());
  for (const std::size_t group : order) {
    place[group] = static_cast<std::uint32_t>(grouping.groups.size());
    grouping.groups.push_back(std::move(found.groups[group]));
  }
  for (const std::uint32_t group : found.of) grouping.of.push_back(place[group]);
  return grouping;
}

void foldSmallGroups(Grouping& grouping, std::size_t most) {
  std::vector<std::int64_t> sizes;
  for (const Group& group : grouping.groups) {
    if (group.kind == SegmentKind::Value) sizes.push_back(group.count);
  }
  if (sizes.size() <= most) return;
  std::vector<std::size_t> order(grouping.groups.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const bool aValue = grouping.groups[a].kind == SegmentKind::Value;
    const bool bValue = grouping.groups[b].kind == SegmentKind::Value;
    if (aValue != bValue) return aValue;
    return grouping.groups[a].count > grouping.groups[b].count;
  });
  std::vector<bool> folded(grouping.groups.size());
  for (std::size_t i = most; i < sizes.size(); ++i) folded[order[i]] = true;
  Group others{SegmentKind::Others, fmt::format("{} others", sizes.size() - most), std::nullopt, 0};
  std::vector<std::uint32_t> moved(grouping.groups.size());
  std::vector<Group> kept;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (folded[i]) {
      others.count += grouping.groups[i].count;
    } else {
      moved[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(grouping.groups[i]));
    }
  }
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (folded[i]) moved[i] = static_cast<std::uint32_t>(kept.size());
  }
  kept.push_back(std::move(others));
  for (std::uint32_t& group : grouping.of) group = moved[group];
  grouping.groups = std::move(kept);
}

}  // namespace luce
