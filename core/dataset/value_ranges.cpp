#include "core/dataset/value_ranges.h"

#include <algorithm>
#include <cmath>

#include "core/common/error.h"

namespace luce {

namespace {

void widen(ValueRange& range, float value) {
  if (!std::isfinite(value)) return;
  if (range.empty()) {
    range = {value, value};
  } else {
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
  }
}

void appendRanges(const Matrix<float>& matrix, std::vector<ValueRange>& ranges,
                  const std::stop_token& stop) {
  constexpr std::size_t kRowsBetweenChecks = 4096;
  std::vector<ValueRange> own(matrix.columns());
  for (std::size_t row = 0; row < matrix.rows(); ++row) {
    if (row % kRowsBetweenChecks == 0 && stop.stop_requested()) throw Cancelled();
    const auto values = matrix.row(row);
    for (std::size_t column = 0; column < values.size(); ++column) {
      widen(own[column], values[column]);
    }
  }
  ranges.insert(ranges.end(), own.begin(), own.end());
}

}  // namespace

ValueRanges valueRanges(const SlateTable& table, std::stop_token stop) {
  ValueRanges ranges;
  appendRanges(table.contextNumeric(), ranges.context, stop);
  appendRanges(table.candidateNumeric(), ranges.candidate, stop);
  appendRanges(table.catalogue().numeric, ranges.candidate, stop);
  // A pair without an entry has zeros.
  const std::size_t first = ranges.candidate.size();
  const std::size_t pairs = table.schema().select(FeatureScope::Pair, FeatureKind::Numeric).size();
  ranges.candidate.resize(first + pairs, ValueRange{0, 0});
  for (std::size_t entry = 0; entry < table.pairs().value.size(); ++entry) {
    widen(ranges.candidate[first + table.pairs().feature[entry]], table.pairs().value[entry]);
  }
  return ranges;
}

std::vector<std::int64_t> firstAppearances(const SlateTable& table) {
  std::vector<std::int64_t> first(table.catalogue().size(), -1);
  if (table.shape() == LogShape::Bandit) return first;
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    const CandidateRange range = table.candidates(slate);
    for (std::int64_t i = 0; i < range.count; ++i) {
      std::int64_t& row = first[table.item(slate, i)];
      if (row < 0) row = range.first + i;
    }
  }
  return first;
}

}  // namespace luce
