#include "app/desktop/study/frame_pace.h"

#include <gtest/gtest.h>

namespace luce::desktop {
namespace {

using namespace std::chrono_literals;

TEST(FramePace, TakesATwentiethOfTheTimeBetweenItsBounds) {
  EXPECT_EQ(FramePace::after(0ms), 33ms);
  EXPECT_EQ(FramePace::after(1ms), 33ms);
  EXPECT_EQ(FramePace::after(5ms), 100ms);
  EXPECT_EQ(FramePace::after(10ms), 200ms);
  EXPECT_EQ(FramePace::after(3s), 250ms);
}

TEST(FramePace, FollowsWhatTheThreadComputed) {
  FramePace pace;
  pace.next();
  EXPECT_EQ(pace.next(), FramePace::kShortest) << "nothing was done since";
  const auto end = std::chrono::steady_clock::now() + 2s;
  volatile double sum = 0;
  while (std::chrono::steady_clock::now() < end) sum = sum + 1;
  EXPECT_EQ(pace.next(), FramePace::kLongest);
}

}  // namespace
}  // namespace luce::desktop
