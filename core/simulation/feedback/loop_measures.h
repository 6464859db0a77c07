// What a round of a ranker is judged by. All rewards are true ones: what users would do in
// expectation, by the audience's own value weights, whatever weights the ranker has.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/evaluation/seed_mean.h"
#include "core/simulation/audience/day_log.h"

namespace luce {

struct LoopMeasures {
  double requests = 0;       ///< users who were there
  double reward = 0;         ///< of a request: see expectedSlateReward
  double regret = 0;         ///< what the best order by immediate reward would have earned more
  double rewardPerUser = 0;  ///< reward × requests / all users: what the service earns a day
  double returnShare = 0;    ///< of today's users, who come back the next day
  double satisfaction = 0;   ///< mean of all users, 0 … 1
  double coverage = 0;       ///< share of the items on offer that some request looked at
  double gini = 0;           ///< of looks over items on offer: 0 = all the same, 1 = one has all
  /// Predicted over true reward of what was shown, weighed by looks: 1 = calibrated, above =
  /// promises too much. NaN for rankers that predict nothing, or a true reward that is not
  /// positive.
  double promise = 0;
  /// Expected calibration error of clicks on looked-at candidates (15 bins, against the truth). NaN
  /// for rankers that predict nothing.
  double clickError = 0;
};

/// A measure for tables, charts and documents.
struct LoopMeasure {
  const char* id;     ///< "reward"
  const char* title;  ///< for people
  const char* help;   ///< one sentence
  double LoopMeasures::*value;
};
std::span<const LoopMeasure> loopMeasures();
/// Throws Error that lists the measures there are.
const LoopMeasure& findLoopMeasure(const std::string& id);

/// What a ranker predicted of a day: task columns over the day's candidates; empty = nothing.
struct PredictedDay {
  std::span<const float> probabilities;
  std::span<const double> weights;  ///< the ranker's value weights
};
LoopMeasures measureDay(const Audience& audience, const Crowd& crowd, const DayLog& day,
                        const PredictedDay& predicted);

/// Σ_i Σ_j |x_i − x_j| / (2 n Σ x) (Gini 1912); 0 without any.
double giniOf(std::vector<double> amounts);

/// One ranker in one round of one seed.
struct LoopPoint {
  std::size_t ranker = 0;  ///< index in LoopSettings::rankers
  int seed = 0;            ///< from 0
  int round = 0;           ///< from 0
  LoopMeasures measures;
};

/// Mean over seeds with its interval, by round. Seeds without a value (NaN) are left out; rounds
/// without any come as NaN.
std::vector<SeedMean> loopCurve(std::span<const LoopPoint> points, std::size_t ranker,
                                const LoopMeasure& measure);

/// The mean over rounds from firstRound on, by seed.
SeedMean meanOverRounds(std::span<const LoopPoint> points, std::size_t ranker,
                        const LoopMeasure& measure, int firstRound);

/// The mean over rounds from firstRound on of (ranker − other), pair by pair of one seed: common
/// random numbers take most of the seeds' own spread away.
SeedMean pairedDifference(std::span<const LoopPoint> points, std::size_t ranker, std::size_t other,
                          const LoopMeasure& measure, int firstRound);

}  // namespace luce
