// How often the window shows a training anew: as often as it can be seen, and seldom enough that
// training is not slowed by it. What a picture costs depends on the machine, the charts that are
// open and the length of the run, so the pace follows what the last ones took.
#pragma once

#include <chrono>

namespace luce::desktop {

class FramePace {
 public:
  using Milliseconds = std::chrono::milliseconds;
  static constexpr Milliseconds kShortest{33};
  static constexpr Milliseconds kLongest{500};

  /// Called at each frame by the interface thread: the time until the next one.
  Milliseconds next();

  /// The rule by itself. used: processor time that the interface thread took since the frame
  /// before.
  static Milliseconds after(std::chrono::nanoseconds used);

 private:
  std::chrono::nanoseconds before_{0};
};

}  // namespace luce::desktop
