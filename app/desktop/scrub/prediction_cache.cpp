#include "app/desktop/scrub/prediction_cache.h"

#include <algorithm>
#include <utility>

namespace luce::desktop {

namespace {

std::size_t bytesOf(const Predictions& predictions) {
  return predictions.probabilities.size() * sizeof(predictions.probabilities[0]) +
         predictions.offsets.size() * sizeof(predictions.offsets[0]) +
         predictions.slates.size() * sizeof(predictions.slates[0]);
}

}  // namespace

std::shared_ptr<const Predictions> PredictionCache::find(std::int64_t step) {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.step == step; });
  if (found == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found);
  return found->predictions;
}

void PredictionCache::add(std::int64_t step, std::shared_ptr<const Predictions> predictions) {
  const std::size_t bytes = bytesOf(*predictions);
  entries_.push_front({step, bytes, std::move(predictions)});
  bytes_ += bytes;
  while (bytes_ > mostBytes_ && entries_.size() > 1) {
    bytes_ -= entries_.back().bytes;
    entries_.pop_back();
  }
}

void PredictionCache::clear() {
  entries_.clear();
  bytes_ = 0;
}

}  // namespace luce::desktop
