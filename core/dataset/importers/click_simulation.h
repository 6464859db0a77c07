// Clicks for logs of graded relevance, which have none: makes of each slate of judged candidates
// what a logging policy would have shown of it and what people would have clicked.
//
// With a candidate's attractiveness a = (2^grade − 1)/(2^largest − 1), a slate of N candidates
// becomes one of K = min(places, N) in these steps, all drawn from the seed and the slate's key:
//   1. The logging policy's scores are s = a + 0.5·z, z standard normal: it judges with errors.
//   2. K candidates are retrieved: a Plackett–Luce draw without replacement from
//   softmax(s/temperature)
//      (the K largest of s/temperature + Gumbel noise).
//   3. These are ranked by a second such draw, so the probability with which one of them was placed
//      first is exactly the propensity that is written: π_β = softmax(s/temperature) over the K.
//   4. Place k is examined with probability 1/k^bias, which is written as its examination
//   propensity.
//   5. What is examined is clicked with probability noise + (1 − noise)·a.
// (The click model of Joachims, Swaminathan, Schnabel 2017.) The only task is then "click"; the
// grade is in none of the columns.
#pragma once

#include <vector>

#include "core/dataset/dataset_sink.h"
#include "core/dataset/importers/held_slates.h"
#include "core/dataset/importers/log_mapping.h"

namespace luce {

/// The schema of a log with simulated clicks. Throws Error unless the log has slates and one task,
/// the grade.
Schema withSimulatedClicks(Schema schema);

class ClickSimulationSink final : public DatasetSink {
 public:
  /// largestGrade: what a label of 1 stands for.
  ClickSimulationSink(const ClickSimulation& clicks, double largestGrade, DatasetSink& out);

  /// schema: with simulated clicks already.
  void begin(const Schema& schema) override { held_.begin(schema); }
  void addItem(const ItemRecord& item) override { held_.addItem(item); }
  void addSlate(const SlateRecord& slate) override;
  void addCandidate(const CandidateRecord& candidate) override;
  /// Writes the last slate.
  void finish();

 private:
  void simulate();

  ClickSimulation clicks_;
  double largestGrade_;
  HeldSlates held_;
  std::uint64_t stream_ = 0;  ///< of the present slate's draws
  std::vector<double> attractiveness_;
};

}  // namespace luce
