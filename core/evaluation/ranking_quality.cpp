#include "core/evaluation/ranking_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace luce {

namespace {

constexpr const char* kOneItemOnly =
    "The log shows the actions of one item of each slate only, so the order of the others cannot "
    "be judged.";

TaskWeights gainWeights(const SlateTable& table, const PolicySettings& settings,
                        const RankingQuestion& question) {
  if (!question.task) return settings.rewardWeights;
  TaskWeights weights(table.taskCount(), 0.0);
  weights.at(*question.task) = 1;
  return weights;
}

/// Every measure of the order of a whole list, without values.
std::vector<RankingMeasure> orderMeasures(const std::vector<std::int64_t>& places) {
  std::vector<RankingMeasure> measures;
  for (const std::int64_t k : places) {
    measures.push_back({fmt::format("ndcg_at_{}", k), fmt::format("NDCG@{}", k), {}, {}});
  }
  measures.push_back({"ndcg", "NDCG", {}, {}});
  measures.push_back({"mrr", "MRR", {}, {}});
  measures.push_back({"map", "MAP", {}, {}});
  for (const std::int64_t k : places) {
    measures.push_back({fmt::format("hit_rate_at_{}", k), fmt::format("Hit rate@{}", k), {}, {}});
  }
  return measures;
}

std::vector<RankingMeasure> chosenMeasures(const std::vector<std::int64_t>& places) {
  std::vector<RankingMeasure> measures{{"chosen_mrr", "MRR of the shown item", {}, {}}};
  for (const std::int64_t k : places) {
    measures.push_back({fmt::format("chosen_hit_rate_at_{}", k),
                        fmt::format("Hit rate@{} of the shown item", k),
                        {},
                        {}});
  }
  return measures;
}

std::size_t sizeOf(const Predictions& predictions, std::size_t local) {
  return static_cast<std::size_t>(predictions.offsets[local + 1] - predictions.offsets[local]);
}

RankingQuality judgeSlateLog(const Predictions& predictions, std::span<const float> scores,
                             std::span<const double> gains, const RankingQuestion& question) {
  RankingQuality quality;
  quality.measures = orderMeasures(question.places);
  quality.meaning =
      "The order of the scores against what users did with the shown candidates; slates without a "
      "positive gain are left out, equal scores count as every order of theirs.";
  ScoreOrder order;
  for (std::size_t local = 0; local < predictions.slates.size(); ++local) {
    const auto begin = static_cast<std::size_t>(predictions.offsets[local]);
    const std::size_t count = sizeOf(predictions, local);
    const auto own = gains.subspan(begin, count);
    order.assign(scores.subspan(begin, count));
    auto measure = quality.measures.begin();
    const auto add = [&](double value) { (measure++)->values.push_back(value); };
    for (const std::int64_t k : question.places) {
      add(order.normalisedDiscountedGain(own, k, question.gain));
    }
    add(order.normalisedDiscountedGain(own, kWholeList, question.gain));
    const double reciprocal = order.reciprocalRank(own);
    if (std::isnan(reciprocal)) ++quality.withoutPositive;
    add(reciprocal);
    add(order.averagePrecision(own));
    for (const std::int64_t k : question.places) add(order.hit(own, k));
  }
  return quality;
}

RankingQuality judgeBanditLog(const SlateTable& table, const Predictions& predictions,
                              std::span<const float> scores, std::span<const double> gains,
                              const RankingQuestion& question) {
  RankingQuality quality;
  quality.measures = orderMeasures(question.places);
  for (RankingMeasure& measure : quality.measures) {
    measure.values.assign(predictions.slates.size(), kMissing);
    measure.unknown = kOneItemOnly;
  }
  std::vector<RankingMeasure> chosen = chosenMeasures(question.places);
  bool stated = true;
  ScoreOrder order;
  std::vector<double> onlyChosen;
  for (std::size_t local = 0; local < predictions.slates.size(); ++local) {
    const std::size_t slate = predictions.slates[local];
    const auto begin = static_cast<std::size_t>(predictions.offsets[local]);
    const std::size_t count = sizeOf(predictions, local);
    if (!(gains[local] > 0)) {
      ++quality.withoutPositive;
      for (RankingMeasure& measure : chosen) measure.values.push_back(kMissing);
      quality.weights.push_back(0);
      continue;
    }
    const double propensity = table.logged().propensity[slate];
    stated = stated && !std::isnan(propensity);
    quality.weights.push_back(1 / propensity);
    onlyChosen.assign(count, 0);
    onlyChosen[table.action(slate)] = gains[local];
    order.assign(scores.subspan(begin, count));
    auto measure = chosen.begin();
    (measure++)->values.push_back(order.reciprocalRank(onlyChosen));
    for (const std::int64_t k : question.places) {
      (measure++)->values.push_back(order.hit(onlyChosen, k));
    }
  }
  quality.meaning =
      stated ? "Where the scores put an item that earned: slates whose shown item had a positive "
               "gain, weighted by one over its propensity."
             : "Where the scores put the shown item when it earned; not every row states a "
               "propensity, so items that the logging policy preferred count more.";
  if (!stated) quality.weights.clear();
  for (RankingMeasure& measure : chosen) quality.measures.push_back(std::move(measure));
  return quality;
}

}  // namespace

RankingQuality rankingQuality(const SlateTable& table, const Predictions& predictions,
                              const PolicySettings& settings, const RankingQuestion& question) {
  const ScoredCandidates scored = applySettings(predictions, settings);
  LoggedRows rows;
  selectRows(table, predictions.slates, naturalRowKind(table), PropensityRule::One, rows);
  std::vector<double> gains;
  rowRewards(table, rows, gainWeights(table, settings, question), gains);
  RankingQuality quality = table.shape() == LogShape::Slate
                               ? judgeSlateLog(predictions, scored.scores, gains, question)
                               : judgeBanditLog(table, predictions, scored.scores, gains, question);
  quality.slates = static_cast<std::int64_t>(predictions.slates.size());
  return quality;
}

std::vector<Interval> rankingMeans(const RankingQuality& quality,
                                   const OffPolicySettings& intervals) {
  std::vector<std::span<const double>> values;
  for (const RankingMeasure& measure : quality.measures) values.emplace_back(measure.values);
  std::vector<Interval> means;
  for (const SlateMean& mean : slateMeans(values, quality.weights, intervals)) {
    means.push_back(mean.mean);
  }
  return means;
}

}  // namespace luce
