#include "core/training/learner.h"

#include <cmath>
#include <new>
#include <utility>

#include "core/common/logistic.h"
#include "core/estimator/device.h"
#include "core/estimator/linear_algebra_use.h"
#include "core/objective/loss_kernel.h"
#include "core/policy/plackett_luce.h"
#include "core/training/autograd_engine.h"
#include "core/training/frozen_policy.h"
#include "core/training/parallel/shared_batch.h"
#include "core/training/step_engine.h"
#include "core/training/tensor_trainer.h"

namespace luce {

struct Learner::State {
  Settings settings;
  std::vector<double> valueWeights;
  std::vector<float> valueNumbers, rewardNumbers;  ///< the weights as the loops take them
  std::vector<StepResult> results = {};

  std::unique_ptr<Crew> ownCrew = nullptr;

  // The path of plain loops.
  std::unique_ptr<StepEngine> engine = nullptr;  ///< null = the tensors' path
  LogitLoss loss = {};
  std::vector<float> gradient = {}, referenceLogPolicy = {}, modelReward = {};
  FrozenPolicy frozen = FrozenPolicy();
  std::vector<float> referenceProbability = {}, referenceScores = {}, referencePolicy = {};

  // With other processes.
  SharedBatch whole = {};

  // The tensors' path.
  std::unique_ptr<TensorTrainer> tensors = nullptr;

