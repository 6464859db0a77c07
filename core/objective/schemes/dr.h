#pragma once

#include "core/objective/schemes/dm.h"

namespace luce {

struct DoublyRobust {
  static SchemeDescription description() {
    return {.id = "dr",
            .title = "Doubly robust",
            .meaning =
                "The direct method, corrected on logged rows by what the reward model got wrong, "
                "weighed by ρ.",
            .formula = "−Σ π·q − ρ·(r − q)",
            .source = "Dudík, Langford & Li 2011",
            .family = SchemeFamily::OffPolicy,
            .pairs = PairSet::RowsAndCandidates,
            .usesAdvantage = false,
            .usesModelReward = true};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    return -row.ratio * (row.reward - row.modelReward);
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return -row.ratio * (row.reward - row.modelReward);
  }
  template <class Value>
  static Value candidateLoss(const SchemeRow<Value>& candidate, std::span<const double>) {
    return DirectMethod::candidateLoss(candidate, {});
  }
  template <class Value>
  static Value candidateCoefficient(const SchemeRow<Value>& candidate, std::span<const double>) {
    return DirectMethod::candidateCoefficient(candidate, {});
  }
};

}  // namespace luce
