// Draws a small histogram into a cell that has counts (FeatureModel::kCountsRole).
#pragma once

#include <QStyledItemDelegate>

namespace luce::desktop {

class HistogramDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace luce::desktop
