// A run's model as it leaves Luce: the estimator's trained numbers with the value model on top, as
// plain values.
//
//   numeric float[R, F], categories int64[R, C]  →  scores float[R], p float[R, T]
//
// numeric: raw feature values in the order of FeatureLayout, NaN = missing; categories:
// categoryHash values (see common/hash.h) in its order, reduced to embedding rows inside by a
// remainder that takes the sign of the divisor. p as in estimator/network.h; scores are Σ_t
// vm_t·p_t.
#pragma once

#include <cstddef>
#include <span>

#include "core/estimator/checkpoint.h"
#include "core/policy/value_model.h"

namespace luce {

struct RankingModel {
  CheckpointContent estimator;
  TaskWeights valueWeights;  ///< one a task
  double temperature = 1;    ///< τ of the policy, > 0
};

/// Throws Error when the checkpoint is damaged, or the weights are not one a task.
RankingModel rankingModelOf(std::span<const std::byte> checkpoint, TaskWeights valueWeights,
                            double temperature);

}  // namespace luce
