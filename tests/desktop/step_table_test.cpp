// What is drawn of a long series, against looking at every number; and smoothing.
#include "app/desktop/charts/step_table.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "app/desktop/charts/smoothed_column.h"

namespace luce::desktop {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool countsByDefinition(double value, MinMaxColumn::Among among) {
  return std::isfinite(value) && (among == MinMaxColumn::Among::Finite || value > 0);
}

/// Noise with gaps; few distinct values, so that equals occur.
std::vector<double> noise(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> value(-40, 60);
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) {
    const int drawn = value(random);
    values.push_back(drawn == 60   ? kNaN
                     : drawn == 59 ? std::numeric_limits<double>::infinity()
                                   : drawn / 7.0);
  }
  return values;
}

TEST(MinMaxColumn, ExtremesOfAnyStretchAreThoseOfAllItsNumbers) {
  const std::vector<double> values = noise(3000, 1);
  MinMaxColumn column;
  for (const double value : values) column.append(value);
  std::mt19937 random(2);
  std::uniform_int_distribution<std::size_t> place(0, values.size());
  for (int trial = 0; trial < 2000; ++trial) {
    std::size_t begin = place(random), end = place(random);
    if (begin > end) std::swap(begin, end);
    if (trial % 4 == 0) end = std::min(begin + trial % 20, values.size());
    for (const auto among : {MinMaxColumn::Among::Finite, MinMaxColumn::Among::Positive}) {
      std::uint32_t lowest = MinMaxColumn::kNone, highest = MinMaxColumn::kNone;
      for (std::size_t i = begin; i < end; ++i) {
        if (!countsByDefinition(values[i], among)) continue;
        const auto index = static_cast<std::uint32_t>(i);
        if (lowest == MinMaxColumn::kNone || values[i] < values[lowest]) lowest = index;
        if (highest == MinMaxColumn::kNone || values[i] > values[highest]) highest = index;
      }
      ASSERT_EQ(column.extremes(begin, end, among), (MinMaxColumn::Extremes{lowest, highest}))
          << begin << " to " << end;
    }
  }
}

class DrawnLine : public testing::TestWithParam<MinMaxColumn::Among> {};

TEST_P(DrawnLine, HoldsTheLowestAndTheHighestNumberOfEachPixel) {
  const std::vector<double> values = noise(20'000, 3);
  std::mt19937 random(4);
  std::exponential_distribution<double> distance(0.5);
  StepTable table(1);
  double step = 0;
  for (const double value : values) table.append(step += distance(random), {&value, 1});
  const double last = table.steps().back();
  const auto among = GetParam();
  for (const auto& [low, high] :
       {std::pair{0.0, last}, {0.1 * last, 0.7 * last}, {0.5 * last, 0.505 * last}}) {
    constexpr int kPixels = 137;
    const QList<QPointF> drawn =
        drawnLine(table.steps(), table.column(0), low, high, kPixels, among);
    EXPECT_LE(drawn.size(), 2 * kPixels + 2);
    for (qsizetype i = 1; i < drawn.size(); ++i) ASSERT_LT(drawn[i - 1].x(), drawn[i].x());
    std::vector<double> lowest(kPixels, INFINITY), highest(kPixels, -INFINITY);
    std::vector<double> drawnLowest = lowest, drawnHighest = highest;
    const auto pixelOf = [&, low = low, high = high](double x) {
      return static_cast<std::size_t>((x - low) / (high - low) * kPixels);
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
      const double x = table.steps()[row];
      if (x < low || x >= high || !countsByDefinition(values[row], among)) continue;
      lowest[pixelOf(x)] = std::min(lowest[pixelOf(x)], values[row]);
      highest[pixelOf(x)] = std::max(highest[pixelOf(x)], values[row]);
    }
    for (const QPointF& point : drawn) {
      const std::size_t row = table.nearest(point.x());
      ASSERT_EQ(point, QPointF(table.steps()[row], values[row])) << "a number of the series";
      if (point.x() < low || point.x() >= high) continue;
      const std::size_t pixel = pixelOf(point.x());
      drawnLowest[pixel] = std::min(drawnLowest[pixel], point.y());
      drawnHighest[pixel] = std::max(drawnHighest[pixel], point.y());
    }
    EXPECT_EQ(drawnLowest, lowest);
    EXPECT_EQ(drawnHighest, highest);
  }
}

INSTANTIATE_TEST_SUITE_P(StepTable, DrawnLine,
                         testing::Values(MinMaxColumn::Among::Finite,
                                         MinMaxColumn::Among::Positive));

TEST(DrawnLine, OneSpikeInAMillionStepsIsDrawn) {
  StepTable table(1);
  for (int step = 1; step <= 1'000'000; ++step) {
    const double value = step == 654'321 ? 900 : step % 3;
    table.append(step, {&value, 1});
  }
  const QList<QPointF> drawn =
      drawnLine(table.steps(), table.column(0), 0, 1e6, 500, MinMaxColumn::Among::Finite);
  EXPECT_TRUE(drawn.contains(QPointF(654'321, 900)));
  EXPECT_LE(drawn.size(), 1002);
}

TEST(DrawnLine, FewNumbersAreAllDrawnWithOneBeyondBothEnds) {
  StepTable table(1);
  for (const double value : {4.0, 5.0, kNaN, 7.0, 8.0, 9.0}) {
    table.append(10.0 * static_cast<double>(table.size()), {&value, 1});
  }
  EXPECT_EQ(drawnLine(table.steps(), table.column(0), 15, 35, 100, MinMaxColumn::Among::Finite),
            (QList<QPointF>{{10, 5}, {30, 7}, {40, 8}}));
  EXPECT_EQ(table.nearest(-3), 0u);
  EXPECT_EQ(table.nearest(14.9), 1u);
  EXPECT_EQ(table.nearest(15.1), 2u);
  EXPECT_EQ(table.nearest(99), 5u);
}

TEST(MovingAverage, IsTheWeightedMeanOfAllBefore) {
  const std::vector<double> values = noise(300, 5);
  for (const double weight : {0.0, 0.6, 0.99}) {
    MinMaxColumn raw;
    SmoothedColumn smoothed(weight);
    for (std::size_t i = 0; i < values.size(); ++i) {
      raw.append(values[i]);
      // Not at every number: what was left out is caught up.
      if (i % 7 == 0) smoothed.catchUp(raw, 5);
    }
    EXPECT_FALSE(smoothed.catchUp(raw, 5));
    EXPECT_TRUE(smoothed.catchUp(raw, values.size()));
    ASSERT_EQ(smoothed.column().size(), values.size());
    std::vector<double> seen;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!std::isfinite(values[i])) {
        EXPECT_TRUE(std::isnan(smoothed.column()[i]));
        continue;
      }
      seen.push_back(values[i]);
      double sum = 0, weights = 0;
      for (std::size_t j = 0; j < seen.size(); ++j) {
        const double share = std::pow(weight, static_cast<double>(seen.size() - 1 - j));
        sum += share * seen[j];
        weights += share;
      }
      EXPECT_NEAR(smoothed.column()[i], sum / weights, 1e-11);
    }
  }
}

}  // namespace
}  // namespace luce::desktop
