// Any policy on logged slates: its probabilities of all candidates, and what the logged rows say of
// it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/evaluation/off_policy.h"
#include "core/policy/policy_view.h"

namespace luce {

enum class PolicyKind {
  Estimated,
  Uniform,  ///< exactly 1/N, which a float is not
  Logging,  ///< π_β itself, so that ρ is exactly 1
};

/// π of the first place. Equal slates and offsets for policies that are compared.
struct PolicyProbabilities {
  std::vector<std::uint32_t> slates;  ///< of the table, in order
  std::vector<std::int64_t> offsets;  ///< slates + 1
  std::vector<float> policy;          ///< every candidate; NaN = not known (logging policies)
  PolicyKind kind = PolicyKind::Estimated;
};

PolicyProbabilities policyOf(const Predictions& predictions, const PolicySettings& settings);
/// π = 1/N.
PolicyProbabilities uniformPolicy(const SlateTable& table, std::span<const std::uint32_t> slates);
/// π = π_β as logged; NaN where the log does not state it.
PolicyProbabilities loggingPolicy(const SlateTable& table, std::span<const std::uint32_t> slates);

/// What estimators need beside the log and the policy.
struct EvaluationAids {
  /// Task probabilities of the same slates by models that did not learn from them; see
  /// training/reward_model.h. Null: estimators with a reward model are not available.
  const Predictions* rewardModel = nullptr;
  /// Of MIPS. Empty: the one that SLOPE chooses among those of the items.
  std::string category;
  bool places = true;     ///< compute position-aware ratios where the log states places
  bool balanced = false;  ///< fit the classifier of balanced IPS: seconds for many rows
};

/// Rows of the slates weighted by the policy. Rows of candidates whose π is not known are left out.
WeightedRows weighRows(const SlateTable& table, const PolicyProbabilities& policy,
                       const PolicySettings& settings, const EvaluationAids& aids);
/// The ratios alone: for estimates that are made often.
WeightedRows weighRows(const SlateTable& table, const Predictions& predictions,
                       const PolicySettings& settings);

/// See LoggingRewards: of drawn first places or the bandit's actions; where no first place is
/// known, of all rows.
LoggingRewards loggingRewards(const SlateTable& table, std::span<const std::uint32_t> slates,
                              std::span<const double> rewardWeights);

/// Where the policy puts weight on what the log cannot tell of: no estimator sees there but DM,
/// which guesses.
struct SupportViolations {
  std::int64_t candidates = 0;  ///< (slate, candidate) pairs with π > 0 whose π_β is missing
  double probability = 0;       ///< their mean π a slate
  std::int64_t items = 0;       ///< bandit logs: items with π > 0 that no evaluated row took
};
SupportViolations supportViolations(const SlateTable& table, const PolicyProbabilities& policy,
                                    const PolicySettings& settings);

}  // namespace luce
