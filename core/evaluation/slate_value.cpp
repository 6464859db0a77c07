#include "core/evaluation/slate_value.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <thread>

#include "core/common/error.h"
#include "core/evaluation/arrivals.h"

namespace luce {

namespace {

constexpr double kWidestSpread = 1e6;

/// Width of the trapezoids over log t. The time of the K-th arrival spreads over about 1/√K there,
/// and a bell of that width is summed to 1e-11 at this step.
double stepFor(std::size_t places) {
  return 0.7 / std::sqrt(static_cast<double>(places) + 2);
}

/// Of log(rate·t) for one candidate: before, it has arrived with less than 1e-10; after, with all
/// but 1e-23. Any of N candidates arrives up to N times as early.
constexpr double kEarliest = -23;
constexpr double kLatest = 4;

/// Calls at(first) for log t = first, first + step … of kMoments moments, until all grid points at
/// which anybody may arrive were there once.
template <class At>
void walkArrivals(std::span<const double> logScores, double step, At&& at) {
  std::vector<double> centres(logScores.size());
  // Candidate i arrives about log t = −s_i/τ.
  std::transform(logScores.begin(), logScores.end(), centres.begin(), std::negate<>());
  std::sort(centres.begin(), centres.end());
  const double earliest = kEarliest - std::log(static_cast<double>(centres.size()));
  double next = -std::numeric_limits<double>::infinity();
  for (const double centre : centres) {
    const double last = centre + kLatest;
    for (double x = std::max(next, std::ceil((centre + earliest) / step) * step); x <= last;
         x = next) {
      at(x);
      next = x + kMoments * step;
    }
  }
}

/// Does work(i) for all i, shared among the processor's cores. Throws what work throws.
template <class Work>
void forEachSlate(std::size_t slates, const std::stop_token& stop, Work&& work) {
  constexpr std::size_t kWorthAThread = 2000;
  std::atomic<std::size_t> next{0};
  const auto help = [&] {
    for (std::size_t i = next++; i < slates && !stop.stop_requested(); i = next++) work(i);
  };
  const std::size_t threads = std::clamp<std::size_t>(
      slates / kWorthAThread, 1, std::max(1u, std::thread::hardware_concurrency()));
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(help);
  help();
  helpers.clear();
  if (stop.stop_requested()) throw Cancelled();
}

void requireFinite(std::span<const double> weights) {
  for (const double weight : weights) {
    if (!std::isfinite(weight)) throw Error("The weight of a place must be a finite number.");
  }
}

std::vector<double> loggedValues(const SlateTable& table, const Predictions& predictions,
                                 std::span<const double> rewards, std::span<const double> weights) {
  std::vector<double> values(predictions.slates.size(), kMissing);
  if (!table.schema().hasPosition) return values;
  for (std::size_t local = 0; local < values.size(); ++local) {
    const CandidateRange range = table.candidates(predictions.slates[local]);
    double sum = 0;
    for (std::int64_t i = 0; i < range.count; ++i) {
      const std::uint16_t place =
          table.logged().position[static_cast<std::size_t>(range.first + i)];
      if (place == 0 || place > weights.size()) continue;
      sum +=
          weights[place - 1u] * rewards[static_cast<std::size_t>(predictions.offsets[local] + i)];
    }
    values[local] = sum;
  }
  return values;
}

}  // namespace

std::vector<double> placeWeights(PlaceWeighting weighting, std::size_t places) {
  std::vector<double> weights;
  for (std::size_t place = 1; place <= places; ++place) {
    const auto k = static_cast<double>(place);
    weights.push_back(weighting == PlaceWeighting::Reciprocal ? 1 / k : 1 / std::log2(k + 1));
  }
  return weights;
}

double expectedSlateValue(std::span<const double> logScores, std::span<const double> rewards,
                          std::span<const double> weights) {
  const std::size_t places = std::min(weights.size(), logScores.size());
  if (places == 0) return 0;
  const auto counted = weights.first(places);
  const auto finite = [](double score) { return std::isfinite(score); };
  if (!std::all_of(logScores.begin(), logScores.end(), finite)) return kMissing;
  const auto [least, most] = std::minmax_element(logScores.begin(), logScores.end());
  // Beyond, scores lie further apart than their floats tell, and the grid of times has no steps.
  if (*most - *least > kWidestSpread) return greedySlateValue(logScores, rewards, weights);
  // Times are relative, and small numbers keep the grid exact.
  const double top = *std::max_element(logScores.begin(), logScores.end());
  std::vector<double> shifted;
  for (const double score : logScores) shifted.push_back(score - top);
  const double step = stepFor(places);
  Arrivals arrivals(places, std::exp(step));
  double sum = 0;
  walkArrivals(shifted, step, [&](double first) {
    arrivals.clear();
    for (std::size_t i = 0; i < shifted.size(); ++i) {
      arrivals.add(std::exp(first + shifted[i]), rewards[i]);
    }
    sum += arrivals.weighted(counted);
  });
  return sum * step;
}

double greedySlateValue(std::span<const double> scores, std::span<const double> rewards,
                        std::span<const double> weights) {
  if (std::any_of(scores.begin(), scores.end(), [](double s) { return std::isnan(s); })) {
    return kMissing;
  }
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  double value = 0;
  for (std::size_t begin = 0; begin < std::min(order.size(), weights.size());) {
    std::size_t end = begin;
    double earned = 0;
    double weight = 0;
    for (; end < order.size() && scores[order[end]] == scores[order[begin]]; ++end) {
      earned += rewards[order[end]];
      if (end < weights.size()) weight += weights[end];
    }
    value += earned * weight / static_cast<double>(end - begin);
    begin = end;
  }
  return value;
}

SlateValue slateValue(const SlateTable& table, const Predictions& predictions,
                      const PolicySettings& settings, std::span<const double> weights,
                      const OffPolicySettings& intervals, std::stop_token stop) {
  if (table.shape() == LogShape::Bandit) {
    throw Error(
        "A bandit log shows the actions of one item only, so the value of a whole slate cannot be "
        "told from it; it needs a log of slates.");
  }
  requireFinite(weights);
  const ScoredCandidates scored = applySettings(predictions, settings);
  LoggedRows rows;
  selectRows(table, predictions.slates, RowKind::Observed, PropensityRule::One, rows);
  std::vector<double> rewards;
  rowRewards(table, rows, settings.rewardWeights, rewards);
  SlateValue result;
  result.drawn.resize(predictions.slates.size());
  result.greedy.resize(predictions.slates.size());
  forEachSlate(predictions.slates.size(), stop, [&](std::size_t local) {
    const auto begin = static_cast<std::size_t>(predictions.offsets[local]);
    const auto end = static_cast<std::size_t>(predictions.offsets[local + 1]);
    std::vector<double> logScores(scored.scores.begin() + static_cast<std::ptrdiff_t>(begin),
                                  scored.scores.begin() + static_cast<std::ptrdiff_t>(end));
    for (double& score : logScores) score /= settings.temperature;
    const auto own = std::span<const double>(rewards).subspan(begin, end - begin);
    result.drawn[local] = expectedSlateValue(logScores, own, weights);
    result.greedy[local] = greedySlateValue(logScores, own, weights);
  });
  const std::vector<double> logged = loggedValues(table, predictions, rewards, weights);
  const std::array<std::span<const double>, 3> values{result.drawn, result.greedy, logged};
  const std::vector<SlateMean> means = slateMeans(values, {}, intervals);
  result.drawnMean = means[0];
  result.greedyMean = means[1];
  result.loggedMean = means[2];
  return result;
}

}  // namespace luce
