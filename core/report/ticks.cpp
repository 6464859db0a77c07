#include "core/report/ticks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace luce {

namespace {

/// Of an interval's ends: what double arithmetic may miss by.
constexpr double kSlack = 1e-9;

constexpr double kLargestPlain = 1e5;
constexpr int kMostDecimals = 6;

std::string label(double value, double step) {
  const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + kSlack)));
  if (std::abs(value) >= kLargestPlain || decimals > kMostDecimals) {
    return fmt::format("{:.6g}", value);
  }
  return fmt::format("{:.{}f}", value, decimals);
}

}  // namespace

std::vector<Tick> linearTicks(double low, double high, int most) {
  const double power = std::pow(10, std::floor(std::log10((high - low) / most)));
  constexpr std::array<double, 5> kFactors{1, 2, 5, 10, 20};
  std::vector<Tick> ticks;
  for (const double factor : kFactors) {
    const double step = factor * power;
    const double first = std::ceil(low / step - kSlack), last = std::floor(high / step + kSlack);
    if (last - first + 1 > most) continue;
    for (double i = first; i <= last; ++i) {
      // Not −0.
      const double value = i == 0 ? 0 : i * step;
      ticks.push_back({value, label(value, step)});
    }
    break;
  }
  return ticks;
}

std::vector<Tick> logarithmicTicks(double low, double high, int most) {
  const int first = static_cast<int>(std::floor(std::log10(low) - kSlack));
  const int last = static_cast<int>(std::ceil(std::log10(high) + kSlack));
  const auto inside = [&](double value) {
    return value >= low * (1 - kSlack) && value <= high * (1 + kSlack);
  };
  const auto ticksAt = [&](std::initializer_list<double> factors, int stride) {
    std::vector<Tick> ticks;
    for (int power = first; power <= last; ++power) {
      if ((power % stride + stride) % stride != 0) continue;
      for (const double factor : factors) {
        const double value = factor * std::pow(10, power);
        if (inside(value)) ticks.push_back({value, fmt::format("{:.3g}", value)});
      }
    }
    return ticks;
  };
  std::vector<Tick> ticks = ticksAt({1}, 1);
  if (ticks.size() < 3) ticks = ticksAt({1, 2, 5}, 1);
  if (ticks.size() < 2) return linearTicks(low, high, most);
  for (int stride = 2; ticks.size() > static_cast<std::size_t>(most); ++stride) {
    ticks = ticksAt({1}, stride);
  }
  return ticks;
}

}  // namespace luce
