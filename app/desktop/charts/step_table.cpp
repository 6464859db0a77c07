#include "app/desktop/charts/step_table.h"

#include <algorithm>

namespace luce::desktop {

namespace {

/// As std::lower_bound over [from, last), which must not be empty: quick where the answer is near
/// the guess, since a search through all of a long column waits for memory at each of its steps.
std::size_t firstNotBefore(std::span<const double> steps, std::size_t from, std::size_t last,
                           std::size_t guess, double edge) {
  std::size_t low = from, high = last, stride = 1;
  guess = std::clamp(guess, from, last - 1);
  if (steps[guess] < edge) {
    for (low = guess + 1; low + stride < last && steps[low + stride] < edge; stride *= 2) {
      low += stride + 1;
    }
    high = std::min(last, low + stride);
  } else {
    for (high = guess; high >= from + stride && steps[high - stride] >= edge; stride *= 2) {
      high -= stride;
    }
    low = high > from + stride ? high - stride : from;
  }
  const auto begin = steps.begin();
  const auto found = std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                                      begin + static_cast<std::ptrdiff_t>(high), edge);
  return static_cast<std::size_t>(found - begin);
}

}  // namespace

void StepTable::append(double step, std::span<const double> values) {
  steps_.push_back(step);
  for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].append(values[i]);
}

void StepTable::clear() {
  steps_.clear();
  for (MinMaxColumn& column : columns_) column.clear();
}

std::size_t StepTable::nearest(double step) const {
  const auto after = std::lower_bound(steps_.begin(), steps_.end(), step);
  if (after == steps_.begin()) return 0;
  const auto index = static_cast<std::size_t>(after - steps_.begin());
  if (after == steps_.end()) return index - 1;
  return step - steps_[index - 1] <= steps_[index] - step ? index - 1 : index;
}

QList<QPointF> drawnLine(std::span<const double> steps, const MinMaxColumn& values, double low,
                         double high, int pixels, MinMaxColumn::Among among) {
  QList<QPointF> points;
  steps = steps.first(values.size());
  const auto rowOf = [&](std::span<const double>::iterator place) {
    return static_cast<std::size_t>(place - steps.begin());
  };
  std::size_t begin = rowOf(std::lower_bound(steps.begin(), steps.end(), low));
  std::size_t end = rowOf(std::upper_bound(steps.begin(), steps.end(), high));
  if (begin > 0) --begin;
  if (end < steps.size()) ++end;
  const auto add = [&](std::size_t row) {
    if (MinMaxColumn::counts(values[row], among)) points << QPointF(steps[row], values[row]);
  };
  const auto width = static_cast<std::size_t>(std::max(pixels, 1));
  if (end <= begin + 2 * width) {
    for (std::size_t row = begin; row < end; ++row) add(row);
    return points;
  }
  points.reserve(static_cast<qsizetype>(2 * width + 2));
  add(begin);
  std::size_t from = begin + 1;
  const std::size_t last = end - 1;
  for (std::size_t pixel = 1; pixel <= width && from < last; ++pixel) {
    const double edge =
        low + (high - low) * static_cast<double>(pixel) / static_cast<double>(width);
    // What stands exactly at the right edge belongs to the last pixel.
    const std::size_t even = from + (last - from) / (width - pixel + 1);
    const std::size_t to = pixel == width ? last : firstNotBefore(steps, from, last, even, edge);
    const MinMaxColumn::Extremes found = values.extremes(from, to, among);
    from = to;
    if (found.lowest == MinMaxColumn::kNone) continue;
    add(std::min(found.lowest, found.highest));
    if (found.lowest != found.highest) add(std::max(found.lowest, found.highest));
  }
  add(last);
  return points;
}

}  // namespace luce::desktop
