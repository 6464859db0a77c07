#include "core/report/chart_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/report/markup.h"
#include "core/report/ticks.h"

namespace luce {

namespace {

constexpr double kWidth = 520, kHeight = 290;
constexpr double kRowHeight = 22;
constexpr double kFont = 12, kSmallFont = 11;
constexpr double kLineHeight = 16;
constexpr double kEdge = 10;
constexpr double kTickLength = 4;
constexpr int kMostTicksAcross = 7, kMostTicksUp = 6;

constexpr std::array<const char*, kChartColours> kLight{"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                                        "#b8860b", "#56b4e9", "#555555"};
constexpr std::array<const char*, kChartColours> kDark{"#56b4e9", "#ff9d5c", "#2fd6a3", "#e8a6cb",
                                                       "#f0c75e", "#9ad4f5", "#bbbbbb"};

/// About how wide the text is drawn: letters beyond Latin take a whole square.
double textWidth(const std::string& text, double font) {
  double width = 0;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x80) {
      width += 0.56;
    } else if (code >= 0xe3) {
      width += 1;
    } else if (code >= 0xc0) {
      width += 0.6;
    }
  }
  return width * font;
}

/// The text, cut so that it is at most so wide.
std::string fitted(const std::string& text, double width, double font) {
  if (textWidth(text, font) <= width) return text;
  std::string cut = text;
  while (!cut.empty() && textWidth(cut, font) + font > width) {
    while (cut.size() > 1 && (static_cast<unsigned char>(cut.back()) & 0xc0) == 0x80) {
      cut.pop_back();
    }
    cut.pop_back();
  }
  return cut + "…";
}

struct Box {
  double left, top, right, bottom;
};

/// From values to places.
struct Axis {
  double low, high;   ///< values
  double start, end;  ///< places
  bool logarithmic = false;

  double place(double value) const {
    const double part =
        logarithmic ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    return start + part * (end - start);
  }
  bool holds(double value) const { return std::isfinite(value) && !(logarithmic && value <= 0); }
  std::vector<Tick> ticks(int most) const {
    return logarithmic ? logarithmicTicks(low, high, most) : linearTicks(low, high, most);
  }
};

class Range {
 public:
  explicit Range(bool positive = false) : positive_(positive) {}
  void add(double value) {
    if (!std::isfinite(value) || (positive_ && value <= 0)) return;
    low_ = std::min(low_, value);
    high_ = std::max(high_, value);
  }
  bool empty() const { return low_ > high_; }
  /// With room beside the outermost values; of some width also where all are the same.
  std::pair<double, double> padded(double share) const {
    if (empty()) return positive_ ? std::pair(0.1, 10.0) : std::pair(0.0, 1.0);
    if (positive_) {
      const double factor = std::max(std::pow(high_ / low_, share), 1.05);
      return {low_ / factor, high_ * factor};
    }
    const double room = high_ > low_ ? (high_ - low_) * share
                                     : std::max(std::abs(high_) * 0.05, 0.5 * (high_ == 0));
    return {low_ - room, high_ + room};
  }
  std::pair<double, double> tight() const {
    return empty() || low_ == high_ ? padded(0) : std::pair(low_, high_);
  }

 private:
  bool positive_;
  double low_ = std::numeric_limits<double>::infinity();
  double high_ = -std::numeric_limits<double>::infinity();
};

/// Collects the elements of one picture.
class Drawing {
 public:
  Drawing(const Chart& chart, int number) : size_(sizeOf(chart)) {
    svg_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" role=\"img\" aria-labelledby=\"chart{2}-title chart{2}-text\" "
        "font-family=\"sans-serif\">\n<title id=\"chart{2}-title\">{3}</title>\n"
        "<desc id=\"chart{2}-text\">{4}</desc>\n",
        size_.width, size_.height, number, escaped(titleOf(chart)), escaped(meaningOf(chart)));
    text(kEdge, kEdge + kFont, titleOf(chart), "start", kFont + 1, true);
  }