  const TrainingBatch* latestBatch = nullptr;
};

namespace {

ObjectiveBatch<float> objectiveBatch(const TrainingBatch& batch) {
  ObjectiveBatch<float> view;
  view.offsets = batch.inputs.offsets;
  view.rows = &batch.rows;
  view.rewards = batch.rewards;
  view.group = batch.group;
  view.listOrder = batch.listOrder;
  return view;
}

std::unique_ptr<StepEngine> makeEngine(Estimator& estimator, const Learner::Settings& settings,
                                       Crew& crew) {
  const OptimiserNumbers optimiser{settings.learningRate, settings.weightDecay};
  if (estimator.onProcessor() && settings.precision == Precision::Float32) {
    return makeDenseEngine(estimator, optimiser, crew);
  }
  return makeAutogradEngine(estimator, optimiser, settings.precision);
}

/// Factor that brings a gradient of that norm under the limit, 0 = no limit; as PyTorch's
/// clip_grad_norm_.
double clipScale(double norm, double limit) {
  return limit > 0 ? std::min(1.0, limit / (norm + 1e-6)) : 1.0;
}

}  // namespace

Learner::Learner(Estimator& estimator, const Settings& settings, std::vector<double> valueWeights)
    : state_(new State{settings,
                       valueWeights,
                       {valueWeights.begin(), valueWeights.end()},
                       {settings.rewardWeights.begin(), settings.rewardWeights.end()}}) {
  const bool tensors = settings.group == nullptr && (settings.tensors || !estimator.onProcessor());
  if (tensors) {
    state_->tensors = makeTensorTrainer(estimator, settings, state_->valueWeights);
  } else {
    if (settings.crew == nullptr) state_->ownCrew = std::make_unique<Crew>(threadsInUse());
    state_->engine = makeEngine(estimator, settings,
                                settings.crew != nullptr ? *settings.crew : *state_->ownCrew);
  }
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
  return state_->tensors != nullptr;
}

const SlateObjective<float>& Learner::objective() const {
  return state_->tensors != nullptr ? state_->tensors->objective() : state_->loss.objective();
}

void Learner::step(const TrainingBatch& batch, const PolicyLoss* loss, const Estimator* reference) {
  state_->latestBatch = &batch;
  try {
    if (state_->tensors != nullptr) {
      state_->tensors->step(batch, objectiveBatch(batch), loss, reference);
    } else if (state_->settings.group != nullptr) {
      stepTogether(batch, loss, reference);
    } else {
      stepAlone(batch, loss, reference);
    }
  } catch (const std::bad_alloc&) {
    // What is saved next needs room too.
    if (state_->engine != nullptr) state_->engine->release();
    throw OutOfMemory("the memory is used up");
  } catch (const OutOfMemory&) {
    if (state_->engine != nullptr) state_->engine->release();
    throw;
  }
}

void Learner::consultReference(const Estimator& reference, const TrainingBatch& batch,
                               const PolicyLoss& loss) {
  State& state = *state_;
  if (state.frozen.recall(batch.slates, state.referenceLogPolicy, state.modelReward)) return;
  const std::span<const float> logits = state.engine->frozenLogits(reference, batch.inputs);
  const std::size_t candidates = logits.size() / state.valueWeights.size();
  std::vector<float>& probability = state.referenceProbability;
  probability.resize(logits.size());
  logistic(logits, probability);
  const auto score = [&](std::span<const float> weights, std::vector<float>& out) {
    out.resize(candidates);
    kernel::valueScores(probability, weights, out);
  };
  score(state.valueNumbers, state.referenceScores);
  state.referenceLogPolicy.resize(candidates);
  state.referencePolicy.resize(candidates);
  firstPlacePolicy<float>(batch.inputs.offsets, state.referenceScores, loss.temperature,
                          state.referenceLogPolicy, state.referencePolicy);
  state.modelReward.clear();
  if (needsModelReward(loss)) score(state.rewardNumbers, state.modelReward);
  state.frozen.remember(batch.slates, batch.inputs.offsets, state.referenceLogPolicy,
                        state.modelReward);
}

void Learner::stepAlone(const TrainingBatch& batch, const PolicyLoss* loss,
                        const Estimator* reference) {
  State& state = *state_;
  const LinearAlgebraUse use;
  ObjectiveBatch<float> view = objectiveBatch(batch);
  if (reference != nullptr) {
    consultReference(*reference, batch, *loss);
    view.referenceLogPolicy = state.referenceLogPolicy;
    view.modelReward = state.modelReward;
  }
  const std::span<const float> logits = state.engine->logits(batch.inputs);
  state.gradient.resize(logits.size());
  StepResult result;
  result.loss = state.loss.evaluate(logits, state.valueWeights, state.settings.taskWeight,
                                    batch.labelled, loss, view, state.gradient);
  state.engine->backward(state.gradient);
  finishStep(result);
}

void Learner::stepTogether(const TrainingBatch& batch, const PolicyLoss* loss,
                           const Estimator* reference) {
  State& state = *state_;
  const bool hasPart = batch.inputs.rows() > 0;
  BatchOutputs outputs;
  if (hasPart) {
    const LinearAlgebraUse use;
    if (reference != nullptr) {
      consultReference(*reference, batch, *loss);
      outputs.referenceLogPolicy = state.referenceLogPolicy;
      outputs.modelReward = state.modelReward;
    }
    const std::span<const float> logits = state.engine->logits(batch.inputs);
    outputs.logits.assign(logits.begin(), logits.end());
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
    const auto own =
        std::span<const float>(state.gradient)
            .subspan(state.whole.firstCandidate * state.valueWeights.size(), outputs.logits.size());
    state.engine->backward(own);
  }
  state.engine->sumGradient(*state.settings.group);
  const LinearAlgebraUse use;
  finishStep(result);
}

void Learner::finishStep(StepResult& result) {
  State& state = *state_;
  result.gradientNorm = state.engine->gradientNorm();
  result.learningRate = state.settings.learningRate;
  result.finite = std::isfinite(result.loss.total) && std::isfinite(result.gradientNorm);
  if (result.finite) {
    state.engine->apply(clipScale(result.gradientNorm, state.settings.gradientClip));
  }
  state.results.push_back(result);
}

std::vector<StepResult> Learner::results() {
  return state_->tensors != nullptr ? state_->tensors->results()
                                    : std::exchange(state_->results, {});
}

}  // namespace luce
