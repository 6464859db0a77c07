#include "core/common/random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace luce {
namespace {

// Expected numbers come from SplitMix64 and the header's formulas written down again in Python,
// whose plain generator gives the published outputs e220a8397b1dcdaf, 6e789e6aa1b965f4,
// 06c45d188009454f for the seed 0.

TEST(Random, BitsAreTheSameOnEveryMachine) {
  Random zero(0);
  EXPECT_EQ(zero.bits(), 0x346dbc0b5711d830u);
  EXPECT_EQ(zero.bits(), 0x6b182a52253dda4au);
  EXPECT_EQ(zero.bits(), 0x6e2758640b1bd75bu);
  Random stream(3, 5);
  EXPECT_EQ(stream.bits(), 0x9a1a09c68da2201bu);
  EXPECT_EQ(stream.bits(), 0xe286d6f05e3b482au);
  Random largest(~std::uint64_t{0}, 12345);
  EXPECT_EQ(largest.bits(), 0x66e403fd738b1c1du);
  EXPECT_EQ(largest.bits(), 0x6c7cce1f62e07741u);
}

TEST(Random, DrawsAreTheSameOnEveryMachine) {
  Random random(42, 7);
  for (const double expected : {0.7696401805928917, 0.2874880351960729, 0.22820869294868673}) {
    EXPECT_EQ(random.uniform(), expected);
  }
  for (const double expected : {2.3373612069494185, 0.022092739945007517, 1.2575848547500232}) {
    EXPECT_NEAR(random.normal(), expected, 1e-14);
  }
  for (const double expected : {-0.47078960421459976, -0.006285380899642195, -0.6021721907053685}) {
    EXPECT_NEAR(random.gumbel(), expected, 1e-14);
  }
  for (const std::uint64_t expected : {1, 5, 8, 8, 4, 1}) EXPECT_EQ(random.below(10), expected);
}

TEST(Random, DistributionsHaveTheirMoments) {
  Random random(1);
  constexpr int kDraws = 200'000;
  double uniform = 0, normal = 0, squares = 0, gumbel = 0;
  for (int i = 0; i < kDraws; ++i) {
    uniform += random.uniform() / kDraws;
    const double z = random.normal();
    normal += z / kDraws;
    squares += z * z / kDraws;
    gumbel += random.gumbel() / kDraws;
  }
  // Five standard errors: deviations 1/√12, 1, √2, π/√6.
  const double root = std::sqrt(kDraws);
  EXPECT_NEAR(uniform, 0.5, 5 * 0.289 / root);
  EXPECT_NEAR(normal, 0, 5 / root);
  EXPECT_NEAR(squares, 1, 5 * 1.415 / root);
  EXPECT_NEAR(gumbel, 0.5772156649, 5 * 1.283 / root);
}

TEST(Random, WholeNumbersAreEquallyOften) {
  Random random(2);
  constexpr int kKinds = 7;
  constexpr int kDraws = 70'000;
  int counts[kKinds] = {};
  for (int i = 0; i < kDraws; ++i) ++counts[random.below(kKinds)];
  double chiSquare = 0;
  const double expected = kDraws / kKinds;
  for (const int count : counts) chiSquare += (count - expected) * (count - expected) / expected;
  EXPECT_LT(chiSquare, 27.9) << "the 0.9999 quantile at 6 degrees of freedom";
}

}  // namespace
}  // namespace luce
