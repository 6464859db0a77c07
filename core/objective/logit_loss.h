// The whole loss of a batch, from task logits to its gradient on them:
//
//   p = sigmoid(z);  s_i = Σ_t vm_t·p_i,t;  L = b·BCE + λ·scheme + β·KL
//   BCE = mean over (logged row, task) of −[y log(e·p) + (1−y) log(1 − e·p)]
//
// e is the examination propensity of the row's place (1 if the log states none): what is logged is
// an action after examination, so e·p is what the labels are drawn from (Richardson et al. 2007;
// the position-aware likelihood of Guo et al. 2019). The estimator's p is then free of position.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/objective/slate_objective.h"

namespace luce {

/// Labels of logged rows: what BCE is fitted to.
struct LabelledRows {
  std::vector<std::int64_t> candidate;  ///< local candidate row
  std::vector<float> labels;            ///< rows × tasks
  std::vector<float> examination;       ///< empty = 1 each
};

struct LossValue {
  double bce = 0;
  ObjectiveValue objective;  ///< zeros when there is no policy term
  double total = 0;
};

class LogitLoss {
 public:
  /// logits: candidates × tasks, row by row; gradient: the same shape, overwritten. policyLoss null
  /// = supervised: only BCE, and `batch` may hold just offsets. valueWeights: vm, one a task.
  /// batch.scores is computed here.
  LossValue evaluate(std::span<const float> logits, std::span<const double> valueWeights,
                     double bceWeight, const LabelledRows& labelled, const PolicyLoss* policyLoss,
                     ObjectiveBatch<float> batch, std::span<float> gradient);

  const SlateObjective<float>& objective() const { return objective_; }

 private:
  SlateObjective<float> objective_;
  std::vector<float> probability_, softplus_, score_, scoreGradient_, weights_;
};

}  // namespace luce
