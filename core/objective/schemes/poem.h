#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct Poem {
  static SchemeDescription description() {
    return {.id = "poem",
            .title = "POEM",
            .meaning =
                "Capped IPS plus a penalty on its own standard error: prefer policies whose value "
                "the log can tell.",
            .formula = "mean of −min(ρ, M)·r, plus λ·sqrt(variance/n)",
            .source = "Swaminathan & Joachims 2015",
            .parameters = {{.id = "poem_M",
                            .title = "Weight cap M",
                            .help = "Ratios above it count as it.",
                            .low = 1.0,
                            .high = 1000.0,
                            .standard = 10.0,
                            .logarithmic = true,
                            .unit = "ratio"},
                           {.id = "poem_lambda",
                            .title = "Variance weight λ",
                            .help = "How many standard errors are taken off the estimate.",
                            .low = 0.0,
                            .high = 5.0,
                            .standard = 0.5}},
            .family = SchemeFamily::OffPolicy,
            .usesAdvantage = false,
            .dependsOnBatch = true};
  }
  static ClipBounds clipBounds(std::span<const double> parameters) {
    return {.high = parameters[0]};
  }
  template <class Value>
  struct Batch {
    Value mean, deviation;
    double count = 0;
  };
  template <class Rows>
  static auto summarise(const Rows& rows, std::span<const double> parameters) {
    const auto capped = [&](const auto& row) { return cappedLoss(row, parameters[0]); };
    const double count = pairCount(rows);
    auto mean = meanOver(rows, capped);
    auto squares = meanOver(rows, [&](const auto& row) {
      const auto distance = capped(row) - mean;
      return distance * distance;
    });
    // A root has no gradient at 0; its penalty is 0 there.
    decltype(mean) variance = squares * (count / largerOf(count - 1, 1.0));
    decltype(mean) deviation =
        choose(variance > 0, power(choose(variance > 0, variance, 1.0), 0.5), 0.0);
    return Batch<std::decay_t<decltype(mean)>>{mean, deviation, count};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double> parameters,
                    const Batch<Value>& batch) {
    return cappedLoss(row, parameters[0]) +
           batch.deviation * (parameters[1] / std::sqrt(batch.count));
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double> parameters,
                           const Batch<Value>& batch) {
    const Value own = cappedLoss(row, parameters[0]);
    const Value open = choose(row.ratio < parameters[0], own, zeroLike(own));
    const double others = largerOf(batch.count - 1, 1.0);
    const Value spread = choose(batch.deviation > 0, batch.deviation, 1.0);
    const Value distance = (own - batch.mean) / spread;
    return open * (1 + distance * (parameters[1] * std::sqrt(batch.count) / others));
  }

 private:
  template <class Value>
  static Value cappedLoss(const SchemeRow<Value>& row, double cap) {
    return -smallerOf(row.ratio, cap) * row.reward;
  }
};

}  // namespace luce
