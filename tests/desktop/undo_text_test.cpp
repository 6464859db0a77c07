#include <gmock/gmock.h>

#include <QUndoStack>

#include "app/desktop/study/experiment_change.h"
#include "app/desktop/study/merging_command.h"

namespace luce::desktop {
namespace {

Experiment weighted(double click, double temperature) {
  Experiment experiment;
  experiment.valueWeights = {{"click", click}, {"like", 4}};
  experiment.temperature = temperature;
  return experiment;
}

TEST(DescribeChange, TellsFromWhatToWhat) {
  EXPECT_EQ(describeChange("click weight", weighted(1, 1), weighted(2.5, 1)),
            "click weight 1 → 2.5");
  EXPECT_EQ(describeChange("temperature", weighted(1, 1), weighted(1, 0.3)), "temperature 1 → 0.3");
  Experiment wide, narrow, kept;
  wide.estimator.hidden = {64, 32};
  narrow.estimator.hidden = {};
  EXPECT_EQ(describeChange("hidden layers", wide, narrow), "hidden layers 64, 32 → none");
  kept.schedule.keepBest = false;
  EXPECT_EQ(describeChange("keeping", Experiment(), kept), "keeping on → off");
  Experiment rows;
  rows.objective.rows = RowKind::Article;
  EXPECT_EQ(describeChange("rows", Experiment(), rows), "rows automatic → article");
}

TEST(DescribeChange, ASchemeBringsItsParametersAlong) {
  Experiment before, after;
  before.objective.scheme = "ppo_clip";
  before.objective.parameters = {{"eps", 0.2}};
  after.objective.scheme = "cispo";
  EXPECT_EQ(describeChange("scheme", before, after), "scheme ppo_clip → cispo");
}

TEST(DescribeChange, ManyMembersAtOnceAreCalledByTheTitle) {
  EXPECT_EQ(describeChange("both", weighted(1, 1), weighted(2, 2)), "both");
}

struct Steps {
  void push(int control, double value) {
    stack.push(new MergingCommand<double>(
        now, value, control, [this](double next) { now = next; },
        [](double from, double to) { return QString("%1 → %2").arg(from).arg(to); },
        [this](double, double) { return continues; }));
  }
  double now = 1;
  bool continues = true;
  QUndoStack stack;
};

TEST(MergingCommand, ADragIsOneStepFromItsFirstToItsLastValue) {
  Steps steps;
  for (const double value : {1.5, 2.0, 2.5}) steps.push(7, value);
  ASSERT_EQ(steps.stack.count(), 1);
  EXPECT_EQ(steps.stack.undoText(), "1 → 2.5");
  steps.push(8, 3);
  EXPECT_EQ(steps.stack.count(), 2) << "another control";
  steps.push(kOwnStep, 4);
  steps.push(kOwnStep, 5);
  EXPECT_EQ(steps.stack.count(), 4);
  steps.stack.setIndex(1);
  EXPECT_EQ(steps.now, 2.5);
  steps.stack.undo();
  EXPECT_EQ(steps.now, 1);
}

TEST(MergingCommand, WhatDoesNotContinueAStepBeginsOne) {
  Steps steps;
  steps.push(7, 2);
  steps.continues = false;
  steps.push(7, 3);
  EXPECT_EQ(steps.stack.count(), 2);
}

}  // namespace
}  // namespace luce::desktop
