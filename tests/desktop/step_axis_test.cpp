#include "app/desktop/charts/step_axis.h"

#include <gtest/gtest.h>

namespace luce::desktop {
namespace {

TEST(RoomForSteps, IsARoundNumberWhileStepsComeAndExactInTheEnd) {
  EXPECT_EQ(roomForSteps(0, 0), 1);
  EXPECT_EQ(roomForSteps(0, 1000), 1);
  EXPECT_EQ(roomForSteps(110, 1000), 120);
  EXPECT_EQ(roomForSteps(120, 1000), 120);
  EXPECT_EQ(roomForSteps(121, 1000), 140);
  EXPECT_EQ(roomForSteps(801, 100'000), 1000);
  EXPECT_EQ(roomForSteps(41'000, 45'500), 45'500) << "no more steps will come";
  EXPECT_EQ(roomForSteps(43'217, 43'217), 43'217);
  EXPECT_EQ(roomForSteps(43'217, 0), 43'217) << "no steps are expected";
}

}  // namespace
}  // namespace luce::desktop
