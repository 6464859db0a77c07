// What a moved slider recomputes: π, ρ and their statistics from cached predictions, without a
// tensor. Pure functions of their arguments, to be called from a worker.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/dataset/slate_table.h"
#include "core/policy/importance.h"
#include "core/policy/logged_rows.h"
#include "core/policy/predictions.h"
#include "core/policy/value_model.h"

namespace luce {

/// Everything the sliders set.
struct PolicySettings {
  TaskWeights valueWeights;
  TaskWeights rewardWeights;
  double temperature = 1;
  RowKind rows = RowKind::Drawn;
  PropensityRule rule = PropensityRule::One;
};

/// s and π_θ of every predicted candidate under the settings.
struct ScoredCandidates {
  std::vector<float> scores;
  std::vector<float> policy;
};
ScoredCandidates applySettings(const Predictions& predictions, const PolicySettings& settings);

/// One candidate of the shown slate.
struct CandidateView {
  std::string item;
  std::vector<double> probabilities;  ///< by task
  double score = 0;
  double policy = 0;            ///< π_θ
  double behaviour = kMissing;  ///< π_β as logged; NaN = not stated
  double ratio = kMissing;      ///< ρ of the row under kind and rule; NaN = not a row
  double reward = kMissing;     ///< r; NaN = the actions were not seen
  std::vector<float> labels;    ///< by task; empty = not seen
  std::int64_t rank = 0;        ///< from 1, by score
  std::uint16_t position = 0;   ///< as shown; 0 = unknown
};

/// One slate under the settings, candidates in log order. `local` indexes predictions.slates.
std::vector<CandidateView> viewSlate(const SlateTable& table, const Predictions& predictions,
                                     std::size_t local, const PolicySettings& settings);

/// The whole of the predicted slates under the settings.
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
PolicySummary summarisePolicy(const SlateTable& table, const Predictions& predictions,
                              const PolicySettings& settings, double lowBound, double highBound);

}  // namespace luce
