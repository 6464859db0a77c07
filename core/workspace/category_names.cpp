#include "core/workspace/category_names.h"

#include <array>

#include "core/common/hash.h"

namespace luce {

namespace {

/// The cell whose text hashes to the value: columns may be called otherwise than their features.
std::optional<std::string> matchingText(const BrowserRow& row, const CategoryPlace& value) {
  for (const BrowserCell& cell : row.cells) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text != nullptr && categoryHash(value.feature, *text) == value.hash) return *text;
  }
  return std::nullopt;
}

/// Bandit logs list the shown item first, so the value need not be in its own place.
std::optional<std::string> matchingText(const std::vector<BrowserRow>& rows,
                                        const CategoryPlace& value) {
  const auto place = static_cast<std::size_t>(value.candidate);
  if (place < rows.size()) {
    if (const auto text = matchingText(rows[place], value)) return text;
  }
  for (const BrowserRow& row : rows) {
    if (const auto text = matchingText(row, value)) return text;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::optional<std::string>> categoryNames(SlateBrowser& browser,
                                                      std::span<const CategoryPlace> values) {
  std::vector<std::optional<std::string>> names;
  std::optional<std::int64_t> read;
  BrowserCandidates candidates;
  for (const CategoryPlace& value : values) {
    if (value.scope == FeatureScope::Context) {
      names.push_back(matchingText(browser.slates(std::array{value.slate}), value));
      continue;
    }
    if (read != value.slate) {
      candidates = browser.candidates(value.slate);
      read = value.slate;
    }
    names.push_back(matchingText(candidates.rows, value));
  }
  return names;
}

}  // namespace luce
