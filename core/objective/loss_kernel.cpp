#include "core/objective/loss_kernel.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "core/common/processor_clones.h"

namespace luce::kernel {

namespace {

/// exp(x) for x ≤ 0 as kernel::exponentials of policy/summary_kernel.h.
[[gnu::always_inline]] inline float exponential(float value) {
  const float x = value < -87.0f ? -87.0f : value;
  const auto power = static_cast<std::int32_t>(x * 1.44269504f - 0.5f);
  const auto whole = static_cast<float>(power);
  const float r = (x - whole * 0.693359375f) - whole * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  return std::bit_cast<float>(std::bit_cast<std::int32_t>(p) + power * (1 << 23));
}

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

}  // namespace

LUCE_FOR_EACH_PROCESSOR
void logistic(std::span<const float> z, std::span<float> probability, std::span<float> softplus) {
  const float* const from = z.data();
  float* const __restrict p = probability.data();
  float* const __restrict s = softplus.data();
  for (std::size_t i = 0; i < z.size(); ++i) {
    const float value = from[i];
    const float e = exponential(-std::abs(value));
    const float toOne = 1.0f / (1.0f + e);
    const float known = value < 0 ? e * toOne : toOne;
    p[i] = value == value ? known : value;
    s[i] = logarithmOfOneAnd(e);
  }
}

LUCE_FOR_EACH_PROCESSOR
void logistic(std::span<const float> z, std::span<float> probability) {
  const float* const from = z.data();
  float* const __restrict p = probability.data();
  for (std::size_t i = 0; i < z.size(); ++i) {
    const float value = from[i];
    const float e = exponential(-std::abs(value));
    const float toOne = 1.0f / (1.0f + e);
    const float known = value < 0 ? e * toOne : toOne;
    p[i] = value == value ? known : value;
  }
}

namespace {

template <std::size_t tasks>
[[gnu::always_inline]] inline void scoresOf(const float* probability, const float* weights,
                                            std::size_t count, float* __restrict out) {
  for (std::size_t i = 0; i < count; ++i) {
    float sum = 0;
    for (std::size_t t = 0; t < tasks; ++t) sum += weights[t] * probability[i * tasks + t];
    out[i] = sum;
  }
}

template <std::size_t tasks>
[[gnu::always_inline]] inline void gradientOf(const float* scoreGradient, const float* weights,
                                              const float* probability, std::size_t count,
                                              float* __restrict gradient) {
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t t = 0; t < tasks; ++t) {
      const float p = probability[i * tasks + t];
      gradient[i * tasks + t] = scoreGradient[i] * weights[t] * (p * (1 - p));
    }
  }
}

}  // namespace

LUCE_FOR_EACH_PROCESSOR
void valueScores(std::span<const float> probability, std::span<const float> weights,
                 std::span<float> out) {
  const float* const p = probability.data();
  const float* const w = weights.data();
  // A number of tasks known to the compiler lets it take several candidates at once.
  switch (weights.size()) {
    case 1:
      return scoresOf<1>(p, w, out.size(), out.data());
    case 2:
      return scoresOf<2>(p, w, out.size(), out.data());
    case 3:
      return scoresOf<3>(p, w, out.size(), out.data());
    case 4:
      return scoresOf<4>(p, w, out.size(), out.data());
    default:
      break;
  }
  const std::size_t tasks = weights.size();
  for (std::size_t i = 0; i < out.size(); ++i) {
    float sum = 0;
    for (std::size_t t = 0; t < tasks; ++t) sum += w[t] * p[i * tasks + t];
    out[i] = sum;
  }
}

LUCE_FOR_EACH_PROCESSOR
void logitGradient(std::span<const float> scoreGradient, std::span<const float> weights,
                   std::span<const float> probability, std::span<float> gradient) {
  const float* const g = scoreGradient.data();
  const float* const w = weights.data();
  const float* const p = probability.data();
  const std::size_t count = scoreGradient.size();
  switch (weights.size()) {
    case 1:
      return gradientOf<1>(g, w, p, count, gradient.data());
    case 2:
      return gradientOf<2>(g, w, p, count, gradient.data());
    case 3:
      return gradientOf<3>(g, w, p, count, gradient.data());
    case 4:
      return gradientOf<4>(g, w, p, count, gradient.data());
    default:
      break;
  }
  const std::size_t tasks = weights.size();
  float* const __restrict out = gradient.data();
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t t = 0; t < tasks; ++t) {
      const float probabilityOfTask = p[i * tasks + t];
      out[i * tasks + t] = g[i] * w[t] * (probabilityOfTask * (1 - probabilityOfTask));
    }
  }
}

LUCE_FOR_EACH_PROCESSOR
double crossEntropySum(std::span<const float> z, std::span<const float> probability,
                       std::span<const float> softplus, std::span<const float> labels, float scale,
                       std::span<float> gradient) {
  constexpr std::size_t kBlock = 512;
  const float* const logit = z.data();
  const float* const p = probability.data();
  const float* const s = softplus.data();
  const float* const y = labels.data();
  float* const __restrict to = gradient.data();
  double total = 0;
  for (std::size_t first = 0; first < labels.size(); first += kBlock) {
    const std::size_t end = std::min(labels.size(), first + kBlock);
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::size_t i = first; i < end; ++i) {
      const float rest = logit[i] < 0 ? -logit[i] : 0.0f;
      sum += s[i] + rest + (1 - y[i]) * logit[i];
      to[i] += scale * (p[i] - y[i]);
    }
    total += sum;
  }
  return total;
}

}  // namespace luce::kernel
