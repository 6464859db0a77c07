#include "core/evaluation/calibration.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "core/evaluation/ranking_metrics.h"
#include "core/evaluation/sorted_predictions.h"

namespace luce {

namespace {

double mean(std::span<const double> values) {
  return values.empty() ? kMissing
                        : std::accumulate(values.begin(), values.end(), 0.0) /
                              static_cast<double>(values.size());
}

/// Sums of a bin on the way.
struct BinSums {
  std::int64_t rows = 0;
  double predictions = 0;
  double labels = 0;
  void add(double prediction, double label) {
    ++rows;
    predictions += prediction;
    labels += label;
  }
};

ReliabilityBin finished(const BinSums& sums, double low, double high, double confidence) {
  const auto rows = static_cast<double>(sums.rows);
  return {low, high, sums.rows, sums.predictions / rows,
          wilsonInterval(sums.labels, rows, confidence)};
}

/// rows: from the lowest prediction to the highest.
std::vector<ReliabilityBin> equalCountBinsOf(std::span<const LabelledPrediction> rows, int bins,
                                             double confidence) {
  std::vector<ReliabilityBin> result;
  BinSums sums;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    sums.add(rows[i].prediction, rows[i].label);
    const std::size_t done = i + 1;
    const bool last = done == rows.size();
    if (!last && rows[done].prediction == rows[i].prediction) continue;
    // Bin b of n ends at row (b + 1)·rows/n.
    const auto filled = static_cast<std::size_t>(bins) * done / rows.size();
    const auto before = static_cast<std::size_t>(bins) * begin / rows.size();
    if (!last && filled <= before) continue;
    result.push_back(finished(sums, rows[begin].prediction, rows[i].prediction, confidence));
    sums = {};
    begin = done;
  }
  return result;
}

/// sorted: the same rows.
TaskFit fitOfSorted(const std::string& task, std::span<const double> predictions,
                    std::span<const double> labels, std::span<const LabelledPrediction> sorted) {
  TaskFit fit;
  fit.task = task;
  fit.rows = static_cast<std::int64_t>(predictions.size());
  fit.rate = mean(labels);
  fit.meanPrediction = mean(predictions);
  fit.auc = areaUnderCurve(sorted);
  fit.logLoss = logLoss(predictions, labels);
  fit.brier = brierScore(predictions, labels);
  fit.expectedCalibrationError = expectedCalibrationError(predictions, labels);
  return fit;
}

}  // namespace

Interval wilsonInterval(double positives, double rows, double confidence) {
  if (!(rows > 0)) return {kMissing, kMissing, kMissing};
  const double z = boost::math::quantile(boost::math::normal(), (1 + confidence) / 2);
  const double share = positives / rows;
  const double spread = z * z / rows;
  const double centre = (share + spread / 2) / (1 + spread);
  const double reach =
      std::sqrt(spread * std::max(0.0, share * (1 - share)) + spread * spread / 4) / (1 + spread);
  return {share, std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
}

std::vector<ReliabilityBin> equalWidthBins(std::span<const double> predictions,
                                           std::span<const double> labels, int bins,
                                           double confidence) {
  std::vector<BinSums> sums(static_cast<std::size_t>(bins));
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    const int bin = std::clamp(static_cast<int>(predictions[i] * bins), 0, bins - 1);
    sums[static_cast<std::size_t>(bin)].add(predictions[i], labels[i]);
  }
  std::vector<ReliabilityBin> result;
  for (int bin = 0; bin < bins; ++bin) {
    const BinSums& own = sums[static_cast<std::size_t>(bin)];
    if (own.rows == 0) continue;
    result.push_back(finished(own, static_cast<double>(bin) / bins,
                              static_cast<double>(bin + 1) / bins, confidence));
  }
  return result;
}

std::vector<ReliabilityBin> equalCountBins(std::span<const double> predictions,
                                           std::span<const double> labels, int bins,
                                           double confidence) {
  return equalCountBinsOf(sortedPredictions(predictions, labels), bins, confidence);
}

double binnedError(std::span<const ReliabilityBin> bins) {
  double rows = 0;
  double sum = 0;
  for (const ReliabilityBin& bin : bins) {
    const auto count = static_cast<double>(bin.rows);
    rows += count;
    sum += count * std::abs(bin.rate.value - bin.meanPrediction);
  }
  return rows > 0 ? sum / rows : kMissing;
}

double brierScore(std::span<const double> predictions, std::span<const double> labels) {
  double sum = 0;
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    sum += (predictions[i] - labels[i]) * (predictions[i] - labels[i]);
  }
  return predictions.empty() ? kMissing : sum / static_cast<double>(predictions.size());
}

TaskFit fitOf(const std::string& task, std::span<const double> predictions,
              std::span<const double> labels) {
  return fitOfSorted(task, predictions, labels, sortedPredictions(predictions, labels));
}

std::vector<TaskCalibration> calibrate(const SlateTable& table, const Predictions& predictions,
                                       const CalibrationSettings& settings) {
  const PredictedRows rows = predictedRows(table, predictions);
  std::vector<TaskCalibration> tasks;
  for (std::size_t task = 0; task < predictions.tasks; ++task) {
    const auto seen = rows.predictions.row(task);
    const auto labels = rows.labels.row(task);
    TaskCalibration entry;
    const std::vector<LabelledPrediction> sorted = sortedPredictions(seen, labels);
    entry.fit = fitOfSorted(table.schema().tasks[task], seen, labels, sorted);
    entry.equalWidth = equalWidthBins(seen, labels, settings.bins, settings.confidence);
    entry.equalCount = equalCountBinsOf(sorted, settings.bins, settings.confidence);
    entry.equalCountError = binnedError(entry.equalCount);
    tasks.push_back(std::move(entry));
  }
  return tasks;
}

}  // namespace luce
