#include "app/desktop/loop/round_marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr double kPadding = 3;
/// Above lines, below the crosshair.
constexpr double kLayer = 50;
/// A change lies between two rounds.
constexpr double kBefore = 0.5;

}  // namespace

RoundMarks::RoundMarks(QChart& chart, const QAbstractSeries& series)
    : PlotItem(chart), series_(series) {
  setZValue(kLayer);
}

void RoundMarks::show(std::vector<RoundMark> marks) {
  marks_ = std::move(marks);
  update();
}

void RoundMarks::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const QRectF plot = chart().plotArea();
  painter->save();
  painter->setClipRect(plot);
  QFont font = chart().legend()->font();
  font.setPointSizeF(0.9 * font.pointSizeF());
  painter->setFont(font);
  const QFontMetricsF metrics(font);
  const QColor ink = chart().legend()->labelColor();
  double freeFrom = plot.left();
  int line = 0;
  for (const RoundMark& mark : marks_) {
    const double x =
        chart()
            .mapToPosition({mark.round - kBefore, 0}, const_cast<QAbstractSeries*>(&series_))
            .x();
    if (x < plot.left() || x > plot.right()) continue;
    painter->setPen(QPen(ink, 1, Qt::DashLine));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    // Texts that would meet stand below each other.
    line = x < freeFrom ? line + 1 : 0;
    const double width = metrics.horizontalAdvance(mark.text);
    const double left = std::max(
        plot.left(), x + kPadding + width > plot.right() ? x - kPadding - width : x + kPadding);
    const QRectF box(left, plot.top() + kPadding + line * metrics.height(), width,
                     metrics.height());
    QBrush ground = chart().backgroundBrush();
    ground.setColor(theme::shade(ground.color(), 200));
    painter->fillRect(box, ground);
    painter->setPen(ink);
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, mark.text);
    freeFrom = std::max(freeFrom, left + width + kPadding);
  }
  painter->restore();
}

}  // namespace luce::desktop
