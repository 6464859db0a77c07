#include "core/evaluation/seed_mean.h"

#include <gmock/gmock.h>

#include <cmath>
#include <vector>

namespace luce {
namespace {

TEST(SeedMean, IsStudentsIntervalByHand) {
  // Mean 7/3, variance (16 + 1 + 25)/9/2 = 7/3; t(0.975, 2) = 4.302653 in any table.
  const SeedMean three = seedMean(std::vector<double>{1, 2, 4});
  EXPECT_NEAR(three.mean, 7.0 / 3, 1e-12);
  EXPECT_NEAR(three.halfWidth, 4.302653 * std::sqrt(7.0 / 3 / 3), 1e-5);
  // Mean 0, variance 2; t(0.975, 1) = 12.706205.
  EXPECT_NEAR(seedMean(std::vector<double>{-1, 1}).halfWidth, 12.706205, 1e-5);
  EXPECT_EQ(seedMean(std::vector<double>{5, 5, 5}).halfWidth, 0);
}

TEST(SeedMean, SaysNothingOfASpreadThatWasNotSeen) {
  const SeedMean one = seedMean(std::vector<double>{3});
  EXPECT_EQ(one.mean, 3);
  EXPECT_TRUE(std::isnan(one.halfWidth));
  const SeedMean none = seedMean({});
  EXPECT_TRUE(std::isnan(none.mean));
  EXPECT_TRUE(std::isnan(none.halfWidth));
}

}  // namespace
}  // namespace luce
