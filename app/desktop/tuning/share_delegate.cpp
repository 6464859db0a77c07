#include "app/desktop/tuning/share_delegate.h"

#include <QDoubleSpinBox>
#include <QPainter>
#include <algorithm>

#include "app/desktop/theme.h"
#include "app/desktop/tuning/importance_model.h"

namespace luce::desktop {

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const QVariant share = index.data(ImportanceModel::kShareRole);
  if (share.isValid() && !option.state.testFlag(QStyle::State_Selected)) {
    QRectF bar = QRectF(option.rect).adjusted(2, 3, -2, -3);
    bar.setWidth(bar.width() * std::clamp(share.toDouble(), 0.0, 1.0));
    painter->fillRect(bar, theme::shade(colour_, 110));
  }
  QStyledItemDelegate::paint(painter, option, index);
}

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QSize size = QStyledItemDelegate::sizeHint(option, index);
  return index.data(ImportanceModel::kShareRole).isValid() ? size.expandedTo({130, 28}) : size;
}

QWidget* ShareDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                     const QModelIndex&) const {
  auto* box = new QDoubleSpinBox(parent);
  box->setRange(0, 100);
  box->setDecimals(1);
  box->setSuffix(QStringLiteral(" %"));
  box->setAccessibleName(tr("Wanted share in percent"));
  return box;
}

}  // namespace luce::desktop
