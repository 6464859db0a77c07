// The candidates of one slate by falling score.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace luce {

/// Reused from slate to slate, so that ordering costs no memory. Ties keep the slate's order.
/// Finite scores, fewer than 2^32 candidates.
class SlateOrder {
 public:
  void sort(std::span<const float> scores) {
    keys_.resize(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
      // The bits of a number, so that they order as the number does, falling.
      const auto bits = std::bit_cast<std::uint32_t>(scores[i] + 0.0f);  // −0 becomes 0
      const std::uint32_t falling = (bits >> 31) != 0 ? bits : 0x7fffffffu - bits;
      keys_[i] = std::uint64_t{falling} << 32 | i;
    }
    constexpr std::size_t kShort = 24;
    if (keys_.size() > kShort) {
      std::sort(keys_.begin(), keys_.end());
      return;
    }
    for (std::size_t i = 1; i < keys_.size(); ++i) {
      const std::uint64_t key = keys_[i];
      std::size_t place = i;
      for (; place > 0 && keys_[place - 1] > key; --place) keys_[place] = keys_[place - 1];
      keys_[place] = key;
    }
  }

  std::size_t size() const { return keys_.size(); }
  /// The candidate in that place, from 0.
  std::size_t operator[](std::size_t place) const {
    return static_cast<std::size_t>(keys_[place] & 0xffffffffu);
  }
  /// Whether the candidates of both places have the same score.
  bool tied(std::size_t place, std::size_t other) const {
    return keys_[place] >> 32 == keys_[other] >> 32;
  }

 private:
  std::vector<std::uint64_t> keys_;
};

/// 1/log2(place + 1), place from 1: [0] is the first.
inline std::vector<double> placeDiscounts(std::size_t places) {
  std::vector<double> discounts(places);
  for (std::size_t place = 0; place < places; ++place) {
    discounts[place] = 1 / std::log2(static_cast<double>(place) + 2);
  }
  return discounts;
}

}  // namespace luce
