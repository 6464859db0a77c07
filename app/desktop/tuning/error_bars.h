// Intervals of points in both directions, drawn over a chart's plot. One item for all of them: a
// series each would make every change of an axis slow.
#pragma once

#include <QPen>
#include <QXYSeries>
#include <vector>

#include "app/desktop/charts/plot_item.h"

namespace luce::desktop {

struct ErrorBar {
  QPointF point;
  double lowX = 0, highX = 0, lowY = 0, highY = 0;
  bool operator==(const ErrorBar&) const = default;
};

class ErrorBars : public PlotItem {
 public:
  /// series: tells the axes.
  ErrorBars(QChart& chart, QXYSeries& series);

  void show(const std::vector<ErrorBar>& bars, const QPen& pen);
  const std::vector<ErrorBar>& bars() const { return bars_; }

  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  QXYSeries& series_;
  std::vector<ErrorBar> bars_;
  QPen pen_;
};

}  // namespace luce::desktop
