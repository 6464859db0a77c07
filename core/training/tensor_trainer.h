// A step as one graph of tensors, the loss included, which never waits for the device.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/training/learner.h"

namespace luce {

class TensorTrainer {
 public:
  virtual ~TensorTrainer() = default;
  /// view: of the batch, without scores. loss and reference: null = supervised.
  virtual void step(const TrainingBatch& batch, const ObjectiveBatch<float>& view,
                    const PolicyLoss* loss, const Estimator* reference) = 0;
  /// Of the steps since the last call. Waits for the device; the latest batch must still live.
  virtual std::vector<StepResult> results() = 0;
  /// Of the latest step before results().
  virtual const SlateObjective<float>& objective() const = 0;
};

/// estimator must outlive it.
std::unique_ptr<TensorTrainer> makeTensorTrainer(Estimator& estimator,
                                                 const Learner::Settings& settings,
                                                 std::vector<double> valueWeights);

}  // namespace luce
