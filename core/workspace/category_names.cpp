#include "core/workspace/category_names.h"

#include <array>

#include "core/common/hash.h"

namespace luce {

namespace {

/// The cell whose text hashes to the value: columns may be called otherwise than their features.
std::optional<std::string> matchingText(const std::vector<BrowserRow>& rows,
                                        const CategoryPlace& value) {
  for (const BrowserRow& row : rows) {
    for (const BrowserCell& cell : row.cells) {
      const auto* text = std::get_if<std::string>(&cell);
      if (text != nullptr && categoryHash(value.feature, *text) == value.hash) return *text;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> categoryName(SlateBrowser& browser, const CategoryPlace& value) {
  if (value.scope == FeatureScope::Context) {
    return matchingText(browser.slates(std::array{value.slate}), value);
  }
  return matchingText(browser.candidates(value.slate).rows, value);
}

}  // namespace luce
