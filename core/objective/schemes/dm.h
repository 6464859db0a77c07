#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct DirectMethod {
  static SchemeDescription description() {
    return {.id = "dm",
            .title = "Direct method",
            .meaning =
                "Believe a reward model about every candidate: no variance from ratios, all of the "
                "model's bias.",
            .formula = "−Σ π·q over all candidates",
            .source = "Dudík, Langford & Li 2011",
            .family = SchemeFamily::OffPolicy,
            .pairs = PairSet::Candidates,
            .usesAdvantage = false,
            .usesRatio = false,
            .usesModelReward = true};
  }
  template <class Value>
  static Value candidateLoss(const SchemeRow<Value>& candidate, std::span<const double>) {
    return -candidate.policy * candidate.modelReward;
  }
  template <class Value>
  static Value candidateCoefficient(const SchemeRow<Value>& candidate, std::span<const double>) {
    return -candidate.policy * candidate.modelReward;
  }
};

}  // namespace luce
