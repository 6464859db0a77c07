#include <cmath>

#include "core/estimator/dense_kernel.h"
#include "core/estimator/dense_pass.h"
#include "core/training/adam.h"
#include "core/training/step_engine.h"

namespace luce {

namespace {

class DenseEngine final : public StepEngine {
 public:
  DenseEngine(Estimator& estimator, const OptimiserNumbers& optimiser, Crew& crew)
      : estimator_(estimator),
        crew_(crew),
        pass_(estimator.shape(), crew_),
        frozenPass_(estimator.shape(), crew_),
        adam_(optimiser.learningRate, optimiser.weightDecay) {}

  std::span<const float> logits(const GatheredSlates& rows) override {
    return pass_.forward(estimator_.parameters(), rows);
  }

  std::span<const float> frozenLogits(const Estimator& frozen,
                                      const GatheredSlates& rows) override {
    frozen_.resize(static_cast<std::size_t>(rows.rows()) * estimator_.shape().tasks.size());
    frozenPass_.predict(frozen.parameters(), rows, frozen_);
    return frozen_;
  }

  void backward(std::span<const float> gradient) override {
    if (gradient.empty()) {
      pass_.clearGradient();
    } else {
      pass_.backward(estimator_.parameters(), gradient);
    }
  }

  void sumGradient(ProcessGroup& group) override {
    sums_.assign(pass_.gradient().begin(), pass_.gradient().end());
    group.sum(sums_);
    summed_ = true;
  }

  double gradientNorm() override {
    const DenseLayout& layout = pass_.layout();
    if (summed_) return std::sqrt(kernel::sumOfSquares(sums_.data(), sums_.size()));
    const float* const values = pass_.gradient().data();
    double sum =
        kernel::sumOfSquares(values + layout.embedding, layout.parameters - layout.embedding);
    for (const std::uint32_t row : pass_.touched()) {
      const float* const from = values + row * layout.dimension;
      for (std::size_t d = 0; d < layout.dimension; ++d) sum += from[d] * from[d];
    }
    return std::sqrt(sum);
  }

  void apply(double scale) override {
    const std::span<const float> gradient =
        summed_ ? std::span<const float>(sums_) : std::span<const float>(pass_.gradient());
    adam_.step(estimator_.parameters(), gradient, scale, crew_);
  }

  void release() override {
    pass_.release();
    frozenPass_.release();
    frozen_ = {};
  }

 private:
  Estimator& estimator_;
  Crew& crew_;
  DensePass pass_, frozenPass_;
  Adam adam_;
  std::vector<float> frozen_, sums_;
  bool summed_ = false;
};

}  // namespace

std::unique_ptr<StepEngine> makeDenseEngine(Estimator& estimator, const OptimiserNumbers& optimiser,
                                            Crew& crew) {
  return std::make_unique<DenseEngine>(estimator, optimiser, crew);
}

}  // namespace luce
