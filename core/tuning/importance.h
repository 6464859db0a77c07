// How much each task decides in a ranking by s = Σ_t w_t·p_t. Two measures, of two things:
//
// NDCG gap: influence. The full ranking is taken for the truth, the gain of a candidate being
// s − min s over its slate. Each slate is ranked again with task t's weight at zero:
//
//   gap_t = 1 − mean over slates of DCG(order without t) / DCG(order by s)       share_t = gap_t /
//   Σ gap
//
// with discount 1/log2(place + 1). Candidates that tie without t are in every order equally likely
// (McSherry & Najork 2008), so that the log's own order lends no task importance. Every gap is in
// [0, 1) and does not change when all weights are multiplied; a weight of zero has a gap of zero,
// a negative weight one like any other, and a single task all of the importance. Slates whose
// candidates all tie say nothing and are left out. When no gap is above zero there are no shares
// (NaN): several tasks that order every slate alike, for example, each of which could be missed.
//
// Regret: how well a task is served. With U_t(order) = mean over slates of Σ_places p_t /
// log2(place + 1),
//
//   regret_t = (U_t(own) − U_t(full)) / (U_t(own) − U_t(random))
//
// own: ranked by p_t alone (against it for a negative weight); random: the mean over all orders,
// which every ranking earns for nothing. 0 = ranked as the task itself would, 1 = no better than
// chance, more = worse. NaN where p_t is the same for all candidates of each slate. The share is
// max(0, 1 − regret_t) over their sum. A task may be served well without having any influence, by
// resembling another.
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "core/policy/predictions.h"
#include "core/policy/value_model.h"

namespace luce {

struct TaskImportance {
  double gap = 0;
  double gapShare = 0;
  double regret = 0;
  double regretShare = 0;  ///< NaN when no task is served better than by chance
};

/// One entry a task. The temperature plays no part: it changes no order. Throws Cancelled.
std::vector<TaskImportance> taskImportance(const Predictions& predictions,
                                           std::span<const double> weights,
                                           std::stop_token stop = {});

/// gap_t alone: what a solver asks again and again. All NaN when every slate ties.
std::vector<double> ndcgGaps(const Predictions& predictions, std::span<const double> weights,
                             std::stop_token stop = {});

/// Values over their sum; all NaN when the sum is not above 0. NaN values count as 0.
std::vector<double> sharesOf(std::span<const double> values);

/// Root of the mean over slates of the variance of p_t among the slate's candidates: how far one
/// unit of weight spreads scores apart.
std::vector<double> spreadInSlates(const Predictions& predictions);

}  // namespace luce
