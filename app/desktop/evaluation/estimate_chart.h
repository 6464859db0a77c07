// A policy's value by every estimator, below each other with intervals; a compared policy beside
// it, and a line at what the logging policy earned.
#pragma once

#include <QBarCategoryAxis>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "app/desktop/evaluation/evaluation_values.h"

namespace luce::desktop {

class EstimateChart : public ChartFrame {
  Q_OBJECT

 public:
  explicit EstimateChart(QWidget* parent = nullptr);

  void show(const EvaluationView& view);
  void clear();

  /// As drawn, from the bottom: x the value.
  QList<QPointF> points() const { return own_->points(); }
  QList<QPointF> comparedPoints() const { return other_->points(); }
  int intervalCount() const { return static_cast<int>(intervals_.size()); }
  double low() const { return reward_->min(); }
  double high() const { return reward_->max(); }

 protected:
  void fitToLetters() override;

 private:
  /// owner: the series whose entry of the legend shows and hides it.
  void addInterval(const Interval& interval, double y, const QColor& colour,
                   const QXYSeries& owner);
  void removeIntervals();
  void nameRows(const QStringList& names);

  QScatterSeries* own_;
  QScatterSeries* other_;
  QLineSeries* logging_;
  std::vector<QLineSeries*> intervals_;
  QValueAxis* reward_;
  QBarCategoryAxis* estimator_;
};

}  // namespace luce::desktop
