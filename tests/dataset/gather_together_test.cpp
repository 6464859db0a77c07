#include <gtest/gtest.h>

#include <bit>
#include <numeric>

#include "core/dataset/gather.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

/// Values that are missing are NaN, which is not equal to itself.
std::vector<std::uint32_t> bits(const std::vector<float>& values) {
  std::vector<std::uint32_t> bits;
  for (const float value : values) bits.push_back(std::bit_cast<std::uint32_t>(value));
  return bits;
}

TEST(Gather, TogetherIsAsAlone) {
  constexpr std::uint32_t kSlates = 900;
  std::vector<std::uint32_t> slates(kSlates);
  std::iota(slates.rbegin(), slates.rend(), 0u);
  for (const SlateTable& table : {tinySlateLog(kSlates), tinyBanditLog(kSlates)}) {
    GatheredSlates alone;
    gatherSlates(table, slates, alone);
    ASSERT_GT(alone.rows(), 2000) << "too few for several threads";
    for (const int threads : {2, 3, 7}) {
      Crew crew(threads);
      GatheredSlates together;
      gatherSlates(table, slates, together, &crew);
      EXPECT_EQ(together.offsets, alone.offsets);
      EXPECT_EQ(bits(together.numeric), bits(alone.numeric));
      EXPECT_EQ(together.category, alone.category);
    }
  }
}

}  // namespace
}  // namespace luce
