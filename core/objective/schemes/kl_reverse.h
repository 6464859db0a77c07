#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct KlReverse {
  static SchemeDescription description() {
    return {.id = "kl_reverse",
            .title = "KL(π_ref ‖ π), exact",
            .meaning = "Punishes giving up what the reference would still place first.",
            .formula = "Σ π_ref·(log π_ref − log π)",
            .source = "Kullback & Leibler 1951",
            .family = SchemeFamily::Regulariser,
            .pairs = PairSet::Candidates,
            .reduction = Reduction::SlateMean,
            .usesAdvantage = false,
            .usesRatio = false,
            .usesReference = true};
  }
  template <class Value>
  static Value candidateLoss(const SchemeRow<Value>& candidate, std::span<const double>) {
    return naturalExponential(candidate.referenceLogPolicy) *
           (candidate.referenceLogPolicy - candidate.logPolicy);
  }
  template <class Value>
  static Value candidateCoefficient(const SchemeRow<Value>& candidate, std::span<const double>) {
    return -naturalExponential(candidate.referenceLogPolicy);
  }
};

}  // namespace luce
