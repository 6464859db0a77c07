#include "app/desktop/charts/step_axis.h"

#include <QLogValueAxis>
#include <algorithm>
#include <cmath>

#include "app/desktop/charts/axis_view.h"

namespace luce::desktop {

namespace {

constexpr double kMargin = 0.05;  // of what the axis holds, at both ends
constexpr double kLeastMargin = 1e-6;
/// Numbers that part the axis of a share.
constexpr int kQuarters = 5, kHalves = 3, kEnds = 2;

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

}  // namespace luce::desktop
