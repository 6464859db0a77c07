// Judges an estimator during training on slates it does not learn from.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/estimator/estimator.h"
#include "core/evaluation/policy_rows.h"
#include "core/policy/policy_view.h"

namespace luce {

struct HeldOutJudgement {
  std::shared_ptr<const Predictions> predictions;
  OffPolicyEstimate estimate;  ///< on the rows that the log supports without bias
  double bce = 0;              ///< mean over (logged row, task), nats; see objective/logit_loss.h
};

class HeldOut {
 public:
  /// slates: thinned evenly when they hold more than 200,000 candidates, so that a judgement stays
  /// short beside an epoch. settings.rows is replaced by naturalRowKind.
  HeldOut(const SlateTable& table, std::span<const std::uint32_t> slates, PolicySettings settings,
          std::uint64_t seed);

  bool empty() const { return slates_.empty(); }
  /// Throws Cancelled.
  HeldOutJudgement judge(const Estimator& estimator, std::stop_token stop) const;

 private:
  const SlateTable& table_;
  std::vector<std::uint32_t> slates_;
  PolicySettings settings_;
  OffPolicySettings offPolicy_;
  LoggingRewards loggingRewards_;
  LoggedRows labelledRows_;
};

}  // namespace luce
