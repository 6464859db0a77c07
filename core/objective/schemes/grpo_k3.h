#pragma once

#include "core/objective/schemes/grpo.h"
#include "core/objective/schemes/kl_estimates.h"

namespace luce {

struct GrpoWithK3 {
  static SchemeDescription description() {
    return {.id = "grpo_k3",
            .title = "GRPO with k3",
            .meaning =
                "GRPO with its own estimate of the KL to the reference policy on the logged rows.",
            .formula = "GRPO + β·(π_ref/π − 1 − log(π_ref/π))",
            .source = "DeepSeekMath, Shao et al. 2024; Schulman's k3",
            .advantage = AdvantageKind::Group,
            .parameters = {clipHalfWidth(),
                           {.id = "kl_beta",
                            .title = "k3 weight",
                            .help = "How strongly each row is held near the reference policy.",
                            .low = 0.0,
                            .high = 2.0,
                            .standard = 0.04,
                            .unit = "per nat"}},
            .family = SchemeFamily::GroupRelative,
            .usesReference = true};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return Grpo::clipBounds(parameters);
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return Grpo::loss(row, parameters) + parameters[1] * KlK3::loss(row, {});
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters) {
    return Grpo::coefficient(row, parameters) + parameters[1] * KlK3::coefficient(row, {});
  }
};

}  // namespace luce
