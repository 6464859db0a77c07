// The loops of DensePass between its matrix products, over float in rows one after another.
#pragma once

#include <cstddef>
#include <cstdint>

namespace luce::kernel {

/// Most outputs that the functions with `outputs` take.
inline constexpr std::size_t kFewOutputs = 8;

/// to[r][j] = clamp((from[r][j] − mean[j])·sharpness[j], ±limit), 0 for NaN; rows of `to` are
/// toStride apart.
void normalise(const float* from, std::size_t rows, std::size_t columns, const float* mean,
               const float* deviation, float limit, float* to, std::size_t toStride);

/// Each row of `to` becomes `row`.
void repeatRow(const float* row, std::size_t rows, std::size_t width, float* to);
/// z = max(z, 0); NaN stays.
void rectify(float* z, std::size_t count);

/// Copies the chosen rows of a table side by side: `columns` of them into each row of `to`, whose
/// rows are toStride apart.
void copyChosen(const float* table, const std::uint32_t* chosen, std::size_t rows,
                std::size_t columns, std::size_t dimension, float* to, std::size_t toStride);
/// to[i] += from[i]; for a few values.
void addRow(const float* from, std::size_t count, float* to);

/// Where activation is 0, delta becomes 0; sums[j] += Σ_r delta[r][j].
void maskAndSum(float* delta, const float* activation, std::size_t rows, std::size_t width,
                float* sums);
/// sums[j] += Σ_r values[r][j]
void addColumnSums(const float* values, std::size_t rows, std::size_t width, float* sums);

/// out[r][t] = bias[t] + Σ_j x[r][j]·weight[t][j], outputs ≤ kFewOutputs.
void fewOutputs(const float* x, std::size_t rows, std::size_t width, const float* weight,
                const float* bias, std::size_t outputs, float* out);
/// weightSums[t][j] += Σ_r g[r][t]·x[r][j]
void fewOutputsWeightSums(const float* g, const float* x, std::size_t rows, std::size_t width,
                          std::size_t outputs, float* weightSums);
/// delta[r][j] = Σ_t g[r][t]·weight[t][j], rows of weight weightStride apart.
void fewOutputsDelta(const float* g, const float* weight, std::size_t weightStride,
                     std::size_t rows, std::size_t width, std::size_t outputs, float* delta);

/// to[i] += from[i]
void add(const float* from, std::size_t count, float* to);
/// Σ values², in double across blocks of floats.
double sumOfSquares(const float* values, std::size_t count);

}  // namespace luce::kernel
