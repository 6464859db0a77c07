#include "app/desktop/row_table.h"

#include <QHeaderView>

#include "app/desktop/text_size.h"

namespace luce::desktop {

void showAsRows(QTableView& view, int margin) {
  view.setSelectionBehavior(QAbstractItemView::SelectRows);
  view.setShowGrid(false);
  view.setAlternatingRowColors(true);
  view.setTabKeyNavigation(false);
  view.verticalHeader()->hide();
  view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  view.horizontalHeader()->setHighlightSections(false);
  followTextSize(view, margin);
}

void beginEdit(QTableView& view, const QModelIndex& index) {
  const QWidget* const focused = view.window()->focusWidget();
  const bool edits = focused != nullptr && view.viewport()->isAncestorOf(focused);
  if (edits || !index.flags().testFlag(Qt::ItemIsEditable)) return;
  view.scrollTo(index);
  view.setCurrentIndex(index);
  view.edit(index);
}

}  // namespace luce::desktop
