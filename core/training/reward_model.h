// The reward model q̂ of DM and the doubly robust estimators: what a candidate would earn, told by
// estimators that did not learn from the slate they speak of (cross-fitting, Chernozhukov et al.
// 2018), and never by the policy's own estimator, whose errors are just what the policy likes best.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>

#include "core/common/progress.h"
#include "core/dataset/slate_table.h"
#include "core/estimator/estimator_settings.h"
#include "core/policy/predictions.h"

namespace luce {

struct RewardModelSettings {
  int folds = 3;  ///< ≥ 2
  /// Linear in the numbers with a weight for every category: a model that follows few rewards too
  /// closely would add variance.
  EstimatorSettings estimator{.hidden = {}, .embeddingDimension = 4};
  int epochs = 10;                    ///< ≥ 1; fewer for more than `mostRows`, more for few rows
  int leastSteps = 600;               ///< of a fold's model, so that few rows are learned too
  std::int64_t mostRows = 2'000'000;  ///< seen by a fold's model in all epochs together, ≥ 1
  double learningRate = 2e-2;         ///< of Adam, > 0
  double weightDecay = 1e-3;          ///< decoupled, ≥ 0
  int slatesPerBatch = 128;           ///< ≥ 1
  std::uint64_t seed = 1;             ///< of folds, weights and order
};

/// p_t of every candidate of the slates, each slate by the model of the other folds. A sixth of
/// those only tells when to stop: with few rewards a model soon learns chance. Throws Error
/// for fewer slates than folds; Cancelled.
Predictions fitRewardModel(const SlateTable& table, std::span<const std::uint32_t> slates,
                           const RewardModelSettings& settings = {}, const Progress& progress = {},
                           std::stop_token stop = {});

}  // namespace luce
