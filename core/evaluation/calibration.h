// Whether predicted probabilities happen as often as they say.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/evaluation/off_policy.h"
#include "core/evaluation/predicted_rows.h"

namespace luce {

/// The interval of a share seen `positives` times in `rows` (Wilson 1927); value = positives/rows.
/// Rows count as independent. positives may be fractional. NaN without rows.
Interval wilsonInterval(double positives, double rows, double confidence = 0.95);

/// Rows of like prediction.
struct ReliabilityBin {
  double low = 0, high = 0;  ///< equal width: the bin's edges; equal count: its extreme predictions
  std::int64_t rows = 0;     ///< above 0
  double meanPrediction = 0;
  Interval rate;  ///< mean label, with its Wilson interval
};

/// Bins of equal width, as in ranking_metrics.h; those without a row are left out.
std::vector<ReliabilityBin> equalWidthBins(std::span<const double> predictions,
                                           std::span<const double> labels, int bins,
                                           double confidence = 0.95);
/// Bins of about equally many rows. Equal predictions stay together, so there may be fewer bins.
std::vector<ReliabilityBin> equalCountBins(std::span<const double> predictions,
                                           std::span<const double> labels, int bins,
                                           double confidence = 0.95);

/// Σ over bins of (rows in bin / rows)·|mean label − mean prediction|. NaN without bins.
double binnedError(std::span<const ReliabilityBin> bins);

/// Mean of (p − y)² (Brier 1950). NaN without rows.
double brierScore(std::span<const double> predictions, std::span<const double> labels);

/// How well one task is predicted on some rows, in numbers. NaN where undefined.
struct TaskFit {
  std::string task;
  std::int64_t rows = 0;
  double rate = 0;            ///< mean label
  double meanPrediction = 0;  ///< as in PredictedRows
  double auc = 0;
  double logLoss = 0;  ///< nats
  double brier = 0;
  double expectedCalibrationError = 0;  ///< 15 bins of equal width (Guo et al. 2017)
};
TaskFit fitOf(const std::string& task, std::span<const double> predictions,
              std::span<const double> labels);

struct CalibrationSettings {
  int bins = 15;  ///< at least 1
  double confidence = 0.95;
};

struct TaskCalibration {
  TaskFit fit;
  double equalCountError = 0;  ///< as expectedCalibrationError, over equalCount
  std::vector<ReliabilityBin> equalWidth, equalCount;
};

/// One entry a task.
std::vector<TaskCalibration> calibrate(const SlateTable& table, const Predictions& predictions,
                                       const CalibrationSettings& settings = {});

}  // namespace luce
