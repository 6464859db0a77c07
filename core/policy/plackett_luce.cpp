#include "core/policy/plackett_luce.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "core/policy/summary_kernel.h"

namespace luce {

namespace {

/// log π from exponents whose largest of every slate is 0, and π from their exponentials.
template <class Real>
void divideByMass(std::span<const std::int64_t> offsets, std::span<Real> logPolicy,
                  std::span<Real> policy) {
  for (std::size_t slate = 0; slate + 1 < offsets.size(); ++slate) {
    const auto begin = static_cast<std::size_t>(offsets[slate]);
    const auto end = static_cast<std::size_t>(offsets[slate + 1]);
    if (begin == end) continue;
    Real sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += policy[i];
    const Real logSum = std::log(sum);
    const Real scale = 1 / sum;
    for (std::size_t i = begin; i < end; ++i) {
      logPolicy[i] -= logSum;
      policy[i] *= scale;
    }
  }
}

}  // namespace

template <class Real>
void firstPlacePolicy(std::span<const std::int64_t> offsets, std::span<const Real> scores,
                      double temperature, std::span<Real> logPolicy, std::span<Real> policy) {
  const Real sharpness = static_cast<Real>(1.0 / temperature);
  for (std::size_t slate = 0; slate + 1 < offsets.size(); ++slate) {
    const auto begin = static_cast<std::size_t>(offsets[slate]);
    const auto end = static_cast<std::size_t>(offsets[slate + 1]);
    if (begin == end) continue;
    Real top = scores[begin];
    for (std::size_t i = begin + 1; i < end; ++i) top = scores[i] > top ? scores[i] : top;
    for (std::size_t i = begin; i < end; ++i) logPolicy[i] = (scores[i] - top) * sharpness;
  }
  if constexpr (std::is_same_v<Real, float>) {
    kernel::exponentials(logPolicy, policy);
  } else {
    for (std::size_t i = 0; i < policy.size(); ++i) policy[i] = std::exp(logPolicy[i]);
  }
  divideByMass(offsets, logPolicy, policy);
}

template void firstPlacePolicy<float>(std::span<const std::int64_t>, std::span<const float>, double,
                                      std::span<float>, std::span<float>);
template void firstPlacePolicy<double>(std::span<const std::int64_t>, std::span<const double>,
                                       double, std::span<double>, std::span<double>);

void firstPlaceProbabilities(std::span<const std::int64_t> offsets, std::span<const float> scores,
                             double temperature, std::span<float> policy) {
  const auto sharpness = static_cast<float>(1.0 / temperature);
  for (std::size_t slate = 0; slate + 1 < offsets.size(); ++slate) {
    const auto begin = static_cast<std::size_t>(offsets[slate]);
    const auto end = static_cast<std::size_t>(offsets[slate + 1]);
    if (begin == end) continue;
    const float top = *std::max_element(scores.begin() + begin, scores.begin() + end);
    float sum = 0;
    for (std::size_t i = begin; i < end; ++i) {
      policy[i] = std::exp((scores[i] - top) * sharpness);
      sum += policy[i];
    }
    const float scale = 1 / sum;
    for (std::size_t i = begin; i < end; ++i) policy[i] *= scale;
  }
}

double meanEntropy(std::span<const std::int64_t> offsets, std::span<const float> policy) {
  double sum = 0;
  std::int64_t slates = 0;
  for (std::size_t slate = 0; slate + 1 < offsets.size(); ++slate) {
    if (offsets[slate] == offsets[slate + 1]) continue;
    ++slates;
    for (std::int64_t i = offsets[slate]; i < offsets[slate + 1]; ++i) {
      const double probability = policy[static_cast<std::size_t>(i)];
      if (probability > 0) sum -= probability * std::log(probability);
    }
  }
  return slates > 0 ? sum / static_cast<double>(slates) : 0;
}

}  // namespace luce
