#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct Reinforce {
  static SchemeDescription description() {
    return {.id = "reinforce",
            .title = "REINFORCE",
            .meaning =
                "Make logged items likelier in proportion to their reward, as if the policy itself "
                "had drawn them.",
            .formula = "−A·log π",
            .source = "Williams 1992",
            .family = SchemeFamily::Plain,
            .usesRatio = false};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    return -row.advantage * row.logPolicy;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return -row.advantage;
  }
};

}  // namespace luce
