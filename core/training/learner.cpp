#include "core/training/learner.h"

#include <torch/torch.h>

#include <cmath>
#include <new>

#include "core/estimator/linear_algebra_use.h"
#include "core/estimator/network.h"
#include "core/policy/plackett_luce.h"
#include "core/training/parallel/shared_batch.h"
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

  // With other processes.
  SharedBatch whole = {};
  std::vector<float> sums = {};
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

/// The kinds of error differ between LibTorch 1 and 2 and between devices, their words do not.
bool tellsOfMemory(const c10::Error& error) {
  const std::string text = error.what_without_backtrace();
  for (const char* const words : {"out of memory", "allocate memory", "not enough memory"}) {
    if (text.find(words) != std::string::npos) return true;
  }
  return false;
}

/// What is saved next needs room too.
void dropGradients(std::vector<torch::Tensor>& parameters) {
  for (torch::Tensor& parameter : parameters) parameter.mutable_grad() = torch::Tensor();
}

torch::Tensor onProcessor(const torch::Tensor& tensor) {
  return tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
}

/// Replaces the gradients by their sums over the processes. buffer keeps its memory.
void sumGradients(const std::vector<torch::Tensor>& parameters, ProcessGroup& group,
                  std::vector<float>& buffer) {
  const torch::NoGradGuard noGradient;
  buffer.clear();
  for (const torch::Tensor& parameter : parameters) {
    const auto count = static_cast<std::size_t>(parameter.numel());
    if (!parameter.grad().defined()) {
      buffer.resize(buffer.size() + count, 0.0f);
      continue;
    }
    const torch::Tensor gradient = onProcessor(parameter.grad());
    buffer.insert(buffer.end(), valuesOf(gradient).begin(), valuesOf(gradient).end());
  }
  group.sum(buffer);
  float* place = buffer.data();
  for (const torch::Tensor& parameter : parameters) {
    const torch::Tensor sum = torch::from_blob(place, parameter.sizes(), torch::kFloat32);
    place += parameter.numel();
    if (parameter.grad().defined()) {
      parameter.mutable_grad().copy_(sum);
    } else {
      parameter.mutable_grad() = sum.to(parameter.device(), torch::kFloat32, false, /*copy=*/true);
    }
  }
}

/// What the frozen estimator says of the batch: log π_ref and q.
void consultReference(const Network& reference, const NetworkInputs& inputs,
                      const TrainingBatch& batch, const PolicyLoss& loss,
                      std::span<const double> valueWeights, std::span<const double> rewardWeights,
                      std::vector<float>& logPolicy, std::vector<float>& modelReward) {
  const torch::NoGradGuard noGradient;
  const torch::Tensor logits = onProcessor(reference.logits(inputs));
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
  state_->tensors = settings.group == nullptr && (settings.tensors || !network.device.is_cpu());
}

Learner::~Learner() = default;

void Learner::superviseStep(const TrainingBatch& batch) {
  step(batch, nullptr, nullptr);
}

void Learner::alignStep(const TrainingBatch& batch, const PolicyLoss& loss,
                        const Estimator& reference) {
  step(batch, &loss, &reference);
}

const TrainingBatch& Learner::seen() const {
  return state_->settings.group != nullptr ? state_->whole.batch : *state_->latestBatch;
}

bool Learner::deferred() const {
  return state_->tensors;
}

const SlateObjective<float>& Learner::objective() const {
  return state_->tensors ? state_->seen : state_->loss.objective();
}

void Learner::step(const TrainingBatch& batch, const PolicyLoss* loss, const Estimator* reference) {
  state_->latestBatch = &batch;
  try {
    if (state_->settings.group != nullptr) {
      stepTogether(batch, loss, reference);
    } else {
      stepAlone(batch, loss, reference);
    }
  } catch (const c10::Error& error) {
    if (!tellsOfMemory(error)) throw;
    dropGradients(state_->parameters);
    throw OutOfMemory(error.what_without_backtrace());
  } catch (const std::bad_alloc&) {
    dropGradients(state_->parameters);
    throw OutOfMemory("the memory is used up");
  }
}

void Learner::stepAlone(const TrainingBatch& batch, const PolicyLoss* loss,
                        const Estimator* reference) {
  State& state = *state_;
  const LinearAlgebraUse use;
  const NetworkInputs inputs = state.network.inputs(batch.inputs, state.rowBuffer);
  const torch::Tensor logits = state.network.logits(inputs, state.settings.precision);
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

void Learner::stepTogether(const TrainingBatch& batch, const PolicyLoss* loss,
                           const Estimator* reference) {
  State& state = *state_;
  const bool hasPart = batch.inputs.rows() > 0;
  BatchOutputs outputs;
  torch::Tensor logits;
  if (hasPart) {
    const LinearAlgebraUse use;
    const NetworkInputs inputs = state.network.inputs(batch.inputs, state.rowBuffer);
    logits = state.network.logits(inputs, state.settings.precision);
    const torch::Tensor values = onProcessor(logits);
    outputs.logits.assign(valuesOf(values).begin(), valuesOf(values).end());
    if (reference != nullptr) {
      consultReference(reference->network(), inputs, batch, *loss, state.valueWeights,
                       state.settings.rewardWeights, outputs.referenceLogPolicy,
                       outputs.modelReward);
    }
  }
  gatherBatch(*state.settings.group, batch, outputs, state.settings.stop.stop_requested(),
              state.whole);
  // All processes see the same, so all stop before the same step.
  if (state.whole.stop) throw Cancelled();

  const BatchOutputs& all = state.whole.outputs;
  ObjectiveBatch<float> view = objectiveBatch(state.whole.batch);
  view.referenceLogPolicy = all.referenceLogPolicy;
  view.modelReward = all.modelReward;
  state.gradient.resize(all.logits.size());
  StepResult result;
  result.loss = state.loss.evaluate(all.logits, state.valueWeights, state.settings.taskWeight,
                                    state.whole.batch.labelled, loss, view, state.gradient);
  {
    const LinearAlgebraUse use;
    state.optimiser.zero_grad();
    if (hasPart) {
      float* const own =
          state.gradient.data() + state.whole.firstCandidate * state.valueWeights.size();
      logits.backward(torch::from_blob(own, logits.sizes(), torch::kFloat32).to(logits.device()));
    }
  }
  sumGradients(state.parameters, *state.settings.group, state.sums);
  const LinearAlgebraUse use;
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
