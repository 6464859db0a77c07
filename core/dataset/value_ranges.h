// Which values the numbers of a log take: where the ends of a slider belong.
#pragma once

#include <stop_token>
#include <vector>

#include "core/dataset/slate_table.h"

namespace luce {

/// low > high: no value is there.
struct ValueRange {
  float low = 1;
  float high = 0;
  bool empty() const { return low > high; }
};

struct ValueRanges {
  std::vector<ValueRange> context;    ///< by numeric context feature
  std::vector<ValueRange> candidate;  ///< by candidateFeatures(schema, Numeric)
};

/// One pass over all values. Throws Cancelled.
ValueRanges valueRanges(const SlateTable& table, std::stop_token stop = {});

/// For each item of the catalogue a logged row of a slate log where it is a candidate; −1 for items
/// that never are.
std::vector<std::int64_t> firstAppearances(const SlateTable& table);

}  // namespace luce
