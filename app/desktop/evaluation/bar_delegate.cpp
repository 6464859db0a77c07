#include "app/desktop/evaluation/bar_delegate.h"

#include <QPainter>

#include "app/desktop/evaluation/segment_model.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  const QVariant bar = index.data(SegmentModel::kBarRole);
  if (!bar.isValid()) return;
  const QRectF area = QRectF(option.rect).adjusted(2, 3, -2, -3);
  painter->save();
  painter->setPen(Qt::NoPen);
  painter->setBrush(theme::shade(theme::kPolicy, 55));
  painter->drawRect(QRectF(area.left(), area.top(), area.width() * bar.toDouble(), area.height()));
  const QVariant all = index.data(SegmentModel::kAllRole);
  if (all.isValid()) {
    const double x = area.left() + area.width() * all.toDouble();
    painter->setPen(QPen(theme::kNeutral, 1));
    painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  }
  painter->restore();
}

}  // namespace luce::desktop
