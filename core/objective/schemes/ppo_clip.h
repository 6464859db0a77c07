#pragma once

#include "core/objective/schemes/clipped_surrogate.h"

namespace luce {

struct PpoClip {
  static SchemeDescription description() {
    return {.id = "ppo_clip",
            .title = "PPO clip",
            .meaning = "As IPS, but a row stops pulling once its ratio has left the trust region.",
            .formula = "−min(ρ·A, clip(ρ, 1−ε, 1+ε)·A)",
            .source = "Schulman et al. 2017",
            .parameters = {clipHalfWidth()},
            .family = SchemeFamily::Clipped};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {1 - parameters[0], 1 + parameters[0]};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return clippedSurrogateLoss(row, 1 - parameters[0], 1 + parameters[0]);
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return clippedSurrogateCoefficient(row, 1 - parameters[0], 1 + parameters[0]);
  }
};

}  // namespace luce
