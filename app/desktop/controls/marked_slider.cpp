#include "app/desktop/controls/marked_slider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace luce::desktop {

namespace {

constexpr int kTickHeight = 4;
constexpr int kTickWidth = 2;

}  // namespace

MarkedSlider::MarkedSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {}

void MarkedSlider::setMark(std::optional<int> place) {
  mark_ = place;
  update();
}

std::optional<int> MarkedSlider::markPosition() const {
  if (!mark_ || *mark_ < minimum() || *mark_ > maximum()) return std::nullopt;
  QStyleOptionSlider option;
  initStyleOption(&option);
  const QRect groove =
      style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
  const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
  return groove.left() + handle / 2 +
         QStyle::sliderPositionFromValue(minimum(), maximum(), *mark_, groove.width() - handle,
                                         option.upsideDown);
}

void MarkedSlider::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const bool up = key == Qt::Key_Right || key == Qt::Key_Up;
  const bool down = key == Qt::Key_Left || key == Qt::Key_Down;
  const bool fine = event->modifiers().testFlag(Qt::ShiftModifier);
  const bool coarse = event->modifiers().testFlag(Qt::ControlModifier);
  if ((!up && !down) || (!fine && !coarse)) {
    QSlider::keyPressEvent(event);
    return;
  }
  const int step = fine ? 1 : pageStep();
  setValue(value() + (up ? step : -step));
}

void MarkedSlider::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) Q_EMIT doubleClicked();
}

void MarkedSlider::paintEvent(QPaintEvent* event) {
  QSlider::paintEvent(event);
  const std::optional<int> place = markPosition();
  if (!place) return;
  QPainter painter(this);
  const QColor colour =
      palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
  // Above and beneath the handle, so that it is seen while the handle stands on it.
  painter.fillRect(*place - kTickWidth / 2, 0, kTickWidth, kTickHeight, colour);
  painter.fillRect(*place - kTickWidth / 2, height() - kTickHeight, kTickWidth, kTickHeight,
                   colour);
}

}  // namespace luce::desktop
