#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct DisplayLikelihood {
  static SchemeDescription description() {
    return {.id = "pl_display",
            .title = "Displayed list",
            .meaning =
                "Imitate the logging policy: the Plackett–Luce likelihood of the lists as they "
                "were shown.",
            .formula = "−Σ_k log π(item in place k | items not yet placed)",
            .source = "Plackett 1975",
            .family = SchemeFamily::Listwise,
            .pairs = PairSet::Stages,
            .reduction = Reduction::SlateMean,
            .usesAdvantage = false,
            .usesRatio = false,
            .list = ListOrder::Shown};
  }
};

}  // namespace luce
