// The Plackett–Luce policy's first place: π(i|x) = exp(s_i/τ) / Σ_j exp(s_j/τ) over the candidates
// of one slate (Plackett 1975; Luce 1959). Scores of any finite size are safe: the softmax is
// shifted by its maximum.
#pragma once

#include <cstdint>
#include <span>

namespace luce {

/// log π and π of every candidate. offsets (slates + 1) cuts scores into slates; an empty slate is
/// allowed. temperature > 0. Instantiated for float and double.
template <class Real>
void firstPlacePolicy(std::span<const std::int64_t> offsets, std::span<const Real> scores,
                      double temperature, std::span<Real> logPolicy, std::span<Real> policy);

/// π only, in one pass: what a moved slider needs.
void firstPlaceProbabilities(std::span<const std::int64_t> offsets, std::span<const float> scores,
                             double temperature, std::span<float> policy);

/// Mean over non-empty slates of −Σ_i π_i log π_i, nats; 0 if there is none.
double meanEntropy(std::span<const std::int64_t> offsets, std::span<const float> policy);

}  // namespace luce
