#include "core/evaluation/place_policy.h"

#include <cmath>
#include <vector>

namespace luce {

namespace {

/// π_i/(1 − taken), with what is left of the others' mass told apart from rounding.
double nextShare(double policy, double taken) {
  const double left = 1 - taken;
  return left > policy ? policy / left : 1.0;
}

double second(std::span<const float> policy, std::size_t item) {
  double sum = 0;
  for (std::size_t j = 0; j < policy.size(); ++j) {
    if (j != item) sum += policy[j] * nextShare(policy[item], policy[j]);
  }
  return sum;
}

double third(std::span<const float> policy, std::size_t item) {
  double sum = 0;
  for (std::size_t j = 0; j < policy.size(); ++j) {
    if (j == item) continue;
    const double first = policy[j];
    for (std::size_t l = 0; l < policy.size(); ++l) {
      if (l == item || l == j) continue;
      const double taken = first + policy[l];
      sum += first * nextShare(policy[l], first) * nextShare(policy[item], taken);
    }
  }
  return sum;
}

/// Chance that exactly `faster` of the others are quicker than a time.
double chanceOfFaster(std::span<const float> policy, std::size_t item, std::size_t faster,
                      double time, std::vector<double>& chance) {
  chance.assign(faster + 1, 0.0);
  chance[0] = 1;
  for (std::size_t j = 0; j < policy.size(); ++j) {
    if (j == item) continue;
    const double slower = std::exp(-time * policy[j]);
    for (std::size_t k = faster; k > 0; --k) {
      chance[k] = chance[k] * slower + chance[k - 1] * (1 - slower);
    }
    chance[0] *= slower;
  }
  return chance[faster];
}

/// ∫ π e^(−πt) P(place − 1 others are faster than t) dt over log t, by the trapezoid rule: the
/// integrand is smooth and dies away on both sides, where that rule converges exponentially.
double later(std::span<const float> policy, std::size_t item, std::size_t place) {
  constexpr double kStep = 0.2;
  constexpr double kFirst = -20;  // t^place there is below 1e-30
  constexpr double kLifetimes = 40;
  const double rate = policy[item];
  std::vector<double> chance;
  double sum = 0;
  for (double logarithm = kFirst; logarithm < std::log(kLifetimes / rate); logarithm += kStep) {
    const double time = std::exp(logarithm);
    sum += rate * time * std::exp(-rate * time) *
           chanceOfFaster(policy, item, place - 1, time, chance);
  }
  return kStep * sum;
}

}  // namespace

double placeProbability(std::span<const float> policy, std::size_t item, std::size_t place) {
  if (place == 0 || place > policy.size()) return 0;
  if (place == 1) return policy[item];
  // An item of no chance is ranked among its like after all others.
  if (policy[item] <= 0) return 0;
  if (place == 2) return second(policy, item);
  if (place == 3) return third(policy, item);
  return later(policy, item, place);
}

}  // namespace luce
