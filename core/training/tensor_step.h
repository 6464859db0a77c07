// The loss of one training step as tensor expressions, for devices other than the CPU: the same as
// objective/logit_loss.h. Nothing in it waits for the device.
#pragma once

#include "core/objective/tensor_objective.h"
#include "core/training/batch.h"

namespace luce {

struct TensorStepInputs {
  torch::Tensor logits;           ///< R × tasks, with gradient
  torch::Tensor referenceLogits;  ///< R × tasks; undefined in supervised steps
  const TrainingBatch& batch;
  ObjectiveBatch<float> objective;   ///< of the batch, without scores, reference and model
  const PolicyLoss* loss = nullptr;  ///< null: BCE alone
  std::span<const double> valueWeights, rewardWeights;
  double taskWeight = 1;
};

struct TensorStep {
  torch::Tensor total;  ///< what backward() starts from
  /// Six numbers: BCE, scheme, regulariser, entropy, their weighted sum, total.
  torch::Tensor parts;
  torch::Tensor scores, referenceLogPolicy, modelReward;  ///< R; undefined in supervised steps
};

TensorStep tensorStep(const TensorStepInputs& inputs);

/// Scales all gradients so that their joint norm is at most `limit`; returns the norm before.
torch::Tensor clipGradients(const std::vector<torch::Tensor>& parameters, double limit);

}  // namespace luce
