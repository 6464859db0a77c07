// How well probabilities and orders fit what was logged. Plain functions of plain columns.
#pragma once

#include <cstdint>
#include <span>

#include "core/evaluation/sorted_predictions.h"

namespace luce {

/// Area under the ROC curve, ties counted half (Hanley & McNeil 1982). Labels in [0,1] count as
/// that share of a positive. NaN when one class is missing.
double areaUnderCurve(std::span<const double> predictions, std::span<const double> labels);
double areaUnderCurve(std::span<const LabelledPrediction> sorted);

/// Mean of −[y log p + (1−y) log(1−p)], nats; p is kept within 1e-12 of 0 and 1. NaN without rows.
double logLoss(std::span<const double> predictions, std::span<const double> labels);

/// Σ over bins of (rows in bin / rows)·|mean label − mean prediction|, bins of equal width
/// (Guo et al. 2017). NaN without rows.
double expectedCalibrationError(std::span<const double> predictions, std::span<const double> labels,
                                int bins = 15);

/// Σ gain/log2(place+1) in the order of the scores over the best possible such sum, whole list,
/// linear gain (Järvelin & Kekäläinen 2002); ties keep list order. NaN when no gain is positive.
double normalisedDiscountedGain(std::span<const float> scores, std::span<const double> gains);

}  // namespace luce
