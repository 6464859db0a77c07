// The network's side of a step whose loss is computed by plain loops: logits out, a gradient on
// them in, one step of the optimiser. Two ways: DensePass on the processor, and LibTorch's
// automatic differentiation for what that does not do (other devices, mixed precision).
#pragma once

#include <memory>
#include <span>

#include "core/common/crew.h"
#include "core/common/error.h"
#include "core/dataset/gather.h"
#include "core/estimator/estimator.h"
#include "core/training/parallel/process_group.h"

namespace luce {

/// The device has no room for so large a batch. The weights are as they were before the
/// step, unless it was the optimiser itself that had no room.
class OutOfMemory : public Error {
 public:
  using Error::Error;
};

/// Throws OutOfMemory or std::bad_alloc.
class StepEngine {
 public:
  virtual ~StepEngine() = default;

  /// Logits of a batch, rows × tasks; valid until the next call.
  virtual std::span<const float> logits(const GatheredSlates& rows) = 0;
  /// Those of a frozen estimator of the same shape, on the same device; valid likewise.
  virtual std::span<const float> frozenLogits(const Estimator& frozen,
                                              const GatheredSlates& rows) = 0;
  /// gradient: ∂loss/∂logits of the latest logits(). Empty for none: then the gradient is 0.
  virtual void backward(std::span<const float> gradient) = 0;
  /// Replaces the gradient on the parameters by its sum over processes.
  virtual void sumGradient(ProcessGroup& group) = 0;
  virtual double gradientNorm() = 0;
  /// One step of AdamW with the gradient times `scale`.
  virtual void apply(double scale) = 0;
  /// Gives memory back that the next step would take again.
  virtual void release() = 0;
};

struct OptimiserNumbers {
  double learningRate = 1e-3;
  double weightDecay = 0;
};

/// estimator, on the processor, and crew must outlive it.
std::unique_ptr<StepEngine> makeDenseEngine(Estimator& estimator, const OptimiserNumbers& optimiser,
                                            Crew& crew);

}  // namespace luce
