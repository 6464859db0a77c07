// The loops of LogitLoss over a batch's logits, candidates × tasks, in float.
#pragma once

#include <cstddef>
#include <span>

namespace luce::kernel {

/// out[i] = Σ_t weights[t]·probability[i][t]
void valueScores(std::span<const float> probability, std::span<const float> weights,
                 std::span<float> out);

/// gradient[i][t] = scoreGradient[i]·weights[t]·p·(1 − p)
void logitGradient(std::span<const float> scoreGradient, std::span<const float> weights,
                   std::span<const float> probability, std::span<float> gradient);

/// Σ −[y log p + (1−y) log(1−p)] over cells; gradient += scale·(p − y). In double across blocks of
/// floats.
double crossEntropySum(std::span<const float> z, std::span<const float> probability,
                       std::span<const float> softplus, std::span<const float> labels, float scale,
                       std::span<float> gradient);

}  // namespace luce::kernel
