#include "core/evaluation/bootstrap.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include "core/common/random.h"

namespace luce {

namespace {

void addSums(SlateSums& total, const SlateSums& part) {
  total.weightedReward += part.weightedReward;
  total.cappedReward += part.cappedReward;
  total.weight += part.weight;
  total.rows += part.rows;
}

ResampledSums resampleOnce(std::span<const SlateSums> slates, std::span<const double> logging,
                           std::uint64_t seed, std::uint64_t resample) {
  ResampledSums result;
  result.loggingCount = static_cast<double>(logging.size());
  Random random(seed, resample);
  if (slates.size() == logging.size()) {
    for (std::size_t draw = 0; draw < slates.size(); ++draw) {
      const std::size_t chosen = random.below(slates.size());
      addSums(result.sums, slates[chosen]);
      result.loggingReward += logging[chosen];
    }
    return result;
  }
  for (std::size_t draw = 0; draw < slates.size(); ++draw) {
    addSums(result.sums, slates[random.below(slates.size())]);
  }
  for (std::size_t draw = 0; draw < logging.size(); ++draw) {
    result.loggingReward += logging[random.below(logging.size())];
  }
  return result;
}

}  // namespace

std::vector<ResampledSums> resampleSlates(std::span<const SlateSums> slates,
                                          std::span<const double> logging, int resamples,
                                          std::uint64_t seed) {
  std::vector<ResampledSums> results(static_cast<std::size_t>(std::max(0, resamples)));
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < results.size(); i = next++) {
      results[i] = resampleOnce(slates, logging, seed, i);
    }
  };
  constexpr std::size_t kWorthAThread = 200'000;
  const std::size_t draws = results.size() * (slates.size() + logging.size());
  const std::size_t threads = std::clamp<std::size_t>(
      draws / kWorthAThread, 1, std::max(1u, std::thread::hardware_concurrency()));
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
  work();
  helpers.clear();
  return results;
}

double quantile(std::vector<double>& values, double q) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double place = q * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), values.begin() + below, values.end());
  const double low = values[static_cast<std::size_t>(below)];
  if (static_cast<std::size_t>(below) + 1 == values.size()) return low;
  const double high = *std::min_element(values.begin() + below + 1, values.end());
  return low + (place - static_cast<double>(below)) * (high - low);
}

}  // namespace luce
