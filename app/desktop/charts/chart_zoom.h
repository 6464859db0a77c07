// Looking at a part of a chart: by wheel (at the cursor; Ctrl = only along x, Shift = only along
// y), by a rubber band, by keys; moved by dragging with the middle button, or with Shift or Space
// held. A double click shows all again. What is looked at never leaves what the chart shows by
// itself, and zooming out to all of it lets the axis follow the chart's data again.
#pragma once

#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QObject>
#include <QPointer>
#include <QRubberBand>
#include <optional>
#include <vector>

#include "app/desktop/charts/axis_view.h"

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace luce::desktop {

class ChartZoom : public QObject {
  Q_OBJECT

 public:
  ChartZoom(QChart& chart, QChartView& view);

  bool zoomed() const;
  /// factor < 1 shows less; at: a point of the chart that stays where it is.
  void zoomBy(double factor, const QPointF& at, Qt::Orientations along);
  /// At the middle of the plot.
  void zoomBy(double factor, Qt::Orientations along = Qt::Horizontal | Qt::Vertical);
  /// To a rectangle of the chart, in its coordinates.
  void zoomTo(const QRectF& part, Qt::Orientations along);
  /// As if the plot were dragged so many pixels.
  void panBy(const QPointF& pixels);
  void reset();
  /// Zooms only while true.
  void setEnabled(bool enabled) { enabled_ = enabled; }

  /// Gives an axis what the chart shows of it, with round numbers at distances of at least that
  /// much; what is looked at stays.
  void setHome(QAbstractAxis& axis, const Stretch& home, double least = 0);
  /// Between the two, axes are as the chart itself sets them. May be nested.
  void beginFit();
  void endFit();

 Q_SIGNALS:
  /// The axes show another part.
  void changed();
  /// The left button went down and up in the plot without zooming; the chart's series hear nothing
  /// of it. place: in the chart's coordinates.
  void clicked(QPointF place);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  /// An axis of the chart: what the chart gave it, and what is looked at instead.
  struct Watched {
    QPointer<QAbstractAxis> axis;
    Stretch home;
    Numbering numbering;
    std::optional<Stretch> part;
  };
  enum class Drag { None, Band, Pan };

  void findAxes();
  /// What axes without zoom show now is all there is.
  void rememberHomes();
  static void rememberHome(Watched& watched);
  void look(Watched& watched, const Stretch& wanted);
  QPointF inChart(const QPoint& place) const;
  bool turnWheel(const QWheelEvent& event);
  bool press(const QMouseEvent& event);
  bool move(const QMouseEvent& event);
  bool release(const QMouseEvent& event);
  bool pressKey(const QKeyEvent& event);
  /// Along which directions a band of this size zooms.
  static Qt::Orientations bandDirections(const QSize& size);
  void endDrag();

  QChart& chart_;
  QChartView& view_;
  QRubberBand* band_;
  std::vector<Watched> axes_;
  int fits_ = 0;
  bool enabled_ = false;
  bool spaceHeld_ = false;
  Drag drag_ = Drag::None;
  QPoint dragStart_, dragLast_;
};

}  // namespace luce::desktop
