// What a log holds, in numbers: what people look at before they train on it. Computed in a few
// passes over the columns; memory does not grow with the number of rows.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/progress.h"
#include "core/dataset/slate_table.h"

namespace luce {

struct Histogram {
  /// Bin i holds values in [edges[i], edges[i+1]), the last one its upper edge too.
  std::vector<double> edges;  ///< one more than counts; empty without values
  std::vector<std::int64_t> counts;
};

struct TaskProfile {
  std::string name;
  double mean = 0;             ///< over the logged rows
  std::int64_t positives = 0;  ///< rows whose label is above 0
  double notBinary = 0;        ///< share of rows whose label is neither 0 nor 1
};

struct PropensityProfile {
  std::int64_t rows = 0;    ///< logged rows
  std::int64_t stated = 0;  ///< of them with a propensity
  double smallest = 0, largest = 0;
  /// Mean of 1/π over the stated rows. For a bandit log this estimates the number of actions, each
  /// of which the logging policy may choose, if what is stated is right.
  double meanInverse = 0;
  Histogram logHistogram;         ///< of log10 π
  std::int64_t tiny = 0;          ///< rows with π < 1/(100 N), N = candidates of the row's slate
  bool constant = false;          ///< the same in all rows of slates of one size: uniform logging
  std::int64_t summedSlates = 0;  ///< slates of a slate log whose candidates all state one
  std::int64_t unevenSlates = 0;  ///< of them with |Σπ − 1| > 0.001
  std::string worstSlate;         ///< key of the slate farthest from 1
  double worstSum = 1;
  /// Bandit logs: the largest ratio of an item's mean propensities at two places, among items with
  /// at least 30 rows at each; 1 = the same at every place, NaN = cannot be told.
  double acrossPlaces = 1;
};

struct FeatureProfile {
  Feature feature;
  double missing = 0;  ///< share; of categories: empty texts
  // Numbers, of the values that are there:
  double smallest = 0, largest = 0, mean = 0, deviation = 0;
  Histogram histogram;  ///< 32 bins between smallest and largest
  /// Largest |correlation| with a task's labels and that task; NaN where one is constant. Not for
  /// item and pair features.
  double labelCorrelation = 0;
  std::size_t correlatedTask = 0;
  // Categories:
  std::int64_t distinct = 0;  ///< different values, counted to kMostDistinct
  double mostFrequent = 0;    ///< share of the most frequent value; NaN beyond kMostDistinct
  static constexpr std::int64_t kMostDistinct = 1 << 20;
};

struct DatasetProfile {
  LogShape shape = LogShape::Slate;
  std::int64_t slates = 0, candidates = 0, rows = 0, items = 0;
  double firstTime = 0, lastTime = 0;  ///< NaN where the log has no time
  double statedPositions = 0;          ///< share of rows with a known place
  std::vector<TaskProfile> tasks;
  /// Pearson's, tasks × tasks, row after row; NaN where a task is constant.
  std::vector<double> taskCorrelation;
  std::int64_t smallestSlate = 0, largestSlate = 0;
  double medianSlate = 0;
  Histogram slateSizes;              ///< a bin a size up to 100 sizes, else 50 bins
  std::int64_t repeatingSlates = 0;  ///< slates with an item among their candidates twice
  std::string repeatingSlate;        ///< key of the first of them
  PropensityProfile propensities;
  std::vector<FeatureProfile> features;  ///< schema order
  /// Sentences for people about what may spoil training or estimates, the gravest first.
  std::vector<std::string> warnings;
};

/// Throws Cancelled.
DatasetProfile profileOf(const SlateTable& table, const Progress& progress = {},
                         std::stop_token stop = {});

}  // namespace luce
