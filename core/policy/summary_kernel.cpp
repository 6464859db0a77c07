#include "core/policy/summary_kernel.h"

#include <algorithm>
#include <limits>

#include "core/common/fast_exponential.h"
#include "core/common/processor_clones.h"

namespace luce::kernel {

LUCE_FOR_EACH_PROCESSOR
void weigh(std::span<const float* const> columns, std::span<const float> weights, float shift,
           std::span<float> out) {
  float* const __restrict to = out.data();
  const std::size_t count = out.size();
  std::size_t task = 0;
  for (std::size_t i = 0; i < count; ++i) to[i] = -shift;
  // Four columns a pass, so that the sums are written a quarter as often.
  for (; task + 4 <= columns.size(); task += 4) {
    const float* const a = columns[task];
    const float* const b = columns[task + 1];
    const float* const c = columns[task + 2];
    const float* const d = columns[task + 3];
    const float wa = weights[task], wb = weights[task + 1];
    const float wc = weights[task + 2], wd = weights[task + 3];
    for (std::size_t i = 0; i < count; ++i) {
      to[i] += (wa * a[i] + wb * b[i]) + (wc * c[i] + wd * d[i]);
    }
  }
  for (; task < columns.size(); ++task) {
    const float* const column = columns[task];
    const float weight = weights[task];
    for (std::size_t i = 0; i < count; ++i) to[i] += weight * column[i];
  }
}

LUCE_FOR_EACH_PROCESSOR
void exponentials(std::span<const float> in, std::span<float> out) {
  const float* const from = in.data();
  float* const __restrict to = out.data();
  for (std::size_t i = 0; i < in.size(); ++i) to[i] = exponentialOfNegative(from[i]);
}

LUCE_FOR_EACH_PROCESSOR
void shiftByMaximum(std::span<const std::int64_t> offsets, std::span<float> exponents) {
  for (std::size_t slate = 0; slate + 1 < offsets.size(); ++slate) {
    float* const from = exponents.data() + (offsets[slate] - offsets[0]);
    const std::int64_t count = offsets[slate + 1] - offsets[slate];
    float top = -std::numeric_limits<float>::infinity();
    for (std::int64_t i = 0; i < count; ++i) top = from[i] > top ? from[i] : top;
    for (std::int64_t i = 0; i < count; ++i) from[i] -= top;
  }
}

LUCE_FOR_EACH_PROCESSOR
void sumSlates(std::span<const std::int64_t> offsets, std::span<const float> exponents,
               std::span<const float> exponentials, std::span<float> mass,
               std::span<float> energy) {
  constexpr std::int64_t kLong = 32;
  for (std::size_t slate = 0; slate + 1 < offsets.size(); ++slate) {
    const float* const exponent = exponents.data() + (offsets[slate] - offsets[0]);
    const float* const exponential = exponentials.data() + (offsets[slate] - offsets[0]);
    const std::int64_t count = offsets[slate + 1] - offsets[slate];
    float sum = 0, weighted = 0;
    if (count < kLong) {
      for (std::int64_t i = 0; i < count; ++i) {
        sum += exponential[i];
        weighted += exponential[i] * exponent[i];
      }
    } else {
#pragma omp simd reduction(+ : sum, weighted)
      for (std::int64_t i = 0; i < count; ++i) {
        sum += exponential[i];
        weighted += exponential[i] * exponent[i];
      }
    }
    mass[slate] = sum;
    energy[slate] = weighted;
  }
}

LUCE_FOR_EACH_PROCESSOR
void divideBySlate(std::span<const std::int64_t> offsets, std::span<const float> values,
                   std::span<const float> divisors, std::span<float> out) {
  for (std::size_t slate = 0; slate + 1 < offsets.size(); ++slate) {
    const float* const from = values.data() + (offsets[slate] - offsets[0]);
    float* const __restrict to = out.data() + (offsets[slate] - offsets[0]);
    const std::int64_t count = offsets[slate + 1] - offsets[slate];
    const float divisor = divisors[slate];
    for (std::int64_t i = 0; i < count; ++i) to[i] = from[i] / divisor;
  }
}

LUCE_FOR_EACH_PROCESSOR
void divide(std::span<float> values, std::span<const float> divisors) {
  float* const __restrict to = values.data();
  const float* const by = divisors.data();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float quotient = to[i] / by[i];
    to[i] = by[i] == by[i] ? quotient : 1.0f;
  }
}

namespace {

/// A number of tasks known to the compiler lets it take several rows at once.
template <std::size_t tasks>
[[gnu::always_inline]] inline void rewardsOf(const float* labels, const float* weights, float* out,
                                             std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    float sum = 0;
    for (std::size_t task = 0; task < tasks; ++task)
      sum += weights[task] * labels[i * tasks + task];
    out[i] = sum;
  }
}

}  // namespace

LUCE_FOR_EACH_PROCESSOR
void rewards(const float* labels, std::span<const float> weights, std::span<float> out) {
  const std::size_t tasks = weights.size();
  switch (tasks) {
    case 1:
      return rewardsOf<1>(labels, weights.data(), out.data(), out.size());
    case 2:
      return rewardsOf<2>(labels, weights.data(), out.data(), out.size());
    case 3:
      return rewardsOf<3>(labels, weights.data(), out.data(), out.size());
    case 4:
      return rewardsOf<4>(labels, weights.data(), out.data(), out.size());
    default:
      break;
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    float sum = 0;
    for (std::size_t task = 0; task < tasks; ++task)
      sum += weights[task] * labels[i * tasks + task];
    out[i] = sum;
  }
}

LUCE_FOR_EACH_PROCESSOR
void multiply(std::span<float> values, std::span<const float> factors) {
  float* const __restrict to = values.data();
  for (std::size_t i = 0; i < values.size(); ++i) to[i] *= factors[i];
}

LUCE_FOR_EACH_PROCESSOR
RatioSums sumRatios(std::span<const float> ratios, std::span<const float> rewards, float low,
                    float high) {
  const float* const ratio = ratios.data();
  const float* const reward = rewards.data();
  double sum = 0, squares = 0, weighted = 0;
  float largest = 0;
  std::int32_t under = 0, over = 0;
#pragma omp simd reduction(+ : sum, squares, weighted, under, over) reduction(max : largest)
  for (std::size_t i = 0; i < ratios.size(); ++i) {
    const double value = ratio[i];
    sum += value;
    squares += value * value;
    weighted += value * static_cast<double>(reward[i]);
    largest = ratio[i] > largest ? ratio[i] : largest;
    under += ratio[i] < low;
    over += ratio[i] > high;
  }
  return {sum, squares, weighted, largest, under, over};
}

}  // namespace luce::kernel
