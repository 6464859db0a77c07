// A column of numbers smoothed, as far as it has been asked for.
#pragma once

#include "app/desktop/charts/min_max_column.h"
#include "app/desktop/charts/moving_average.h"

namespace luce::desktop {

class SmoothedColumn {
 public:
  /// weight: see MovingAverage.
  explicit SmoothedColumn(double weight = 0) : average_(weight) {}

  /// Smooths what was appended to `raw` since the last time, at most so many numbers; always the
  /// same column. Returns whether nothing is left.
  bool catchUp(const MinMaxColumn& raw, std::size_t most);
  const MinMaxColumn& column() const { return column_; }

 private:
  MovingAverage average_;
  MinMaxColumn column_;
};

}  // namespace luce::desktop
