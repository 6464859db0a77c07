#include "core/evaluation/exposure.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace luce {

namespace {

void fillSpread(const std::vector<bool>& wasCandidate, std::int64_t candidateItems,
                ExposureSpread& spread) {
  std::vector<double> shares;
  shares.reserve(static_cast<std::size_t>(candidateItems));
  for (std::size_t item = 0; item < spread.exposure.size(); ++item) {
    if (wasCandidate[item]) shares.push_back(spread.exposure[item]);
  }
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  double entropy = 0;
  for (const double share : shares) {
    if (!(share > 0)) continue;
    ++spread.shownItems;
    entropy -= share / total * std::log(share / total);
  }
  spread.coverage = candidateItems > 0 ? static_cast<double>(spread.shownItems) /
                                             static_cast<double>(candidateItems)
                                       : kMissing;
  spread.gini = giniIndex(shares);
  spread.effectiveItems = total > 0 ? std::exp(entropy) : kMissing;
}

}  // namespace

double giniIndex(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const auto count = static_cast<double>(sorted.size());
  double sum = 0;
  double ranked = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    sum += sorted[i];
    ranked += (2 * static_cast<double>(i + 1) - count - 1) * sorted[i];
  }
  return sum > 0 ? ranked / (count * sum) : kMissing;
}

Exposure exposureOf(const SlateTable& table, const Predictions& predictions,
                    const PolicySettings& settings) {
  const ScoredCandidates scored = applySettings(predictions, settings);
  const std::size_t items = table.catalogue().size();
  Exposure result;
  result.catalogueItems = static_cast<std::int64_t>(items);
  result.drawn.exposure.assign(items, 0);
  result.greedy.exposure.assign(items, 0);
  std::vector<bool> wasCandidate(items);
  for (std::size_t local = 0; local < predictions.slates.size(); ++local) {
    const auto begin = static_cast<std::size_t>(predictions.offsets[local]);
    const auto end = static_cast<std::size_t>(predictions.offsets[local + 1]);
    if (begin == end) {
      result.entropy.push_back(kMissing);
      continue;
    }
    const auto scores = std::span<const float>(scored.scores).subspan(begin, end - begin);
    const float top = *std::max_element(scores.begin(), scores.end());
    const auto ties = static_cast<double>(std::count(scores.begin(), scores.end(), top));
    double entropy = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t item =
          table.item(predictions.slates[local], static_cast<std::int64_t>(i - begin));
      const double probability = scored.policy[i];
      wasCandidate[item] = true;
      result.drawn.exposure[item] += probability;
      if (scored.scores[i] == top) result.greedy.exposure[item] += 1 / ties;
      if (probability > 0) entropy -= probability * std::log(probability);
    }
    result.entropy.push_back(entropy);
  }
  result.candidateItems = std::count(wasCandidate.begin(), wasCandidate.end(), true);
  fillSpread(wasCandidate, result.candidateItems, result.drawn);
  fillSpread(wasCandidate, result.candidateItems, result.greedy);
  return result;
}

}  // namespace luce
