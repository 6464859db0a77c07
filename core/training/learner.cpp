#include "core/training/learner.h"

#include <torch/torch.h>

#include <cmath>

#include "core/estimator/linear_algebra_use.h"
#include "core/estimator/network.h"
#include "core/policy/plackett_luce.h"
#include "core/training/tensor_step.h"

namespace luce {

struct Learner::State {
  Network& network;
  Settings settings;
  std::vector<double> valueWeights;
  std::vector<torch::Tensor> parameters;
  torch::optim::AdamW optimiser;
  bool tensors = false;
  std::vector<std::int64_t> rowBuffer = {};
  std::vector<StepResult> results = {};

  // The kernel's path.
  LogitLoss loss = {};
  std::vector<float> gradient = {}, referenceLogPolicy = {}, modelReward = {};

  // The tensors' path.
  std::vector<torch::Tensor> unread = {};
  TensorStep latest = {};
  const TrainingBatch* latestBatch = nullptr;
  PolicyLoss latestLoss = {};
  SlateObjective<float> seen = {};
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

/// Σ_t weight_t · sigmoid(z_i,t)
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

ObjectiveBatch<float> objectiveBatch(const TrainingBatch& batch) {
  ObjectiveBatch<float> view;
  view.offsets = batch.inputs.offsets;
  view.rows = &batch.rows;
  view.rewards = batch.rewards;
  view.group = batch.group;
  view.listOrder = batch.listOrder;
  return view;
}

double gradientLimit(const Learner::Settings& settings) {
  return settings.gradientClip > 0 ? settings.gradientClip
                                   : std::numeric_limits<double>::infinity();
}

/// What the frozen estimator says of the batch: log π_ref and q.
void consultReference(const Network& reference, const NetworkInputs& inputs,
                      const TrainingBatch& batch, const PolicyLoss& loss,
                      std::span<const double> valueWeights, std::span<const double> rewardWeights,
                      std::vector<float>& logPolicy, std::vector<float>& modelReward) {
  const torch::NoGradGuard noGradient;
  const torch::Tensor logits = reference.logits(inputs).contiguous();
  std::vector<float> scores;
  scoreLogits(valuesOf(logits), valueWeights, scores);
  logPolicy.resize(scores.size());
  std::vector<float> policy(scores.size());
  firstPlacePolicy<float>(batch.inputs.offsets, scores, loss.temperature, logPolicy, policy);
  modelReward.clear();
  if (needsModelReward(loss)) scoreLogits(valuesOf(logits), rewardWeights, modelReward);
}

}  // namespace

Learner::Learner(Estimator& estimator, const Settings& settings, std::vector<double> valueWeights) {
  Network& network = estimator.network();
  auto options = torch::optim::AdamWOptions(settings.learningRate);
  options.weight_decay(settings.weightDecay);
  std::vector<torch::Tensor> parameters = trainable(network);
  state_ = std::unique_ptr<State>(new State{network, settings, std::move(valueWeights), parameters,
                                            torch::optim::AdamW(parameters, options)});
  state_->tensors = settings.tensors || !network.device.is_cpu();
}

Learner::~Learner() = default;

void Learner::superviseStep(const TrainingBatch& batch) {
  step(batch, nullptr, nullptr);
}

void Learner::alignStep(const TrainingBatch& batch, const PolicyLoss& loss,
                        const Estimator& reference) {
  step(batch, &loss, &reference);
}

bool Learner::deferred() const {
  return state_->tensors;
}

const SlateObjective<float>& Learner::objective() const {
  return state_->tensors ? state_->seen : state_->loss.objective();
}

void Learner::step(const TrainingBatch& batch, const PolicyLoss* loss, const Estimator* reference) {
  State& state = *state_;
  const LinearAlgebraUse use;
  const NetworkInputs inputs = state.network.inputs(batch.inputs, state.rowBuffer);
  const torch::Tensor logits = state.network.logits(inputs);
  state.optimiser.zero_grad();

  if (state.tensors) {
    torch::Tensor referenceLogits;
    if (reference != nullptr) {
      const torch::NoGradGuard noGradient;
      referenceLogits = reference->network().logits(inputs);
    }
    state.latest = tensorStep({.logits = logits,
                               .referenceLogits = referenceLogits,
                               .batch = batch,
                               .objective = objectiveBatch(batch),
                               .loss = loss,
                               .valueWeights = state.valueWeights,
                               .rewardWeights = state.settings.rewardWeights,
                               .taskWeight = state.settings.taskWeight});
    state.latest.total.backward();
    const torch::Tensor norm = clipGradients(state.parameters, gradientLimit(state.settings));
    state.unread.push_back(torch::cat({state.latest.parts, norm.reshape({1})}));
    state.latestBatch = &batch;
    if (loss != nullptr) state.latestLoss = *loss;
    state.optimiser.step();
    return;
  }

  ObjectiveBatch<float> view = objectiveBatch(batch);
  if (reference != nullptr) {
    consultReference(reference->network(), inputs, batch, *loss, state.valueWeights,
                     state.settings.rewardWeights, state.referenceLogPolicy, state.modelReward);
    view.referenceLogPolicy = state.referenceLogPolicy;
    view.modelReward = state.modelReward;
  }
  const torch::Tensor values = logits.detach().contiguous();
  state.gradient.resize(static_cast<std::size_t>(values.numel()));
  StepResult result;
  result.loss = state.loss.evaluate(valuesOf(values), state.valueWeights, state.settings.taskWeight,
                                    batch.labelled, loss, view, state.gradient);
  logits.backward(torch::from_blob(state.gradient.data(), values.sizes(), torch::kFloat32));
  result.gradientNorm =
      torch::nn::utils::clip_grad_norm_(state.parameters, gradientLimit(state.settings));
  result.learningRate = state.settings.learningRate;
  result.finite = std::isfinite(result.loss.total) && std::isfinite(result.gradientNorm);
  if (result.finite) state.optimiser.step();
  state.results.push_back(result);
}

std::vector<StepResult> Learner::results() {
  State& state = *state_;
  if (!state.unread.empty()) {
    const torch::Tensor all = torch::stack(state.unread).to(torch::kCPU, torch::kFloat64);
    const auto values = all.accessor<double, 2>();
    for (std::int64_t i = 0; i < all.size(0); ++i) {
      StepResult result;
      result.loss.bce = values[i][0];
      result.loss.objective = {values[i][1], values[i][2], values[i][3], values[i][4]};
      result.loss.total = values[i][5];
      result.gradientNorm = values[i][6];
      result.learningRate = state.settings.learningRate;
      result.finite = std::isfinite(result.loss.total) && std::isfinite(result.gradientNorm);
      state.results.push_back(result);
    }
    state.unread.clear();
    if (state.latest.scores.defined()) {
      const auto download = [](const torch::Tensor& tensor) {
        return tensor.to(torch::kCPU, torch::kFloat32).contiguous();
      };
      const torch::Tensor scores = download(state.latest.scores);
      const torch::Tensor reference = download(state.latest.referenceLogPolicy);
      const torch::Tensor model = download(state.latest.modelReward);
      ObjectiveBatch<float> view = objectiveBatch(*state.latestBatch);
      view.scores = valuesOf(scores);
      view.referenceLogPolicy = valuesOf(reference);
      view.modelReward = valuesOf(model);
      std::vector<float> gradient(view.scores.size());
      state.seen.evaluate(state.latestLoss, view, gradient);
    }
  }
  return std::exchange(state.results, {});
}

}  // namespace luce
