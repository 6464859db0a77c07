#include "core/evaluation/sorted_predictions.h"

#include <algorithm>

namespace luce {

std::vector<LabelledPrediction> sortedPredictions(std::span<const double> predictions,
                                                  std::span<const double> labels) {
  // Both numbers are moved: sorting indices into millions of them waits for memory.
  std::vector<LabelledPrediction> sorted(predictions.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = {predictions[i], labels[i]};
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const LabelledPrediction& a, const LabelledPrediction& b) {
                     return a.prediction < b.prediction;
                   });
  return sorted;
}

}  // namespace luce
