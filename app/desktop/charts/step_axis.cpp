#include "app/desktop/charts/step_axis.h"

#include <QLogValueAxis>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/desktop/charts/axis_view.h"

namespace luce::desktop {

namespace {

constexpr double kMargin = 0.05;  // of what the axis holds, at both ends
constexpr double kLeastMargin = 1e-6;
/// Numbers that part the axis of a share.
constexpr int kQuarters = 5, kHalves = 3, kEnds = 2;
/// Ends of an axis that grows, times a power of ten.
constexpr std::array kRoundEnds{1.0, 1.2, 1.4, 1.6, 2.0, 2.5, 3.0,
                                3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0};

}  // namespace

QAbstractAxis* makeStepAxis(const QString& title, bool logarithmic) {
  QAbstractAxis* axis = nullptr;
  if (logarithmic) {
    auto* decades = new QLogValueAxis;
    decades->setBase(10);
    decades->setLabelFormat("%g");
    axis = decades;
  } else {
    axis = new QValueAxis;
  }
  axis->setTitleText(title);
  return axis;
}

void fitStepAxis(QAbstractAxis& axis, AxisFit fit, double low, double high, int most) {
  if (low > high) return;
  if (axis.type() == QAbstractAxis::AxisTypeLogValue) {
    // Whole decades, since only they are labelled.
    const double first = std::floor(std::log10(low));
    axis.setRange(std::pow(10, first),
                  std::pow(10, std::max(first + 1, std::ceil(std::log10(high)))));
    return;
  }
  auto& linear = static_cast<QValueAxis&>(axis);
  if (fit == AxisFit::Share) {
    linear.setRange(0.0, 1.0);
    linear.setTickCount(most >= kQuarters ? kQuarters : most >= kHalves ? kHalves : kEnds);
  } else if (fit == AxisFit::Tight) {
    const double margin = std::max(kLeastMargin, kMargin * (high - low));
    setRoundRange(linear, low >= 0 ? std::max(0.0, low - margin) : low - margin, high + margin,
                  most);
  } else {
    const double top = high > 0 ? (1 + kMargin) * high : 1.0;
    setRoundRange(linear, 0.0, fit == AxisFit::SmallShare ? std::min(top, 1.0) : top, most);
  }
}

double roomForSteps(double last, double expected) {
  if (last >= expected || last < 1) return std::max(last, 1.0);
  const double power = std::pow(10, std::floor(std::log10(last)));
  const auto end = std::find_if(kRoundEnds.begin(), kRoundEnds.end() - 1,
                                [&](double round) { return last <= round * power; });
  return std::min(expected, *end * power);
}

}  // namespace luce::desktop
