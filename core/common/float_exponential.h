// An exponential that compilers turn into code for many floats at once.
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

}  // namespace luce
