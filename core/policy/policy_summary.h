// What a moved slider recomputes over all predicted slates: π, ρ and their statistics, without a
// tensor. What does not depend on the sliders is prepared once:
//
//   const PolicySummariser summariser(table, predictions, RowKind::Observed, PropensityRule::One);
//   const PolicySummary summary = summariser.summarise(settings, 0.8, 1.2, stop);
//
// Arithmetic is in float with sums in double: relative errors of π and ρ are under 3e-7 times 1
// plus the largest |s/τ|; IPS, SNIPS, ESS, mean ratio and entropy are within 1e-5 of those of a
// loop in double. The same on any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/policy/policy_view.h"

namespace luce {

struct PolicySummary {
  RatioHistogram ratios;
  ClippedShare clipped;
  std::int64_t rows = 0;
  double effectiveSampleSize = 0;
  double largestRatio = 0;
  double meanRatio = 0;
  double ips = 0;  ///< see evaluation/off_policy.h for what it estimates by row kind
  double snips = 0;
  double entropy = 0;  ///< mean over slates, nats
};

class PolicySummariser {
 public:
  /// Throws Error when the log cannot give such rows.
  PolicySummariser(std::shared_ptr<const SlateTable> table,
                   std::shared_ptr<const Predictions> predictions, RowKind rows,
                   PropensityRule rule);

  /// settings.rows and settings.rule must be those given before. The bounds are those of the
  /// clipped shares. Throws Cancelled within a millisecond of a stop.
  PolicySummary summarise(const PolicySettings& settings, double lowBound, double highBound,
                          std::stop_token stop = {}) const;

 private:
  /// Neighbouring slates that fit the processor's cache together.
  struct Block {
    std::size_t firstSlate = 0, lastSlate = 0;
    std::size_t firstCandidate = 0, candidates = 0;
    std::size_t firstRow = 0, rows = 0;
  };
  struct Request;
  struct BlockSums;
  struct Scratch;

  void cutBlocks();
  void takeRows(const LoggedRows& rows);
  std::span<const std::int64_t> offsetsOf(const Block& block) const;
  BlockSums summariseBlock(const Request& request, const Block& block, Scratch& scratch) const;
  void fillRatios(const Block& block, Scratch& scratch) const;
  void fillRewards(const Request& request, const Block& block, Scratch& scratch) const;

  std::shared_ptr<const SlateTable> table_;
  std::shared_ptr<const Predictions> predictions_;
  RowKind kind_;
  bool everyCandidate_ = false;  ///< the rows are the candidates, in order
  std::vector<Block> blocks_;
  /// By task: the least and the largest probability.
  std::vector<float> least_, most_;
  std::vector<std::int64_t> loggedRow_;    ///< by row, or by slate of its first row if all are rows
  std::vector<std::uint32_t> candidate_;   ///< by row, within its block; empty if all are rows
  std::vector<std::uint32_t> slate_;       ///< by row, within its block; empty if all are rows
  std::vector<float> behaviour_;           ///< by row; empty = 1; NaN = π itself
  std::vector<float> inverseExamination_;  ///< by row; empty = 1
};

}  // namespace luce
