// What a moved slider recomputes of a slate: π and ρ from cached predictions, without a tensor.
// Pure functions of their arguments, to be called from a worker. policy_summary.h has the
// statistics.
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
  double advantage = kMissing;  ///< A, where it was asked of training/slate_advantages.h
  std::vector<float> labels;    ///< by task; empty = not seen
  std::int64_t rank = 0;        ///< from 1, by score
  std::uint16_t position = 0;   ///< as shown; 0 = unknown
};

/// One slate under the settings, candidates in log order. `local` indexes predictions.slates.
std::vector<CandidateView> viewSlate(const SlateTable& table, const Predictions& predictions,
                                     std::size_t local, const PolicySettings& settings);

}  // namespace luce
