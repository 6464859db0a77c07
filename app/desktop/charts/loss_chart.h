// Losses, divergence and entropy over training steps. Losses have the left axis, the policy's
// divergence and entropy (nats) the right one.
#pragma once

#include "app/desktop/charts/averages_chart.h"

namespace luce::desktop {

class LossChart : public AveragesChart {
  Q_OBJECT

 public:
  explicit LossChart(QWidget* parent = nullptr);
};

}  // namespace luce::desktop
