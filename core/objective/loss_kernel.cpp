#include "core/objective/loss_kernel.h"

#include <algorithm>

#include "core/common/processor_clones.h"

namespace luce::kernel {

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
