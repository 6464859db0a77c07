#include "core/objective/advantage.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace luce {

namespace {

constexpr double kDeviationOffset = 1e-6;  // DeepSeekMath's guard against tiny spreads
constexpr double kNoDeviation = 1e-8;      // under it a group counts as all equal

void normaliseGroup(AdvantageKind kind, std::span<const double> rewards, std::span<double> out) {
  const auto size = static_cast<double>(rewards.size());
  const auto [least, most] = std::minmax_element(rewards.begin(), rewards.end());
  if (*least == *most) {  // also a group of one; rounding of the mean must not make it move
    std::fill(out.begin(), out.end(), 0.0);
    return;
  }
  double sum = 0;
  for (const double reward : rewards) sum += reward;
  const double mean = sum / size;
  double squares = 0;
  for (const double reward : rewards) squares += (reward - mean) * (reward - mean);
  const double deviation = std::sqrt(squares / (size - 1));
  double scale = 1;
  if (kind == AdvantageKind::Group) {
    scale = deviation < kNoDeviation ? 0 : 1 / (deviation + kDeviationOffset);
  } else if (kind == AdvantageKind::LeaveOneOut) {
    scale = size / (size - 1);
  }
  for (std::size_t i = 0; i < rewards.size(); ++i) out[i] = (rewards[i] - mean) * scale;
}

/// Rows of one group are neighbours.
void normaliseNeighbours(AdvantageKind kind, std::span<const double> rewards,
                         std::span<const std::uint32_t> group, std::span<double> advantages) {
  for (std::size_t begin = 0; begin < rewards.size();) {
    std::size_t end = begin + 1;
    while (end < rewards.size() && group[end] == group[begin]) ++end;
    normaliseGroup(kind, rewards.subspan(begin, end - begin),
                   advantages.subspan(begin, end - begin));
    begin = end;
  }
}

}  // namespace

void computeAdvantages(AdvantageKind kind, std::span<const double> rewards,
                       std::span<const std::uint32_t> group, std::span<double> advantages) {
  if (kind == AdvantageKind::Raw) {
    std::copy(rewards.begin(), rewards.end(), advantages.begin());
    return;
  }
  if (std::is_sorted(group.begin(), group.end())) {
    normaliseNeighbours(kind, rewards, group, advantages);
    return;
  }
  std::vector<std::size_t> order(rewards.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return group[a] < group[b]; });
  std::vector<double> sortedRewards, sortedAdvantages(rewards.size());
  std::vector<std::uint32_t> sortedGroup;
  for (const std::size_t row : order) {
    sortedRewards.push_back(rewards[row]);
    sortedGroup.push_back(group[row]);
  }
  normaliseNeighbours(kind, sortedRewards, sortedGroup, sortedAdvantages);
  for (std::size_t i = 0; i < order.size(); ++i) advantages[order[i]] = sortedAdvantages[i];
}

}  // namespace luce
