// Rows of a table that are as high as a line of its text.
#pragma once

#include <QTableView>

namespace luce::desktop {

/// margin: pixels beside the line. When the text becomes larger or smaller, rows and columns do so
/// too.
void followTextSize(QTableView& view, int margin = 6);

}  // namespace luce::desktop
