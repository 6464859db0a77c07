// What the runs of a comparison say together, one line a scheme: the table and the chart.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/evaluation/seed_mean.h"
#include "core/training/comparison.h"

namespace luce {

/// Means are over the seeds whose run finished; NaN without any.
struct ComparedScheme {
  std::string scheme;
  std::string title;
  std::vector<ComparedRun> runs;  ///< in the queue's order, as far as it came
  int finished = 0;
  int failed = 0;
  SeedMean value;  ///< see ComparedRun::value
  /// Value minus the first scheme's value of the same seed, over the seeds that both finished. NaN
  /// for the first scheme.
  SeedMean difference;
  Interval estimate;  ///< value, low and high are means of the runs' own
  double logging = kMissing;
  double effectiveSampleSize = kMissing;
  double seconds = kMissing;
  SeedMean greedy, greedyTop;  ///< true values; simulations only
};

/// schemes: in the plan's order. Those without a run yet are lines without numbers.
std::vector<ComparedScheme> summariseComparison(std::span<const std::string> schemes,
                                                std::span<const ComparedRun> runs);

/// "held_out_snips", or "true_stochastic" when a run knows the truth.
std::string comparisonMeasure(std::span<const ComparedScheme> schemes);

/// The contract of `luce-cli compare --json`.
std::string comparisonToJson(std::span<const ComparedScheme> schemes);

/// One line a scheme with a heading; NaN is an empty field.
std::string comparisonToCsv(std::span<const ComparedScheme> schemes);

}  // namespace luce
