#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct KlExact {
  static SchemeDescription description() {
    return {.id = "kl_exact",
            .title = "KL(π ‖ π_ref), exact",
            .meaning =
                "How far the policy has moved from the reference, over all candidates of a slate.",
            .formula = "Σ π·(log π − log π_ref)",
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
    return candidate.policy * (candidate.logPolicy - candidate.referenceLogPolicy);
  }
  template <class Value>
  static Value candidateCoefficient(const SchemeRow<Value>& candidate, std::span<const double>) {
    return candidate.policy * (candidate.logPolicy - candidate.referenceLogPolicy + 1);
  }
};

}  // namespace luce
