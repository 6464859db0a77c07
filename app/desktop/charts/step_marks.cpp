#include "app/desktop/charts/step_marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>
#include <algorithm>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr double kDot = 3.5;  // radius
constexpr double kGap = 8;    // between the line and the box
constexpr double kPadding = 5;
constexpr double kSwatch = 8;
constexpr int kOpaqueness = 225;  // of 255
/// Above lines and axes.
constexpr double kOnTop = 100;

}  // namespace

StepMarks::StepMarks(QChart& chart) : PlotItem(chart, kDot) {
  setZValue(kOnTop);
}

void StepMarks::show(double x, const QString& title, std::vector<StepReading> readings) {
  line_ = x;
  title_ = title;
  readings_ = std::move(readings);
  update();
}

void StepMarks::hideAll() {
  if (!line_) return;
  line_.reset();
  readings_.clear();
  update();
}

void StepMarks::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
  // Pictures are of the chart, not of the mouse over it: they are drawn without a widget.
  if (!line_ || widget == nullptr) return;
  const QRectF plot = chart().plotArea();
  const QPalette palette = widget->palette();
  painter->save();
  painter->setPen(QPen(theme::kNeutral, 1));
  if (*line_ >= plot.left() && *line_ <= plot.right()) {
    painter->drawLine(QPointF(*line_, plot.top()), QPointF(*line_, plot.bottom()));
  }
  painter->setPen(QPen(palette.color(QPalette::Base), 1));
  for (const StepReading& reading : readings_) {
    if (!plot.contains(reading.place)) continue;
    painter->setBrush(reading.colour);
    painter->drawEllipse(reading.place, kDot, kDot);
  }
  paintBox(*painter, palette, plot);
  painter->restore();
}

void StepMarks::paintBox(QPainter& painter, const QPalette& palette, const QRectF& plot) const {
  QFont font = painter.font();
  font.setPointSizeF(0.9 * font.pointSizeF());
  const QFontMetricsF metrics(font);
  const double row = metrics.height();
  double names = 0, values = 0;
  for (const StepReading& reading : readings_) {
    names = std::max(names, metrics.horizontalAdvance(reading.name));
    values = std::max(values, metrics.horizontalAdvance(reading.value));
  }
  const double inner =
      std::max(metrics.horizontalAdvance(title_), kSwatch + kPadding + names + kPadding + values);
  const auto room = static_cast<std::size_t>(std::max(0.0, (plot.height() - 2 * kPadding) / row));
  const std::size_t shown = std::min(readings_.size(), room > 0 ? room - 1 : 0);
  const QSizeF size(inner + 2 * kPadding, static_cast<double>(shown + 1) * row + 2 * kPadding);
  // Right of the line; left of it where there is no room.
  double left = *line_ + kGap;
  if (left + size.width() > plot.right()) left = *line_ - kGap - size.width();
  left = std::clamp(left, plot.left(), std::max(plot.left(), plot.right() - size.width()));
  const QRectF box(QPointF(left, plot.top() + kPadding), size);
  QColor base = palette.color(QPalette::ToolTipBase), text = palette.color(QPalette::ToolTipText);
  base.setAlpha(kOpaqueness);
  painter.setFont(font);
  painter.setPen(QPen(theme::kNeutral, 1));
  painter.setBrush(base);
  painter.drawRoundedRect(box, 3, 3);
  double y = box.top() + kPadding;
  painter.setPen(text);
  painter.drawText(QRectF(box.left() + kPadding, y, inner, row), Qt::AlignLeft, title_);
  for (std::size_t i = 0; i < shown; ++i) {
    y += row;
    const StepReading& reading = readings_[i];
    painter.fillRect(QRectF(box.left() + kPadding, y + (row - kSwatch) / 2, kSwatch, kSwatch),
                     reading.colour);
    const QRectF line(box.left() + 2 * kPadding + kSwatch, y, inner - kPadding - kSwatch, row);
    painter.drawText(line, Qt::AlignLeft, reading.name);
    painter.drawText(line, Qt::AlignRight, reading.value);
  }
}

}  // namespace luce::desktop
