#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct Entropy {
  static SchemeDescription description() {
    return {.id = "entropy",
            .title = "Entropy",
            .meaning =
                "How undecided the policy is, over all candidates of a slate; subtracted from a "
                "loss it keeps exploration alive.",
            .formula = "−Σ π·log π",
            .source = "Shannon 1948; Williams & Peng 1991",
            .family = SchemeFamily::Regulariser,
            .pairs = PairSet::Candidates,
            .reduction = Reduction::SlateMean,
            .usesAdvantage = false,
            .usesRatio = false};
  }
  template <class Value>
  static Value candidateLoss(const SchemeRow<Value>& candidate, std::span<const double>) {
    return -candidate.policy * candidate.logPolicy;
  }
  template <class Value>
  static Value candidateCoefficient(const SchemeRow<Value>& candidate, std::span<const double>) {
    return -candidate.policy * (candidate.logPolicy + 1);
  }
};

}  // namespace luce
