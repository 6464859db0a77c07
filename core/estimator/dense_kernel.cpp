#include "core/estimator/dense_kernel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "core/common/processor_clones.h"

namespace luce::kernel {

LUCE_FOR_EACH_PROCESSOR
void normalise(const float* from, std::size_t rows, std::size_t columns, const float* mean,
               const float* deviation, float limit, float* to, std::size_t toStride) {
  for (std::size_t r = 0; r < rows; ++r) {
    const float* const source = from + r * columns;
    float* const __restrict target = to + r * toStride;
    for (std::size_t j = 0; j < columns; ++j) {
      const float x = (source[j] - mean[j]) / deviation[j];
      const float known = x == x ? x : 0.0f;
      const float above = known < -limit ? -limit : known;
      target[j] = above > limit ? limit : above;
    }
  }
}

namespace {

/// Eight floats side by side; the compiler splits them where the processor has shorter ones.
using Eight [[gnu::vector_size(32)]] = float;
/// The same, anywhere in memory.
using EightInMemory [[gnu::vector_size(32), gnu::aligned(4), gnu::may_alias]] = float;

[[gnu::always_inline]] inline const EightInMemory& eightAt(const float* from) {
  return *reinterpret_cast<const EightInMemory*>(from);
}
[[gnu::always_inline]] inline EightInMemory& eightAt(float* from) {
  return *reinterpret_cast<EightInMemory*>(from);
}

}  // namespace

LUCE_FOR_EACH_PROCESSOR
void repeatRow(const float* row, std::size_t rows, std::size_t width, float* to) {
  for (std::size_t r = 0; r < rows; ++r) {
    float* const __restrict target = to + r * width;
    for (std::size_t j = 0; j < width; ++j) target[j] = row[j];
  }
}

LUCE_FOR_EACH_PROCESSOR
void rectify(float* z, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) z[i] = z[i] < 0 ? 0.0f : z[i];
}

LUCE_FOR_EACH_PROCESSOR
void copyChosen(const float* table, const std::uint32_t* chosen, std::size_t rows,
                std::size_t columns, std::size_t dimension, float* to, std::size_t toStride) {
  constexpr std::size_t kLanes = 8;
  for (std::size_t r = 0; r < rows; ++r) {
    float* target = to + r * toStride;
    for (std::size_t column = 0; column < columns; ++column, target += dimension) {
      const float* const from = table + chosen[r * columns + column] * dimension;
      std::size_t d = 0;
      for (; d + kLanes <= dimension; d += kLanes) eightAt(target + d) = eightAt(from + d);
      for (; d < dimension; ++d) target[d] = from[d];
    }
  }
}

LUCE_FOR_EACH_PROCESSOR
void addRow(const float* from, std::size_t count, float* to) {
  constexpr std::size_t kLanes = 8;
  std::size_t d = 0;
  for (; d + kLanes <= count; d += kLanes) eightAt(to + d) += eightAt(from + d);
  for (; d < count; ++d) to[d] += from[d];
}

LUCE_FOR_EACH_PROCESSOR
void maskAndSum(float* delta, const float* activation, std::size_t rows, std::size_t width,
                float* sums) {
  float* const __restrict to = sums;
  for (std::size_t r = 0; r < rows; ++r) {
    float* const __restrict row = delta + r * width;
    const float* const active = activation + r * width;
    for (std::size_t j = 0; j < width; ++j) {
      const float value = active[j] == 0 ? 0.0f : row[j];
      row[j] = value;
      to[j] += value;
    }
  }
}

LUCE_FOR_EACH_PROCESSOR
void addColumnSums(const float* values, std::size_t rows, std::size_t width, float* sums) {
  float* const __restrict to = sums;
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t j = 0; j < width; ++j) to[j] += values[r * width + j];
  }
}

// Weights turned to (width × 8, missing outputs 0): eight outputs are one vector, and four rows at
// a time keep the multipliers busy.
LUCE_FOR_EACH_PROCESSOR
void fewOutputs(const float* x, std::size_t rows, std::size_t width, const float* weight,
                const float* bias, std::size_t outputs, float* out) {
  constexpr std::size_t kRowsAtOnce = 4;
  constexpr std::size_t kWidthAtOnce = 256;
  std::array<float, kWidthAtOnce * kFewOutputs> turned;
  std::array<float, kFewOutputs> start{};
  for (std::size_t t = 0; t < outputs; ++t) start[t] = bias[t];
  std::array<float, kFewOutputs> lane;
  for (std::size_t first = 0; first < width; first += kWidthAtOnce) {
    const std::size_t count = std::min(kWidthAtOnce, width - first);
    for (std::size_t j = 0; j < count; ++j) {
      for (std::size_t t = 0; t < kFewOutputs; ++t) {
        turned[j * kFewOutputs + t] = t < outputs ? weight[t * width + first + j] : 0.0f;
      }
    }
    const auto finish = [&](const Eight& sum, std::size_t r) {
      eightAt(lane.data()) = sum;
      float* const to = out + r * outputs;
      for (std::size_t t = 0; t < outputs; ++t) to[t] = (first == 0 ? start[t] : to[t]) + lane[t];
    };
    std::size_t r = 0;
    for (; r + kRowsAtOnce <= rows; r += kRowsAtOnce) {
      const float* const a = x + r * width + first;
      const float* const b = a + width;
      const float* const c = b + width;
      const float* const d = c + width;
      Eight sumA{}, sumB{}, sumC{}, sumD{};
      for (std::size_t j = 0; j < count; ++j) {
        const Eight w = eightAt(turned.data() + j * kFewOutputs);
        sumA += w * a[j];
        sumB += w * b[j];
        sumC += w * c[j];
        sumD += w * d[j];
      }
      finish(sumA, r);
      finish(sumB, r + 1);
      finish(sumC, r + 2);
      finish(sumD, r + 3);
    }
    for (; r < rows; ++r) {
      const float* const a = x + r * width + first;
      Eight sum{};
      for (std::size_t j = 0; j < count; ++j)
        sum += eightAt(turned.data() + j * kFewOutputs) * a[j];
      finish(sum, r);
    }
  }
}

