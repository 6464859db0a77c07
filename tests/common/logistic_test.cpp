#include "core/common/logistic.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace luce {
namespace {

TEST(Logistic, IsThatOfDoublesWithinItsStatedError) {
  std::vector<float> z;
  for (float value = -86; value <= 86; value += 0.00731f) z.push_back(value);
  z.insert(z.end(), {0.0f, -0.0f, 1e-30f, -1e-30f, 1e-7f});
  std::vector<float> probability(z.size()), softplus(z.size()), alone(z.size());
  logistic(z, probability, softplus);
  logistic(z, alone);
  for (std::size_t i = 0; i < z.size(); ++i) {
    const double exact = 1 / (1 + std::exp(-static_cast<double>(z[i])));
    const double exactSoftplus = std::log1p(std::exp(-std::abs(static_cast<double>(z[i]))));
    EXPECT_NEAR(probability[i], exact, 3e-7 * exact) << z[i];
    EXPECT_NEAR(softplus[i], exactSoftplus, 3e-7 * exactSoftplus) << z[i];
    EXPECT_EQ(probability[i], alone[i]);
  }
}

TEST(Logistic, FarOffItIsZeroOrOneAndNotANumberStays) {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  const std::vector<float> z{
      -kInfinity, -1e30f, -100, 100, 1e30f, kInfinity, std::numeric_limits<float>::quiet_NaN()};
  std::vector<float> probability(z.size()), softplus(z.size());
  logistic(z, probability, softplus);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(probability[i], 0, 1e-36);
  for (std::size_t i = 3; i < 6; ++i) EXPECT_EQ(probability[i], 1);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(softplus[i], 0, 1e-36);
  EXPECT_TRUE(std::isnan(probability[6]));
}

}  // namespace
}  // namespace luce
