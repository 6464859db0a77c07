#include "core/training/held_out.h"

#include "core/dataset/split.h"
#include "core/training/cross_entropy.h"

namespace luce {

namespace {

constexpr std::int64_t kCandidateLimit = 200'000;
constexpr int kResamples = 200;

}  // namespace

HeldOut::HeldOut(const SlateTable& table, std::span<const std::uint32_t> slates,
                 PolicySettings settings, std::uint64_t seed)
    : table_(table),
      slates_(thinSlates(table, slates, kCandidateLimit)),
      settings_(std::move(settings)) {
  settings_.rows = naturalRowKind(table);
  offPolicy_.estimators = {ValueEstimator::Ips, ValueEstimator::Snips};
  offPolicy_.resamples = kResamples;
  offPolicy_.seed = seed;
  loggingRewards_ = loggingRewards(table, slates_, settings_.rewardWeights);
  selectRows(table, slates_, settings_.rows, PropensityRule::One, labelledRows_);
}

HeldOutJudgement HeldOut::judge(const Estimator& estimator, std::stop_token stop) const {
  HeldOutJudgement judgement;
  judgement.predictions =
      std::make_shared<const Predictions>(estimator.predict(table_, slates_, stop));
  judgement.estimate = estimateValue(weighRows(table_, *judgement.predictions, settings_),
                                     loggingRewards_, offPolicy_);
  judgement.bce = crossEntropy(table_, labelledRows_, *judgement.predictions);
  return judgement;
}

}  // namespace luce
