#include "core/training/autograd_engine.h"

#include <torch/torch.h>

#include <cmath>

#include "core/estimator/network.h"
#include "core/training/memory_errors.h"

namespace luce {

namespace {

std::span<const float> valuesOf(const torch::Tensor& tensor) {
  return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

torch::Tensor onProcessor(const torch::Tensor& tensor) {
  return tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
}

torch::optim::AdamWOptions optionsOf(const OptimiserNumbers& optimiser) {
  torch::optim::AdamWOptions options(optimiser.learningRate);
  options.weight_decay(optimiser.weightDecay);
  return options;
}

class AutogradEngine final : public StepEngine {
 public:
  AutogradEngine(Network& network, const OptimiserNumbers& optimiser, Precision precision)
      : network_(network),
        parameters_(network.trainable()),
        optimiser_(parameters_, optionsOf(optimiser)),
        precision_(precision) {}

  std::span<const float> logits(const GatheredSlates& rows) override {
    return translatingMemoryErrors(parameters_, [&] {
      logits_ = network_.logits(network_.inputs(rows, rowBuffer_), precision_);
      values_ = onProcessor(logits_);
      return valuesOf(values_);
    });
  }

  std::span<const float> frozenLogits(const Estimator& frozen,
                                      const GatheredSlates& rows) override {
    const torch::NoGradGuard noGradient;
    return translatingMemoryErrors(parameters_, [&] {
      const Network& network = frozen.network();
      frozenValues_ = onProcessor(network.logits(network.inputs(rows, frozenRows_)));
      return valuesOf(frozenValues_);
    });
  }

  void backward(std::span<const float> gradient) override {
    optimiser_.zero_grad();
    if (gradient.empty()) return;
    auto* const values = const_cast<float*>(gradient.data());  // from_blob wants it; only read
    translatingMemoryErrors(parameters_, [&] {
      logits_.backward(
          torch::from_blob(values, logits_.sizes(), torch::kFloat32).to(logits_.device()));
    });
  }

  void sumGradient(ProcessGroup& group) override {
    const torch::NoGradGuard noGradient;
    sums_.clear();
    for (const torch::Tensor& parameter : parameters_) {
      const auto count = static_cast<std::size_t>(parameter.numel());
      if (!parameter.grad().defined()) {
        sums_.resize(sums_.size() + count, 0.0f);
        continue;
      }
      const torch::Tensor gradient = onProcessor(parameter.grad());
      sums_.insert(sums_.end(), valuesOf(gradient).begin(), valuesOf(gradient).end());
    }
    group.sum(sums_);
    float* place = sums_.data();
    for (const torch::Tensor& parameter : parameters_) {
      const torch::Tensor sum = torch::from_blob(place, parameter.sizes(), torch::kFloat32);
      place += parameter.numel();
      if (parameter.grad().defined()) {
        parameter.mutable_grad().copy_(sum);
      } else {
        parameter.mutable_grad() =
            sum.to(parameter.device(), torch::kFloat32, false, /*copy=*/true);
      }
    }
  }

  double gradientNorm() override {
    const torch::NoGradGuard noGradient;
    double sum = 0;
    for (const torch::Tensor& parameter : parameters_) {
      if (!parameter.grad().defined()) continue;
      const double norm = parameter.grad().norm().item<double>();
      sum += norm * norm;
    }
    return std::sqrt(sum);
  }

  void apply(double scale) override {
    if (scale != 1) {
      const torch::NoGradGuard noGradient;
      for (const torch::Tensor& parameter : parameters_) {
        if (parameter.grad().defined()) parameter.mutable_grad().mul_(scale);
      }
    }
    translatingMemoryErrors(parameters_, [&] { optimiser_.step(); });
  }

  void release() override {
    logits_ = values_ = frozenValues_ = torch::Tensor();
    for (torch::Tensor& parameter : parameters_) parameter.mutable_grad() = torch::Tensor();
  }

 private:
  Network& network_;
  std::vector<torch::Tensor> parameters_;
  torch::optim::AdamW optimiser_;
  Precision precision_;
  std::vector<std::int64_t> rowBuffer_, frozenRows_;
  torch::Tensor logits_, values_, frozenValues_;
  std::vector<float> sums_;
};

}  // namespace

std::unique_ptr<StepEngine> makeAutogradEngine(Estimator& estimator,
                                               const OptimiserNumbers& optimiser,
                                               Precision precision) {
  return std::make_unique<AutogradEngine>(estimator.network(), optimiser, precision);
}

}  // namespace luce
