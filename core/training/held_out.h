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
#include "core/training/parallel/data_share.h"

namespace luce {

/// Where several processes train, process 0 alone judges; the others have no estimate.
struct HeldOutJudgement {
  std::shared_ptr<const Predictions> predictions;
  OffPolicyEstimate estimate;  ///< on the rows that the log supports without bias
  double bce = 0;              ///< mean over (logged row, task), nats; see objective/logit_loss.h
};

class HeldOut {
 public:
  /// slates: thinned evenly when they hold more than 200,000 candidates, so that a judgement stays
  /// short beside an epoch. settings.rows is replaced by naturalRowKind.
  /// share: of this process, where slates are local; null = there is one process. The calls of all
  /// processes belong together.
  HeldOut(const SlateTable& table, std::span<const std::uint32_t> slates, PolicySettings settings,
          std::uint64_t seed, const DataShare* share = nullptr);

  /// The same in all processes.
  bool empty() const { return empty_; }
  /// Throws Cancelled, with several processes Error when one is lost.
  HeldOutJudgement judge(const Estimator& estimator, std::stop_token stop) const;

 private:
  std::vector<std::uint32_t> slatesToPredict() const;
  Predictions gatherPredictions(const Predictions& own) const;

  const SlateTable& table_;
  std::vector<std::uint32_t> slates_;
  PolicySettings settings_;
  const DataShare* share_;
  std::vector<std::uint32_t> predicted_;  ///< local; all that are judged where there is one process
  bool empty_;
  OffPolicySettings offPolicy_;
  LoggingRewards loggingRewards_;
  LoggedRows labelledRows_;
};

}  // namespace luce
