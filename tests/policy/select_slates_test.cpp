#include "core/policy/select_slates.h"

#include <gmock/gmock.h>

#include "core/common/error.h"

namespace luce {
namespace {

using testing::ElementsAre;

/// Slates 2, 5, 6 and 9 with 2, 0, 3 and 1 candidates, two tasks.
Predictions fourSlates() {
  return {{2, 5, 6, 9}, {0, 2, 2, 5, 6}, 2, {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}};
}

TEST(SelectSlates, TakesTheirColumns) {
  const std::vector<std::uint32_t> chosen{2, 6};
  const Predictions part = selectSlates(fourSlates(), chosen);
  EXPECT_THAT(part.slates, ElementsAre(2, 6));
  EXPECT_THAT(part.offsets, ElementsAre(0, 2, 5));
  EXPECT_EQ(part.tasks, 2u);
  EXPECT_THAT(part.probabilities, ElementsAre(1, 2, 3, 4, 5, 10, 20, 30, 40, 50));
}

TEST(SelectSlates, AllNoneAndEmptyOnes) {
  const Predictions all = fourSlates();
  EXPECT_EQ(selectSlates(all, all.slates).probabilities, all.probabilities);
  EXPECT_EQ(selectSlates(all, {}).candidates(), 0);
  const std::vector<std::uint32_t> chosen{5, 9};
  const Predictions part = selectSlates(all, chosen);
  EXPECT_THAT(part.offsets, ElementsAre(0, 0, 1));
  EXPECT_THAT(part.probabilities, ElementsAre(6, 60));
}

TEST(SelectSlates, RefusesWhatWasNotPredicted) {
  for (const std::uint32_t slate : {1u, 3u, 10u}) {
    const std::vector<std::uint32_t> chosen{slate};
    EXPECT_THROW(selectSlates(fourSlates(), chosen), Error) << slate;
  }
}

}  // namespace
}  // namespace luce
