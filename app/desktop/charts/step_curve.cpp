#include "app/desktop/charts/step_curve.h"

#include <QPaintEngine>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace luce::desktop {

namespace {

/// Points a pixel, and how often a line goes up or down the height of the plot: from both on, its
/// smooth edges are hardly seen and take long to draw.
constexpr double kDensePoints = 0.7;
constexpr double kRestless = 40;
/// Points of a path.
constexpr qsizetype kPiece = 16;

bool isDense(const QPolygonF& line, const QSizeF& plot) {
  if (static_cast<double>(line.size()) < kDensePoints * plot.width()) return false;
  double travel = 0;
  for (qsizetype i = 1; i < line.size(); ++i) travel += std::abs(line[i].y() - line[i - 1].y());
  return travel > kRestless * plot.height();
}

}  // namespace

QPointF PlotView::placeOf(const QPointF& point) const {
  const double level = logarithmic ? std::log10(point.y()) : point.y();
  return {plot.left() + plot.width() * (point.x() - x.low) / x.span(),
          plot.bottom() - plot.height() * (level - y.low) / y.span()};
}

StepCurve::StepCurve(QChart& chart, const QPen& pen, double z) : PlotItem(chart), pen_(pen) {
  setZValue(z);
}

void StepCurve::show(const QList<QPointF>& points, const PlotView& view) {
  points_ = points;
  view_ = view;
  update();
}

void StepCurve::clear() {
  points_.clear();
  update();
}

void StepCurve::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  if (points_.isEmpty()) return;
  view_.plot = chart().plotArea();
  QPolygonF line;
  line.reserve(points_.size());
  for (const QPointF& point : points_) line << view_.placeOf(point);
  painter->save();
  painter->setClipRect(view_.plot);
  // Of a file, lines can be looked at more closely.
  const bool raster = painter->paintEngine()->type() == QPaintEngine::Raster;
  if (line.size() == 1) {
    painter->setPen(QPen(pen_.color(), 2 * pen_.widthF(), Qt::SolidLine, Qt::RoundCap));
    painter->drawPoint(line.front());
  } else if (raster && isDense(line, view_.plot.size())) {
    paintDense(*painter, line);
  } else {
    painter->setPen(pen_);
    // Qt takes much longer for a path of many strokes than for many short paths; dashes need it
    // whole.
    const qsizetype piece = raster && pen_.style() == Qt::SolidLine ? kPiece : line.size();
    for (qsizetype i = 0; i + 1 < line.size(); i += piece - 1) {
      painter->drawPolyline(line.constData() + i,
                            static_cast<int>(std::min(piece, line.size() - i)));
    }
  }
  painter->restore();
}

/// With more points than pixels, a line is a bar in each column of pixels. Bars are filled many
/// times faster than a line of as many strokes is smoothed at its edges.
void StepCurve::paintDense(QPainter& painter, const QPolygonF& line) const {
  painter.setRenderHint(QPainter::Antialiasing, false);
  const double half = pen_.widthF() / 2;
  const int width = std::max(1, static_cast<int>(std::lround(pen_.widthF())));
  const auto columnOf = [](const QPointF& point) {
    return static_cast<int>(std::floor(point.x()));
  };
  int column = columnOf(line.front());
  double top = line.front().y(), bottom = top;
  const auto include = [&](double y) {
    top = std::min(top, y);
    bottom = std::max(bottom, y);
  };
  const auto fill = [&] {
    const int from = static_cast<int>(std::lround(top - half));
    const int to = std::max(from + width, static_cast<int>(std::lround(bottom + half)));
    painter.fillRect(QRect(column, from, width, to - from), pen_.color());
  };
  for (qsizetype i = 1; i < line.size(); ++i) {
    const QPointF &before = line[i - 1], &now = line[i];
    const int next = columnOf(now);
    // At the edge of two columns the line leaves one bar for the next.
    for (; column < next; ++column) {
      const double edge = column + 1;
      const double share = (edge - before.x()) / (now.x() - before.x());
      const double y = before.y() + std::clamp(share, 0.0, 1.0) * (now.y() - before.y());
      include(y);
      fill();
      top = bottom = y;
    }
    include(now.y());
  }
  fill();
}

}  // namespace luce::desktop
