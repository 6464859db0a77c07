// Estimates of KL(π ‖ π_ref) on the logged rows (Schulman 2020, "Approximating KL divergence"),
// with d = log π_ref − log π. They are estimates only where the rows are drawn from π; elsewhere
// k3_is weighs them by ρ.
#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

/// d
template <class Value>
Value referenceAdvantage(const SchemeRow<Value>& row) {
  return row.referenceLogPolicy - row.logPolicy;
}

/// exp(d) − 1, continued as a straight line where a float would overflow.
template <class Value>
Value guardedGrowth(const Value& d) {
  constexpr double kSteepest = 80;
  const Value inside = smallerOf(d, kSteepest);
  return exponentialMinusOne(inside) + naturalExponential(inside) * (d - inside);
}

/// Its slope, exp(d) − 1 + 1.
template <class Value>
Value guardedGrowthSlope(const Value& d) {
  constexpr double kSteepest = 80;
  return naturalExponential(smallerOf(d, kSteepest));
}

inline SchemeDescription klEstimate(const char* id, const char* title, const char* meaning,
                                    const char* formula) {
  return {.id = id,
          .title = title,
          .meaning = meaning,
          .formula = formula,
          .source = "Schulman 2020",
          .family = SchemeFamily::Regulariser,
          .usesAdvantage = false,
          .usesRatio = false,
          .usesReference = true};
}

struct KlK1 {
  static SchemeDescription description() {
    return klEstimate("kl_k1", "KL, k1",
                      "Right on average over draws from the policy, but negative at times.",
                      "log(π/π_ref)");
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    return -referenceAdvantage(row);
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return oneGrowingAs(row.logPolicy);
  }
};

struct KlK2 {
  static SchemeDescription description() {
    return klEstimate("kl_k2", "KL, k2",
                      "Half the squared log ratio: always positive, slightly biased.",
                      "½·log(π/π_ref)²");
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    const Value d = referenceAdvantage(row);
    return 0.5 * d * d;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return -referenceAdvantage(row);
  }
};

struct KlK3 {
  static SchemeDescription description() {
    return klEstimate("kl_k3", "KL, k3",
                      "Always positive and right on average over draws from the policy.",
                      "π_ref/π − 1 − log(π_ref/π)");
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    const Value d = referenceAdvantage(row);
    return guardedGrowth(d) - d;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return 1 - guardedGrowthSlope(referenceAdvantage(row));
  }
};

struct KlK3Weighted {
  static SchemeDescription description() {
    SchemeDescription description = klEstimate("kl_k3_is", "KL, k3 weighted by ρ",
                                               "k3 on rows that the logging policy drew: weighed "
                                               "by ρ its gradient is that of the exact KL.",
                                               "ρ·(π_ref/π − 1 − log(π_ref/π))");
    description.usesRatio = true;
    return description;
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    return row.ratio * KlK3::loss(row, {});
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return row.ratio * (KlK3::loss(row, {}) + KlK3::coefficient(row, {}));
  }
};

}  // namespace luce
