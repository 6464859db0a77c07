// Ranking quality of an estimator on predicted slates: NDCG, reciprocal rank, average precision and
// hit rate of the order of its scores, one value a slate, so that intervals over slates can be
// made.
//
// Gains are the rewards, or the labels of one task, divided by the place's examination propensity
// where the log states it. Slates without a positive gain say nothing of an order and are left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/score_order.h"
#include "core/evaluation/slate_mean.h"
#include "core/policy/policy_view.h"

namespace luce {

struct RankingQuestion {
  std::optional<std::size_t> task;  ///< whose labels are the gains; none: the rewards
  std::vector<std::int64_t> places{1, 3, 5, 10};
  GainKind gain = GainKind::Linear;
};

struct RankingMeasure {
  std::string key;             ///< "ndcg_at_5", "ndcg", "mrr", "map", "hit_rate_at_1"
  std::string name;            ///< "NDCG@5"
  std::vector<double> values;  ///< one a predicted slate, NaN = left out
  std::string unknown;         ///< why the log cannot tell it, for people; empty = it can
};

struct RankingQuality {
  std::vector<RankingMeasure> measures;  ///< NDCG by places and whole list, MRR, MAP, hit rates
  std::vector<double> weights;           ///< one a slate; empty = all 1
  std::int64_t slates = 0;               ///< predicted
  std::int64_t withoutPositive = 0;      ///< of them left out
  std::string meaning;                   ///< what the numbers can tell, one sentence for people
};

/// Of a bandit log, which shows one item's actions only, the order of all items cannot be judged:
/// those measures are unknown. Known is where the scores put the shown item when its gain is
/// positive, as "chosen_mrr" and "chosen_hit_rate_at_k". Slates are then weighted by 1/π_β where
/// all state it: the mean is the chance that an item that would have earned is among the first k
/// places, whatever the logging policy preferred (Horvitz & Thompson 1952).
RankingQuality rankingQuality(const SlateTable& table, const Predictions& predictions,
                              const PolicySettings& settings, const RankingQuestion& question = {});

/// The mean of each measure over the slates, with its interval.
std::vector<Interval> rankingMeans(const RankingQuality& quality,
                                   const OffPolicySettings& intervals);

}  // namespace luce
