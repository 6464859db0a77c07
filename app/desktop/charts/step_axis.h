// The vertical axes of a chart over training steps.
#pragma once

#include <QAbstractAxis>

#include "app/desktop/charts/step_look.h"

namespace luce::desktop {

QAbstractAxis* makeStepAxis(const QString& title, bool logarithmic);
/// Sets an axis to hold the numbers from low to high; of low > high it does nothing. On a
/// logarithmic axis both are above 0. most: how many numbers have room along it.
void fitStepAxis(QAbstractAxis& axis, AxisFit fit, double low, double high, int most);

/// Where an axis of steps ends while more steps come, of `expected` in all: a round number above
/// the last one, so that the axis need not be drawn anew at each step.
double roomForSteps(double last, double expected);

}  // namespace luce::desktop
