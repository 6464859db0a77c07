#include "app/desktop/study/frame_pace.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace luce::desktop {

namespace {

/// Training's threads wait for the slowest of them: a share of one processor slows them all.
constexpr int kRest = 19;

std::chrono::nanoseconds threadTime() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace

FramePace::Milliseconds FramePace::after(std::chrono::nanoseconds used) {
  return std::clamp(std::chrono::duration_cast<Milliseconds>((1 + kRest) * used), kShortest,
                    kLongest);
}

FramePace::Milliseconds FramePace::next() {
  const std::chrono::nanoseconds now = threadTime();
  return after(now - std::exchange(before_, now));
}

}  // namespace luce::desktop
