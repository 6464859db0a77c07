// The legend of a chart's picture, where the chart itself shows none: beside others of its kind on
// the screen one legend does for all, but a picture stands alone.
#pragma once

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPen>
#include <QString>
#include <vector>

namespace luce::desktop {

struct LegendSample {
  QString name;
  QPen pen;
  QImage marker = {};  ///< in the middle of the line; may be none
  double markerSize = 0;
};

class PictureLegend {
 public:
  /// width: after which a new line begins, in points of the screen.
  PictureLegend(std::vector<LegendSample> samples, const QFont& font, int width);

  int height() const { return height_; }
  /// origin: its upper left corner.
  void paint(QPainter& painter, const QPointF& origin, const QColor& text) const;

 private:
  struct Place {
    LegendSample sample;
    QPointF corner;  ///< upper left
  };

  QFont font_;
  std::vector<Place> places_;
  int height_ = 0;
};

}  // namespace luce::desktop
