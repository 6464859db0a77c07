#include "app/desktop/charts/chart_zoom.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollArea>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace luce::desktop {

namespace {

constexpr Qt::Orientations kBoth = Qt::Horizontal | Qt::Vertical;
constexpr double kWheelStep = 1.25;  // a notch of the wheel
constexpr double kNotch = 120;       // Qt's units of it
constexpr double kKeyStep = 1.5;
constexpr double kKeyPan = 0.1;  // of the plot
/// In pixels: a band less wide or high than this says nothing of that direction.
constexpr int kThinBand = 8;
/// Of all that the chart shows; finer, numbers could no longer be told apart.
constexpr double kFinest = 1e-8;
/// From where on a part counts as all.
constexpr double kWhole = 1 - 1e-9;

/// In a page that scrolls, a chart takes the wheel only after it was clicked.
bool inScrolledPage(const QWidget* widget) {
  for (; widget != nullptr; widget = widget->parentWidget()) {
    if (qobject_cast<const QScrollArea*>(widget) != nullptr) return true;
  }
  return false;
}

}  // namespace

ChartZoom::ChartZoom(QChart& chart, QChartView& view)
    : chart_(chart), view_(view), band_(new QRubberBand(QRubberBand::Rectangle, view.viewport())) {
  view.setFocusPolicy(Qt::StrongFocus);
  view.installEventFilter(this);
  view.viewport()->installEventFilter(this);
}

void ChartZoom::findAxes() {
  const QList<QAbstractAxis*> axes = chart_.axes();
  std::erase_if(axes_, [&](const Watched& watched) {
    return watched.axis == nullptr || !axes.contains(watched.axis.data());
  });
  for (QAbstractAxis* axis : axes) {
    const bool known = std::any_of(axes_.begin(), axes_.end(),
                                   [axis](const Watched& one) { return one.axis == axis; });
    if (known || !isContinuous(*axis)) continue;
    axes_.push_back({axis, stretchOf(*axis), numberingOf(*axis), std::nullopt});
  }
}

void ChartZoom::rememberHomes() {
  findAxes();
  for (Watched& watched : axes_) {
    if (watched.part) continue;
    rememberHome(watched);
  }
}

void ChartZoom::rememberHome(Watched& watched) {
  watched.home = stretchOf(*watched.axis);
  const double least = watched.numbering.least;
  watched.numbering = numberingOf(*watched.axis);
  watched.numbering.least = least;
}

bool ChartZoom::zoomed() const {
  return std::any_of(axes_.begin(), axes_.end(), [](const Watched& watched) {
    return watched.axis != nullptr && watched.part.has_value();
  });
}

void ChartZoom::setHome(QAbstractAxis& axis, const Stretch& home, double least) {
  findAxes();
  for (Watched& watched : axes_) {
    if (watched.axis != &axis) continue;
    watched.home = home;
    watched.numbering.round = true;
    watched.numbering.least = least;
    if (watched.part && watched.part->high > home.low && watched.part->low < home.high) return;
    watched.part.reset();
    setStretch(axis, home, least);
  }
}

void ChartZoom::beginFit() {
  if (fits_++ > 0) return;
  findAxes();
  for (const Watched& watched : axes_) {
    if (watched.part) setStretch(*watched.axis, watched.home, watched.numbering);
  }
}

void ChartZoom::endFit() {
  if (--fits_ > 0) return;
  findAxes();
  for (Watched& watched : axes_) {
    rememberHome(watched);
    if (!watched.part) continue;
    const Stretch part = *watched.part;
    const bool gone = part.high <= watched.home.low || part.low >= watched.home.high;
    watched.part.reset();
    if (!gone) look(watched, part);
  }
}

void ChartZoom::look(Watched& watched, const Stretch& wanted) {
  const Stretch& home = watched.home;
  const double span =
      std::clamp(wanted.span(), kFinest * home.span(), std::max(home.span(), 1e-300));
  const double middle = (wanted.low + wanted.high) / 2;
  const double low = std::clamp(middle - span / 2, home.low, std::max(home.low, home.high - span));
  if (span >= kWhole * home.span()) {
    if (watched.part) setStretch(*watched.axis, home, watched.numbering);
    watched.part.reset();
    return;
  }
  watched.part = Stretch{low, low + span};
  setStretch(*watched.axis, *watched.part, watched.numbering.least);
}

