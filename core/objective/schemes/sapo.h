#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct Sapo {
  static SchemeDescription description() {
    return {.id = "sapo",
            .title = "SAPO",
            .meaning =
                "A soft trust region: the further the ratio lies from 1, the gentler a row pulls, "
                "never quite silent.",
            .formula = "−σ(τ·(ρ−1))·4/τ·A,  τ = τ₊ if A > 0, else τ₋",
            .source = "Gao et al. 2025",
            .advantage = AdvantageKind::Group,
            .parameters = {{.id = "sapo_tau_pos",
                            .title = "Sharpness for A > 0, τ₊",
                            .help = "How quickly good rows quieten away from ρ = 1.",
                            .low = 0.1,
                            .high = 10.0,
                            .standard = 1.0,
                            .logarithmic = true},
                           {.id = "sapo_tau_neg",
                            .title = "Sharpness for A < 0, τ₋",
                            .help = "How quickly bad rows quieten away from ρ = 1.",
                            .low = 0.1,
                            .high = 10.0,
                            .standard = 1.05,
                            .logarithmic = true}},
            .family = SchemeFamily::GroupRelative};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    const Value forGain = gate(row.ratio, parameters[0]);
    const Value forLoss = gate(row.ratio, parameters[1]);
    return -choose(row.advantage > 0, forGain, forLoss) * row.advantage;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    const Value forGain = slope(row.ratio, parameters[0]);
    const Value forLoss = slope(row.ratio, parameters[1]);
    return -choose(row.advantage > 0, forGain, forLoss) * row.ratio * row.advantage;
  }

 private:
  template <class Value>
  static Value gate(const Value& ratio, double sharpness) {
    return logistic(sharpness * (ratio - 1)) * (4 / sharpness);
  }
  template <class Value>
  static Value slope(const Value& ratio, double sharpness) {
    const Value distance = sharpness * (ratio - 1);
    return 4 * logistic(distance) * logistic(-distance);
  }
};

}  // namespace luce
