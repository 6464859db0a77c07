#pragma once

#include "core/objective/scheme_law.h"

namespace luce {

struct Ips {
  static SchemeDescription description() {
    return {
        .id = "ips",
        .title = "IPS",
        .meaning =
            "Weigh each logged reward by how much likelier the policy is to place the item first.",
        .formula = "−ρ·r",
        .source = "Horvitz & Thompson 1952; the article",
        .family = SchemeFamily::Plain};
  }
  template <class Value>
  static Value loss(const SchemeRow<Value>& row, std::span<const double>) {
    return -row.ratio * row.advantage;
  }
  template <class Value>
  static Value coefficient(const SchemeRow<Value>& row, std::span<const double>) {
    return -row.ratio * row.advantage;
  }
};

}  // namespace luce
