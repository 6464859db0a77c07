// The numbers of any chart's series, one point a line.
#pragma once

#include <QChart>

#include "app/desktop/charts/chart_export.h"

namespace luce::desktop {

/// Columns: series, category, x, y, y_high; a bar has a category, an area has y_high and y is its
/// low line. Series that are hidden or hold nothing are left out.
CsvContent seriesCsv(const QChart& chart);

}  // namespace luce::desktop
