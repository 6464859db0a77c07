#include "core/common/logistic.h"

#include <cmath>

#include "core/common/fast_exponential.h"
#include "core/common/processor_clones.h"

namespace luce {

namespace {

/// log(1 + e) for e in [0, 1]: the polynomial of Moshier's Cephes library (logf) around 1, and what
/// rounding 1 + e lost as the first term of its series.
[[gnu::always_inline]] inline float logarithmOfOneAnd(float e) {
  const float sum = 1.0f + e;
  const float lost = e - (sum - 1.0f);
  const bool large = sum > 1.41421356f;
  const float x = (large ? 0.5f * sum : sum) - 1.0f;
  const float square = x * x;
  float p = 7.0376836292e-2f;
  p = p * x - 1.1514610310e-1f;
  p = p * x + 1.1676998740e-1f;
  p = p * x - 1.2420140846e-1f;
  p = p * x + 1.4249322787e-1f;
  p = p * x - 1.6668057665e-1f;
  p = p * x + 2.0000714765e-1f;
  p = p * x - 2.4999993993e-1f;
  p = p * x + 3.3333331174e-1f;
  const float logarithm = x + (x * square * p - 0.5f * square);
  return logarithm + (large ? 0.693147181f : 0.0f) + lost / sum;
}

/// 1/(1 + exp(−value)) from e = exp(−|value|).
[[gnu::always_inline]] inline float probabilityOf(float value, float e) {
  const float toOne = 1.0f / (1.0f + e);
  const float known = value < 0 ? e * toOne : toOne;
  return value == value ? known : value;
}

}  // namespace

LUCE_FOR_EACH_PROCESSOR
void logistic(std::span<const float> z, std::span<float> probability, std::span<float> softplus) {
  const float* const from = z.data();
  float* const __restrict p = probability.data();
  float* const __restrict s = softplus.data();
  for (std::size_t i = 0; i < z.size(); ++i) {
    const float e = exponentialOfNegative(-std::abs(from[i]));
    p[i] = probabilityOf(from[i], e);
    s[i] = logarithmOfOneAnd(e);
  }
}

LUCE_FOR_EACH_PROCESSOR
void logistic(std::span<const float> z, std::span<float> probability) {
  const float* const from = z.data();
  float* const __restrict p = probability.data();
  for (std::size_t i = 0; i < z.size(); ++i) {
    p[i] = probabilityOf(from[i], exponentialOfNegative(-std::abs(from[i])));
  }
}

}  // namespace luce
