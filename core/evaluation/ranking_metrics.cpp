#include "core/evaluation/ranking_metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace luce {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> orderBy(std::size_t count, auto&& before) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), before);
  return order;
}

double discountedGain(std::span<const std::size_t> order, std::span<const double> gains) {
  double sum = 0;
  for (std::size_t place = 0; place < order.size(); ++place) {
    sum += gains[order[place]] / std::log2(static_cast<double>(place) + 2);
  }
  return sum;
}

}  // namespace

double areaUnderCurve(std::span<const double> predictions, std::span<const double> labels) {
  return areaUnderCurve(sortedPredictions(predictions, labels));
}

double areaUnderCurve(std::span<const LabelledPrediction> rows) {
  double positives = 0;  // so far, with lower predictions
  double negatives = 0;
  double pairs = 0;  // (negative, positive) pairs in the right order
  for (auto row = rows.begin(); row != rows.end();) {
    const double tied = row->prediction;
    double tiedPositives = 0;
    double tiedNegatives = 0;
    do {
      tiedPositives += row->label;
      tiedNegatives += 1 - row->label;
      ++row;
    } while (row != rows.end() && row->prediction == tied);
    pairs += tiedPositives * (negatives + tiedNegatives / 2);
    positives += tiedPositives;
    negatives += tiedNegatives;
  }
  return positives > 0 && negatives > 0 ? pairs / (positives * negatives) : kNaN;
}

double logLoss(std::span<const double> predictions, std::span<const double> labels) {
  constexpr double kSmallest = 1e-12;
  if (predictions.empty()) return kNaN;
  double sum = 0;
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    const double p = std::clamp(predictions[i], kSmallest, 1 - kSmallest);
    sum -= labels[i] * std::log(p) + (1 - labels[i]) * std::log1p(-p);
  }
  return sum / static_cast<double>(predictions.size());
}

double expectedCalibrationError(std::span<const double> predictions, std::span<const double> labels,
                                int bins) {
  if (predictions.empty()) return kNaN;
  std::vector<double> difference(static_cast<std::size_t>(bins));
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    const int bin = std::clamp(static_cast<int>(predictions[i] * bins), 0, bins - 1);
    difference[static_cast<std::size_t>(bin)] += labels[i] - predictions[i];
  }
  double sum = 0;
  for (const double entry : difference) sum += std::abs(entry);
  return sum / static_cast<double>(predictions.size());
}

double normalisedDiscountedGain(std::span<const float> scores, std::span<const double> gains) {
  const auto ideal =
      orderBy(gains.size(), [&](std::size_t a, std::size_t b) { return gains[a] > gains[b]; });
  if (ideal.empty() || !(gains[ideal.front()] > 0)) return kNaN;
  const auto order =
      orderBy(scores.size(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  return discountedGain(order, gains) / discountedGain(ideal, gains);
}

}  // namespace luce
