// What the weights of each step predict, as far as it was asked for and fits into memory, so that a
// replay that goes over the same steps again computes nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>

#include "core/policy/predictions.h"

namespace luce::desktop {

class PredictionCache {
 public:
  explicit PredictionCache(std::size_t mostBytes) : mostBytes_(mostBytes) {}

  /// Null if it is not there.
  std::shared_ptr<const Predictions> find(std::int64_t step);
  /// Those that were found longest ago go when there are too many; the newest always stays.
  void add(std::int64_t step, std::shared_ptr<const Predictions> predictions);
  void clear();
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::int64_t step;
    std::size_t bytes;
    std::shared_ptr<const Predictions> predictions;
  };
  std::size_t mostBytes_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  ///< latest found first
};

}  // namespace luce::desktop
