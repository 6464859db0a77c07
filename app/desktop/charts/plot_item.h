// What is drawn over a chart's plot and is no series of it.
#pragma once

#include <QChart>
#include <QGraphicsObject>

namespace luce::desktop {

class PlotItem : public QGraphicsObject {
 public:
  /// margin: around the plot, in pixels, that is drawn on as well. Deleted with the chart.
  explicit PlotItem(QChart& chart, double margin = 0);

  QRectF boundingRect() const override { return area_; }

 protected:
  QChart& chart() const { return chart_; }

 private:
  void followPlot();

  QChart& chart_;
  double margin_;
  QRectF area_;
};

}  // namespace luce::desktop
