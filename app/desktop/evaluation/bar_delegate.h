// Draws a bar behind a cell's text (SegmentModel::kBarRole), and a line where the bar of everything
// ends (SegmentModel::kAllRole).
#pragma once

#include <QStyledItemDelegate>

namespace luce::desktop {

class BarDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
};

}  // namespace luce::desktop
