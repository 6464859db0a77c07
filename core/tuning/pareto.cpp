#include "core/tuning/pareto.h"

#include <algorithm>
#include <cmath>

namespace luce {

std::vector<bool> paretoFront(std::span<const double> points,
                              const std::vector<bool>& lowerIsBetter) {
  const std::size_t dimensions = lowerIsBetter.size();
  std::vector<bool> front(dimensions == 0 ? 0 : points.size() / dimensions);
  // Signs turned so that more is better, without points that cannot be compared.
  std::vector<double> values(points.begin(), points.end());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < front.size(); ++i) {
    bool known = true;
    for (std::size_t d = 0; d < dimensions; ++d) {
      double& value = values[i * dimensions + d];
      if (lowerIsBetter[d]) value = -value;
      known = known && !std::isnan(value);
    }
    if (known) order.push_back(i);
  }
  const auto of = [&](std::size_t point) {
    return std::span<const double>(values).subspan(point * dimensions, dimensions);
  };
  // In this order only an earlier point can dominate a later one, and one of the front then does.
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::lexicographical_compare(of(b).begin(), of(b).end(), of(a).begin(), of(a).end());
  });
  std::vector<std::size_t> kept;
  for (const std::size_t point : order) {
    const auto dominates = [&](std::size_t other) {
      const auto better = of(other), worse = of(point);
      bool equal = true;
      for (std::size_t d = 0; d < dimensions; ++d) {
        if (better[d] < worse[d]) return false;
        equal = equal && better[d] == worse[d];
      }
      return !equal;
    };
    if (std::any_of(kept.rbegin(), kept.rend(), dominates)) continue;
    kept.push_back(point);
    front[point] = true;
  }
  return front;
}

}  // namespace luce
