// The objective over a ragged batch of slates: L = λ·(1/n) Σ_rows loss(row) + β·KL(π_θ ‖ π_ref),
// with its gradient on the scores, in one pass of plain loops.
//
//   ∂L/∂s_j = (1/τ)·[ λ/n · (Σ_rows g_i·(1[i=j] − π_j)) + β/B · π_j·(log π_j − log π_ref,j − KL_b)
//   ]
//
// n = number of rows, B = number of non-empty slates. No row: that term and its gradient are 0.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/objective/scheme.h"
#include "core/policy/importance.h"
#include "core/policy/logged_rows.h"

namespace luce {

/// Which loss: fixed during a run.
struct PolicyLoss {
  const Scheme* scheme = nullptr;
  std::vector<double> parameters;  ///< in the scheme's order
  AdvantageKind advantage = AdvantageKind::Raw;
  bool groupBySlate = true;  ///< false: the whole batch is one advantage group
  double temperature = 1;    ///< τ > 0
  double weight = 1;         ///< λ
  double klWeight = 0;       ///< β
};

/// Rows as from selectRows, rewards as from rowRewards. referenceLogPolicy: log π_ref of every
/// candidate, at the same temperature; empty when β = 0.
template <class Real>
struct ObjectiveBatch {
  std::span<const std::int64_t> offsets;
  std::span<const Real> scores;
  const LoggedRows* rows = nullptr;
  std::span<const double> rewards;
  std::span<const Real> referenceLogPolicy;
};

struct ObjectiveValue {
  double reward = 0;   ///< the scheme's mean row loss, before λ
  double kl = 0;       ///< mean over slates, before β; nats
  double entropy = 0;  ///< mean over slates, nats
  double total = 0;    ///< λ·reward + β·kl
};

/// Keeps its buffers between calls, so a steady training step allocates nothing.
template <class Real>
class SlateObjective {
 public:
  /// scoreGradient receives ∂total/∂s, one value a candidate.
  ObjectiveValue evaluate(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch,
                          std::span<Real> scoreGradient);

  /// Of the latest call.
  std::span<const Real> policy() const { return policy_; }
  std::span<const Real> logPolicy() const { return logPolicy_; }
  std::span<const double> ratios() const { return ratios_; }          ///< one a row
  std::span<const double> advantages() const { return advantages_; }  ///< one a row

 private:
  void describeRows(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch);
  double addRewardTerm(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch,
                       std::span<Real> scoreGradient);
  double addDivergenceTerm(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch,
                           std::span<Real> scoreGradient);
  double entropy(std::span<const std::int64_t> offsets) const;

  std::vector<Real> logPolicy_, policy_, rowLoss_, coefficient_, slateSum_;
  std::vector<SchemeRow<Real>> rows_;
  std::vector<double> ratios_, advantages_;
  std::vector<std::uint32_t> oneGroup_;
};

}  // namespace luce
