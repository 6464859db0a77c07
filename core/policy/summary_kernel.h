// The inner loops of PolicySummariser over one block of slates: float arithmetic in loops that the
// compiler vectorises, compiled for several processors at once and chosen when the program starts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace luce::kernel {

/// out[i] = Σ_t weights[t]·columns[t][i] − shift.
void weigh(std::span<const float* const> columns, std::span<const float> weights, float shift,
           std::span<float> out);

/// out[i] = exp(in[i]), in[i] ≤ 0. Within 2e-7 of its value; below −87 about 2e-38 instead of less.
void exponentials(std::span<const float> in, std::span<float> out);

// Slates of a block: offsets (slates + 1) count from anywhere; the block's values begin at the
// first.

/// Makes the largest exponent of every slate 0.
void shiftByMaximum(std::span<const std::int64_t> offsets, std::span<float> exponents);

/// By slate: Σ exponential and Σ exponential·exponent.
void sumSlates(std::span<const std::int64_t> offsets, std::span<const float> exponents,
               std::span<const float> exponentials, std::span<float> mass, std::span<float> energy);

/// out[i] = values[i] / divisors[slate of i].
void divideBySlate(std::span<const std::int64_t> offsets, std::span<const float> values,
                   std::span<const float> divisors, std::span<float> out);

/// values[i] /= divisors[i]; 1 where the divisor is NaN.
void divide(std::span<float> values, std::span<const float> divisors);

/// out[i] = Σ_t weights[t]·labels[i·weights.size() + t].
void rewards(const float* labels, std::span<const float> weights, std::span<float> out);

/// values[i] *= factors[i].
void multiply(std::span<float> values, std::span<const float> factors);

struct RatioSums {
  double sum = 0, squares = 0, weighted = 0;
  float largest = 0;
  std::int64_t under = 0, over = 0;
};
/// weighted: Σ ratio·reward. under, over: how many are < low, > high.
RatioSums sumRatios(std::span<const float> ratios, std::span<const float> rewards, float low,
                    float high);

}  // namespace luce::kernel
