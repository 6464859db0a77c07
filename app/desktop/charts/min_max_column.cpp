#include "app/desktop/charts/min_max_column.h"

#include <cmath>
#include <limits>

namespace luce::desktop {

namespace {

constexpr std::size_t kFan = 8;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

bool MinMaxColumn::counts(double value, Among among) {
  return std::isfinite(value) && (among == Among::Finite || value > 0);
}

MinMaxColumn::Block::Block() : low(kInfinity), lowPositive(kInfinity), high(-kInfinity) {}

void MinMaxColumn::Block::include(const Block& other) {
  if (other.low < low || (other.low == low && other.lowAt < lowAt)) {
    low = other.low;
    lowAt = other.lowAt;
  }
  if (other.lowPositive < lowPositive ||
      (other.lowPositive == lowPositive && other.lowPositiveAt < lowPositiveAt)) {
    lowPositive = other.lowPositive;
    lowPositiveAt = other.lowPositiveAt;
  }
  if (other.high > high || (other.high == high && other.highAt < highAt)) {
    high = other.high;
    highAt = other.highAt;
  }
}

void MinMaxColumn::Block::include(double value, std::uint32_t place) {
  if (!std::isfinite(value)) return;
  Block one;
  one.low = one.high = value;
  one.lowAt = one.highAt = place;
  if (value > 0) {
    one.lowPositive = value;
    one.lowPositiveAt = place;
  }
  include(one);
}

void MinMaxColumn::append(double value) {
  values_.push_back(value);
  if (values_.size() % kFan != 0) return;
  Block block;
  for (std::size_t i = values_.size() - kFan; i < values_.size(); ++i) {
    block.include(values_[i], static_cast<std::uint32_t>(i));
  }
  for (std::size_t level = 0;; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    std::vector<Block>& blocks = levels_[level];
    blocks.push_back(block);
    if (blocks.size() % kFan != 0) return;
    block = {};
    for (std::size_t i = blocks.size() - kFan; i < blocks.size(); ++i) block.include(blocks[i]);
  }
}

void MinMaxColumn::clear() {
  values_.clear();
  levels_.clear();
}

MinMaxColumn::Extremes MinMaxColumn::extremes(std::size_t begin, std::size_t end,
                                              Among among) const {
  double low = kInfinity, high = -kInfinity;
  Extremes found;
  const auto include = [&](double lower, std::uint32_t lowerAt, double higher,
                           std::uint32_t higherAt) {
    if (lower < low || (lower == low && lowerAt < found.lowest)) {
      low = lower;
      found.lowest = lowerAt;
    }
    if (higher > high || (higher == high && higherAt < found.highest)) {
      high = higher;
      found.highest = higherAt;
    }
  };
  // Level 0 is the numbers themselves, level k + 1 is levels_[k].
  std::size_t level = 0;
  const auto take = [&](std::size_t index) {
    if (level == 0) {
      const auto place = static_cast<std::uint32_t>(index);
      if (counts(values_[index], among)) include(values_[index], place, values_[index], place);
      return;
    }
    const Block& block = levels_[level - 1][index];
    if (among == Among::Finite) {
      include(block.low, block.lowAt, block.high, block.highAt);
    } else if (block.lowPositiveAt != kNone) {
      include(block.lowPositive, block.lowPositiveAt, block.high, block.highAt);
    }
  };
  while (begin < end) {
    const bool top = level == levels_.size();
    while (begin < end && (top || begin % kFan != 0)) take(begin++);
    while (begin < end && end % kFan != 0) take(--end);
    begin /= kFan;
    end /= kFan;
    ++level;
  }
  return found;
}

}  // namespace luce::desktop
