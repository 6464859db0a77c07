#include "app/desktop/tuning/error_bars.h"

#include <QPainter>

namespace luce::desktop {

namespace {

constexpr double kStroke = 3;  // half of the stroke that ends a bar, in pixels

}  // namespace

ErrorBars::ErrorBars(QChart& chart, QXYSeries& series) : PlotItem(chart), series_(series) {}

void ErrorBars::show(const std::vector<ErrorBar>& bars, const QPen& pen) {
  bars_ = bars;
  pen_ = pen;
  update();
}

void ErrorBars::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  painter->save();
  painter->setClipRect(chart().plotArea());
  painter->setPen(pen_);
  for (const ErrorBar& bar : bars_) {
    const auto at = [&](double x, double y) { return chart().mapToPosition({x, y}, &series_); };
    const QPointF left = at(bar.lowX, bar.point.y()), right = at(bar.highX, bar.point.y());
    const QPointF bottom = at(bar.point.x(), bar.lowY), top = at(bar.point.x(), bar.highY);
    const QPointF along(kStroke, 0), across(0, kStroke);
    painter->drawLine(left, right);
    painter->drawLine(left - across, left + across);
    painter->drawLine(right - across, right + across);
    painter->drawLine(bottom, top);
    painter->drawLine(bottom - along, bottom + along);
    painter->drawLine(top - along, top + along);
  }
  painter->restore();
}

}  // namespace luce::desktop
