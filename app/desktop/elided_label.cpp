#include "app/desktop/elided_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <algorithm>

namespace luce::desktop {

namespace {

constexpr int kLeastLetters = 6;

}  // namespace

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {}

QSize ElidedLabel::minimumSizeHint() const {
  const QSize wish = sizeHint();
  return {std::min(wish.width(), kLeastLetters * fontMetrics().averageCharWidth()), wish.height()};
}

bool ElidedLabel::plain() const {
  return textFormat() == Qt::PlainText ||
         (textFormat() == Qt::AutoText && !Qt::mightBeRichText(text()));
}

bool ElidedLabel::elided() const {
  return plain() && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

bool ElidedLabel::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
    const QPoint place = static_cast<QHelpEvent*>(event)->globalPos();
    QToolTip::showText(place, elided() ? text() : QString(), this);
    return true;
  }
  return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent* event) {
  if (!elided()) return QLabel::paintEvent(event);
  QPainter painter(this);
  const QRect room = contentsRect();
  const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
  style()->drawItemText(&painter, room, static_cast<int>(alignment()), palette(), isEnabled(),
                        shown, foregroundRole());
}

}  // namespace luce::desktop
