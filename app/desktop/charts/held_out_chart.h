// The held-out reward estimate with its interval over training steps, against what the logging
// policy itself earned.
#pragma once

#include <QAreaSeries>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "core/training/snapshot.h"

namespace luce::desktop {

class HeldOutChart : public ChartFrame {
  Q_OBJECT

 public:
  explicit HeldOutChart(QWidget* parent = nullptr);
  ~HeldOutChart() override;

  /// keptStep: whose weights the run keeps; −1 = not known yet.
  void show(const std::vector<HeldOutPoint>& points, std::int64_t keptStep);
  void clear();

  int pointCount() const { return value_->count(); }

 private:
  QLineSeries bandLow_, bandHigh_, loggingLow_, loggingHigh_;
  QAreaSeries* band_;
  QAreaSeries* loggingBand_;
  QLineSeries* value_;
  QLineSeries* logging_;
  QLineSeries* start_;
  QScatterSeries* kept_;
  QValueAxis* step_;
  QValueAxis* reward_;
};

}  // namespace luce::desktop
