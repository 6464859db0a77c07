// One optimisation step of an estimator. LibTorch stays inside: the network's forward and backward
// pass and Adam are tensors, the loss between them is objective/logit_loss.h.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/estimator/estimator.h"
#include "core/objective/logit_loss.h"
#include "core/training/batch.h"

namespace luce {

struct StepResult {
  LossValue loss;
  double gradientNorm = 0;  ///< before clipping
  /// False: loss or gradient was not finite and the weights were left as they were.
  bool finite = true;
};

/// AdamW (Kingma & Ba 2015; Loshchilov & Hutter 2019) on one estimator, which must outlive it.
class Learner {
 public:
  struct Settings {
    double learningRate = 1e-3;
    double weightDecay = 0;
    double gradientClip = 0;  ///< largest gradient norm; 0 = none
    double taskWeight = 1;    ///< of BCE
  };

  Learner(Estimator& estimator, const Settings& settings, std::vector<double> valueWeights);
  ~Learner();

  /// BCE only.
  StepResult superviseStep(const TrainingBatch& batch);
  /// BCE + λ·scheme + β·KL(π_θ ‖ π_reference). reference: frozen, same shape, on the same device;
  /// not used when β = 0.
  StepResult alignStep(const TrainingBatch& batch, const PolicyLoss& loss,
                       const Estimator& reference);

  /// ρ of the rows of the latest alignStep.
  std::span<const double> ratios() const;

 private:
  StepResult step(const TrainingBatch& batch, const PolicyLoss* loss, const Estimator* reference);
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace luce
