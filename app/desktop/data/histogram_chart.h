// A histogram of one quantity of the log, on a linear or a logarithmic axis.
#pragma once

#include <QAreaSeries>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QValueAxis>

#include "app/desktop/charts/chart_frame.h"
#include "core/dataset/profile.h"

namespace luce::desktop {

class HistogramChart : public ChartFrame {
  Q_OBJECT

 public:
  enum class Scale { Linear, Logarithmic };

  HistogramChart(const QString& title, const QString& emptyText, const QString& axis, Scale scale,
                 const QColor& colour);
  ~HistogramChart() override;

  /// Logarithmic: the histogram's edges are powers of ten. note: the numbers that matter.
  void show(const Histogram& histogram, const QString& note);
  void clear();

  /// The corners of the bars, from left to right.
  QList<QPointF> corners() const { return upper_.points(); }

 private:
  void showRange(double low, double high);

  Scale scale_;
  QLineSeries upper_, lower_;
  QAreaSeries* area_;
  QAbstractAxis* quantity_;
  QValueAxis* share_;
};

}  // namespace luce::desktop