void ChartZoom::zoomBy(double factor, const QPointF& at, Qt::Orientations along) {
  const QRectF plot = chart_.plotArea();
  if (!enabled_ || plot.isEmpty()) return;
  rememberHomes();
  for (Watched& watched : axes_) {
    const Qt::Orientation orientation = watched.axis->orientation();
    if (!along.testFlag(orientation)) continue;
    const double share =
        std::clamp(orientation == Qt::Horizontal ? (at.x() - plot.left()) / plot.width()
                                                 : (plot.bottom() - at.y()) / plot.height(),
                   0.0, 1.0);
    const Stretch now = stretchOf(*watched.axis);
    const double span = factor * now.span();
    const double low = now.low + share * (now.span() - span);
    look(watched, {low, low + span});
  }
  Q_EMIT changed();
}

void ChartZoom::zoomBy(double factor, Qt::Orientations along) {
  zoomBy(factor, chart_.plotArea().center(), along);
}

void ChartZoom::zoomTo(const QRectF& part, Qt::Orientations along) {
  const QRectF plot = chart_.plotArea();
  const QRectF inside = part.intersected(plot);
  if (!enabled_ || inside.isEmpty()) return;
  rememberHomes();
  for (Watched& watched : axes_) {
    const Qt::Orientation orientation = watched.axis->orientation();
    if (!along.testFlag(orientation)) continue;
    const Stretch now = stretchOf(*watched.axis);
    const auto placeOf = [&](double share) { return now.low + share * now.span(); };
    look(watched, orientation == Qt::Horizontal
                      ? Stretch{placeOf((inside.left() - plot.left()) / plot.width()),
                                placeOf((inside.right() - plot.left()) / plot.width())}
                      : Stretch{placeOf((plot.bottom() - inside.bottom()) / plot.height()),
                                placeOf((plot.bottom() - inside.top()) / plot.height())});
  }
  Q_EMIT changed();
}

void ChartZoom::panBy(const QPointF& pixels) {
  const QRectF plot = chart_.plotArea();
  if (!enabled_ || plot.isEmpty()) return;
  for (Watched& watched : axes_) {
    if (watched.axis == nullptr || !watched.part) continue;
    const Stretch now = *watched.part;
    const double share = watched.axis->orientation() == Qt::Horizontal ? -pixels.x() / plot.width()
                                                                       : pixels.y() / plot.height();
    look(watched, {now.low + share * now.span(), now.high + share * now.span()});
  }
  Q_EMIT changed();
}

void ChartZoom::reset() {
  if (!zoomed()) return;
  for (Watched& watched : axes_) {
    if (watched.axis == nullptr || !watched.part) continue;
    watched.part.reset();
    setStretch(*watched.axis, watched.home, watched.numbering);
  }
  Q_EMIT changed();
}

QPointF ChartZoom::inChart(const QPoint& place) const {
  return chart_.mapFromScene(view_.mapToScene(place));
}

bool ChartZoom::turnWheel(const QWheelEvent& event) {
  if (!enabled_ || (inScrolledPage(&view_) && !view_.hasFocus())) return false;
  // Some systems turn the wheel's direction while a modifier is held.
  const int turned = event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
  if (turned == 0) return false;
  const Qt::Orientations along = event.modifiers() & Qt::ControlModifier ? Qt::Horizontal
                                 : event.modifiers() & Qt::ShiftModifier ? Qt::Vertical
                                                                         : kBoth;
  zoomBy(std::pow(kWheelStep, -turned / kNotch), inChart(event.position().toPoint()), along);
  return true;
}

bool ChartZoom::press(const QMouseEvent& event) {
  if (!enabled_ || drag_ != Drag::None || !chart_.plotArea().contains(inChart(event.pos()))) {
    return false;
  }
  const bool pans =
      event.button() == Qt::MiddleButton ||
      (event.button() == Qt::LeftButton && (spaceHeld_ || event.modifiers() & Qt::ShiftModifier));
  if (!pans && event.button() != Qt::LeftButton) return false;
  view_.setFocus(Qt::MouseFocusReason);
  drag_ = pans ? Drag::Pan : Drag::Band;
  dragStart_ = dragLast_ = event.pos();
  if (pans) view_.viewport()->setCursor(Qt::ClosedHandCursor);
  return true;
}

Qt::Orientations ChartZoom::bandDirections(const QSize& size) {
  Qt::Orientations along;
  if (size.width() >= kThinBand) along |= Qt::Horizontal;
  if (size.height() >= kThinBand) along |= Qt::Vertical;
  return along;
}

