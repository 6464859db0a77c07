#include "core/training/tensor_step.h"

namespace luce {

namespace {

using torch::Tensor;

template <class Value>
Tensor upload(const std::vector<Value>& values, torch::Device device) {
  return torch::from_blob(const_cast<Value*>(values.data()),
                          {static_cast<std::int64_t>(values.size())},
                          torch::CppTypeToScalarType<Value>::value)
      .to(device, torch::CppTypeToScalarType<Value>::value, /*non_blocking=*/false, /*copy=*/true);
}

Tensor weightsOn(std::span<const double> weights, const Tensor& like) {
  return upload(std::vector<float>(weights.begin(), weights.end()), like.device());
}

/// As addBce in logit_loss.cpp.
Tensor crossEntropy(const Tensor& logits, const LabelledRows& labelled) {
  const torch::Device device = logits.device();
  if (labelled.candidate.empty()) return torch::zeros({}, logits.options());
  const auto rows = static_cast<std::int64_t>(labelled.candidate.size());
  const Tensor z = logits.index_select(0, upload(labelled.candidate, device));
  const Tensor label = upload(labelled.labels, device).view({rows, logits.size(1)});
  const Tensor minusLogP = torch::softplus(-z);
  const Tensor seenAlways = minusLogP + (1 - label) * z;
  if (labelled.examination.empty()) return seenAlways.mean();
  constexpr double kBelowOne = 1 - 1e-7;
  const Tensor examination = upload(labelled.examination, device).view({rows, 1});
  const Tensor seen = torch::clamp_max(examination * torch::sigmoid(z), kBelowOne);
  const Tensor seenAtTimes =
      label * (minusLogP - torch::log(examination)) - (1 - label) * torch::log1p(-seen);
  return torch::where((examination == 1).expand_as(seenAlways), seenAlways, seenAtTimes).mean();
}

}  // namespace

TensorStep tensorStep(const TensorStepInputs& inputs) {
  TensorStep step;
  const Tensor bce = crossEntropy(inputs.logits, inputs.batch.labelled);
  const Tensor none = torch::zeros({}, bce.options());
  if (inputs.loss == nullptr) {
    step.total = inputs.taskWeight * bce;
    step.parts = torch::stack({bce, none, none, none, none, step.total}).detach();
    return step;
  }
  const Tensor scores =
      torch::sigmoid(inputs.logits).matmul(weightsOn(inputs.valueWeights, inputs.logits));
  TensorBatch batch = tensorBatch(*inputs.loss, inputs.objective, inputs.logits.device());
  {
    const torch::NoGradGuard noGradient;
    const Tensor probability = torch::sigmoid(inputs.referenceLogits);
    batch.referenceLogPolicy =
        tensorLogPolicy(batch, probability.matmul(weightsOn(inputs.valueWeights, probability)),
                        inputs.loss->temperature);
    batch.modelReward = probability.matmul(weightsOn(inputs.rewardWeights, probability));
  }
  const TensorObjectiveValue value = evaluateTensors(*inputs.loss, batch, scores);
  step.total = inputs.taskWeight * bce + value.total;
  step.parts =
      torch::stack({bce, value.reward, value.kl, value.entropy, value.total, step.total}).detach();
  step.scores = scores.detach();
  step.referenceLogPolicy = batch.referenceLogPolicy;
  step.modelReward = batch.modelReward;
  return step;
}

Tensor clipGradients(const std::vector<Tensor>& parameters, double limit) {
  const torch::NoGradGuard noGradient;
  std::vector<Tensor> norms;
  for (const Tensor& parameter : parameters) {
    if (parameter.grad().defined()) norms.push_back(parameter.grad().norm());
  }
  const Tensor norm = torch::stack(norms).norm();
  if (std::isinf(limit)) return norm;
  const Tensor scale = torch::clamp_max(limit / (norm + 1e-6), 1.0);
  for (const Tensor& parameter : parameters) {
    if (parameter.grad().defined()) parameter.mutable_grad().mul_(scale);
  }
  return norm;
}

}  // namespace luce
