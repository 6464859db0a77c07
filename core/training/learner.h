// One optimisation step of an estimator. On the CPU it is plain loops and matrix products
// (training/step_engine.h) around the loss of objective/logit_loss.h; on other devices the whole
// step is tensor expressions that never wait for the device.
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/common/crew.h"
#include "core/estimator/estimator.h"
#include "core/objective/logit_loss.h"
#include "core/training/batch.h"
#include "core/training/parallel/process_group.h"
#include "core/training/step_engine.h"

namespace luce {

struct StepResult {
  LossValue loss;
  double gradientNorm = 0;  ///< before clipping
  double learningRate = 0;
  /// False: loss or gradient was not finite. On the CPU the weights were left as they were; on
  /// other devices they may be spoilt, since the step had gone on before anyone could see.
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
    /// w: what the reward model q_i = Σ_t w_t·p_reference,i(t) of DM and DR values.
    std::vector<double> rewardWeights = {};
    Precision precision = Precision::Float32;
    bool tensors = false;  ///< take the tensor path on the CPU too
    /// Others that compute parts of the same batches; null = none. Steps must then be taken by all
    /// of them together and throw Error when one is lost, Cancelled when one was asked to stop.
    ProcessGroup* group = nullptr;
    /// Whose threads compute; null = threads of its own, as many as useThreads() said.
    Crew* crew = nullptr;
    std::stop_token stop = {};  ///< only looked at with a group
  };

  Learner(Estimator& estimator, const Settings& settings, std::vector<double> valueWeights);
  ~Learner();

  /// BCE only. Steps throw OutOfMemory; a smaller batch may then follow.
  void superviseStep(const TrainingBatch& batch);
  /// BCE + λ·scheme + β·regulariser − η·entropy. reference: frozen, same shape, on the same device:
  /// what the regulariser compares with and the reward model of schemes that use one. The batch
  /// must live until results(). What the reference says of a slate is remembered by the batch's
  /// `slates`, which must be of one log.
  void alignStep(const TrainingBatch& batch, const PolicyLoss& loss, const Estimator& reference);

  /// Of the steps since the last call, oldest first. Waits for the device.
  std::vector<StepResult> results();
  /// Whether results() waits: then it is worth calling it once in many steps.
  bool deferred() const;

  /// The policy and the rows of the latest alignStep before results().
  const SlateObjective<float>& objective() const;
  /// The latest batch as the loss saw it: with a group that of all processes, without features.
  const TrainingBatch& seen() const;

 private:
  void step(const TrainingBatch& batch, const PolicyLoss* loss, const Estimator* reference);
  void stepAlone(const TrainingBatch& batch, const PolicyLoss* loss, const Estimator* reference);
  void stepTogether(const TrainingBatch& batch, const PolicyLoss* loss, const Estimator* reference);
  /// What the frozen estimator says of the batch: log π_ref and q.
  void consultReference(const Estimator& reference, const TrainingBatch& batch,
                        const PolicyLoss& loss);
  void finishStep(StepResult& result);
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace luce
