#include "core/dataset/importers/usual_columns.h"

#include <algorithm>

namespace luce {

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

std::optional<std::size_t> indexOf(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::optional<std::size_t> firstNamed(const std::vector<std::string>& lowerHeader,
                                      const Names& names) {
  for (const std::string_view name : names) {
    if (const auto index = indexOf(lowerHeader, name)) return index;
  }
  return std::nullopt;
}

std::string_view prefixOf(std::string_view name, const Names& prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) return prefix;
  }
  return {};
}

}  // namespace luce