  void text(double x, double y, const std::string& content, const char* anchor = "start",
            double font = kSmallFont, bool bold = false, const std::string& more = "") {
    svg_ += fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{:.0f}\"{}{} "
        "fill=\"#222222\" class=\"ink\">{}</text>\n",
        x, y, anchor, font, bold ? " font-weight=\"bold\"" : "", more, escaped(content));
  }
  void line(double x1, double y1, double x2, double y2, const char* kind) {
    const bool axis = std::string_view(kind) == "axis";
    const bool mark = std::string_view(kind) == "mark";
    svg_ += fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
        "stroke-width=\"1\"{} class=\"{}\"/>\n",
        x1, y1, x2, y2,
        axis   ? "#666666"
        : mark ? "#888888"
               : "#dddddd",
        mark ? " stroke-dasharray=\"3 3\"" : "", kind);
  }
  void stroke(const std::string& path, int colour, bool dashed) {
    svg_ += fmt::format(
        "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\" "
        "stroke-linejoin=\"round\"{} class=\"s{}\"/>\n",
        path, chartColour(colour), dashed ? " stroke-dasharray=\"6 4\"" : "",
        colour % kChartColours);
  }
  void area(const std::string& path, int colour) {
    svg_ += fmt::format(
        "<path d=\"{}\" fill=\"{}\" fill-opacity=\"0.18\" stroke=\"none\" class=\"f{}\"/>\n", path,
        chartColour(colour), colour % kChartColours);
  }
  void dot(double x, double y, double radius, int colour, bool hollow = false) {
    const int index = colour % kChartColours;
    svg_ += fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" "
        "stroke-width=\"1.6\" class=\"s{} {}\"/>\n",
        x, y, radius, hollow ? "#ffffff" : chartColour(colour), chartColour(colour), index,
        hollow ? "hollow" : fmt::format("f{}", index));
  }

  void horizontalAxis(const Axis& axis, const Box& box, const std::string& title) {
    double lastEnd = -1;
    for (const Tick& tick : axis.ticks(kMostTicksAcross)) {
      const double x = axis.place(tick.value);
      line(x, box.top, x, box.bottom, "grid");
      line(x, box.bottom, x, box.bottom + kTickLength, "axis");
      const double half = textWidth(tick.label, kSmallFont) / 2;
      if (x - half < lastEnd + 4) continue;
      text(x, box.bottom + kTickLength + kSmallFont, tick.label, "middle");
      lastEnd = x + half;
    }
    line(box.left, box.bottom, box.right, box.bottom, "axis");
    text((box.left + box.right) / 2, box.bottom + kTickLength + 2 * kLineHeight - 4, title,
         "middle");
  }
  void verticalAxis(const Axis& axis, const Box& box, const std::string& title) {
    for (const Tick& tick : axis.ticks(kMostTicksUp)) {
      const double y = axis.place(tick.value);
      line(box.left, y, box.right, y, "grid");
      line(box.left - kTickLength, y, box.left, y, "axis");
      text(box.left - kTickLength - 3, y + kSmallFont / 3, tick.label, "end");
    }
    line(box.left, box.top, box.left, box.bottom, "axis");
    const double middle = (box.top + box.bottom) / 2;
    text(kEdge + kSmallFont - 2, middle, title, "middle", kSmallFont, false,
         fmt::format(" transform=\"rotate(-90 {:.1f} {:.1f})\"", kEdge + kSmallFont - 2, middle));
  }
  void mark(double x, const Box& box, const std::string& word) {
    line(x, box.top, x, box.bottom, "mark");
    const bool left = x > (box.left + box.right) / 2;
    text(x + (left ? -3 : 3), box.top + kSmallFont - 2, word, left ? "end" : "start", kSmallFont);
  }

  std::string finish() { return svg_ + "</svg>"; }

 private:
  ChartSize size_;
  std::string svg_;
};

/// Names of the lines beneath the title, in as many rows as they take.
struct Legend {
  struct Entry {
    double x;
    int row;
    std::string name;
    const ChartLine* line;
  };
  std::vector<Entry> entries;
  int rows = 0;
};

Legend legendOf(const LineChart& chart) {
  constexpr double kSample = 24, kGap = 14;
  Legend legend;
  if (chart.lines.size() < 2) return legend;
  double x = kEdge;
  legend.rows = 1;
  for (const ChartLine& line : chart.lines) {
    const std::string name = fitted(line.name, kWidth / 2, kSmallFont);
    const double width = kSample + textWidth(name, kSmallFont) + kGap;
    if (x > kEdge && x + width > kWidth - kEdge) {
      x = kEdge;
      ++legend.rows;
    }
    legend.entries.push_back({x, legend.rows - 1, name, &line});
    x += width;
  }
  return legend;
}

