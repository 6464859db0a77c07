#include "core/evaluation/balanced_ratios.h"

#include <algorithm>
#include <cmath>

#include "core/common/random.h"
#include "core/dataset/gather.h"
#include "core/evaluation/logistic_regression.h"
#include "core/evaluation/policy_rows.h"

namespace luce {

namespace {

constexpr std::size_t kFolds = 2;
constexpr std::size_t kMostRows = 40'000;  // a fold's classifier learns from at most
constexpr std::size_t kMostNumbers = 48;   // numeric features that it sees
constexpr std::size_t kSlatesAtOnce = 1024;
constexpr double kRidge = 1;
constexpr double kLeastLogarithm = -30;
constexpr double kLargestLogit = 20;

/// Features of (slate, candidate) pairs: 1, log π, log of the item's logged share, numbers.
class PairFeaturesReader {
 public:
  PairFeaturesReader(const SlateTable& table, const PolicyProbabilities& policy,
                     const LoggedRows& rows)
      : table_(table),
        policy_(policy),
        moments_(numericMoments(table, policy.slates)),
        numbers_(std::min(moments_.mean.size(), kMostNumbers)) {
    // One more of each, so that no share is zero.
    logShare_.assign(table.catalogue().size(), 1.0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t local = rows.slate[i];
      const std::int64_t place = rows.candidate[i] - policy.offsets[local];
      logShare_[table.item(policy.slates[local], place)] += 1;
    }
    for (double& share : logShare_) share = std::log(share / static_cast<double>(rows.size()));
  }

  std::size_t columns() const { return 3 + numbers_; }

  /// chosen: places in the slates' candidate lists, one a local slate.
  void read(std::span<const std::uint32_t> locals, std::span<const std::int64_t> chosen,
            Matrix<double>& out) {
    slates_.clear();
    for (const std::uint32_t local : locals) slates_.push_back(policy_.slates[local]);
    gatherSlates(table_, slates_, gathered_);
    const std::size_t width = moments_.mean.size();
    for (std::size_t i = 0; i < locals.size(); ++i) {
      const auto row = static_cast<std::size_t>(gathered_.offsets[i] + chosen[i]);
      const auto global = static_cast<std::size_t>(policy_.offsets[locals[i]] + chosen[i]);
      const auto values = out.appendRow();
      values[0] = 1;
      values[1] = std::max(kLeastLogarithm, std::log(static_cast<double>(policy_.policy[global])));
      values[2] = logShare_[table_.item(slates_[i], chosen[i])];
      for (std::size_t c = 0; c < numbers_; ++c) {
        const float value = gathered_.numeric[row * width + c];
        values[3 + c] = std::isnan(value) ? 0.0
                                          : (static_cast<double>(value) - moments_.mean[c]) /
                                                moments_.deviation[c];
      }
    }
  }

 private:
  const SlateTable& table_;
  const PolicyProbabilities& policy_;
  NumericMoments moments_;
  std::size_t numbers_;
  std::vector<double> logShare_;
  std::vector<std::uint32_t> slates_;
  GatheredSlates gathered_;
};

std::int64_t drawFrom(std::span<const float> policy, Random& random) {
  double left = random.uniform();
  for (std::size_t i = 0; i < policy.size(); ++i) {
    left -= policy[i];
    if (left < 0) return static_cast<std::int64_t>(i);
  }
  return static_cast<std::int64_t>(policy.size()) - 1;
}

LogisticModel fitFold(const PolicyProbabilities& policy, const LoggedRows& rows,
                      std::span<const std::size_t> training, PairFeaturesReader& reader) {
  const std::size_t step = (training.size() + kMostRows - 1) / kMostRows;
  Matrix<double> features;
  features.setColumns(reader.columns());
  std::vector<double> labels;
  std::vector<std::uint32_t> locals;
  std::vector<std::int64_t> logged, drawn;
  const auto flush = [&] {
    reader.read(locals, logged, features);
    labels.insert(labels.end(), locals.size(), 0.0);
    reader.read(locals, drawn, features);
    labels.insert(labels.end(), locals.size(), 1.0);
    locals.clear();
    logged.clear();
    drawn.clear();
  };
  for (std::size_t t = 0; t < training.size(); t += step) {
    const std::size_t row = training[t];
    const std::uint32_t local = rows.slate[row];
    const auto first = static_cast<std::size_t>(policy.offsets[local]);
    const auto count = static_cast<std::size_t>(policy.offsets[local + 1]) - first;
    Random random(7, local);
    locals.push_back(local);
    logged.push_back(rows.candidate[row] - policy.offsets[local]);
    drawn.push_back(drawFrom(std::span<const float>(policy.policy).subspan(first, count), random));
    if (locals.size() == kSlatesAtOnce) flush();
  }
  flush();
  return fitLogistic(features, labels, kRidge);
}

void predictFold(const PolicyProbabilities& policy, const LoggedRows& rows,
                 std::span<const std::size_t> judged, const LogisticModel& model,
                 PairFeaturesReader& reader, std::span<double> ratios) {
  for (std::size_t begin = 0; begin < judged.size(); begin += kSlatesAtOnce) {
    const auto part = judged.subspan(begin, std::min(kSlatesAtOnce, judged.size() - begin));
    std::vector<std::uint32_t> locals;
    std::vector<std::int64_t> logged;
    for (const std::size_t row : part) {
      locals.push_back(rows.slate[row]);
      logged.push_back(rows.candidate[row] - policy.offsets[rows.slate[row]]);
    }
    Matrix<double> features;
    features.setColumns(reader.columns());
    reader.read(locals, logged, features);
    for (std::size_t i = 0; i < part.size(); ++i) {
      ratios[part[i]] = std::exp(std::min(model.logit(features.row(i)), kLargestLogit));
    }
  }
}

}  // namespace

void addBalancedRatios(const SlateTable& table, const PolicyProbabilities& policy,
                       const LoggedRows& rows, WeightedRows& weighted) {
  if (weighted.kind != RowKind::Drawn) {
    weighted.whyNotBalanced = "Only drawn rows are choices that a classifier can tell apart.";
    return;
  }
  if (rows.size() < 2 * kFolds) {
    weighted.whyNotBalanced = "There are too few rows to fit a classifier.";
    return;
  }
  for (const float probability : policy.policy) {
    if (!std::isnan(probability)) continue;
    weighted.whyNotBalanced = "The policy's probability of some candidates is not known.";
    return;
  }
  std::vector<double> ratios(rows.size());
  PairFeaturesReader reader(table, policy, rows);
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<std::size_t> training, judged;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      (i % kFolds == fold ? judged : training).push_back(i);
    }
    const LogisticModel model = fitFold(policy, rows, training, reader);
    predictFold(policy, rows, judged, model, reader, ratios);
  }
  weighted.balancedRatio = std::move(ratios);
}

}  // namespace luce
