#include "app/desktop/data/histogram_delegate.h"

#include <QPainter>
#include <algorithm>

#include "app/desktop/data/profile_models.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

void HistogramDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  const QVariantList counts = index.data(FeatureModel::kCountsRole).toList();
  double most = 0;
  for (const QVariant& count : counts) most = std::max(most, count.toDouble());
  if (most <= 0) return;
  const QRectF area = QRectF(option.rect).adjusted(4, 3, -4, -2);
  const double width = area.width() / static_cast<double>(counts.size());
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  painter->save();
  painter->setPen(Qt::NoPen);
  painter->setBrush(selected ? option.palette.highlightedText().color() : theme::kPolicy);
  for (qsizetype bin = 0; bin < counts.size(); ++bin) {
    const double count = counts[bin].toDouble();
    if (count <= 0) continue;
    // A bin that holds anything can be seen.
    const double height = std::max(1.0, area.height() * count / most);
    painter->drawRect(QRectF(area.left() + width * static_cast<double>(bin), area.bottom() - height,
                             width, height));
  }
  painter->restore();
}

QSize HistogramDelegate::sizeHint(const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
  return QStyledItemDelegate::sizeHint(option, index).expandedTo({170, 26});
}

}  // namespace luce::desktop
