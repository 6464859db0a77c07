// Predictions and what was seen of them, from the lowest prediction to the highest.
#pragma once

#include <span>
#include <vector>

namespace luce {

struct LabelledPrediction {
  double prediction;
  double label;
};

/// As many labels as predictions. Equal predictions keep their order.
std::vector<LabelledPrediction> sortedPredictions(std::span<const double> predictions,
                                                  std::span<const double> labels);

}  // namespace luce
