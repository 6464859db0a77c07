#include "core/common/nearest_name.h"

#include <algorithm>

namespace luce {

namespace {

/// Optimal string alignment: no letter is touched twice.
std::size_t changes(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearestName(std::string_view text, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 100;
  constexpr std::size_t kShortestPart = 3;
  if (text.size() > kLongest) return "";
  std::string nearest;
  std::size_t least = (text.size() + 2) / 3 + 1;
  for (const std::string& name : known) {
    const std::size_t count = changes(text, name);
    if (count < least) {
      least = count;
      nearest = name;
    }
  }
  if (!nearest.empty() || text.size() < kShortestPart) return nearest;
  const auto part = std::find_if(known.begin(), known.end(), [&](const std::string& name) {
    return name.starts_with(text) || name.ends_with(text);
  });
  return part == known.end() ? "" : *part;
}

std::string didYouMean(std::string_view text, const std::vector<std::string>& known) {
  const std::string nearest = nearestName(text, known);
  return nearest.empty() ? "" : " Did you mean \"" + nearest + "\"?";
}

}  // namespace luce
