// What a setting of value weights and temperature would have earned on slates that an estimator has
// judged already: no tensor, some milliseconds for 100,000 candidates.
//
// With π = softmax(s/τ) of the setting and the rows (policy/logged_rows.h) weighted by ρ, the
// outcomes are
//
//   each task      Σ ρ a_t / Σ ρ      how often the first place earns the action (SNIPS); for
//                                     observed rows this is the exact mean over slates of Σ_i π_i
//                                     a_t,i
//   reward         Σ_t w_t · outcome of task t, under fixed reward weights w
//   greedy reward  the same for the best-scored candidate alone (τ → 0; ties: the first in the log)
//   NDCG           of the score order against the rewards, as PolicyReport::ndcg; slate logs only
//   ESS            (Σ ρ)² / Σ ρ²
//
// a_t: the logged action, divided by the place's examination propensity for observed rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/off_policy.h"
#include "core/policy/policy_view.h"
#include "core/tuning/shared_resamples.h"
#include "core/tuning/sweep_document.h"

namespace luce {

enum class OutcomeKind { Task, Reward, GreedyReward, Ndcg, EffectiveSampleSize };

struct Outcome {
  OutcomeKind kind = OutcomeKind::Task;
  std::size_t task = 0;        ///< of Task
  std::string name;            ///< the task's, or "reward", "greedy_reward", "ndcg", "ess"
  bool lowerIsBetter = false;  ///< actions of tasks whose reward weight is below 0
};

/// How settings are judged: what stays the same for all of them.
struct TuningBasis {
  TaskWeights rewardWeights;
  RowKind rows = RowKind::Drawn;
  PropensityRule rule = PropensityRule::One;
  int resamples = 200;  ///< of the bootstrap over slates; 0 = no intervals
  double confidence = 0.95;
  std::uint64_t seed = 1;
};

/// One setting's outcomes. NaN where no row says anything.
struct SettingOutcomes {
  std::vector<double> values;     ///< one an outcome
  std::vector<double> resampled;  ///< resamples × outcomes
};

class SettingEvaluator {
 public:
  /// Keeps a reference to the predictions, but not to the table. Throws Error when the log has no
  /// such rows (requireRows), or the predictions no slate.
  SettingEvaluator(const SlateTable& table, const Predictions& predictions,
                   const TuningBasis& basis);

  const std::vector<Outcome>& outcomes() const { return outcomes_; }
  const TuningBasis& basis() const { return basis_; }
  std::int64_t slates() const { return static_cast<std::int64_t>(predictions_.slates.size()); }
  std::int64_t rows() const { return static_cast<std::int64_t>(rowCandidate_.size()); }
  /// Whether every row's π_β was logged, none assumed by the rule.
  bool statedPropensities() const { return statedPropensities_; }

  /// Safe from several threads at once.
  SettingOutcomes evaluate(const TuningSetting& setting) const;

  /// The outcome with its bootstrap interval.
  Interval interval(const SettingOutcomes& of, std::size_t outcome) const;
  /// `of` minus `to`, resample by resample.
  Interval difference(const SettingOutcomes& of, const SettingOutcomes& to,
                      std::size_t outcome) const;

 private:
  struct Columns;
  void prepareRows(const SlateTable& table);
  void prepareGains(const SlateTable& table);
  void addRows(std::span<const float> policy, std::span<float> sums) const;
  void addGreedyRows(std::span<const std::uint32_t> best, std::span<float> sums) const;
  void addGains(std::span<const float> scores, std::span<float> sums) const;
  std::vector<std::uint32_t> bestCandidates(std::span<const float> scores) const;
  /// sums: one of each column.
  void outcomesOf(std::span<const double> sums, std::span<double> values) const;
  Interval withBounds(double value, std::vector<double>& resampled) const;

  TuningBasis basis_;
  const Predictions& predictions_;
  std::vector<Outcome> outcomes_;
  SharedResamples resamples_;

  std::vector<std::uint32_t> rowCandidate_, rowSlate_;
  std::vector<double> rowBehaviour_;  ///< NaN = the rule
  std::vector<float> rowActions_;     ///< rows × tasks
  std::vector<float> rowReward_;
  bool statedPropensities_ = true;
  std::vector<double> gains_;  ///< a candidate: its reward; slate logs only
  std::vector<double>
      idealGain_;  ///< a slate: the best discounted gain; NaN without a positive one
  std::vector<double> discounts_;  ///< by place
};

}  // namespace luce
