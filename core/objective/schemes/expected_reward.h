#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct ExpectedReward {
  static SchemeDescription description() {
    return {.id = "expected_reward",
            .title = "Expected reward",
            .meaning =
                "What the policy would earn where the actions on all shown items are known: no "
                "ratio, no variance of a draw. On observed rows it is exact.",
            .formula = "−Σ π·r over a slate's rows",
            .source = "full information; e.g. Swaminathan & Joachims 2015, section 3",
            .family = SchemeFamily::Plain,
            .reduction = Reduction::SlateMean,
            .usesAdvantage = false,
            .usesRatio = false};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    return -row.policy * row.reward;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return -row.policy * row.reward;
  }
};

}  // namespace luce
