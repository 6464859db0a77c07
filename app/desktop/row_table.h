// The look that all tables of the window have.
#pragma once

#include <QTableView>

namespace luce::desktop {

inline constexpr int kDrawnRowMargin = 12;  ///< of rows that hold a picture

/// Rows are chosen as a whole, stand on alternating ground without a grid or numbers, and are as
/// high as a line of text and margin pixels. Tab leaves the table; arrow keys move in it.
void showAsRows(QTableView& view, int margin = 6);

/// Begins to edit a cell, in view, that can be edited and is not being edited.
void beginEdit(QTableView& view, const QModelIndex& index);

}  // namespace luce::desktop
