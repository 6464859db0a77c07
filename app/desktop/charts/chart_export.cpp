#include "app/desktop/charts/chart_export.h"

#include <QFontMetrics>
#include <QGraphicsScene>
#include <QPainter>
#include <array>
#include <charconv>
#include <cmath>

namespace luce::desktop {

namespace {

constexpr int kMargin = 6;

QFont bold(QFont font) {
  font.setBold(true);
  return font;
}

}  // namespace

ChartPicture::ChartPicture(QString title, QString note, QChartView& view,
                           std::vector<LegendSample> legend)
    : Picture(std::move(title), std::move(note)),
      view_(view),
      legend_(std::move(legend), view.font(), view.width()) {
  note_ = QRect(kMargin, kMargin + QFontMetrics(bold(view.font())).height(),
                view.width() - 2 * kMargin, 0);
  if (!description().isEmpty()) {
    constexpr int kAnyHeight = 10'000;
    const QRect room(note_.topLeft(), QSize(note_.width(), kAnyHeight));
    note_.setHeight(QFontMetrics(view.font())
                        .boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, description())
                        .height());
  }
  words_ = note_.top() + note_.height();
  setSize(QSize(view.width(), view.height() + words_ + legend_.height()));
}

void ChartPicture::paint(QPainter& painter) const {
  const QPalette& palette = view_.palette();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRect(QPoint(0, 0), size()), palette.base());
  painter.setPen(palette.color(QPalette::Text));
  const QFont heading = bold(view_.font());
  painter.setFont(heading);
  const QFontMetrics metrics(heading);
  painter.drawText(QPointF(kMargin, kMargin + metrics.ascent()), title());
  if (!description().isEmpty()) {
    painter.setFont(view_.font());
    painter.drawText(note_, Qt::AlignLeft | Qt::TextWordWrap | Qt::TextDontClip, description());
  }
  legend_.paint(painter, QPointF(0, words_), palette.color(QPalette::Text));
  const QRectF target(0, words_ + legend_.height(), view_.width(), view_.height());
  view_.scene()->render(&painter, target, view_.mapToScene(view_.viewport()->rect()).boundingRect(),
                        Qt::IgnoreAspectRatio);
}

QByteArray csvNumber(double value) {
  if (std::isnan(value)) return {};
  std::array<char, 32> text;
  const std::to_chars_result end = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), end.ptr - text.data()};
}

QByteArray csvText(const QString& text) {
  QByteArray bytes = text.toUtf8();
  if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n')) return bytes;
  bytes.replace("\"", "\"\"");
  return '"' + bytes + '"';
}

}  // namespace luce::desktop
