// A report's chart as an SVG element: it needs no style and no font file, prints as it is, and
// takes other colours from a style sheet by its classes (see html.cpp) where the background is
// dark.
#pragma once

#include <string>

#include "core/report/chart.h"

namespace luce {

struct ChartSize {
  double width = 0, height = 0;  ///< pixels, points
};
ChartSize sizeOf(const Chart& chart);

/// Colours that colour-blind people can tell apart (Okabe & Ito 2008), on white and on black.
inline constexpr int kChartColours = 7;
const char* chartColour(int colour);
const char* darkChartColour(int colour);

/// number: of the chart within its document, for names that others refer to.
std::string svgOf(const Chart& chart, int number);

}  // namespace luce
