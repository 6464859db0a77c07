#pragma once

#include "core/objective/schemes/reinforce.h"

namespace luce {

/// REINFORCE with the mean of the other rows of the group as baseline.
struct Rloo : Reinforce {
  static SchemeDescription description() {
    return {.id = "rloo",
            .title = "RLOO",
            .meaning = "REINFORCE on rewards compared with the mean of the group's other rows.",
            .formula = "−A·log π,  A = r − mean of the others",
            .source = "Kool, van Hoof & Welling 2019; Ahmadian et al. 2024",
            .advantage = AdvantageKind::LeaveOneOut,
            .family = SchemeFamily::GroupRelative,
            .usesRatio = false};
  }
};

}  // namespace luce
