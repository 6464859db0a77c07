// One ranker of a feedback loop: scores requests, and learns from the logs that it made.
#pragma once

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/simulation/audience/day_log.h"
#include "core/simulation/feedback/loop_settings.h"

namespace luce {

struct RankedDay {
  std::vector<double> scores;        ///< one a candidate
  std::vector<float> probabilities;  ///< task columns over the candidates; empty = none predicted
};

/// Immutable; learning makes a new one, so that a round that is broken off leaves the old.
class Ranker {
 public:
  virtual ~Ranker() = default;
  virtual RankedDay rank(const Audience& audience, const Requests& requests) const = 0;
  /// The ranker after learning from its latest days, oldest first; null = it learns nothing.
  /// Throws Cancelled, Error when training fails.
  virtual std::shared_ptr<const Ranker> learn(
      const Audience& audience, const std::vector<std::shared_ptr<const DayLog>>& days,
      std::stop_token stop) const = 0;
  /// The same with other value weights (of kAudienceTasks): from now on it ranks, and learns, by
  /// these. Null = it has none.
  virtual std::shared_ptr<const Ranker> withWeights(const TaskWeights& weights) const = 0;
  /// Of its estimator, see estimator/estimator.h; empty = it has none.
  virtual std::vector<std::byte> checkpoint() const { return {}; }
  /// By which its predictions are weighed; empty = it predicts nothing.
  virtual TaskWeights valueWeights() const { return {}; }
};

/// Before it has learned anything.
std::shared_ptr<const Ranker> makeRanker(const RankerSettings& settings, std::uint64_t seed);

}  // namespace luce
