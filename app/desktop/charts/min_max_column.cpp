#include "app/desktop/charts/min_max_column.h"

#include <cmath>

namespace luce::desktop {

namespace {

constexpr std::size_t kFan = 8;

}  // namespace

bool MinMaxColumn::counts(double value, Among among) {
  return std::isfinite(value) && (among == Among::Finite || value > 0);
}

MinMaxColumn::Block MinMaxColumn::single(std::size_t index) const {
  const auto place = static_cast<std::uint32_t>(index);
  const double value = values_[index];
  if (!std::isfinite(value)) return {};
  return {place, value > 0 ? place : kNone, place};
}

void MinMaxColumn::merge(Block& into, const Block& other) const {
  const auto lower = [this](std::uint32_t a, std::uint32_t b) {
    if (a == kNone || b == kNone) return a == kNone ? b : a;
    if (values_[a] == values_[b]) return a < b ? a : b;
    return values_[a] < values_[b] ? a : b;
  };
  const auto higher = [this](std::uint32_t a, std::uint32_t b) {
    if (a == kNone || b == kNone) return a == kNone ? b : a;
    if (values_[a] == values_[b]) return a < b ? a : b;
    return values_[a] > values_[b] ? a : b;
  };
  into.lowest = lower(into.lowest, other.lowest);
  into.lowestPositive = lower(into.lowestPositive, other.lowestPositive);
  into.highest = higher(into.highest, other.highest);
}

void MinMaxColumn::append(double value) {
  values_.push_back(value);
  if (values_.size() % kFan != 0) return;
  Block block;
  for (std::size_t i = values_.size() - kFan; i < values_.size(); ++i) merge(block, single(i));
  for (std::size_t level = 0;; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    std::vector<Block>& blocks = levels_[level];
    blocks.push_back(block);
    if (blocks.size() % kFan != 0) return;
    block = {};
    for (std::size_t i = blocks.size() - kFan; i < blocks.size(); ++i) merge(block, blocks[i]);
  }
}

void MinMaxColumn::clear() {
  values_.clear();
  levels_.clear();
}

MinMaxColumn::Extremes MinMaxColumn::extremes(std::size_t begin, std::size_t end,
                                              Among among) const {
  Block found;
  // Level 0 is the numbers themselves, level k + 1 is levels_[k].
  std::size_t level = 0;
  const auto take = [&](std::size_t index) {
    merge(found, level == 0 ? single(index) : levels_[level - 1][index]);
  };
  while (begin < end) {
    const bool top = level == levels_.size();
    while (begin < end && (top || begin % kFan != 0)) take(begin++);
    while (begin < end && end % kFan != 0) take(--end);
    begin /= kFan;
    end /= kFan;
    ++level;
  }
  if (among == Among::Finite) return {found.lowest, found.highest};
  if (found.lowestPositive == kNone) return {};
  return {found.lowestPositive, found.highest};
}

}  // namespace luce::desktop
