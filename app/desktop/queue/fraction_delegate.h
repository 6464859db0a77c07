// Draws how far a run has come behind its words.
#pragma once

#include <QStyledItemDelegate>

namespace luce::desktop {

class FractionDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
};

}  // namespace luce::desktop
