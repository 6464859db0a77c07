#include "core/common/fast_exponential.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace luce {
namespace {

TEST(FastExponential, OfDoublesIsThatOfTheLibraryWithinItsStatedError) {
  for (double value = 0; value >= -700; value -= 0.00317) {
    const double exact = std::exp(value);
    ASSERT_NEAR(exponentialOfNegative(value), exact, 4e-16 * exact) << value;
  }
  for (const double value : {-0.0, -1e-300, -1e-17, -1e-9, -699.999}) {
    EXPECT_NEAR(exponentialOfNegative(value), std::exp(value), 4e-16) << value;
  }
}

TEST(FastExponential, OfDoublesFarOffIsNextToNothing) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (const double value : {-700.0, -1e6, -1e300, -kInfinity}) {
    EXPECT_NEAR(exponentialOfNegative(value) / std::exp(-700.0), 1, 1e-15) << value;
  }
}

TEST(FastExponential, OfFloatsIsThatOfDoublesWithinItsStatedError) {
  for (float value = 0; value >= -87; value -= 0.000917f) {
    const double exact = std::exp(static_cast<double>(value));
    ASSERT_NEAR(exponentialOfNegative(value), exact, 2e-7 * exact) << value;
  }
}

}  // namespace
}  // namespace luce
