#include "core/evaluation/weighted_rows.h"

#include <numeric>

namespace luce {

std::size_t unitsOfRows(const WeightedRows& rows, std::vector<std::uint32_t>& units) {
  units.resize(rows.size());
  if (rows.kind != RowKind::Observed) {
    std::iota(units.begin(), units.end(), 0u);
    return rows.size();
  }
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || rows.slate[i] != rows.slate[i - 1]) ++count;
    units[i] = count - 1;
  }
  return count;
}

}  // namespace luce
