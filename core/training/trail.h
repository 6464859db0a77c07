// The trail of a run: checkpoints along its way, by which it can be replayed. One at every held-out
// evaluation; when they become too many, every second one goes, so that those left are evenly apart
// whatever the length of the run. The first and the latest always stay.
//
//   TrailThinning trail(trailLength(checkpoint.size()));
//   for (int64 step : trail.add(now)) drop(step);
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/training/experiment.h"

namespace luce {

/// How many checkpoints of that size a trail has at most: 40, or fewer of a large estimator, so
/// that a trail adds at most 64 MB to a workspace; 0 = so few would fit that there is no trail.
int trailLength(std::size_t checkpointBytes);

/// For people; empty when a run of such checkpoints has a trail.
std::string whyNoTrail(const Experiment& experiment, std::size_t checkpointBytes);

/// Which steps stay.
class TrailThinning {
 public:
  /// most: ≥ 3.
  explicit TrailThinning(int most) : most_(static_cast<std::size_t>(most)) {}

  /// Steps that go now that this one has come. A step that is the latest already is replaced.
  std::vector<std::int64_t> add(std::int64_t step);

 private:
  struct Kept {
    std::int64_t number = 0;  ///< of the evaluation, from 0
    std::int64_t step = 0;
  };
  std::size_t most_;
  std::int64_t distance_ = 1;  ///< in evaluations
  std::int64_t next_ = 0;
  std::vector<Kept> kept_;
};

}  // namespace luce
