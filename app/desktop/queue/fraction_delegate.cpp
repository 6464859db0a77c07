#include "app/desktop/queue/fraction_delegate.h"

#include <QPainter>

#include "app/desktop/queue/queue_model.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

void FractionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  const QVariant fraction = index.data(QueueModel::kFractionRole);
  if (!fraction.isValid()) return;
  QRectF done = QRectF(option.rect).adjusted(1, 2, -1, -2);
  done.setWidth(done.width() * fraction.toDouble());
  painter->fillRect(done, theme::shade(theme::kPolicy, 70));
}

}  // namespace luce::desktop
