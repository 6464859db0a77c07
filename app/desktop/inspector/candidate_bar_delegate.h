// Draws a number with a bar behind it: from the cell's left edge, or to both sides of its middle.
#pragma once

#include <QStyledItemDelegate>

namespace luce::desktop {

class CandidateBarDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
};

}  // namespace luce::desktop
