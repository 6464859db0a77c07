#include "app/desktop/controls/start_controls.h"

#include <gmock/gmock.h>

#include <QSignalSpy>

namespace luce::desktop {
namespace {

Experiment written(const StartControls& controls) {
  Experiment experiment;
  controls.writeTo(experiment);
  return experiment;
}

TEST(StartControls, ShowAndWriteWhatARunStartsFrom) {
  StartControls controls;
  controls.setRuns({"a", "b"});
  QSignalSpy edits(&controls, &StartControls::edited);
  EXPECT_FALSE(written(controls).start);
  EXPECT_FALSE(controls.checkpoint().isEnabled());

  Experiment experiment;
  for (const StartSettings& start :
       {StartSettings{.run = "b"}, StartSettings{"a", "supervised", {}, StartReference::Source},
        StartSettings{.run = "a", .step = 120},
        StartSettings{.run = "in no list any more", .role = "best"}}) {
    experiment.start = start;
    controls.showExperiment(experiment, {});
    EXPECT_EQ(written(controls).start, start);
    EXPECT_TRUE(controls.checkpoint().isEnabled());
  }
  experiment.start.reset();
  controls.showExperiment(experiment, {});
  EXPECT_FALSE(written(controls).start);
  EXPECT_EQ(edits.count(), 0) << "showing is no edit";

  controls.run().setCurrentIndex(2);
  EXPECT_EQ(edits.count(), 1);
  EXPECT_EQ(written(controls).start->run, "b");
  controls.sameReference().click();
  EXPECT_EQ(written(controls).start->reference, StartReference::Source);
  EXPECT_EQ(edits.count(), 2);
  // A list that comes anew leaves the choice as it was.
  controls.setRuns({"c", "b"});
  EXPECT_EQ(written(controls).start->run, "b");
  controls.setRuns({"c"});
  EXPECT_EQ(written(controls).start->run, "b");
  EXPECT_EQ(edits.count(), 2);
}

TEST(StartControls, ARunMayBeCalledLikeTheFirstChoice) {
  StartControls controls;
  controls.setRuns({"Random weights"});
  Experiment experiment;
  experiment.start = StartSettings{.run = "Random weights"};
  controls.showExperiment(experiment, {});
  EXPECT_EQ(written(controls).start, experiment.start);
}

}  // namespace
}  // namespace luce::desktop
