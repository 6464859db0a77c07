#include "core/workspace/slate_ranges.h"

#include <fmt/format.h>

#include <algorithm>

namespace luce {

SlateRanges::SlateRanges(SQLite::Database& database, const std::string& table)
    : row_(database,
           fmt::format("SELECT id, slate FROM {} WHERE id >= ? ORDER BY id LIMIT 1", table)) {
  // Two queries, each of which looks at one end of the table.
  RowStatement ends(database, fmt::format("SELECT (SELECT min(id) FROM {0}), (SELECT max(id) FROM "
                                          "{0})",
                                          table));
  if (!ends.next() || ends.isNull(0)) return;
  firstId_ = ends.integer(0);
  endId_ = ends.integer(1) + 1;
}

IdRange SlateRanges::of(std::int64_t slate) {
  if (slate == knownSlate_) return known_;
  const std::int64_t first = begin(slate);
  // Slates are short beside the table: look near by before anywhere else.
  std::int64_t low = first, step = 16, next = 0;
  while (low + step < endId_ && !reaches(slate + 1, low + step, next)) {
    low = next;
    step *= 2;
  }
  known_ = {first, bisect(slate + 1, low, std::min(low + step, endId_))};
  knownSlate_ = slate;
  return known_;
}

std::int64_t SlateRanges::begin(std::int64_t slate) {
  if (knownSlate_ >= 0 && slate == knownSlate_ + 1) return known_.last;
  return bisect(slate, firstId_, endId_);
}

std::int64_t SlateRanges::bisect(std::int64_t slate, std::int64_t low, std::int64_t high) {
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    std::int64_t next = 0;
    if (reaches(slate, middle, next)) {
      high = middle;
    } else {
      low = std::min(next, high);
    }
  }
  return low;
}

bool SlateRanges::reaches(std::int64_t slate, std::int64_t id, std::int64_t& next) {
  row_.bind(0, id);
  const bool found = row_.next();
  const bool result = !found || row_.integer(1) >= slate;
  next = found ? row_.integer(0) + 1 : endId_;
  row_.reset();
  return result;
}

}  // namespace luce
