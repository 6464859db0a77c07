#include "app/desktop/study/frame_pace.h"

#include <gtest/gtest.h>
#include <time.h>

namespace luce::desktop {
namespace {

using namespace std::chrono_literals;

std::chrono::nanoseconds threadTime() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

TEST(FramePace, TakesATwentiethOfTheTimeBetweenItsBounds) {
  EXPECT_EQ(FramePace::after(0ms), 33ms);
  EXPECT_EQ(FramePace::after(1ms), 33ms);
  EXPECT_EQ(FramePace::after(5ms), 100ms);
  EXPECT_EQ(FramePace::after(10ms), 200ms);
  EXPECT_EQ(FramePace::after(20ms), 400ms);
  EXPECT_EQ(FramePace::after(3s), 500ms);
}

TEST(FramePace, FollowsWhatTheThreadComputed) {
  FramePace pace;
  pace.next();
  EXPECT_EQ(pace.next(), FramePace::kShortest) << "nothing was done since";
  volatile double sum = 0;
  const std::chrono::nanoseconds begin = threadTime();
  do {
    for (int i = 0; i < 1'000'000; ++i) sum = sum + 1;
  } while (threadTime() - begin < 60ms);
  EXPECT_EQ(pace.next(), FramePace::kLongest);
}

}  // namespace
}  // namespace luce::desktop
