#include "app/desktop/controls/start_controls.h"

#include <gmock/gmock.h>

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QWheelEvent>

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

TEST(StartControls, AWheelThatPassesChangesNothing) {
  StartControls controls;
  controls.setRuns({"a", "b"});
  controls.show();
  const QPoint place(3, 3);
  for (QComboBox* box : controls.findChildren<QComboBox*>()) {
    box->setEnabled(true);
    box->clearFocus();
    const int before = box->currentIndex();
    QWheelEvent event(place, box->mapToGlobal(place), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &event);
    EXPECT_EQ(box->currentIndex(), before);
    EXPECT_FALSE(event.isAccepted()) << "the panel is to scroll";
  }
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
