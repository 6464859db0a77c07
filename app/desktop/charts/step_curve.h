// One line of a chart over training steps, drawn over its plot. It is no series of the chart: those
// are laid out and stroked again at each change of an axis or a point, which takes longer than to
// draw them.
#pragma once

#include <QList>
#include <QPen>
#include <QPointF>

#include "app/desktop/charts/axis_view.h"
#include "app/desktop/charts/plot_item.h"

namespace luce::desktop {

/// Which part of the axes a plot shows.
struct PlotView {
  QRectF plot;  ///< in the chart's coordinates
  Stretch x, y;
  bool logarithmic = false;  ///< y; then y's stretch is of decimal logarithms

  /// In the chart's coordinates; of a logarithmic view, point.y() is above 0.
  QPointF placeOf(const QPointF& point) const;
};

class StepCurve : public PlotItem {
 public:
  StepCurve(QChart& chart, const QPen& pen, double z);

  /// x ascends.
  void show(const QList<QPointF>& points, const PlotView& view);
  void clear();

  const QList<QPointF>& points() const { return points_; }
  qsizetype count() const { return points_.size(); }
  const QPointF& at(qsizetype index) const { return points_[index]; }
  const QPen& pen() const { return pen_; }

  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  void paintDense(QPainter& painter, const QPolygonF& line) const;

  QPen pen_;
  QList<QPointF> points_;
  PlotView view_;
};

}  // namespace luce::desktop
