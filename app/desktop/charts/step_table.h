// What a chart over training steps draws, in full: a column of steps and columns of numbers beside
// it. A million steps are drawn as fast as a thousand, and no spike is lost.
#pragma once

#include <QList>
#include <QPointF>
#include <cstddef>
#include <span>
#include <vector>

#include "app/desktop/charts/min_max_column.h"

namespace luce::desktop {

class StepTable {
 public:
  explicit StepTable(std::size_t columns = 0) : columns_(columns) {}

  /// values: one a column, NaN = not recorded. Steps never descend.
  void append(double step, std::span<const double> values);
  void clear();

  std::size_t size() const { return steps_.size(); }
  bool empty() const { return steps_.empty(); }
  std::span<const double> steps() const { return steps_; }
  std::size_t columnCount() const { return columns_.size(); }
  const MinMaxColumn& column(std::size_t index) const { return columns_[index]; }
  /// The row whose step is closest; the table must not be empty.
  std::size_t nearest(double step) const;

 private:
  std::vector<double> steps_;
  std::vector<MinMaxColumn> columns_;
};

/// The line through a column from step `low` to `high`, and one row beyond at both ends. Where
/// there are more than two rows a pixel, each pixel's lowest and highest number in their order
/// (compare M4: Jugel et al. 2014, VLDB). O(pixels · log rows). values: one a step,
/// or of the first steps only.
QList<QPointF> drawnLine(std::span<const double> steps, const MinMaxColumn& values, double low,
                         double high, int pixels, MinMaxColumn::Among among);

}  // namespace luce::desktop
