#include "core/evaluation/slate_mean.h"

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <vector>

#include "core/evaluation/bootstrap.h"

namespace luce {

namespace {

enum Column : std::size_t { kValue, kWeight, kColumns };

Interval resampled(double mean, const Matrix<double>& slates, const OffPolicySettings& settings) {
  const Matrix<double> drawn = resampleSums(slates, settings.resamples, settings.seed);
  std::vector<double> means;
  for (std::size_t i = 0; i < drawn.rows(); ++i) {
    means.push_back(drawn(i, kWeight) > 0 ? drawn(i, kValue) / drawn(i, kWeight) : kMissing);
  }
  const double tail = (1 - settings.confidence) / 2;
  return {mean, quantile(means, tail), quantile(means, 1 - tail)};
}

Interval normal(double mean, const Matrix<double>& slates, double totalWeight,
                const OffPolicySettings& settings) {
  double squares = 0;
  for (std::size_t s = 0; s < slates.rows(); ++s) {
    const double residual = slates(s, kValue) - mean * slates(s, kWeight);
    squares += residual * residual;
  }
  const double reach = boost::math::quantile(boost::math::normal(), (1 + settings.confidence) / 2) *
                       std::sqrt(squares) / totalWeight;
  return {mean, mean - reach, mean + reach};
}

}  // namespace

SlateMean slateMean(std::span<const double> values, std::span<const double> weights,
                    const OffPolicySettings& settings) {
  Matrix<double> slates;
  slates.setColumns(kColumns);
  double sum = 0;
  double totalWeight = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double weight = weights.empty() ? 1.0 : weights[i];
    if (std::isnan(values[i]) || !(weight > 0)) continue;
    const auto slate = slates.appendRow();
    slate[kValue] = weight * values[i];
    slate[kWeight] = weight;
    sum += slate[kValue];
    totalWeight += weight;
  }
  SlateMean result;
  result.slates = static_cast<std::int64_t>(slates.rows());
  if (slates.rows() == 0) {
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
