// Numbers in a row that are only ever appended to, with the lowest and the highest of any stretch
// of them at hand: a pyramid of blocks of 8, 64, 512 … numbers. NaN and ±∞ = none at that place.
//
// Appending is O(1) on average; extremes() is O(log n). A number costs 14 bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace luce::desktop {

class MinMaxColumn {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  enum class Among {
    Finite,
    Positive,  ///< what a logarithmic axis can show
  };
  /// Where they stand, the first of equals; both kNone when there is none.
  struct Extremes {
    std::uint32_t lowest = kNone, highest = kNone;
    bool operator==(const Extremes&) const = default;
  };

  /// At most 2³² − 1 of them.
  void append(double value);
  void clear();

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  double operator[](std::size_t index) const { return values_[index]; }
  std::span<const double> values() const { return values_; }

  /// Of [begin, end), which must lie within [0, size()].
  Extremes extremes(std::size_t begin, std::size_t end, Among among = Among::Finite) const;
  /// Whether a number is one that extremes() looks at.
  static bool counts(double value, Among among);

 private:
  /// Holds the numbers beside their places: looking each up would wait for memory.
  struct Block {
    double low, lowPositive, high;  ///< ∞, ∞ and −∞ where there are none
    std::uint32_t lowAt = kNone, lowPositiveAt = kNone, highAt = kNone;
    Block();
    void include(const Block& other);
    void include(double value, std::uint32_t place);
  };

  std::vector<double> values_;
  /// Of level k, block b sums up the numbers from b·8^(k+1) to (b+1)·8^(k+1); whole blocks only.
  std::vector<std::vector<Block>> levels_;
};

}  // namespace luce::desktop
