// The logistic function of many floats.
#pragma once

#include <span>

namespace luce {

/// probability = 1/(1 + exp(−z)) and softplus = log(1 + exp(−|z|)), both within 3e-7 of their
/// value; NaN stays NaN.
void logistic(std::span<const float> z, std::span<float> probability, std::span<float> softplus);
/// probability alone.
void logistic(std::span<const float> z, std::span<float> probability);

}  // namespace luce
