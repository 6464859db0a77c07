// The objective of slate_objective.h as tensor expressions, with gradients by autograd: what runs
// on a GPU. Built from the same schemes. Everything a batch needs is copied to the device when the
// TensorBatch is made; from then on no operation waits for the device or leaves it.
#pragma once

#include <torch/torch.h>

#include "core/objective/slate_objective.h"

namespace luce {

/// A batch on a device. R candidates, n rows, B non-empty slates of at most N candidates.
struct TensorBatch {
  torch::Tensor padded;        ///< int64 B × N: candidate, R where a slate has fewer
  torch::Tensor place;         ///< int64 R: where a candidate stands in `padded`, flattened
  torch::Tensor list;          ///< int64 B × N: as padded, in list order; undefined if not needed
  torch::Tensor rowOf;         ///< int64 n: candidate
  torch::Tensor logBehaviour;  ///< n
  torch::Tensor takesPolicy;   ///< bool n: π_β is the policy's own (PropensityRule::Self)
  torch::Tensor advantage;     ///< n
  torch::Tensor reward;        ///< n
  torch::Tensor rowsPerSlate;  ///< R: share of the rows that lie in the candidate's slate
  torch::Tensor referenceLogPolicy, modelReward;  ///< R; undefined if not needed
  std::int64_t rows = 0, slates = 0, slatesWithRows = 0;
};

/// values: batch.scores is not read. dtype: float or double.
template <class Real>
TensorBatch tensorBatch(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch,
                        torch::Device device);

/// Scalars on the device; total carries the gradient to the scores.
struct TensorObjectiveValue {
  torch::Tensor reward, kl, entropy, total;
};

/// scores: R. kl is 0 where the batch has no reference.
TensorObjectiveValue evaluateTensors(const PolicyLoss& loss, const TensorBatch& batch,
                                     const torch::Tensor& scores);

/// log π of every candidate. scores: R.
torch::Tensor tensorLogPolicy(const TensorBatch& batch, const torch::Tensor& scores,
                              double temperature);

}  // namespace luce
