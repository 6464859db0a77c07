// Draws a share (ImportanceModel::kShareRole) as a bar behind its number; edits it in percent.
#pragma once

#include <QColor>
#include <QStyledItemDelegate>

namespace luce::desktop {

class ShareDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  ShareDelegate(const QColor& colour, QObject* parent)
      : QStyledItemDelegate(parent), colour_(colour) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const override;

 private:
  QColor colour_;
};

}  // namespace luce::desktop
