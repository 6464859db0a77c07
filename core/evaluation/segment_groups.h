// Puts values into named groups: the step of a segmentation that knows nothing of predictions.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/evaluation/segments.h"

namespace luce {

struct Group {
  SegmentKind kind = SegmentKind::Value;
  std::string label;
  std::optional<CategoryPlace> category;
  std::int64_t count = 0;
};

/// Groups in the order in which they are shown; one group number a value.
struct Grouping {
  std::vector<Group> groups;
  std::vector<std::uint32_t> of;
};

/// Buckets of about equally many values, cut between different values only; NaN = missing.
Grouping groupNumbers(std::span<const double> values, std::size_t buckets);

/// One group a different value, in ascending order; NaN = missing.
Grouping groupWholeNumbers(std::span<const double> values,
                           const std::function<std::string(double)>& label);

/// One group a different hash, the largest first. placeOf: where a value stands.
Grouping groupCategories(std::span<const std::uint32_t> hashes,
                         const std::function<CategoryPlace(std::size_t)>& placeOf);

/// Leaves the `most` largest groups of values; the rest becomes one group "others".
void foldSmallGroups(Grouping& grouping, std::size_t most);

}  // namespace luce
