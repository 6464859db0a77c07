#include "core/training/held_out.h"

#include <algorithm>
#include <cmath>

#include "core/dataset/split.h"

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
  judgement.bce = crossEntropy(*judgement.predictions);
  return judgement;
}

double HeldOut::crossEntropy(const Predictions& predictions) const {
  constexpr double kSmallest = 1e-12;
  const LoggedColumns& logged = table_.logged();
  double sum = 0;
  for (std::size_t i = 0; i < labelledRows_.size(); ++i) {
    const auto row = static_cast<std::size_t>(labelledRows_.loggedRow[i]);
    const auto candidate = static_cast<std::size_t>(labelledRows_.candidate[i]);
    const double examination = logged.examination.empty() ? 1.0 : logged.examination[row];
    for (std::size_t task = 0; task < predictions.tasks; ++task) {
      const double label = logged.labels(row, task);
      const double seen = examination * predictions.task(task)[candidate];
      sum -= label * std::log(std::max(seen, kSmallest)) +
             (1 - label) * std::log(std::max(1 - seen, kSmallest));
    }
  }
  const auto cells = static_cast<double>(labelledRows_.size() * predictions.tasks);
  return cells > 0 ? sum / cells : kMissing;
}

}  // namespace luce
