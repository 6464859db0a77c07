#include "core/tuning/pareto.h"

#include <gmock/gmock.h>

#include <cmath>

#include "core/common/random.h"

namespace luce {
namespace {

using testing::ElementsAre;

TEST(ParetoFront, ByHand) {
  //                                 a     b     c     d     e = c
  const std::vector<double> points{1, 5, 3, 4, 4, 2, 3, 3, 4, 2};
  EXPECT_THAT(paretoFront(points, {false, false}), ElementsAre(true, true, true, false, true));
  EXPECT_THAT(paretoFront(points, {true, false}), ElementsAre(true, false, false, false, false));
  EXPECT_THAT(paretoFront(points, {false, true}), ElementsAre(false, false, true, false, true));
}

TEST(ParetoFront, WhatIsNotKnownIsNotOnIt) {
  const std::vector<double> points{std::nan(""), 9, 1, 1};
  EXPECT_THAT(paretoFront(points, {false, false}), ElementsAre(false, true));
  EXPECT_THAT(paretoFront({}, {false, false}), ElementsAre());
}

TEST(ParetoFront, AgreesWithComparingAllPairs) {
  Random random(5);
  for (const std::size_t dimensions : {1u, 2u, 3u, 4u}) {
    std::vector<double> points;
    std::vector<bool> lower;
    for (std::size_t d = 0; d < dimensions; ++d) lower.push_back(d % 2 == 1);
    for (std::size_t i = 0; i < 300 * dimensions; ++i) {
      points.push_back(std::floor(random.uniform() * 12));  // with ties
    }
    const std::vector<bool> front = paretoFront(points, lower);
    for (std::size_t a = 0; a < 300; ++a) {
      bool dominated = false;
      for (std::size_t b = 0; b < 300; ++b) {
        bool nowhereWorse = true, somewhereBetter = false;
        for (std::size_t d = 0; d < dimensions; ++d) {
          const double sign = lower[d] ? -1 : 1;
          const double difference =
              sign * (points[b * dimensions + d] - points[a * dimensions + d]);
          nowhereWorse = nowhereWorse && difference >= 0;
          somewhereBetter = somewhereBetter || difference > 0;
        }
        dominated = dominated || (nowhereWorse && somewhereBetter);
      }
      ASSERT_EQ(front[a], !dominated) << dimensions << " dimensions, point " << a;
    }
  }
}

}  // namespace
}  // namespace luce
