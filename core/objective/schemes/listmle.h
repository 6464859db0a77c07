#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct ListMle {
  static SchemeDescription description() {
    return {.id = "listmle",
            .title = "ListMLE",
            .meaning = "The Plackett–Luce likelihood of each slate sorted by its logged rewards.",
            .formula = "−Σ_k log π(k-th best item | items not yet placed)",
            .source = "Xia et al. 2008",
            .family = SchemeFamily::Listwise,
            .pairs = PairSet::Stages,
            .reduction = Reduction::SlateMean,
            .usesAdvantage = false,
            .usesRatio = false,
            .list = ListOrder::Reward};
  }
};

}  // namespace luce
