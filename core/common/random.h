// A small portable random generator: the same seed gives the same numbers on every machine and
// compiler, which the standard library's distributions do not promise.
//
// SplitMix64 (Steele, Lea, Flood 2014), whose streams start from well-mixed seeds.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace luce {

class Random {
 public:
  /// Streams of one seed are independent: one a thread, a slate, a resample …
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0)
      : state_(mix(seed + kGolden) ^ mix(stream * 0xd1342543de82ef95u + 1)) {}

  std::uint64_t bits() { return mix(state_ += kGolden); }

  /// In [0, 1), a multiple of 2^-53.
  double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

  /// In 0 … count − 1. count ≤ 2^32.
  std::uint64_t below(std::uint64_t count) { return ((bits() >> 32) * count) >> 32; }

  /// Standard normal (Box & Muller 1958, one of the pair).
  double normal() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
  }

  /// Standard Gumbel: argmax of score + Gumbel draws from the softmax of the scores.
  double gumbel() { return -std::log(-std::log(uniform() + 0x1p-54)); }

 private:
  static constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15u;
  static constexpr std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

}  // namespace luce
