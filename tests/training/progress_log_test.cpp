#include "core/training/progress_log.h"

#include <gtest/gtest.h>

namespace luce {
namespace {

struct Published {
  std::shared_ptr<const TrainingSnapshot> latest;
  ProgressLog log{nullptr, [this](const auto& snapshot) { latest = snapshot; }};

  void steps(int count, double bce) {
    StepAverages averages;
    averages.bce = bce;
    for (int i = 0; i < count; ++i) log.step(averages, {}, 1);
  }
  const std::vector<StepPoint>& points() {
    log.publishNow();
    return latest->recent;
  }
};

TEST(ProgressLog, AStepAloneBetweenManyIsNoPointOfItsOwn) {
  Published run;
  run.steps(100, 1);
  ASSERT_EQ(run.points().size(), 1u);
  run.steps(1, 5);
  EXPECT_EQ(run.points().size(), 1u) << "one batch would stand out by chance";
  run.steps(99, 1);
  ASSERT_EQ(run.points().size(), 2u);
  EXPECT_EQ(run.points().back().step, 200);
  EXPECT_DOUBLE_EQ(run.points().back().averages.bce, (5 + 99 * 1) / 100.0) << "nothing is lost";
}

TEST(ProgressLog, PointsComeAlsoWhenStepsHaveBecomeSlow) {
  Published run;
  run.steps(1000, 1);
  ASSERT_EQ(run.points().size(), 1u);
  int snapshots = 0;
  while (run.points().size() < 2 && snapshots < 100) {
    run.steps(1, 2);
    ++snapshots;
  }
  EXPECT_LE(snapshots, 10);
  EXPECT_DOUBLE_EQ(run.points().back().averages.bce, 2);
  run.steps(1, 3);
  run.points();
  run.steps(1, 3);
  run.points();
  EXPECT_GE(run.points().size(), 3u);
}

TEST(ProgressLog, APhaseBeginsWithAPointOfItsOwn) {
  Published run;
  run.steps(100, 1);
  run.log.phase(TrainingPhase::Aligning);
  run.steps(1, 7);
  ASSERT_EQ(run.points().size(), 2u);
  EXPECT_EQ(run.points().back().averages.bce, 7) << "not mixed with warm-up";
}

}  // namespace
}  // namespace luce
