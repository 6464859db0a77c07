#include "app/desktop/data/column_widths.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <algorithm>

#include "app/desktop/kept_settings.h"

namespace luce::desktop {

ColumnWidths::ColumnWidths(QTableView* view, const QString& key)
    : QObject(view), view_(view), key_(key), widths_(KeptSettings().value(key).toMap()) {
  connect(view->horizontalHeader(), &QHeaderView::sectionResized, this,
          [this](int column, int, int width) { remember(column, width); });
}

void ColumnWidths::apply(const std::vector<BrowserColumn>& columns) {
  const QScopedValueRollback<bool> applying(applying_, true);
  const QFontMetrics metrics = view_->fontMetrics();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const char* typical = columns[i].kind == BrowserKind::Time   ? "0000-00-00 00:00:00 "
                          : columns[i].kind == BrowserKind::Text ? "a text of usual size"
                                                                 : "0.00000000";
    const auto column = static_cast<int>(i);
    const int needed = std::max(metrics.horizontalAdvance(typical) + 12,
                                view_->horizontalHeader()->sectionSizeHint(column));
    const int remembered = widths_.value(QString::fromStdString(columns[i].name)).toInt();
    view_->setColumnWidth(column, remembered > 0 ? remembered : needed);
  }
}

void ColumnWidths::remember(int column, int width) {
  // The last column also grows with the window, which nobody chose.
  if (applying_ || width <= 0 || column == view_->model()->columnCount() - 1) return;
  const QString name = view_->model()->headerData(column, Qt::Horizontal).toString();
  widths_.insert(name, width);
  KeptSettings().setValue(key_, widths_);
}

}  // namespace luce::desktop
