// Ticks are round, inside, as many as fit, and their labels tell them apart.
#include "core/report/ticks.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <random>
#include <set>

namespace luce {
namespace {

using testing::ElementsAre;

std::vector<std::string> labels(const std::vector<Tick>& ticks) {
  std::vector<std::string> texts;
  for (const Tick& tick : ticks) texts.push_back(tick.label);
  return texts;
}

TEST(LinearTicks, AreRound) {
  EXPECT_THAT(labels(linearTicks(0, 1, 6)), ElementsAre("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"));
  EXPECT_THAT(labels(linearTicks(-3, 8, 7)), ElementsAre("-2", "0", "2", "4", "6", "8"));
  EXPECT_THAT(labels(linearTicks(0.0011, 0.0042, 4)), ElementsAre("0.002", "0.003", "0.004"));
  EXPECT_THAT(labels(linearTicks(0, 450000, 5)),
              ElementsAre("0", "100000", "200000", "300000", "400000"));
}

TEST(LinearTicks, AreAsManyAsFit) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> magnitude(-6, 6), place(-3, 3);
  std::uniform_int_distribution<int> limit(2, 12);
  for (int i = 0; i < 2000; ++i) {
    const double width = std::pow(10, magnitude(random));
    const double low = place(random) * width, high = low + width;
    const int most = limit(random);
    const std::vector<Tick> ticks = linearTicks(low, high, most);
    // Brute force over all round steps, from the finest on.
    std::vector<double> expected;
    for (int power = -9; power <= 9 && expected.empty(); ++power) {
      for (const int factor : {1, 2, 5}) {
        const double step = factor * std::pow(10, power);
        if (width / step > 100) continue;
        std::vector<double> values;
        for (double k = std::floor(low / step) - 1; k * step <= high + width; ++k) {
          const double slack = 1e-9 * step;
          if (k * step >= low - slack && k * step <= high + slack) values.push_back(k * step);
        }
        if (values.size() <= static_cast<std::size_t>(most)) {
          expected = values;
          break;
        }
      }
    }
    ASSERT_EQ(ticks.size(), expected.size()) << low << " " << high << " " << most;
    std::set<std::string> texts;
    for (std::size_t k = 0; k < ticks.size(); ++k) {
      EXPECT_NEAR(ticks[k].value, expected[k], 1e-9 * width);
      EXPECT_NEAR(std::strtod(ticks[k].label.c_str(), nullptr), expected[k],
                  1e-5 * std::max(width, std::abs(low)));
      texts.insert(ticks[k].label);
    }
    EXPECT_EQ(texts.size(), ticks.size());
  }
}

TEST(LogarithmicTicks, StandAtPowersOfTen) {
  EXPECT_THAT(labels(logarithmicTicks(0.05, 200, 6)), ElementsAre("0.1", "1", "10", "100"));
  EXPECT_THAT(labels(logarithmicTicks(0.3, 12, 6)), ElementsAre("0.5", "1", "2", "5", "10"));
  EXPECT_THAT(labels(logarithmicTicks(1e-6, 1e6, 5)),
              ElementsAre("1e-06", "0.001", "1", "1e+03", "1e+06"));
  EXPECT_THAT(labels(logarithmicTicks(1.1, 1.9, 6)), ElementsAre("1.2", "1.4", "1.6", "1.8"));
}

}  // namespace
}  // namespace luce
