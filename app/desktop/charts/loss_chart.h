// Losses, divergence and entropy over training steps. Losses have the left axis, the policy's
// divergence and entropy (nats) the right one.
#pragma once

#include <QLineSeries>
#include <QValueAxis>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "core/training/snapshot.h"

namespace luce::desktop {

class LossChart : public ChartFrame {
  Q_OBJECT

 public:
  explicit LossChart(QWidget* parent = nullptr);

  /// Steps ascend. Long runs are thinned, so that drawing stays quick.
  void append(std::int64_t step, const StepAverages& averages, bool aligned);
  /// A whole run; steps above lastSupervisedStep are alignment's.
  void show(const std::vector<std::pair<std::int64_t, StepAverages>>& history,
            std::int64_t lastSupervisedStep);
  void clear();

  int pointCount() const { return static_cast<int>(points_.size()); }

 private:
  struct Point {
    double step = 0;
    StepAverages averages;
    bool aligned = false;
  };
  void add(const Point& point);
  void draw();

  QLineSeries* bce_;
  QLineSeries* reward_;
  QLineSeries* divergence_;
  QLineSeries* entropy_;
  QValueAxis* step_;
  QValueAxis* loss_;
  QValueAxis* nats_;
  std::vector<Point> points_;
};

}  // namespace luce::desktop
