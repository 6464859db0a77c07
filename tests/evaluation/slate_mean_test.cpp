#include "core/evaluation/slate_mean.h"

#include <gmock/gmock.h>

#include <cmath>
#include <vector>

#include "core/common/random.h"

namespace luce {
namespace {

TEST(SlateMean, WeighsAndLeavesOutWhatIsNotKnown) {
  const SlateMean mean =
      slateMean(std::vector<double>{1, kMissing, 4, 100}, std::vector<double>{3, 1, 1, 0}, {});
  EXPECT_NEAR(mean.mean.value, 7.0 / 4, 1e-12);
  EXPECT_EQ(mean.slates, 2);
  EXPECT_LE(mean.mean.low, mean.mean.value);
  EXPECT_GE(mean.mean.high, mean.mean.value);
  const SlateMean none = slateMean(std::vector<double>{kMissing}, {}, {});
  EXPECT_EQ(none.slates, 0);
  EXPECT_TRUE(std::isnan(none.mean.value));
  EXPECT_TRUE(std::isnan(none.mean.low));
}

TEST(SlateMean, IntervalsOfBothKindsAreThatOfTheNormalLaw) {
  // 1.96 standard errors of a share of 0.3 either way.
  for (const std::int64_t count : {kMostResampled, kMostResampled + 10}) {
    std::vector<double> values;
    for (std::int64_t i = 0; i < count; ++i) values.push_back(i % 10 < 3 ? 1 : 0);
    const SlateMean mean = slateMean(values, {}, {});
    const double reach = 1.959964 * std::sqrt(0.3 * 0.7 / static_cast<double>(count));
    EXPECT_NEAR(mean.mean.low, 0.3 - reach, 0.1 * reach) << count;
    EXPECT_NEAR(mean.mean.high, 0.3 + reach, 0.1 * reach) << count;
  }
}

TEST(SlateMean, IntervalsOfWeightedMeansAgreeWithEachOther) {
  Random random(5);
  std::vector<double> values, weights;
  for (std::int64_t i = 0; i < kMostResampled + 2; ++i) {
    values.push_back(random.uniform());
    weights.push_back(1 + 9 * random.uniform());
  }
  const Interval normal = slateMean(values, weights, {}).mean;
  values.resize(static_cast<std::size_t>(kMostResampled));
  weights.resize(values.size());
  const Interval resampled = slateMean(values, weights, {}).mean;
  EXPECT_NEAR(resampled.high - resampled.low, normal.high - normal.low,
              0.1 * (normal.high - normal.low));
}

TEST(SlateMean, WithoutResamplesHasNoInterval) {
  OffPolicySettings settings;
  settings.resamples = 0;
  const Interval mean = slateMean(std::vector<double>{1, 2}, {}, settings).mean;
  EXPECT_EQ(mean.value, 1.5);
  EXPECT_TRUE(std::isnan(mean.low));
  EXPECT_TRUE(std::isnan(mean.high));
}

}  // namespace
}  // namespace luce
