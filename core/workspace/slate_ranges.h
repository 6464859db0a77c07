// Finds the rows of one slate in a table that has no index on `slate`, but whose rows are in the
// order of slates with ascending ids: by bisection over the ids, some twenty lookups among millions
// of rows.
#pragma once

#include <cstdint>
#include <string>

#include "core/workspace/row_statement.h"

namespace luce {

/// Ids of rows: [first, last).
struct IdRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

class SlateRanges {
 public:
  /// table: with columns `id` (its key) and `slate`. Throws SQLite::Exception, as the others do.
  SlateRanges(SQLite::Database& database, const std::string& table);

  IdRange of(std::int64_t slate);
  /// The id from which rows belong to this slate or later ones.
  std::int64_t begin(std::int64_t slate);

 private:
  /// Bisects ids in [low, high].
  std::int64_t bisect(std::int64_t slate, std::int64_t low, std::int64_t high);
  /// Whether the first row with this id or a later one belongs to the slate or later ones; sets
  /// `next` to the id after that row.
  bool reaches(std::int64_t slate, std::int64_t id, std::int64_t& next);

  RowStatement row_;
  std::int64_t firstId_ = 0;
  std::int64_t endId_ = 0;
  // What was asked last, since the next slate begins where it ends.
  std::int64_t knownSlate_ = -1;
  IdRange known_;
};

}  // namespace luce
