#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct BanditNet {
  static SchemeDescription description() {
    return {
        .id = "banditnet",
        .title = "BanditNet",
        .meaning =
            "IPS with a fixed reward λ taken off: rows below it push down, so the policy cannot "
            "learn by avoiding what was logged.",
        .formula = "−ρ·(r − λ)",
        .source = "Joachims, Swaminathan & de Rijke 2018",
        .parameters = {{.id = "bandit_lambda",
                        .title = "Baseline λ",
                        .help =
                            "Near the logging policy's mean reward it takes most variance away.",
                        .low = -2.0,
                        .high = 10.0,
                        .standard = 0.1,
                        .unit = "reward"}},
        .family = SchemeFamily::OffPolicy,
        .usesAdvantage = false};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return -row.ratio * (row.reward - parameters[0]);
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return -row.ratio * (row.reward - parameters[0]);
  }
};

}  // namespace luce
