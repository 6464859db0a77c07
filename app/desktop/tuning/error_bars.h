// Intervals of points in both directions, drawn over a chart's plot. One item for all of them: a
// series each would make every change of an axis slow.
#pragma once

#include <QChart>
#include <QGraphicsItem>
#include <QXYSeries>
#include <vector>

namespace luce::desktop {

struct ErrorBar {
  QPointF point;
  double lowX = 0, highX = 0, lowY = 0, highY = 0;
  bool operator==(const ErrorBar&) const = default;
};

class ErrorBars : public QGraphicsItem {
 public:
  /// series: tells the axes.
  ErrorBars(QChart& chart, QXYSeries& series);

  void show(const std::vector<ErrorBar>& bars, const QPen& pen);
  const std::vector<ErrorBar>& bars() const { return bars_; }

  QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  QChart& chart_;
  QXYSeries& series_;
  std::vector<ErrorBar> bars_;
  QPen pen_;
};

}  // namespace luce::desktop
