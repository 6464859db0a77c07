#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct Vespo {
  static SchemeDescription description() {
    return {.id = "vespo",
            .title = "VESPO",
            .meaning =
                "A policy gradient whose weight rises and falls with the ratio like a gamma "
                "density: rows far from 1 on either side fade.",
            .formula = "−sg(φ(ρ))·A·log π,  φ(ρ) = exp(λ + k·log ρ − λ·ρ)",
            .source = "VESPO, 2025",
            .advantage = AdvantageKind::Group,
            .parameters = {{.id = "vespo_k_pos",
                            .title = "Shape for A ≥ 0, k₊",
                            .help = "How steeply the weight of good rows rises from ρ = 0.",
                            .low = 0.1,
                            .high = 10.0,
                            .standard = 2.0,
                            .logarithmic = true},
                           {.id = "vespo_lam_pos",
                            .title = "Decay for A ≥ 0, λ₊",
                            .help = "How quickly the weight of good rows fades at large ratios.",
                            .low = 0.1,
                            .high = 10.0,
                            .standard = 3.0,
                            .logarithmic = true},
                           {.id = "vespo_k_neg",
                            .title = "Shape for A < 0, k₋",
                            .help = "How steeply the weight of bad rows rises from ρ = 0.",
                            .low = 0.1,
                            .high = 10.0,
                            .standard = 3.0,
                            .logarithmic = true},
                           {.id = "vespo_lam_neg",
                            .title = "Decay for A < 0, λ₋",
                            .help = "How quickly the weight of bad rows fades at large ratios.",
                            .low = 0.1,
                            .high = 10.0,
                            .standard = 2.0,
                            .logarithmic = true}},
            .family = SchemeFamily::GroupRelative};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return -weight(row, parameters) * row.advantage * row.logPolicy;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return -weight(row, parameters) * row.advantage;
  }

 private:
  static constexpr double kSmallestRatio = 1e-8;
  static constexpr double kLargestRatio = 485165195.40979028;  // e²⁰

  template <class Value>
  static Value weight(const SchemeRow<Value>& row, std::span<const double> parameters) {
    const Value ratio = clampBetween(stopGradient(row.ratio), kSmallestRatio, kLargestRatio);
    const Value forGain = gammaShape(ratio, parameters[0], parameters[1]);
    const Value forLoss = gammaShape(ratio, parameters[2], parameters[3]);
    return choose(row.advantage >= 0, forGain, forLoss);
  }
  template <class Value>
  static Value gammaShape(const Value& ratio, double shape, double decay) {
    return naturalExponential(decay + shape * naturalLogarithm(ratio) - decay * ratio);
  }
};

}  // namespace luce