bool ChartZoom::move(const QMouseEvent& event) {
  if (drag_ == Drag::None) return false;
  if (drag_ == Drag::Pan) {
    panBy(event.pos() - dragLast_);
    dragLast_ = event.pos();
    return true;
  }
  const QRect plot =
      view_.mapFromScene(chart_.mapToScene(chart_.plotArea()).boundingRect()).boundingRect();
  QRect drawn = QRect(dragStart_, event.pos()).normalized().intersected(plot);
  const Qt::Orientations along = bandDirections(drawn.size());
  // A thin band takes all of the other direction: it is shown as it will act.
  if (along == Qt::Horizontal) drawn = {drawn.left(), plot.top(), drawn.width(), plot.height()};
  if (along == Qt::Vertical) drawn = {plot.left(), drawn.top(), plot.width(), drawn.height()};
  band_->setGeometry(drawn);
  band_->setVisible(along != Qt::Orientations());
  return true;
}

bool ChartZoom::release(const QMouseEvent& event) {
  if (drag_ == Drag::None) return false;
  const Drag drag = drag_;
  endDrag();
  if (drag == Drag::Band) {
    const QRectF part = QRectF(inChart(dragStart_), inChart(event.pos())).normalized();
    const Qt::Orientations along = bandDirections(part.size().toSize());
    if (along == Qt::Horizontal) {
      zoomTo({part.left(), chart_.plotArea().top(), part.width(), 1}, along);
    } else if (along == Qt::Vertical) {
      zoomTo({chart_.plotArea().left(), part.top(), 1, part.height()}, along);
    } else if (along) {
      zoomTo(part, along);
    } else {
      Q_EMIT clicked(inChart(event.pos()));
    }
  }
  return true;
}

void ChartZoom::endDrag() {
  if (drag_ == Drag::Pan) view_.viewport()->unsetCursor();
  drag_ = Drag::None;
  band_->hide();
}

bool ChartZoom::pressKey(const QKeyEvent& event) {
  if (!enabled_) return false;
  const QRectF plot = chart_.plotArea();
  const Qt::Orientations along = event.modifiers() & Qt::ControlModifier ? Qt::Horizontal : kBoth;
  switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomBy(1 / kKeyStep, along);
      return true;
    case Qt::Key_Minus:
      zoomBy(kKeyStep, along);
      return true;
    case Qt::Key_Left:
      panBy({kKeyPan * plot.width(), 0});
      return true;
    case Qt::Key_Right:
      panBy({-kKeyPan * plot.width(), 0});
      return true;
    case Qt::Key_Up:
      panBy({0, kKeyPan * plot.height()});
      return true;
    case Qt::Key_Down:
      panBy({0, -kKeyPan * plot.height()});
      return true;
    case Qt::Key_0:
    case Qt::Key_Home:
      reset();
      return true;
    case Qt::Key_Space:
      spaceHeld_ = true;
      return true;
    case Qt::Key_Escape:
      if (drag_ == Drag::None) return false;
      endDrag();
      return true;
    default:
      return false;
  }
}

bool ChartZoom::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &view_) {
    if (event->type() == QEvent::KeyPress) return pressKey(static_cast<QKeyEvent&>(*event));
    if (event->type() == QEvent::KeyRelease) {
      const auto& key = static_cast<QKeyEvent&>(*event);
      if (key.key() == Qt::Key_Space && !key.isAutoRepeat()) spaceHeld_ = false;
    }
    if (event->type() == QEvent::FocusOut) spaceHeld_ = false;
    return false;
  }
  switch (event->type()) {
    case QEvent::Wheel:
      return turnWheel(static_cast<QWheelEvent&>(*event));
    case QEvent::MouseButtonPress:
      return press(static_cast<QMouseEvent&>(*event));
    case QEvent::MouseMove:
      return move(static_cast<QMouseEvent&>(*event));
    case QEvent::MouseButtonRelease:
      return release(static_cast<QMouseEvent&>(*event));
    case QEvent::MouseButtonDblClick: {
      const auto& mouse = static_cast<QMouseEvent&>(*event);
      if (!enabled_ || mouse.button() != Qt::LeftButton) return false;
      if (!chart_.plotArea().contains(inChart(mouse.pos()))) return false;
      reset();
      return true;
    }
    default:
      return false;
  }
}

}  // namespace luce::desktop
