// The charts of a report: plain values, drawn as SVG by chart_svg.h.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace luce {

struct ChartLine {
  std::string name;
  std::vector<std::pair<double, double>> points;  ///< ascending; those not finite are gaps
  /// Lower and upper bound at each point; empty = none.
  std::vector<std::pair<double, double>> band = {};
  int colour = 0;  ///< which of the palette's; lines of one colour belong together
  bool dashed = false;
  bool dots = false;  ///< marks every point
};

struct LineChart {
  std::string title;
  std::string meaning;  ///< one sentence: what is seen, for people and for screen readers
  std::string horizontal, vertical;
  std::vector<ChartLine> lines;
  bool logarithmic = false;  ///< the vertical axis; values ≤ 0 are gaps
  std::vector<std::pair<double, std::string>> marks = {};  ///< vertical lines, with a word each
  bool square = false;  ///< both axes from 0 to the same value, with the diagonal
};

/// Values with intervals, one a row, top to bottom.
struct IntervalChart {
  struct Row {
    std::string name;
    double value = 0, low = 0, high = 0;  ///< not finite: the row is left out
    int colour = 0;
    bool hollow = false;  ///< set off from the others, as told in `meaning`
  };
  std::string title, meaning, horizontal;
  std::vector<Row> rows;
  std::optional<std::pair<double, std::string>> reference = {};  ///< a vertical line, with a word
};

using Chart = std::variant<LineChart, IntervalChart>;

bool isEmpty(const Chart& chart);
const std::string& titleOf(const Chart& chart);
const std::string& meaningOf(const Chart& chart);

}  // namespace luce
