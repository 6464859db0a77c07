#include "app/desktop/steady_room.h"

#include <QEvent>

namespace luce::desktop {

SteadyRoom::SteadyRoom(QLabel* label, QWidget* parent) : QWidget(parent), label_(label) {
  label->setParent(this);
  setSizePolicy(label->sizePolicy());
}

QSize SteadyRoom::sizeHint() const {
  return label_->isHidden() ? QSize(0, 0) : label_->sizeHint();
}

QSize SteadyRoom::minimumSizeHint() const {
  return label_->isHidden() ? QSize(0, 0) : label_->minimumSizeHint();
}

int SteadyRoom::heightForWidth(int width) const {
  return label_->isHidden() ? 0 : label_->heightForWidth(width);
}

bool SteadyRoom::event(QEvent* event) {
  // What a label sends to a parent without a layout when it would like another size.
  if (event->type() == QEvent::LayoutRequest && !fits()) updateGeometry();
  return QWidget::event(event);
}

void SteadyRoom::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  label_->setGeometry(rect());
  // The layout may have gone by what was asked for long ago, with a text that was shorter.
  if (isVisible() && !fits()) updateGeometry();
}

void SteadyRoom::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  // While it was hidden, its label told it nothing.
  if (!fits()) updateGeometry();
}

/// An empty label gives its room back.
bool SteadyRoom::fits() const {
  if (label_->isHidden() || label_->text().isEmpty()) return size().isEmpty();
  if (label_->hasHeightForWidth()) return label_->heightForWidth(width()) <= height();
  // Of one line that may be cut. Asking for its size would lay rich text out, and paint it, twice.
  if (sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) return !size().isEmpty();
  const QSize wish = label_->sizeHint();
  return wish.width() <= width() && wish.height() <= height();
}

}  // namespace luce::desktop
