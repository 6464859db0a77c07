#include "core/simulation/audience/cascade.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/common/error.h"
#include "core/simulation/audience/exploration.h"

namespace luce {

namespace {

constexpr std::size_t kLargestExactSlate = 8;

/// Calls visit(candidate, probability that it is looked at) from the first place on.
template <class Visit>
void walk(const AudienceSettings& settings, std::span<const CandidateTruth> truth,
          std::span<const std::uint32_t> order, Visit&& visit) {
  double reached = 1;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const double looks = std::pow(static_cast<double>(place + 1), -settings.positionBias);
    const std::uint32_t candidate = order[place];
    visit(candidate, reached * looks);
    const double longView = looks * truth[candidate].probability[1];
    reached *= settings.persistence * (1 - settings.satiation * longView);
  }
}

/// Probability that Plackett–Luce with these weights gives this order.
double orderProbability(std::span<const double> weights, std::span<const std::uint32_t> order) {
  double rest = std::accumulate(weights.begin(), weights.end(), 0.0);
  double probability = 1;
  for (const std::uint32_t candidate : order) {
    probability *= weights[candidate] / rest;
    rest -= weights[candidate];
    if (!(rest > 0)) break;
  }
  return probability;
}

}  // namespace

void examinations(const AudienceSettings& settings, std::span<const CandidateTruth> truth,
                  std::span<const std::uint32_t> order, std::span<double> examination) {
  walk(settings, truth, order,
       [&](std::uint32_t candidate, double looks) { examination[candidate] = looks; });
}

double expectedReward(const CandidateTruth& truth, std::span<const double> weights) {
  return std::inner_product(truth.probability.begin(), truth.probability.end(), weights.begin(),
                            0.0);
}

double expectedSlateReward(const AudienceSettings& settings, std::span<const CandidateTruth> truth,
                           std::span<const std::uint32_t> order, std::span<const double> weights) {
  double sum = 0;
  walk(settings, truth, order, [&](std::uint32_t candidate, double looks) {
    sum += looks * expectedReward(truth[candidate], weights);
  });
  return sum;
}

double exactPolicyReward(const AudienceSettings& settings, std::span<const CandidateTruth> truth,
                         std::span<const double> scores, double temperature,
                         std::span<const double> weights) {
  if (scores.size() > kLargestExactSlate) {
    throw Error(fmt::format(
        "A sum over all orders of {} candidates is too long; expected at most {}. Draw orders.",
        scores.size(), kLargestExactSlate));
  }
  const double best = *std::max_element(scores.begin(), scores.end());
  std::vector<double> exponentials;
  for (const double score : scores) exponentials.push_back(std::exp((score - best) / temperature));
  std::vector<std::uint32_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0u);
  double sum = 0;
  do {
    sum += orderProbability(exponentials, order) *
           expectedSlateReward(settings, truth, order, weights);
  } while (std::next_permutation(order.begin(), order.end()));
  return sum;
}

MonteCarloReward sampledPolicyReward(const AudienceSettings& settings,
                                     std::span<const CandidateTruth> truth,
                                     std::span<const double> scores, double temperature,
                                     std::span<const double> weights, int draws,
                                     std::uint64_t seed) {
  Random random(seed);
  std::vector<double> gumbel(scores.size()), firstPlace(scores.size());
  std::vector<std::uint32_t> order;
  double mean = 0, squares = 0;
  for (int draw = 0; draw < draws; ++draw) {
    for (double& noise : gumbel) noise = random.gumbel();
    drawOrder(scores, {ExplorationKind::Temperature, temperature}, {gumbel, 0}, order, firstPlace);
    const double reward = expectedSlateReward(settings, truth, order, weights);
    const double step = reward - mean;
    mean += step / (draw + 1);
    squares += step * (reward - mean);
  }
  MonteCarloReward result{mean, std::numeric_limits<double>::quiet_NaN()};
  if (draws > 1) result.standardError = std::sqrt(squares / (draws - 1) / draws);
  return result;
}

}  // namespace luce
