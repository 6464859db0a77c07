#include "core/tuning/shared_resamples.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "core/common/hash.h"

namespace luce {
namespace {

TEST(SharedResamples, DrawAsManyAsThereAreAndSumEveryColumnAlike) {
  constexpr std::size_t kUnits = 1000, kColumns = 6;
  const SharedResamples resamples(kUnits, 37, 3);
  ASSERT_EQ(resamples.units(), kUnits);
  std::vector<float> values(kUnits * kColumns);
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    for (std::size_t c = 0; c < kColumns; ++c) {
      values[unit * kColumns + c] = static_cast<float>((c + 1) * (unit % 10));
    }
    values[unit * kColumns] = 1;
  }
  std::vector<double> sums(37 * kColumns);
  resamples.sum(values, kColumns, sums);
  for (std::size_t r = 0; r < 37; ++r) {
    EXPECT_EQ(sums[r * kColumns], kUnits) << "so many are drawn";
    for (std::size_t c = 2; c < kColumns; ++c) {
      EXPECT_NEAR(sums[r * kColumns + c], sums[r * kColumns + 1] / 2 * static_cast<double>(c + 1),
                  1e-3);
    }
  }
}

TEST(SharedResamples, HaveTheSpreadOfAMean) {
  // The mean of n draws has 1/√n of the deviation; also when slates are drawn in groups.
  for (const std::size_t slates : {std::size_t{500}, SharedResamples::kMostUnits * 3}) {
    const SharedResamples resamples(slates, 2000, 8);
    std::vector<float> values(resamples.units());
    for (std::size_t slate = 0; slate < slates; ++slate) {
      values[resamples.unitOf(slate)] += mixBits(slate + 1) % 3 == 0 ? 1.0f : 0.0f;
    }
    std::vector<double> sums(2000);
    resamples.sum(values, 1, sums);
    const auto n = static_cast<double>(slates);
    double mean = 0, squares = 0;
    for (double& sum : sums) mean += sum / n / 2000;
    for (double& sum : sums) squares += (sum / n - mean) * (sum / n - mean) / 2000;
    double share = 0;
    for (const float value : values) share += value / n;
    const double deviation = std::sqrt(share * (1 - share) / n);
    EXPECT_NEAR(mean, share, 0.15 * deviation);
    EXPECT_NEAR(std::sqrt(squares), deviation, 0.06 * deviation);
  }
}

TEST(SharedResamples, FollowTheirSeed) {
  const auto sums = [](std::uint64_t seed) {
    const SharedResamples resamples(50, 9, seed);
    std::vector<float> values(50);
    std::iota(values.begin(), values.end(), 0.0f);
    std::vector<double> result(9);
    resamples.sum(values, 1, result);
    return result;
  };
  EXPECT_EQ(sums(1), sums(1));
  EXPECT_NE(sums(1), sums(2));
}

}  // namespace
}  // namespace luce
