// The closed loop: policy determines experience, experience determines actions, actions become
// data, the model trains on that data again.
//
//   FeedbackLoop loop(loopFromJson(document));
//   while (!loop.finished()) loop.playRound(stop, tell);     // pause = do not call
//   for (const LoopPoint& point : loop.points()) …
//
// Every round, every ranker of every seed: its users who are there ask, it ranks, they act, it
// learns from its own last logs; then the day ends for all. In the first round all rankers are the
// logging policy, so that they start from one log. Numbers are the same on any number of threads.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/simulation/feedback/loop_measures.h"
#include "core/simulation/feedback/loop_settings.h"
#include "core/simulation/feedback/ranker.h"

namespace luce {

/// Called from any of the loop's threads, one at a time. done of all: rankers × seeds of a round.
struct LoopProgress {
  int round = 0;
  std::size_t done = 0, all = 0;
};
using TellLoop = std::function<void(const LoopProgress&)>;

class FeedbackLoop {
 public:
  /// Throws Error for settings out of range.
  explicit FeedbackLoop(const LoopSettings& settings);

  const LoopSettings& settings() const { return settings_; }
  int roundsPlayed() const { return round_; }
  bool finished() const { return round_ >= settings_.rounds; }

  /// The next round of all. Throws Cancelled or Error, and then the loop is where it was before.
  void playRound(std::stop_token stop = {}, const TellLoop& tell = {});
  /// All so far, round by round.
  const std::vector<LoopPoint>& points() const { return points_; }

  /// From the next round on, all rankers weigh tasks so. The measures stay those of the audience's
  /// weights. Throws Error unless there are as many as tasks.
  void setValueWeights(const TaskWeights& weights);
  /// By which they are weighed now, where that was changed.
  const std::optional<TaskWeights>& changedWeights() const { return changedWeights_; }

  /// The log of the first round, the same for all rankers of the seed (from 0). Null before.
  std::shared_ptr<const DayLog> firstLog(int seed) const;
  /// The ranker's own latest log. Null before the first round.
  std::shared_ptr<const DayLog> latestLog(std::size_t ranker, int seed) const;
  const Audience& audience(int seed) const;
  const Ranker& ranker(std::size_t ranker, int seed) const;

 private:
  /// One ranker with users of its own.
  struct Lane {
    Crowd crowd;
    std::shared_ptr<const Ranker> ranker;
    std::vector<std::shared_ptr<const DayLog>> days;  ///< the latest last
    LoopMeasures measures;                            ///< of the latest
  };
  struct Scene {
    Audience audience;
    std::vector<Lane> lanes;
    std::shared_ptr<const DayLog> firstLog;
  };

  Lane playLane(const Scene& scene, std::size_t ranker, std::stop_token stop) const;

  LoopSettings settings_;
  std::vector<Scene> scenes_;
  std::vector<LoopPoint> points_;
  std::optional<TaskWeights> changedWeights_;
  int round_ = 0;
};

}  // namespace luce
