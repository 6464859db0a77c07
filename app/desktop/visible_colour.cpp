#include "app/desktop/visible_colour.h"

#include <cmath>

namespace luce::desktop {

namespace {

constexpr double kDark = 0.18;          ///< luminance of what counts as a dark background
constexpr double kLeastContrast = 2.5;  ///< of a line against it
constexpr double kLighter = 0.05;       ///< what is mixed with white at once

/// Relative luminance (WCAG 2).
double luminance(const QColor& colour) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

}  // namespace

QColor visibleOn(const QColor& background, QColor colour) {
  const double behind = luminance(background);
  if (behind > kDark) return colour;
  const auto lighter = [](float part) { return static_cast<float>(part + kLighter * (1 - part)); };
  while ((luminance(colour) + 0.05) / (behind + 0.05) < kLeastContrast) {
    colour.setRgbF(lighter(colour.redF()), lighter(colour.greenF()), lighter(colour.blueF()),
                   colour.alphaF());
  }
  return colour;
}

}  // namespace luce::desktop
