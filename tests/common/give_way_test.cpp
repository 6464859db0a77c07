#include "core/common/give_way.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <thread>

namespace luce {
namespace {

int niceness() {
  return getpriority(PRIO_PROCESS, 0);
}

TEST(GiveWay, IsAThreadsOwnAndOfThoseThatItStarts) {
  const int before = niceness();
  int own = before, child = before;
  std::thread([&] {
    giveWay();
    own = niceness();
    std::thread([&] { child = niceness(); }).join();
  }).join();
  EXPECT_EQ(own, std::min(before + 10, 19));
  EXPECT_EQ(child, own);
  EXPECT_EQ(niceness(), before);
}

}  // namespace
}  // namespace luce
