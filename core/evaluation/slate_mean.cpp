#include "core/evaluation/slate_mean.h"

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <vector>

#include "core/evaluation/bootstrap.h"

namespace luce {

namespace {

Interval resampled(double mean, std::span<const SlateSums> slates,
                   const OffPolicySettings& settings) {
  std::vector<double> means;
  for (const ResampledSums& resample :
       resampleSlates(slates, {}, settings.resamples, settings.seed)) {
    means.push_back(resample.sums.weight > 0 ? resample.sums.weightedReward / resample.sums.weight
                                             : kMissing);
  }
  const double tail = (1 - settings.confidence) / 2;
  return {mean, quantile(means, tail), quantile(means, 1 - tail)};
}

Interval normal(double mean, std::span<const SlateSums> slates, double totalWeight,
                const OffPolicySettings& settings) {
  double squares = 0;
  for (const SlateSums& slate : slates) {
    const double residual = slate.weightedReward - mean * slate.weight;
    squares += residual * residual;
  }
  const double reach = boost::math::quantile(boost::math::normal(), (1 + settings.confidence) / 2) *
                       std::sqrt(squares) / totalWeight;
  return {mean, mean - reach, mean + reach};
}

}  // namespace

SlateMean slateMean(std::span<const double> values, std::span<const double> weights,
                    const OffPolicySettings& settings) {
  std::vector<SlateSums> slates;
  double sum = 0;
  double totalWeight = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double weight = weights.empty() ? 1.0 : weights[i];
    if (std::isnan(values[i]) || !(weight > 0)) continue;
    SlateSums slate;
    slate.weightedReward = weight * values[i];
    slate.weight = weight;
    slates.push_back(slate);
    sum += slate.weightedReward;
    totalWeight += weight;
  }
  SlateMean result;
  result.slates = static_cast<std::int64_t>(slates.size());
  if (slates.empty()) {
    result.mean = {kMissing, kMissing, kMissing};
    return result;
  }
  const double mean = sum / totalWeight;
  if (settings.resamples <= 0) {
    result.mean = {mean, mean, mean};
  } else if (result.slates <= kMostResampled) {
    result.mean = resampled(mean, slates, settings);
  } else {
    result.mean = normal(mean, slates, totalWeight, settings);
  }
  return result;
}

}  // namespace luce
