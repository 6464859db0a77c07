#include "app/desktop/lessons/spotlight.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kRoom = 5;  // pixels between the control and its ring
constexpr double kRadius = 7;
constexpr double kRingWidth = 3;
constexpr int kDim = 80;  // of 255

QPainterPath rounded(const QRect& area) {
  QPainterPath path;
  path.addRoundedRect(area, kRadius, kRadius);
  return path;
}

}  // namespace

Spotlight::Spotlight() {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
  setFocusPolicy(Qt::NoFocus);
  hide();
}

void Spotlight::pointAt(QWidget& target, std::function<QRect()> area) {
  clear();
  target_ = &target;
  area_ = std::move(area);
  connect(&target, &QObject::destroyed, this, &Spotlight::clear);
  watch();
  place();
}

void Spotlight::clear() {
  if (target_ != nullptr) disconnect(target_, &QObject::destroyed, this, &Spotlight::clear);
  unwatch();
  target_.clear();
  area_ = nullptr;
  ring_ = {};
  hide();
}

void Spotlight::watch() {
  unwatch();
  for (QWidget* widget = target_; widget != nullptr; widget = widget->parentWidget()) {
    widget->installEventFilter(this);
    watched_.emplace_back(widget);
    if (widget->isWindow()) break;
  }
}

void Spotlight::unwatch() {
  for (const QPointer<QWidget>& widget : watched_) {
    if (widget != nullptr) widget->removeEventFilter(this);
  }
  watched_.clear();
}

bool Spotlight::eventFilter(QObject*, QEvent* event) {
  switch (event->type()) {
    case QEvent::ParentChange:
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::ZOrderChange:
    case QEvent::LayoutRequest:
      break;
    default:
      return false;
  }
  // Many come at once while a window arranges itself.
  if (!waits_) {
    waits_ = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
          waits_ = false;
          if (target_ == nullptr) return;
          watch();
          place();
        },
        Qt::QueuedConnection);
  }
  return false;
}

void Spotlight::place() {
  QWidget* window = target_->window();
  if (parentWidget() != window) setParent(window);
  setGeometry(window->rect());
  const QRect area = area_ ? area_() : target_->rect();
  const QRect seen =
      target_->isVisible() ? target_->visibleRegion().boundingRect().intersected(area) : QRect();
  ring_ = seen.isEmpty() ? QRect()
                         : QRect(target_->mapTo(window, seen.topLeft()), seen.size())
                               .marginsAdded({kRoom, kRoom, kRoom, kRoom})
                               .intersected(rect());
  setVisible(!ring_.isEmpty());
  raise();
  update();
}

void Spotlight::paintEvent(QPaintEvent*) {
  if (ring_.isEmpty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath dimmed;
  dimmed.addRect(rect());
  dimmed = dimmed.subtracted(rounded(ring_));
  if (spared_ != nullptr && spared_->isVisible() && spared_->window() == window()) {
    QPainterPath spared;
    spared.addRect(QRect(spared_->mapTo(window(), QPoint()), spared_->size()));
    dimmed = dimmed.subtracted(spared);
  }
  painter.fillPath(dimmed, QColor(0, 0, 0, kDim));
  painter.setBrush(Qt::NoBrush);
  const QRect inner = ring_.adjusted(2, 2, -2, -2);
  // A pale line beside the ring sets it off from any background.
  painter.setPen(QPen(QColor(255, 255, 255, 200), kRingWidth + 2.5));
  painter.drawPath(rounded(inner));
  painter.setPen(QPen(theme::kReward, kRingWidth));
  painter.drawPath(rounded(inner));
}

}  // namespace luce::desktop
