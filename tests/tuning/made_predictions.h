// Predictions without an estimator.
#pragma once

#include <cstdint>
#include <vector>

#include "core/common/random.h"
#include "core/dataset/slate_table.h"
#include "core/policy/predictions.h"
#include "core/simulation/known_log.h"

namespace luce {

/// Slates of equal size. columns: one a task, candidate after candidate.
inline Predictions predictionsOf(std::size_t slateSize,
                                 const std::vector<std::vector<float>>& columns) {
  Predictions predictions;
  predictions.tasks = columns.size();
  predictions.offsets.push_back(0);
  for (std::size_t first = 0; first < columns.front().size(); first += slateSize) {
    predictions.slates.push_back(static_cast<std::uint32_t>(predictions.slates.size()));
    predictions.offsets.push_back(static_cast<std::int64_t>(first + slateSize));
  }
  for (const std::vector<float>& column : columns) {
    predictions.probabilities.insert(predictions.probabilities.end(), column.begin(), column.end());
  }
  return predictions;
}

/// All slates of the table, probabilities drawn evenly.
inline Predictions randomPredictions(const SlateTable& table, std::uint64_t seed) {
  Predictions predictions;
  predictions.slates = allSlates(table);
  predictions.offsets.push_back(0);
  for (const std::uint32_t slate : predictions.slates) {
    predictions.offsets.push_back(predictions.offsets.back() + table.candidates(slate).count);
  }
  predictions.tasks = table.taskCount();
  Random random(seed);
  const std::size_t count = static_cast<std::size_t>(predictions.candidates()) * predictions.tasks;
  for (std::size_t i = 0; i < count; ++i) {
    predictions.probabilities.push_back(static_cast<float>(random.uniform()));
  }
  return predictions;
}

/// The truth of a simulated log: an estimator that has learnt everything.
inline Predictions truePredictions(const KnownLog& log) {
  Predictions predictions = randomPredictions(log.table, 1);
  const std::size_t rows = log.truth.rows();
  for (std::size_t t = 0; t < predictions.tasks; ++t) {
    for (std::size_t i = 0; i < rows; ++i) {
      predictions.probabilities[t * rows + i] = log.truth(i, t);
    }
  }
  return predictions;
}

}  // namespace luce
