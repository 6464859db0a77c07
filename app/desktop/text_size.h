// What Qt does not do by itself when the text of the program becomes larger or smaller.
#pragma once

#include <QDockWidget>
#include <QTableView>
#include <QWidget>

namespace luce::desktop {

/// Rows are as high as a line of text and margin pixels; columns keep their width in letters.
void followTextSize(QTableView& view, int margin = 6);

/// Letters scale times as large as those around it. Also for a widget with a style sheet, which Qt
/// leaves as it is (scale 1).
void followTextSize(QWidget& widget, double scale);

/// The title too.
void followTextSize(QDockWidget& dock);

}  // namespace luce::desktop
