// The objective over a ragged batch of slates, with its gradient on the scores, in one pass of
// plain loops:
//
//   L = λ·scheme + β·regulariser − η·entropy
//   ∂L/∂s_j = (1/τ)·(c_j − π_j·Σ_i c_i),   c_i = Σ of w·g over the pairs of candidate i
//
// w is λ, β or −η divided by what the scheme's reduction says. List schemes (PairSet::Stages) sum
// the same form over the candidates that are left at each stage. Without pairs a term and its
// gradient are 0.
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
  std::vector<double> parameters = {};  ///< in the scheme's order
  AdvantageKind advantage = AdvantageKind::Raw;
  double temperature = 1;               ///< τ > 0
  double weight = 1;                    ///< λ
  double klWeight = 0;                  ///< β
  const Scheme* regulariser = nullptr;  ///< null: the exact KL(π_θ ‖ π_ref)
  double entropyWeight = 0;             ///< η
};

/// Rows as from selectRows, rewards as from rowRewards. Empty spans of candidates' values stand for
/// zeros.
template <class Real>
struct ObjectiveBatch {
  std::span<const std::int64_t> offsets;
  std::span<const Real> scores;
  const LoggedRows* rows = nullptr;
  std::span<const double> rewards;
  /// log π_ref of every candidate, at the same temperature; empty = no regulariser.
  std::span<const Real> referenceLogPolicy = {};
  std::span<const Real> modelReward = {};     ///< q of every candidate
  std::span<const std::uint32_t> group = {};  ///< advantage group of every row; empty = its slate
  /// List schemes: every slate's candidates in the order of the list.
  std::span<const std::int64_t> listOrder = {};
};

struct ObjectiveValue {
  double reward = 0;   ///< the scheme's loss, before λ
  double kl = 0;       ///< the regulariser's, before β; nats
  double entropy = 0;  ///< mean over slates, nats
  double total = 0;    ///< λ·reward + β·kl − η·entropy
};

/// Whether the loss needs a reward model, a list order.
bool needsModelReward(const PolicyLoss& loss);
bool needsListOrder(const PolicyLoss& loss);

/// The regulariser, where none is named the exact KL.
const Scheme& regulariserOf(const PolicyLoss& loss);

/// Every slate's candidates, best reward first; candidates that are not rows count as 0, ties keep
/// their order. What ListOrder::Reward explains.
void orderByReward(std::span<const std::int64_t> offsets, const LoggedRows& rows,
                   std::span<const double> rewards, std::vector<std::int64_t>& order);

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
  /// g of the scheme's row term, one a row.
  std::span<const Real> rowCoefficients() const { return rowCoefficient_; }

 private:
  void describeRows(const PolicyLoss& loss, const ObjectiveBatch<Real>& batch);
  void describeCandidates(const ObjectiveBatch<Real>& batch);
  /// Adds weight·∂term/∂log π to pull_ (or, for stages, to the gradient); returns the term.
  double addTerm(const Scheme& scheme, std::span<const double> parameters, double weight,
                 const ObjectiveBatch<Real>& batch, std::span<Real> scoreGradient,
                 double temperature);
  double addRowTerm(const Scheme& scheme, std::span<const double> parameters, double weight,
                    const ObjectiveBatch<Real>& batch);
  double addCandidateTerm(const Scheme& scheme, std::span<const double> parameters, double weight,
                          const ObjectiveBatch<Real>& batch);
  double addStageTerm(double weight, const ObjectiveBatch<Real>& batch,
                      std::span<Real> scoreGradient, double temperature);
  void pullScores(const ObjectiveBatch<Real>& batch, double temperature,
                  std::span<Real> scoreGradient) const;

  std::vector<Real> logPolicy_, policy_, loss_, coefficient_, rowCoefficient_, pull_, stageLog_;
  std::vector<SchemeRow<Real>> rows_, candidates_;
  std::vector<double> ratios_, advantages_, slateWeight_;
};

}  // namespace luce
