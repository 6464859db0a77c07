// Exponentials that compilers turn into code for many numbers at once.
#pragma once

#include <bit>
#include <cstdint>

namespace luce {

/// exp(value) for value ≤ 0 within 2e-7 of its value; below −87 about 2e-38 instead of less.
/// Cody–Waite reduction to |r| ≤ ln(2)/2 and the polynomial of Moshier's Cephes library (expf).
[[gnu::always_inline]] inline float exponentialOfNegative(float value) {
  const float x = value < -87.0f ? -87.0f : value;
  // Truncation rounds to the nearest, as x ≤ 0.
  const auto power = static_cast<std::int32_t>(x * 1.44269504f - 0.5f);
  const auto whole = static_cast<float>(power);
  const float r = (x - whole * 0.693359375f) - whole * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  // Unsigned, so that NaN, whose power is any number, overflows harmlessly.
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(p) +
                              (static_cast<std::uint32_t>(power) << 23));
}

/// exp(value) for value ≤ 0 within 4e-16 of its value, relatively; below −700 that of −700.
/// Cody–Waite reduction to |r| ≤ ln(2)/2 and the series of exp up to r¹³/13!.
[[gnu::always_inline]] inline double exponentialOfNegative(double value) {
  const double x = value < -700.0 ? -700.0 : value;
  // Adding 1.5·2⁵² rounds to whole numbers, and leaves them in the lowest bits.
  constexpr double kRounding = 6755399441055744.0;
  const double shifted = x * 1.4426950408889634 + kRounding;
  const double whole = shifted - kRounding;
  const double r = (x - whole * 6.93147180369123816490e-01) - whole * 1.90821492927058770002e-10;
  double p = 1.0 / 6227020800.0;
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = p * r + 1.0;
  p = p * r + 1.0;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(p) +
                               (std::bit_cast<std::uint64_t>(shifted) << 52));
}

}  // namespace luce
