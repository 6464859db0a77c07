#include "core/training/tensor_trainer.h"

#include <torch/torch.h>

#include <cmath>
#include <limits>
#include <utility>

#include "core/estimator/linear_algebra_use.h"
#include "core/estimator/network.h"
#include "core/training/memory_errors.h"
#include "core/training/tensor_step.h"

namespace luce {

namespace {

std::span<const float> valuesOf(const torch::Tensor& tensor) {
  return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

torch::optim::AdamWOptions optionsOf(const Learner::Settings& settings) {
  torch::optim::AdamWOptions options(settings.learningRate);
  options.weight_decay(settings.weightDecay);
  return options;
}

class Trainer final : public TensorTrainer {
 public:
  Trainer(Network& network, const Learner::Settings& settings, std::vector<double> valueWeights)
      : network_(network),
        settings_(settings),
        valueWeights_(std::move(valueWeights)),
        parameters_(network.trainable()),
        optimiser_(parameters_, optionsOf(settings)) {}

  void step(const TrainingBatch& batch, const ObjectiveBatch<float>& view, const PolicyLoss* loss,
            const Estimator* reference) override {
    translatingMemoryErrors(parameters_, [&] { stepOrThrow(batch, view, loss, reference); });
  }

  std::vector<StepResult> results() override;
  const SlateObjective<float>& objective() const override { return seen_; }

 private:
  void stepOrThrow(const TrainingBatch& batch, const ObjectiveBatch<float>& view,
                   const PolicyLoss* loss, const Estimator* reference);

  Network& network_;
  Learner::Settings settings_;
  std::vector<double> valueWeights_;
  std::vector<torch::Tensor> parameters_;
  torch::optim::AdamW optimiser_;
  std::vector<std::int64_t> rowBuffer_;
  std::vector<torch::Tensor> unread_;
  TensorStep latest_;
  ObjectiveBatch<float> latestView_;
  PolicyLoss latestLoss_;
  SlateObjective<float> seen_;
};

void Trainer::stepOrThrow(const TrainingBatch& batch, const ObjectiveBatch<float>& view,
                          const PolicyLoss* loss, const Estimator* reference) {
  const LinearAlgebraUse use;
  const NetworkInputs inputs = network_.inputs(batch.inputs, rowBuffer_);
  const torch::Tensor logits = network_.logits(inputs, settings_.precision);
  optimiser_.zero_grad();
  torch::Tensor referenceLogits;
  if (reference != nullptr) {
    const torch::NoGradGuard noGradient;
    referenceLogits = reference->network().logits(inputs);
  }
  latest_ = tensorStep({.logits = logits,
                        .referenceLogits = referenceLogits,
                        .batch = batch,
                        .objective = view,
                        .loss = loss,
                        .valueWeights = valueWeights_,
                        .rewardWeights = settings_.rewardWeights,
                        .taskWeight = settings_.taskWeight});
  latest_.total.backward();
  const double limit =
      settings_.gradientClip > 0 ? settings_.gradientClip : std::numeric_limits<double>::infinity();
  const torch::Tensor norm = clipGradients(parameters_, limit);
  unread_.push_back(torch::cat({latest_.parts, norm.reshape({1})}));
  if (loss != nullptr) latestLoss_ = *loss;
  latestView_ = view;
  optimiser_.step();
}

std::vector<StepResult> Trainer::results() {
  std::vector<StepResult> results;
  if (!unread_.empty()) {
    const torch::Tensor all = torch::stack(unread_).to(torch::kCPU, torch::kFloat64);
    const auto values = all.accessor<double, 2>();
    for (std::int64_t i = 0; i < all.size(0); ++i) {
      StepResult result;
      result.loss.bce = values[i][0];
      result.loss.objective = {values[i][1], values[i][2], values[i][3], values[i][4]};
      result.loss.total = values[i][5];
      result.gradientNorm = values[i][6];
      result.learningRate = settings_.learningRate;
      result.finite = std::isfinite(result.loss.total) && std::isfinite(result.gradientNorm);
      results.push_back(result);
    }
    unread_.clear();
    if (latest_.scores.defined()) {
      const auto download = [](const torch::Tensor& tensor) {
        return tensor.to(torch::kCPU, torch::kFloat32).contiguous();
      };
      const torch::Tensor scores = download(latest_.scores);
      const torch::Tensor reference = download(latest_.referenceLogPolicy);
      const torch::Tensor model = download(latest_.modelReward);
      ObjectiveBatch<float> view = latestView_;
      view.scores = valuesOf(scores);
      view.referenceLogPolicy = valuesOf(reference);
      view.modelReward = valuesOf(model);
      std::vector<float> gradient(view.scores.size());
      seen_.evaluate(latestLoss_, view, gradient);
    }
  }
  return results;
}

}  // namespace

std::unique_ptr<TensorTrainer> makeTensorTrainer(Estimator& estimator,
                                                 const Learner::Settings& settings,
                                                 std::vector<double> valueWeights) {
  return std::make_unique<Trainer>(estimator.network(), settings, std::move(valueWeights));
}

}  // namespace luce
