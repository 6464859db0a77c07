#include "core/simulation/audience/exploration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "core/common/error.h"
#include "core/policy/plackett_luce.h"

namespace luce {

namespace {

constexpr std::array kKinds{ExplorationKind::None, ExplorationKind::Temperature,
                            ExplorationKind::Epsilon};

/// 1 shared by the best-scored candidates.
void greedyFirstPlace(std::span<const double> scores, std::span<double> firstPlace) {
  const double best = *std::max_element(scores.begin(), scores.end());
  const auto ties = static_cast<double>(std::count(scores.begin(), scores.end(), best));
  for (std::size_t i = 0; i < scores.size(); ++i) firstPlace[i] = scores[i] == best ? 1 / ties : 0;
}

void sortBy(std::span<const double> keys, std::span<const double> ties,
            std::vector<std::uint32_t>& order) {
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (keys[a] != keys[b]) return keys[a] > keys[b];
    return ties[a] != ties[b] ? ties[a] > ties[b] : a < b;
  });
}

}  // namespace

std::string toString(ExplorationKind kind) {
  switch (kind) {
    case ExplorationKind::None:
      return "none";
    case ExplorationKind::Temperature:
      return "temperature";
    case ExplorationKind::Epsilon:
      return "epsilon";
  }
  return "";
}

ExplorationKind explorationKindFromString(const std::string& text) {
  for (const ExplorationKind kind : kKinds) {
    if (text == toString(kind)) return kind;
  }
  throw Error(
      fmt::format("There is no exploration \"{}\"; expected none, temperature or epsilon.", text));
}

void drawOrder(std::span<const double> scores, const Exploration& exploration,
               const OrderDraws& draws, std::vector<std::uint32_t>& order,
               std::span<double> firstPlace) {
  order.resize(scores.size());
  std::iota(order.begin(), order.end(), 0u);
  switch (exploration.kind) {
    case ExplorationKind::None:
      greedyFirstPlace(scores, firstPlace);
      sortBy(scores, draws.gumbel, order);
      return;
    case ExplorationKind::Epsilon: {
      greedyFirstPlace(scores, firstPlace);
      const double each = exploration.amount / static_cast<double>(scores.size());
      for (double& share : firstPlace) share = (1 - exploration.amount) * share + each;
      const bool explores = draws.coin < exploration.amount;
      sortBy(explores ? draws.gumbel : scores, draws.gumbel, order);
      return;
    }
    case ExplorationKind::Temperature: {
      const std::array<std::int64_t, 2> offsets{0, static_cast<std::int64_t>(scores.size())};
      std::vector<double> keys(scores.size());
      firstPlacePolicy<double>(offsets, scores, exploration.amount, keys, firstPlace);
      for (std::size_t i = 0; i < keys.size(); ++i) {
        keys[i] = scores[i] / exploration.amount + draws.gumbel[i];
      }
      sortBy(keys, draws.gumbel, order);
      return;
    }
  }
}

}  // namespace luce
