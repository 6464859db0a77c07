#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct Snips {
  static SchemeDescription description() {
    return {.id = "snips",
            .title = "SNIPS",
            .meaning =
                "IPS divided by the batch's mean ratio: no policy can win by making all logged "
                "items unlikely or likely at once.",
            .formula = "−Σρ·r / Σρ over the batch",
            .source = "Swaminathan & Joachims 2015",
            .family = SchemeFamily::OffPolicy,
            .usesAdvantage = false,
            .dependsOnBatch = true};
  }
  template <class Value>
  struct Batch {
    Value meanRatio, value;
  };
  template <class Rows>
  static auto summarise(const Rows& rows, std::span<const double>) {
    auto meanRatio = meanOver(rows, [](const auto& row) { return row.ratio; });
    auto reward = meanOver(rows, [](const auto& row) { return row.ratio * row.reward; });
    auto divisor = choose(meanRatio > 0, meanRatio, 1.0);
    auto value = reward / divisor;
    return Batch<decltype(value)>{divisor, value};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>,
                    const Batch<Value>& batch) {
    return -row.ratio * row.reward / batch.meanRatio;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>,
                           const Batch<Value>& batch) {
    return -row.ratio * (row.reward - batch.value) / batch.meanRatio;
  }
};

}  // namespace luce
