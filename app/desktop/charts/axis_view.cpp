#include "app/desktop/charts/axis_view.h"

#include <QFontMetricsF>
#include <QLogValueAxis>
#include <algorithm>
#include <array>
#include <cmath>

namespace luce::desktop {

namespace {

/// About so many numbers stand along an axis.
constexpr double kTicks = 5;
constexpr int kMostDecimals = 12;
/// Numbers along an axis, however low or high it is.
constexpr double kFewest = 2, kMost = 100;

/// 1, 2 or 5 times a power of ten.
double roundStep(double step) {
  const double power = std::pow(10, std::floor(std::log10(step)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (step <= factor * power * (1 + 1e-9)) return factor * power;
  }
  return 10 * power;
}

void setRoundStretch(QValueAxis& axis, const Stretch& stretch, double least) {
  const double step = std::max(least, roundStep(stretch.span() / kTicks));
  const int decimals = static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
  const QString format =
      decimals > kMostDecimals ? QString("%g") : QString("%.%1f").arg(std::max(0, decimals));
  // Each of these has the axis laid out again.
  if (axis.labelFormat() != format) axis.setLabelFormat(format);
  // With the distance of before and the range of now, an axis might count millions of ticks.
  const bool wider = stretch.span() > axis.max() - axis.min();
  if (!wider) axis.setRange(stretch.low, stretch.high);
  if (axis.tickInterval() != step) axis.setTickInterval(step);
  if (axis.tickType() != QValueAxis::TicksDynamic) axis.setTickType(QValueAxis::TicksDynamic);
  if (wider) axis.setRange(stretch.low, stretch.high);
}

void setRoundStretch(QLogValueAxis& axis, const Stretch& stretch) {
  // Only powers of the base are numbered: a base that has at least two of them here.
  constexpr std::array kBases{10.0, 2.0, 1.25, 1.05, 1.01, 1.001};
  const auto fits = [&](double base) { return stretch.span() >= 2 * std::log10(base); };
  const auto* base = std::find_if(kBases.begin(), kBases.end(), fits);
  const double chosen = base == kBases.end() ? kBases.back() : *base;
  if (axis.labelFormat() != "%.4g") axis.setLabelFormat("%.4g");
  if (axis.base() != chosen) axis.setBase(chosen);
  axis.setRange(std::pow(10, stretch.low), std::pow(10, stretch.high));
}

}  // namespace

bool isContinuous(const QAbstractAxis& axis) {
  return axis.type() == QAbstractAxis::AxisTypeValue ||
         axis.type() == QAbstractAxis::AxisTypeLogValue;
}

Stretch stretchOf(const QAbstractAxis& axis) {
  if (axis.type() == QAbstractAxis::AxisTypeLogValue) {
    const auto& logarithmic = static_cast<const QLogValueAxis&>(axis);
    return {std::log10(logarithmic.min()), std::log10(logarithmic.max())};
  }
  const auto& linear = static_cast<const QValueAxis&>(axis);
  return {linear.min(), linear.max()};
}

Numbering numberingOf(const QAbstractAxis& axis) {
  if (axis.type() == QAbstractAxis::AxisTypeLogValue) {
    const auto& logarithmic = static_cast<const QLogValueAxis&>(axis);
    return {false, 0, logarithmic.labelFormat(), 0, logarithmic.base()};
  }
  const auto& linear = static_cast<const QValueAxis&>(axis);
  return {linear.tickType() == QValueAxis::TicksDynamic, 0, linear.labelFormat(),
          linear.tickCount(), 0};
}

void setStretch(QAbstractAxis& axis, const Stretch& stretch, const Numbering& numbering) {
  if (numbering.round) {
    setStretch(axis, stretch, numbering.least);
    return;
  }
  if (axis.type() == QAbstractAxis::AxisTypeLogValue) {
    auto& logarithmic = static_cast<QLogValueAxis&>(axis);
    logarithmic.setLabelFormat(numbering.format);
    logarithmic.setBase(numbering.base);
    logarithmic.setRange(std::pow(10, stretch.low), std::pow(10, stretch.high));
    return;
  }
  auto& linear = static_cast<QValueAxis&>(axis);
  linear.setTickType(QValueAxis::TicksFixed);
  linear.setLabelFormat(numbering.format);
  linear.setTickCount(numbering.ticks);
  linear.setRange(stretch.low, stretch.high);
}

void setStretch(QAbstractAxis& axis, const Stretch& stretch, double least) {
  if (axis.type() == QAbstractAxis::AxisTypeLogValue) {
    setRoundStretch(static_cast<QLogValueAxis&>(axis), stretch);
  } else {
    setRoundStretch(static_cast<QValueAxis&>(axis), stretch, least);
  }
}

int numbersWithRoom(const QAbstractAxis& axis, double pixels) {
  const double line = QFontMetricsF(axis.labelsFont()).height();
  return static_cast<int>(std::clamp(pixels / line, kFewest, kMost));
}

void setRoundRange(QValueAxis& axis, double low, double high, int most) {
  QValueAxis round;
  for (int ticks = static_cast<int>(kTicks); ticks >= kFewest; --ticks) {
    round.setRange(low, high);
    round.setTickCount(ticks);
    round.applyNiceNumbers();
    if (round.tickCount() <= most) break;
  }
  if (axis.min() != round.min() || axis.max() != round.max()) {
    axis.setRange(round.min(), round.max());
  }
  axis.setTickCount(round.tickCount());
}

}  // namespace luce::desktop
