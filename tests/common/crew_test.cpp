#include "core/common/crew.h"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>
#include <set>

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

TEST(Crew, PartsRunInThreadsOfTheirOwnAlsoAfterTheyFellAsleep) {
  Crew crew(3);
  std::vector<std::thread::id> ids(3);
  const auto note = [&](int member) {
    ids[static_cast<std::size_t>(member)] = std::this_thread::get_id();
  };
  for (int job = 0; job < 3; ++job) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    ids.assign(3, {});
    crew.run(3, note);
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), 3u);
    EXPECT_EQ(ids.front(), std::this_thread::get_id());
  }
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