void drawLegend(const Legend& legend, double top, Drawing& drawing) {
  constexpr double kSample = 18;
  for (const Legend::Entry& entry : legend.entries) {
    const double y = top + kLineHeight * entry.row;
    drawing.stroke(fmt::format("M{:.1f} {:.1f}h{}", entry.x, y, kSample), entry.line->colour,
                   entry.line->dashed);
    drawing.text(entry.x + kSample + 4, y + kSmallFont / 3, entry.name);
  }
}

/// Points that follow each other without a gap.
template <class Draw>
void forEachStretch(const ChartLine& line, const Axis& across, const Axis& up, Draw&& draw) {
  std::size_t first = 0;
  const auto there = [&](std::size_t i) {
    return across.holds(line.points[i].first) && up.holds(line.points[i].second);
  };
  for (std::size_t i = 0; i <= line.points.size(); ++i) {
    if (i < line.points.size() && there(i)) continue;
    if (i > first) draw(first, i);
    first = i + 1;
  }
}

void drawBand(const ChartLine& line, const Axis& across, const Axis& up, Drawing& drawing) {
  if (line.band.size() != line.points.size()) return;
  forEachStretch(line, across, up, [&](std::size_t first, std::size_t end) {
    std::string path;
    const auto bound = [&](std::size_t i, double value) {
      if (!up.holds(value)) value = line.points[i].second;
      path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L",
                          across.place(line.points[i].first), up.place(value));
    };
    for (std::size_t i = first; i < end; ++i) bound(i, line.band[i].second);
    for (std::size_t i = end; i-- > first;) bound(i, line.band[i].first);
    drawing.area(path + "Z", line.colour);
  });
}

void drawLine(const ChartLine& line, const Axis& across, const Axis& up, Drawing& drawing) {
  std::string path;
  forEachStretch(line, across, up, [&](std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      const double x = across.place(line.points[i].first), y = up.place(line.points[i].second);
      path += fmt::format("{}{:.1f} {:.1f}", i == first ? "M" : "L", x, y);
      // A point alone has no line.
      if (line.dots || end - first == 1) drawing.dot(x, y, 2.5, line.colour);
    }
  });
  if (!path.empty()) drawing.stroke(path, line.colour, line.dashed);
}

double widestLabel(const std::vector<Tick>& ticks) {
  double width = 0;
  for (const Tick& tick : ticks) width = std::max(width, textWidth(tick.label, kSmallFont));
  return width;
}

std::string draw(const LineChart& chart, int number) {
  Drawing drawing(chart, number);
  Range across, up(chart.logarithmic);
  for (const ChartLine& line : chart.lines) {
    for (const auto& [x, y] : line.points) {
      across.add(x);
      up.add(y);
    }
    for (const auto& [low, high] : line.band) {
      up.add(low);
      up.add(high);
    }
  }
  const Legend legend = legendOf(chart);
  const double legendTop = kEdge + 2 * kLineHeight - 2;
  Box box{0, legendTop + kLineHeight * legend.rows, kWidth - kEdge - 8,
          sizeOf(chart).height - kEdge - 2 * kLineHeight};
  const std::pair both(0.0, 1.05 * std::max(across.tight().second, up.tight().second));
  const auto [left, right] = chart.square ? both : across.tight();
  const auto [low, high] = chart.square ? both : up.padded(0.05);
  const Axis vertical{low, high, box.bottom, box.top, chart.logarithmic};
  box.left = kEdge + kLineHeight + widestLabel(vertical.ticks(kMostTicksUp)) + kTickLength + 4;
  const Axis horizontal{left, right, box.left, box.right};
  drawLegend(legend, legendTop, drawing);
  drawing.horizontalAxis(horizontal, box, chart.horizontal);
  drawing.verticalAxis(vertical, box, chart.vertical);
  if (chart.square) drawing.line(box.left, box.bottom, box.right, box.top, "mark");
  for (const auto& [x, word] : chart.marks) {
    if (x >= left && x <= right) drawing.mark(horizontal.place(x), box, word);
  }
  for (const ChartLine& line : chart.lines) drawBand(line, horizontal, vertical, drawing);
  for (const ChartLine& line : chart.lines) drawLine(line, horizontal, vertical, drawing);
  return drawing.finish();
}

