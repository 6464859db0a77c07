#include "core/training/learner.h"

#include <torch/torch.h>

#include <cmath>

#include "core/estimator/linear_algebra_use.h"
#include "core/estimator/network.h"
#include "core/policy/plackett_luce.h"

namespace luce {

struct Learner::State {
  Network& network;
  Settings settings;
  std::vector<double> valueWeights;
  torch::optim::AdamW optimiser;
  std::vector<torch::Tensor> parameters;
  LogitLoss loss;
  std::vector<std::int64_t> rowBuffer;
  std::vector<float> gradient, referenceScores, referenceLogPolicy, referencePolicy;
};

namespace {

std::vector<torch::Tensor> trainable(const Network& network) {
  std::vector<torch::Tensor> tensors;
  for (const auto& [name, tensor] : network.parameters()) tensors.push_back(tensor);
  return tensors;
}

std::span<const float> valuesOf(const torch::Tensor& tensor) {
  return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

/// s_i = Σ_t vm_t · sigmoid(z_i,t)
void scoreLogits(std::span<const float> logits, std::span<const double> weights,
                 std::vector<float>& scores) {
  const std::size_t tasks = weights.size();
  scores.assign(logits.size() / tasks, 0.0f);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (std::size_t task = 0; task < tasks; ++task) {
      scores[i] += static_cast<float>(weights[task]) / (1.0f + std::exp(-logits[i * tasks + task]));
    }
  }
}

}  // namespace

Learner::Learner(Estimator& estimator, const Settings& settings, std::vector<double> valueWeights) {
  Network& network = estimator.network();
  auto options = torch::optim::AdamWOptions(settings.learningRate);
  options.weight_decay(settings.weightDecay);
  std::vector<torch::Tensor> parameters = trainable(network);
  state_ = std::unique_ptr<State>(new State{network,
                                            settings,
                                            std::move(valueWeights),
                                            torch::optim::AdamW(parameters, options),
                                            parameters,
                                            {},
                                            {},
                                            {},
                                            {},
                                            {},
                                            {}});
}

Learner::~Learner() = default;

StepResult Learner::superviseStep(const TrainingBatch& batch) {
  return step(batch, nullptr, nullptr);
}

StepResult Learner::alignStep(const TrainingBatch& batch, const PolicyLoss& loss,
                              const Estimator& reference) {
  return step(batch, &loss, loss.klWeight > 0 ? &reference : nullptr);
}

std::span<const double> Learner::ratios() const {
  return state_->loss.objective().ratios();
}

StepResult Learner::step(const TrainingBatch& batch, const PolicyLoss* loss,
                         const Estimator* reference) {
  State& state = *state_;
  const LinearAlgebraUse use;
  const NetworkInputs inputs = state.network.inputs(batch.inputs, state.rowBuffer);

  state.referenceLogPolicy.clear();
  if (reference != nullptr) {
    const torch::NoGradGuard noGradient;
    const torch::Tensor logits = reference->network().logits(inputs).cpu().contiguous();
    scoreLogits(valuesOf(logits), state.valueWeights, state.referenceScores);
    state.referenceLogPolicy.resize(state.referenceScores.size());
    state.referencePolicy.resize(state.referenceScores.size());
    firstPlacePolicy<float>(batch.inputs.offsets, state.referenceScores, loss->temperature,
                            state.referenceLogPolicy, state.referencePolicy);
  }

  const torch::Tensor logits = state.network.logits(inputs);
  const torch::Tensor values = logits.detach().cpu().contiguous();
  state.gradient.resize(static_cast<std::size_t>(values.numel()));
  StepResult result;
  result.loss = state.loss.evaluate(
      valuesOf(values), state.valueWeights, state.settings.taskWeight, batch.labelled, loss,
      {batch.inputs.offsets, {}, &batch.rows, batch.rewards, state.referenceLogPolicy},
      state.gradient);

  state.optimiser.zero_grad();
  logits.backward(
      torch::from_blob(state.gradient.data(), values.sizes(), torch::kFloat32).to(logits.device()));
  const double limit = state.settings.gradientClip > 0 ? state.settings.gradientClip
                                                       : std::numeric_limits<double>::infinity();
  result.gradientNorm = torch::nn::utils::clip_grad_norm_(state.parameters, limit);
  result.finite = std::isfinite(result.loss.total) && std::isfinite(result.gradientNorm);
  if (result.finite) state.optimiser.step();
  return result;
}

}  // namespace luce
