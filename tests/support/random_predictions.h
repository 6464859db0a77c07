// Predictions without an estimator.
#pragma once

#include <numeric>

#include "core/common/random.h"
#include "core/dataset/slate_table.h"
#include "core/policy/predictions.h"

namespace luce {

/// Probabilities for every candidate of every slate. steps > 0: multiples of 1/steps, so that many
/// candidates have equal ones.
inline Predictions randomPredictions(const SlateTable& table, std::uint64_t seed, int steps = 0) {
  Predictions predictions;
  predictions.slates.resize(table.slateCount());
  std::iota(predictions.slates.begin(), predictions.slates.end(), 0u);
  predictions.offsets.push_back(0);
  for (const std::uint32_t slate : predictions.slates) {
    predictions.offsets.push_back(predictions.offsets.back() + table.candidates(slate).count);
  }
  predictions.tasks = table.taskCount();
  Random random(seed);
  const auto count = static_cast<std::size_t>(predictions.candidates()) * predictions.tasks;
  for (std::size_t i = 0; i < count; ++i) {
    const double value = random.uniform();
    predictions.probabilities.push_back(
        static_cast<float>(steps > 0 ? std::floor(value * steps) / steps : value));
  }
  return predictions;
}

}  // namespace luce