bool isKnown(const IntervalChart::Row& row) {
  return std::isfinite(row.value) && std::isfinite(row.low) && std::isfinite(row.high);
}

std::string draw(const IntervalChart& chart, int number) {
  Drawing drawing(chart, number);
  Range range;
  double widest = 0;
  for (const IntervalChart::Row& row : chart.rows) {
    if (!isKnown(row)) continue;
    for (const double value : {row.value, row.low, row.high}) range.add(value);
    widest = std::max(widest, textWidth(row.name, kSmallFont));
  }
  if (chart.reference) range.add(chart.reference->first);
  widest = std::min(widest, kWidth * 0.4);
  const double titleEnd = kEdge + kLineHeight + 6;
  const Box box{kEdge + widest + 8, titleEnd + (chart.reference ? kLineHeight : 0),
                kWidth - kEdge - 8, sizeOf(chart).height - kEdge - 2 * kLineHeight};
  const auto [low, high] = range.padded(0.05);
  const Axis axis{low, high, box.left, box.right};
  drawing.horizontalAxis(axis, box, chart.horizontal);
  if (chart.reference) {
    const double x = axis.place(chart.reference->first);
    drawing.line(x, box.top - 4, x, box.bottom, "mark");
    const bool left = x > (box.left + box.right) / 2;
    drawing.text(x, box.top - 6, chart.reference->second, left ? "end" : "start");
  }
  double y = box.top + kRowHeight / 2;
  for (const IntervalChart::Row& row : chart.rows) {
    if (!isKnown(row)) continue;
    drawing.text(box.left - 8, y + kSmallFont / 3, fitted(row.name, widest, kSmallFont), "end");
    drawing.stroke(
        fmt::format("M{0:.1f} {2:.1f}L{1:.1f} {2:.1f}M{0:.1f} {3:.1f}v8M{1:.1f} {3:.1f}v8",
                    axis.place(row.low), axis.place(row.high), y, y - 4),
        row.colour, false);
    drawing.dot(axis.place(row.value), y, 4, row.colour, row.hollow);
    y += kRowHeight;
  }
  return drawing.finish();
}

}  // namespace

bool isEmpty(const Chart& chart) {
  if (const auto* rows = std::get_if<IntervalChart>(&chart)) {
    return std::none_of(rows->rows.begin(), rows->rows.end(), isKnown);
  }
  const auto& lines = std::get<LineChart>(chart);
  const auto hasPoint = [&](const ChartLine& line) {
    return std::any_of(line.points.begin(), line.points.end(), [&](const auto& point) {
      return std::isfinite(point.second) && !(lines.logarithmic && point.second <= 0);
    });
  };
  return std::none_of(lines.lines.begin(), lines.lines.end(), hasPoint);
}

const std::string& titleOf(const Chart& chart) {
  return std::visit([](const auto& each) -> const std::string& { return each.title; }, chart);
}

const std::string& meaningOf(const Chart& chart) {
  return std::visit([](const auto& each) -> const std::string& { return each.meaning; }, chart);
}

ChartSize sizeOf(const Chart& chart) {
  const auto* intervals = std::get_if<IntervalChart>(&chart);
  if (intervals == nullptr) {
    const int legendRows = legendOf(std::get<LineChart>(chart)).rows;
    return {kWidth, kHeight + kLineHeight * std::max(0, legendRows - 1)};
  }
  const auto rows = std::count_if(intervals->rows.begin(), intervals->rows.end(), isKnown);
  return {kWidth, kEdge * 2 + kLineHeight * (intervals->reference ? 4 : 3) + 6 +
                      kRowHeight * static_cast<double>(rows)};
}

const char* chartColour(int colour) {
  return kLight[static_cast<std::size_t>(colour % kChartColours)];
}

const char* darkChartColour(int colour) {
  return kDark[static_cast<std::size_t>(colour % kChartColours)];
}

std::string svgOf(const Chart& chart, int number) {
  return std::visit([number](const auto& each) { return draw(each, number); }, chart);
}

}  // namespace luce
