// The values of a category column. In memory they are hashes; where a value lies in the log is kept
// with it, so that its text can be read from there (workspace/category_names.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/dataset/slate_table.h"

namespace luce {

/// One value of a category, and a place where it stands.
struct CategoryPlace {
  std::string feature;
  FeatureScope scope = FeatureScope::Context;
  std::uint32_t hash = 0;      ///< categoryHash of feature and text
  std::int64_t slate = 0;      ///< index in the table
  std::int64_t candidate = 0;  ///< index within the slate; 0 for context features
  bool operator==(const CategoryPlace&) const = default;
};

/// Whether it is the empty text, which means missing.
bool isMissing(const CategoryPlace& value);

/// What is shown of a value whose text is not at hand: "category #1a2b3c4d".
std::string hashedName(const CategoryPlace& value);

struct CategoryValue {
  CategoryPlace place;
  std::int64_t count = 0;  ///< slates (context) or candidates
};

/// The `most` most frequent values of a context, candidate or item category, most frequent first;
/// equally frequent ones in order of appearance. column: among the scope's categories. A bandit
/// log's item category is counted over the catalogue, as every slate has all of it.
std::vector<CategoryValue> frequentValues(const SlateTable& table, FeatureScope scope,
                                          std::size_t column, std::size_t most);

}  // namespace luce
