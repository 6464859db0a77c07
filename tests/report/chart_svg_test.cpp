// Charts put points where they belong.
#include "core/report/chart_svg.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <regex>

namespace luce {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

struct Point {
  double x, y;
};

/// Paths of a class, each a list of its M and L points.
std::vector<std::vector<Point>> paths(const std::string& svg, const std::string& kind) {
  std::vector<std::vector<Point>> found;
  const std::regex path("<path d=\"([^\"]*)\"[^>]*class=\"" + kind + "\"");
  const std::regex point("[ML]([0-9.]+) ([0-9.]+)");
  for (std::sregex_iterator each(svg.begin(), svg.end(), path), end; each != end; ++each) {
    const std::string data = (*each)[1];
    found.emplace_back();
    for (std::sregex_iterator p(data.begin(), data.end(), point); p != end; ++p) {
      found.back().push_back({std::stod((*p)[1]), std::stod((*p)[2])});
    }
  }
  return found;
}

int count(const std::string& text, const std::string& part) {
  int number = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
  return number;
}

constexpr double kRounding = 0.06;  // places have one decimal

TEST(LineChartPicture, PlacesAreInProportion) {
  const LineChart chart{.title = "t",
                        .meaning = "m",
                        .horizontal = "step",
                        .vertical = "loss",
                        .lines = {{.name = "a", .points = {{0, 0}, {1, 1}, {4, 2}}}}};
  const auto lines = paths(svgOf(chart, 0), "s0");
  ASSERT_EQ(lines.size(), 1u);
  const std::vector<Point>& line = lines[0];
  ASSERT_EQ(line.size(), 3u);
  EXPECT_NEAR((line[2].x - line[0].x) / 4, line[1].x - line[0].x, 2 * kRounding);
  EXPECT_NEAR((line[2].y - line[0].y) / 2, line[1].y - line[0].y, 2 * kRounding);
  EXPECT_LT(line[2].y, line[0].y) << "larger values stand higher";
  EXPECT_GT(line[0].x, 0);
  EXPECT_LT(line[2].x, sizeOf(chart).width);
}

TEST(LineChartPicture, EqualRatiosAreEqualDistancesOnALogarithmicAxis) {
  const LineChart chart{.title = "t",
                        .meaning = "m",
                        .horizontal = "step",
                        .vertical = "ratio",
                        .lines = {{.name = "a", .points = {{0, 0.1}, {1, 1}, {2, 10}, {3, 0}}}},
                        .logarithmic = true};
  const auto lines = paths(svgOf(chart, 0), "s0");
  ASSERT_EQ(lines.size(), 1u);
  ASSERT_EQ(lines[0].size(), 3u) << "0 has no logarithm";
  EXPECT_NEAR(lines[0][0].y - lines[0][1].y, lines[0][1].y - lines[0][2].y, 2 * kRounding);
}

TEST(LineChartPicture, WhatIsNotKnownIsAGap) {
  const LineChart chart{
      .title = "t",
      .meaning = "m",
      .horizontal = "step",
      .vertical = "loss",
      .lines = {
          {.name = "a", .points = {{0, 1}, {1, 2}, {2, kNan}, {3, 1}, {4, kNan}, {5, 1}, {6, 2}}}}};
  const std::string svg = svgOf(chart, 0);
  const std::regex line("<path d=\"([^\"]*)\"[^>]*class=\"s0\"");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(svg, found, line));
  EXPECT_EQ(count(found[1], "M"), 3);
  EXPECT_EQ(count(found[1], "L"), 2);
  EXPECT_EQ(count(svg, "<circle"), 1) << "the point alone";
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

TEST(LineChartPicture, TheBandIsBetweenItsBounds) {
  const LineChart chart{
      .title = "t",
      .meaning = "m",
      .horizontal = "step",
      .vertical = "reward",
      .lines = {{.name = "a", .points = {{0, 1}, {1, 2}}, .band = {{0, 2}, {1, 4}}}}};
  const std::string svg = svgOf(chart, 0);
  const auto bands = paths(svg, "f0");
  const auto lines = paths(svg, "s0");
  ASSERT_EQ(bands.size(), 1u);
  ASSERT_EQ(bands[0].size(), 4u) << "upper bounds, then lower ones back";
  // One unit of the value, in places.
  const double unit = lines[0][0].y - lines[0][1].y;
  EXPECT_NEAR(bands[0][0].y, lines[0][0].y - unit, 2 * kRounding);
  EXPECT_NEAR(bands[0][1].y, lines[0][1].y - 2 * unit, 3 * kRounding);
  EXPECT_NEAR(bands[0][2].y, lines[0][1].y + unit, 2 * kRounding);
  EXPECT_NEAR(bands[0][3].y, lines[0][0].y + unit, 2 * kRounding);
}

TEST(LineChartPicture, ConstantsAndLongNamesFit) {
  const std::string longName(300, 'W');
  const LineChart chart{.title = "t",
                        .meaning = "m",
                        .horizontal = "step",
                        .vertical = "loss",
                        .lines = {{.name = longName, .points = {{7, 3}}},
                                  {.name = "中文名字", .points = {{7, 3}}, .colour = 1}}};
  const std::string svg = svgOf(chart, 0);
  EXPECT_THAT(svg, Not(HasSubstr(longName)));
  EXPECT_THAT(svg, HasSubstr("WWW…"));
  EXPECT_THAT(svg, HasSubstr("中文名字"));
  EXPECT_THAT(svg, Not(HasSubstr("inf")));
  EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

TEST(IntervalChartPicture, WhiskersReachFromLowToHigh) {
  const IntervalChart chart{.title = "t",
                            .meaning = "m",
                            .horizontal = "reward",
                            .rows = {{.name = "a", .value = 1, .low = 0, .high = 4},
                                     {.name = "lost", .value = kNan, .low = 0, .high = 1},
                                     {.name = "b", .value = 2, .low = 1, .high = 3, .colour = 1}},
                            .reference = {{1, "logging"}}};
  const std::string svg = svgOf(chart, 0);
  EXPECT_THAT(svg, Not(HasSubstr("lost")));
  const auto a = paths(svg, "s0"), b = paths(svg, "s1");
  ASSERT_EQ(a.size(), 1u);
  ASSERT_EQ(b.size(), 1u);
  const double unit = (a[0][1].x - a[0][0].x) / 4;
  EXPECT_NEAR(b[0][0].x, a[0][0].x + unit, 2 * kRounding);
  EXPECT_NEAR(b[0][1].x, a[0][0].x + 3 * unit, 2 * kRounding);
  std::smatch dot;
  ASSERT_TRUE(std::regex_search(svg, dot, std::regex("<circle cx=\"([0-9.]+)\"")));
  EXPECT_NEAR(std::stod(dot[1]), a[0][0].x + unit, 2 * kRounding);
}

TEST(Charts, ThatShowNothingAreEmpty) {
  const ChartLine nothing{.name = "a", .points = {{0, kNan}}};
  const ChartLine negative{.name = "a", .points = {{0, -1}}};
  LineChart chart{.title = "", .meaning = "", .horizontal = "", .vertical = "", .lines = {nothing}};
  EXPECT_TRUE(isEmpty(chart));
  chart.lines.push_back(negative);
  EXPECT_FALSE(isEmpty(chart));
  chart.logarithmic = true;
  EXPECT_TRUE(isEmpty(chart));
  EXPECT_TRUE(isEmpty(IntervalChart{}));
}

}  // namespace
}  // namespace luce
