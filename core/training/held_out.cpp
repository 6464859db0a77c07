#include "core/training/held_out.h"

#include "core/dataset/split.h"
#include "core/training/cross_entropy.h"
#include "core/training/parallel/bytes.h"

namespace luce {

namespace {

constexpr std::int64_t kCandidateLimit = 200'000;
constexpr int kResamples = 200;

}  // namespace

HeldOut::HeldOut(const SlateTable& table, std::span<const std::uint32_t> slates,
                 PolicySettings settings, std::uint64_t seed, const DataShare* share)
    : table_(table),
      slates_(thinSlates(table, slates, kCandidateLimit)),
      settings_(std::move(settings)),
      share_(share),
      predicted_(slatesToPredict()),
      empty_(slates_.empty()) {
  settings_.rows = naturalRowKind(table);
  offPolicy_.estimators = {ValueEstimator::Ips, ValueEstimator::Snips};
  offPolicy_.resamples = kResamples;
  offPolicy_.seed = seed;
  if (share_ != nullptr) {
    empty_ = share_->validationCount == 0;
    if (!share_->leads()) return;
  }
  loggingRewards_ = loggingRewards(table, slates_, settings_.rewardWeights);
  selectRows(table, slates_, settings_.rows, PropensityRule::One, labelledRows_);
}

std::vector<std::uint32_t> HeldOut::slatesToPredict() const {
  if (share_ == nullptr) return slates_;
  // Only process 0 can thin, since it alone holds them all.
  ByteWriter chosen;
  if (share_->leads()) {
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t slate : slates_) numbers.push_back(share_->numberOf[slate]);
    chosen.add(numbers);
  }
  const auto all = share_->group->gather(chosen.bytes());
  std::vector<std::uint32_t> own;
  for (const std::uint32_t number : ByteReader(all.front()).read<std::uint32_t>()) {
    if (number < share_->predictBegin || number >= share_->predictEnd) continue;
    own.push_back(share_->localOf[number]);
  }
  return own;
}

Predictions HeldOut::gatherPredictions(const Predictions& own) const {
  ByteWriter writer;
  writer.add(own.probabilities);
  const auto parts = share_->group->gather(writer.bytes());
  Predictions all;
  all.tasks = own.tasks;
  if (!share_->leads()) return all;
  all.slates = slates_;
  all.offsets.assign(1, 0);
  for (const std::uint32_t slate : slates_) {
    all.offsets.push_back(all.offsets.back() + table_.candidates(slate).count);
  }
  std::vector<std::vector<float>> values;
  for (const auto& part : parts) values.push_back(ByteReader(part).read<float>());
  for (std::size_t task = 0; task < all.tasks; ++task) {
    for (const std::vector<float>& part : values) {
      const std::size_t count = part.size() / all.tasks;
      const auto begin = part.begin() + static_cast<std::ptrdiff_t>(task * count);
      all.probabilities.insert(all.probabilities.end(), begin,
                               begin + static_cast<std::ptrdiff_t>(count));
    }
  }
  return all;
}

HeldOutJudgement HeldOut::judge(const Estimator& estimator, std::stop_token stop) const {
  HeldOutJudgement judgement;
  // Where one process of several stops, the others must not wait for it here.
  Predictions predictions =
      estimator.predict(table_, predicted_, share_ == nullptr ? stop : std::stop_token());
  if (share_ != nullptr) predictions = gatherPredictions(predictions);
  judgement.predictions = std::make_shared<const Predictions>(std::move(predictions));
  if (share_ != nullptr && !share_->leads()) return judgement;
  judgement.estimate = estimateValue(weighRows(table_, *judgement.predictions, settings_),
                                     loggingRewards_, offPolicy_);
  judgement.bce = crossEntropy(table_, labelledRows_, *judgement.predictions);
  return judgement;
}

}  // namespace luce
