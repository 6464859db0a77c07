// How a deployed ranker orders a slate by its scores, and how likely each candidate was to come
// first: the propensities that a log states.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace luce {

enum class ExplorationKind {
  None,         ///< by score
  Temperature,  ///< Plackett–Luce: an order drawn with probabilities softmax(score / amount)
  Epsilon,      ///< with probability `amount` an order at random, else by score
};

struct Exploration {
  ExplorationKind kind = ExplorationKind::Temperature;
  double amount = 0.1;
  bool operator==(const Exploration&) const = default;
};

std::string toString(ExplorationKind kind);                          ///< "none", …
ExplorationKind explorationKindFromString(const std::string& text);  ///< throws Error

/// The chance of one request.
struct OrderDraws {
  std::span<const double> gumbel;  ///< standard Gumbel, one a candidate
  double coin = 0;                 ///< in [0, 1): whether ε explores
};

/// order: candidates from the first place on; firstPlace: one a candidate, summing to 1, exact.
/// Equal scores come in random order, and share what is their due.
void drawOrder(std::span<const double> scores, const Exploration& exploration,
               const OrderDraws& draws, std::vector<std::uint32_t>& order,
               std::span<double> firstPlace);

}  // namespace luce
