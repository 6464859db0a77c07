#include "app/desktop/charts/picture_legend.h"

#include <QFontMetricsF>
#include <cmath>

namespace luce::desktop {

namespace {

constexpr double kLine = 26;     ///< of a sample
constexpr double kGap = 5;       ///< between a sample and its name
constexpr double kBetween = 14;  ///< between a name and the next sample
constexpr double kMargin = 6;

}  // namespace

PictureLegend::PictureLegend(std::vector<LegendSample> samples, const QFont& font, int width)
    : font_(font) {
  const QFontMetricsF metrics(font_);
  QPointF corner(kMargin, 0);
  for (LegendSample& sample : samples) {
    const double wide = kLine + kGap + metrics.horizontalAdvance(sample.name);
    if (corner.x() > kMargin && corner.x() + wide > width - kMargin) {
      corner = {kMargin, corner.y() + metrics.height()};
    }
    places_.push_back({std::move(sample), corner});
    corner.rx() += wide + kBetween;
  }
  if (!places_.empty()) height_ = static_cast<int>(std::ceil(corner.y() + metrics.height()));
}

void PictureLegend::paint(QPainter& painter, const QPointF& origin, const QColor& text) const {
  const QFontMetricsF metrics(font_);
  painter.setFont(font_);
  for (const Place& place : places_) {
    const QPointF corner = origin + place.corner;
    const QPointF middle = corner + QPointF(kLine / 2, metrics.height() / 2);
    painter.setPen(place.sample.pen);
    painter.drawLine(middle - QPointF(kLine / 2, 0), middle + QPointF(kLine / 2, 0));
    const double size = place.sample.markerSize;
    painter.drawImage(QRectF(middle - QPointF(size, size) / 2, QSizeF(size, size)),
                      place.sample.marker);
    painter.setPen(text);
    painter.drawText(corner + QPointF(kLine + kGap, metrics.ascent()), place.sample.name);
  }
}

}  // namespace luce::desktop
