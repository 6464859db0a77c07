#include "core/common/crew.h"

#include <gtest/gtest.h>
#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>
#include <thread>
#include <vector>

namespace luce {
namespace {

TEST(Crew, EveryPartIsDoneOnceInEveryJob) {
  for (const int size : {1, 2, 5}) {
    Crew crew(size);
    std::vector<int> done(static_cast<std::size_t>(size), 0);
    for (int job = 0; job < 5000; ++job) {
      crew.run(size, [&](int member) { ++done[static_cast<std::size_t>(member)]; });
    }
    EXPECT_EQ(done, std::vector<int>(static_cast<std::size_t>(size), 5000));
  }
}

TEST(Crew, FewerMembersThanItHasAreTheFirstOnes) {
  Crew crew(4);
  std::vector<int> done(4, 0);
  for (int job = 0; job < 100; ++job) {
    crew.run(2, [&](int member) { ++done[static_cast<std::size_t>(member)]; });
    crew.run(4, [&](int member) { ++done[static_cast<std::size_t>(member)]; });
    crew.run(1, [&](int member) { ++done[static_cast<std::size_t>(member)]; });
  }
  EXPECT_EQ(done, (std::vector<int>{300, 200, 100, 100}));
}

constexpr auto kPatience = std::chrono::seconds(60);

template <class Condition>
bool becomes(Condition&& condition) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::yield();
  }
  return true;
}

TEST(Crew, PartsAreDoneAtOnceAlsoAfterItsThreadsFellAsleep) {
  Crew crew(3);
  for (int job = 0; job < 3; ++job) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::atomic<int> begun{0};
    std::atomic<int> met{0};
    crew.run(3, [&](int) {
      ++begun;
      if (becomes([&] { return begun == 3; })) ++met;
    });
    EXPECT_EQ(met, 3);
  }
}

std::atomic<bool> held{false};
std::atomic<bool> released{false};

TEST(Crew, DoesThePartOfAThreadThatIsHeldUp) {
  Crew crew(2);
  const pthread_t self = pthread_self();
  pthread_t helper{};
  std::atomic<int> begun{0};
  crew.run(2, [&](int) {
    ++begun;
    becomes([&] { return begun == 2; });
    if (!pthread_equal(pthread_self(), self)) helper = pthread_self();
  });
  struct sigaction hold {};
  hold.sa_handler = [](int) {
    held = true;
    while (!released) std::this_thread::yield();
  };
  struct sigaction before {};
  sigaction(SIGUSR1, &hold, &before);
  pthread_kill(helper, SIGUSR1);
  ASSERT_TRUE(becomes([] { return held.load(); }));
  std::vector<std::thread::id> ids(2);
  for (int job = 0; job < 100; ++job) {
    crew.run(
        2, [&](int member) { ids[static_cast<std::size_t>(member)] = std::this_thread::get_id(); });
    EXPECT_EQ(ids, std::vector(2, std::this_thread::get_id()));
  }
  released = true;
  sigaction(SIGUSR1, &before, nullptr);
}

TEST(Crew, SharesCoverAllAndDoNotOverlap) {
  for (const std::size_t count : {0u, 1u, 15u, 16u, 17u, 1000u}) {
    for (const int members : {1, 2, 3, 7}) {
      std::vector<int> covered(count, 0);
      for (int member = 0; member < members; ++member) {
        const Share share = shareOf(count, member, members, 16);
        ASSERT_LE(share.end, count);
        for (std::size_t i = share.begin; i < share.end; ++i) ++covered[i];
      }
      EXPECT_EQ(std::accumulate(covered.begin(), covered.end(), 0), static_cast<int>(count));
      EXPECT_EQ(std::count(covered.begin(), covered.end(), 1), static_cast<long>(count));
    }
  }
}

}  // namespace
}  // namespace luce