namespace {

template <std::size_t outputs>
[[gnu::always_inline]] inline void weightSumsOf(const float* g, const float* x, std::size_t rows,
                                                std::size_t width, float* sums) {
  constexpr std::size_t kLanes = 8;
  std::size_t j = 0;
  for (; j + kLanes <= width; j += kLanes) {
    std::array<Eight, outputs> sum{};
    for (std::size_t r = 0; r < rows; ++r) {
      const Eight values = eightAt(x + r * width + j);
      for (std::size_t t = 0; t < outputs; ++t) sum[t] += values * g[r * outputs + t];
    }
    for (std::size_t t = 0; t < outputs; ++t) {
      eightAt(sums + t * width + j) += sum[t];
    }
  }
  for (; j < width; ++j) {
    for (std::size_t t = 0; t < outputs; ++t) {
      float sum = 0;
      for (std::size_t r = 0; r < rows; ++r) sum += x[r * width + j] * g[r * outputs + t];
      sums[t * width + j] += sum;
    }
  }
}

template <std::size_t outputs>
[[gnu::always_inline]] inline void deltaOf(const float* g, const float* weight,
                                           std::size_t weightStride, std::size_t rows,
                                           std::size_t width, float* delta) {
  for (std::size_t r = 0; r < rows; ++r) {
    const float* const own = g + r * outputs;
    float* const __restrict to = delta + r * width;
    for (std::size_t j = 0; j < width; ++j) {
      float sum = 0;
      for (std::size_t t = 0; t < outputs; ++t) sum += own[t] * weight[t * weightStride + j];
      to[j] = sum;
    }
  }
}

}  // namespace

// A number of outputs known to the compiler keeps their sums in registers.
#define LUCE_FOR_OUTPUTS(call) \
  switch (outputs) {           \
    case 1:                    \
      call(1);                 \
      break;                   \
    case 2:                    \
      call(2);                 \
      break;                   \
    case 3:                    \
      call(3);                 \
      break;                   \
    case 4:                    \
      call(4);                 \
      break;                   \
    case 5:                    \
      call(5);                 \
      break;                   \
    case 6:                    \
      call(6);                 \
      break;                   \
    case 7:                    \
      call(7);                 \
      break;                   \
    case 8:                    \
      call(8);                 \
      break;                   \
    default:                   \
      break;                   \
  }

LUCE_FOR_EACH_PROCESSOR
void fewOutputsWeightSums(const float* g, const float* x, std::size_t rows, std::size_t width,
                          std::size_t outputs, float* weightSums){
#define LUCE_CALL(n) weightSumsOf<n>(g, x, rows, width, weightSums)
    LUCE_FOR_OUTPUTS(LUCE_CALL)
#undef LUCE_CALL
}

LUCE_FOR_EACH_PROCESSOR
    void fewOutputsDelta(const float* g, const float* weight, std::size_t weightStride,
                         std::size_t rows, std::size_t width, std::size_t outputs, float* delta){
#define LUCE_CALL(n) deltaOf<n>(g, weight, weightStride, rows, width, delta)
        LUCE_FOR_OUTPUTS(LUCE_CALL)
#undef LUCE_CALL
    }

LUCE_FOR_EACH_PROCESSOR void add(const float* from, std::size_t count, float* to) {
  float* const __restrict target = to;
  for (std::size_t i = 0; i < count; ++i) target[i] += from[i];
}

LUCE_FOR_EACH_PROCESSOR
double sumOfSquares(const float* values, std::size_t count) {
  constexpr std::size_t kBlock = 1024;
  double total = 0;
  for (std::size_t first = 0; first < count; first += kBlock) {
    const std::size_t end = std::min(count, first + kBlock);
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::size_t i = first; i < end; ++i) sum += values[i] * values[i];
    total += sum;
  }
  return total;
}

}  // namespace luce::kernel
