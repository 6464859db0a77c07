// What follows from a blackboard's slate: scores, π, ρ, r, A, the loss and its gradient on the
// scores, and where a step leads. Everything by the one definition of schemes, regularisers and
// policy that training uses.
//
// The modelled reward q of schemes that need one (direct method, doubly robust) is what the board's
// p promise: q_i = Σ_t w_t·p_i(t).
#pragma once

#include <limits>
#include <vector>

#include "core/objective/slate_objective.h"
#include "core/playground/blackboard_slate.h"

namespace luce {

struct BoardCandidateView {
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  double modelScore = 0;       ///< Σ_t vm_t·p(t)
  double score = 0;            ///< s = modelScore + δ
  double policy = 0;           ///< π_θ
  double reference = 0;        ///< π_ref
  double reward = 0;           ///< r of the candidate's actions, row or not
  double behaviour = kNone;    ///< π_β that divides; NaN = not a row
  double ratio = kNone;        ///< ρ; NaN = not a row
  double advantage = kNone;    ///< A; NaN = not a row
  double coefficient = kNone;  ///< g of the scheme's row term; NaN = not a row
  double gradient = 0;         ///< ∂L/∂s, the sum of the next three
  double schemeGradient = 0;   ///< of λ·scheme
  double klGradient = 0;       ///< of β·KL
  double entropyGradient = 0;  ///< of −η·entropy
  double nextPolicy = 0;       ///< π_θ after one step
  bool isRow() const { return ratio == ratio; }
};

struct BlackboardView {
  std::vector<BoardCandidateView> candidates;
  ObjectiveValue loss;
  ClipBounds clip;            ///< of the scheme's ratio
  double expectedReward = 0;  ///< Σ_i π_i·r_i: what the policy would earn
};

/// slate: as check() allows it, except that propensities need not sum to 1. Every number is finite
/// then, however far steps have led.
BlackboardView viewOf(const BlackboardSlate& slate);

/// One step of gradient descent on the scores.
BlackboardSlate stepped(const BlackboardSlate& slate);

}  // namespace luce
