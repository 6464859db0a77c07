// A bootstrap whose resamples are drawn once and used for many settings, so that settings are
// compared on the same resamples (paired) and each costs one small matrix product.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace luce {

class SharedResamples {
 public:
  /// More slates than this are drawn in so many groups of equal size, so that time and memory stay
  /// bounded. An interval's width then varies by about 1/√(2·units), a hundredth.
  static constexpr std::size_t kMostUnits = 4096;

  /// Each resample draws as many units as there are, with replacement. Independent of the number
  /// of threads that ask later.
  SharedResamples(std::size_t slates, int resamples, std::uint64_t seed);

  std::size_t units() const { return units_; }
  std::size_t resamples() const { return resamples_; }
  /// 0 … units − 1. Neighbours, which may be alike, go to different units.
  std::size_t unitOf(std::size_t slate) const { return slate % units_; }

  /// sums[resample * columns + c] = Σ_unit (times drawn) · values[unit * columns + c]. Single
  /// precision within blocks, double across: good to about six digits.
  void sum(std::span<const float> values, std::size_t columns, std::span<double> sums) const;

 private:
  static constexpr std::size_t kLanes = 8;  ///< resamples that are summed side by side

  std::size_t units_;
  std::size_t resamples_;
  /// Times drawn: [block of kLanes resamples][unit][lane].
  std::vector<float> counts_;
};

}  // namespace luce
