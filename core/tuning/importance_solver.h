// Weights under which each task has a wanted share of the importance by NDCG gap
// (tuning/importance.h).
#pragma once

#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/progress.h"
#include "core/policy/predictions.h"
#include "core/policy/value_model.h"
#include "core/tuning/share_solver.h"

namespace luce {

struct ImportanceSolution {
  TaskWeights weights;         ///< the best found: Σ|w| and signs as before, 0 where 0 is wanted
  std::vector<double> shares;  ///< reached with them; NaN when there are none
  double error = 0;            ///< largest |share − wanted|
  bool converged = false;      ///< error ≤ tolerance
  int evaluations = 0;
  std::string reason;  ///< for people: why it did not converge; empty if it did
};

/// wanted: one share a task, ≥ 0, Σ = 1 within 0.001. base: gives the signs (a weight of zero
/// counts as positive) and Σ|w|. Begins from how far each task's probabilities spread, so that a
/// task's rate makes no difference. Throws Error for shares out of range, Cancelled.
ImportanceSolution solveImportance(const Predictions& predictions,
                                   const std::vector<std::string>& tasks,
                                   std::span<const double> base, std::span<const double> wanted,
                                   const ShareSolverSettings& settings = {},
                                   const Progress& progress = {}, std::stop_token stop = {});

/// Reads "click=0.3,like=0.7" against the task names; tasks not named get 0. Throws Error as
/// parseTaskWeights, and for shares that are negative or do not sum to 1.
std::vector<double> parseShares(const std::string& text, std::span<const std::string> tasks);

}  // namespace luce
