#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QMessageBox>
#include <QMimeData>
#include <QThread>
#include <QTimer>

#include "app/desktop/main_window.h"
#include "app/desktop/queue/queue_panel.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/next_question.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using State = QueuedRun::State;

/// More epochs than anyone waits for.
constexpr int kEndless = 100'000;

class QueueTest : public testing::Test {
 protected:
};

Experiment withEpochs(const Study& study, int epochs) {
  Experiment experiment = quickExperiment(study);
  experiment.schedule.supervisedEpochs = experiment.schedule.alignmentEpochs = epochs;
  return experiment;
}

std::vector<std::string> namesOf(const RunQueue& queue, State state) {
  std::vector<std::string> names;
  for (const QueuedRun& run : queue.model().runs()) {
    if (run.state == state) names.push_back(run.name.toStdString());
  }
  return names;
}

std::vector<std::string> recordedRuns(const Study& study) {
  std::vector<std::string> names;
  for (const RunEntry& run : study.workspace()->runs) names.push_back(run.record.name);
  return names;
}

int idOf(const RunQueue& queue, const QString& name) {
  for (const QueuedRun& run : queue.model().runs()) {
    if (run.name == name) return run.id;
  }
  return 0;
}

bool isIdle(const Study& study, const RunQueue& queue) {
  return !study.busy() && !study.training() && namesOf(queue, State::Running).empty() &&
         queue.waiting() == 0;
}

TEST_F(QueueTest, TrainsWhatWaitsInItsOrderEachAsItWasWhenAdded) {
  Study study;
  const Listener listener(study);
  RunQueue queue(study);
  const QAbstractItemModelTester tester(&queue.model(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  ASSERT_TRUE(openSampleLog(study, listener));
  study.changeExperiment(withEpochs(study, kEndless), "endless", 0);
  study.startTraining("by hand");
  ASSERT_TRUE(waitFor([&] { return study.training(); }));
  Experiment experiment = withEpochs(study, 1);
  for (const char* name : {"a", "b", "c"}) {
    ++experiment.seed;
    queue.add(name, experiment);
  }
  // Sliders that move afterwards change nothing of what waits.
  study.changeExperiment(withEpochs(study, 3), "later", 1);
  EXPECT_THAT(namesOf(queue, State::Running), ElementsAre("by hand"));
  EXPECT_THAT(namesOf(queue, State::Waiting), ElementsAre("a", "b", "c"));
  queue.move(idOf(queue, "c"), -1);
  queue.move(idOf(queue, "c"), -1);
  queue.move(idOf(queue, "c"), -1);
  queue.move(idOf(queue, "a"), 1);
  EXPECT_THAT(namesOf(queue, State::Waiting), ElementsAre("c", "b", "a"));

  queue.cancel(idOf(queue, "by hand"));
  ASSERT_TRUE(waitFor([&] { return isIdle(study, queue); }));
  EXPECT_THAT(listener.failures, IsEmpty());
  EXPECT_THAT(namesOf(queue, State::Stopped), ElementsAre("by hand"));
  EXPECT_THAT(namesOf(queue, State::Finished), ElementsAre("c", "b", "a"));
  EXPECT_THAT(recordedRuns(study), ElementsAre("by hand", "c", "b", "a"));
  for (const RunEntry& entry : study.workspace()->runs) {
    if (entry.record.name == "by hand") continue;
    const Experiment trained = experimentFromJson(entry.record.experiment);
    EXPECT_EQ(trained.schedule.supervisedEpochs, 1);
    EXPECT_EQ(trained.seed, entry.record.name == "a" ? 2u : entry.record.name == "b" ? 3u : 4u);
  }
  // What the queue tells of a run is what the workspace says of it.
  const QueuedRun& last = queue.model().runs().back();
  ASSERT_TRUE(last.heldOut && study.workspace()->runs.back().heldOut);
  EXPECT_DOUBLE_EQ(last.heldOut->value, study.workspace()->runs.back().heldOut->value);
  EXPECT_EQ(study.experiment().schedule.supervisedEpochs, 3) << "the sliders stay as they are";
  queue.clearEnded();
  EXPECT_EQ(queue.model().rowCount(), 0);
}

TEST_F(QueueTest, AFailedRunStaysListedWithItsReasonAndTheQueueGoesOn) {
  Study study;
  const Listener listener(study);
  RunQueue queue(study);
  ASSERT_TRUE(openSampleLog(study, listener));
  queue.setPaused(true);
  Experiment wrong = withEpochs(study, 1);
  wrong.valueWeights = {{"purchase", 1}};
  queue.add("wrong", wrong);
  Experiment orphan = withEpochs(study, 1);
  orphan.start = StartSettings{.run = "nobody"};
  queue.add("orphan", orphan);
  queue.add("right", withEpochs(study, 1));
  EXPECT_FALSE(study.busy()) << "a paused queue begins nothing";
  queue.setPaused(false);
  ASSERT_TRUE(waitFor([&] { return isIdle(study, queue); }));
  EXPECT_THAT(namesOf(queue, State::Failed), ElementsAre("wrong", "orphan"));
  EXPECT_THAT(namesOf(queue, State::Finished), ElementsAre("right"));
  EXPECT_THAT(queue.model().runs()[0].message.toStdString(), HasSubstr("purchase"));
  EXPECT_THAT(queue.model().runs()[1].message.toStdString(), HasSubstr("nobody"));
  EXPECT_THAT(queue.model().index(0, QueueModel::State).data().toString().toStdString(),
              HasSubstr("purchase"));
  EXPECT_THAT(listener.failures, IsEmpty()) << "no box stands in the way of the next run";
  EXPECT_THAT(recordedRuns(study), ElementsAre("right"));
}

TEST_F(QueueTest, ContinuesARunThatWaitedBeforeIt) {
  Study study;
  const Listener listener(study);
  RunQueue queue(study);
  ASSERT_TRUE(openSampleLog(study, listener));
  queue.add("first", withEpochs(study, 1));
  Experiment more = withEpochs(study, 1);
  more.schedule.supervisedEpochs = 0;
  more.start = StartSettings{.run = "first"};
  queue.add("more", more);
  ASSERT_TRUE(waitFor([&] { return isIdle(study, queue); }));
  ASSERT_THAT(namesOf(queue, State::Finished), ElementsAre("first", "more"));
  const Workspace workspace = Workspace::open(study.workspace()->file.toStdString(), Access::Read);
  EXPECT_EQ(workspace.loadCheckpoint(workspace.run("more").id, "supervised"),
            workspace.loadCheckpoint(workspace.run("first").id, "result"));
}

TEST_F(QueueTest, WhatWaitsIsOfferedAgainWhenTheWorkspaceIsReopened) {
  QString file;
  Experiment kept;
  {
    Study study;
    const Listener listener(study);
    RunQueue queue(study);
    ASSERT_TRUE(openSampleLog(study, listener));
    file = study.workspace()->file;
    queue.add("endless", withEpochs(study, kEndless));
    ASSERT_TRUE(waitFor([&] { return study.training(); }));
    kept = withEpochs(study, 1);
    kept.seed = 77;
    queue.add("x", kept);
    queue.add("y", withEpochs(study, 1));
    queue.add("gone", withEpochs(study, 1));
    queue.move(idOf(queue, "y"), -1);
    queue.cancel(idOf(queue, "gone"));
    // No goodbye: the study goes as it does when the program dies.
  }
  EXPECT_TRUE(QFile::exists(QueueStore::fileOf(file)));
  {
    Study study;
    const Listener listener(study);
    QueuePanel panel(study);
    panel.show();
    RunQueue& queue = panel.queue();
    study.openFiles({file});
    ASSERT_TRUE(
        waitFor([&] { return listener.views > 0 && !study.busy() && queue.waiting() == 2; }));
    EXPECT_TRUE(queue.paused());
    EXPECT_TRUE(panel.offer().isVisible());
    EXPECT_THAT(namesOf(queue, State::Waiting), ElementsAre("y", "x"));
    EXPECT_EQ(queue.model().runs()[1].experiment, kept);
    EXPECT_FALSE(study.training());
    panel.pauseButton().click();
    ASSERT_TRUE(waitFor([&] { return isIdle(study, queue); }));
    EXPECT_FALSE(panel.offer().isVisible());
    EXPECT_THAT(recordedRuns(study), ElementsAre("endless", "y", "x"));
  }
  EXPECT_FALSE(QFile::exists(QueueStore::fileOf(file))) << "nothing waits any longer";
}

TEST_F(QueueTest, AComparisonAndTheQueueDoNotRunAtOnce) {
  Study study;
  const Listener listener(study);
  RunQueue queue(study);
  ASSERT_TRUE(openSampleLog(study, listener));
  study.changeExperiment(withEpochs(study, 1), "quick", 0);
  study.startComparison({"ips"}, 1);
  ASSERT_TRUE(study.comparing());
  queue.add("after", withEpochs(study, 1));
  bool both = false;
  QObject::connect(&study, &Study::trainingBegan, &study, [&] { both = study.comparing(); });
  ASSERT_TRUE(waitFor([&] { return isIdle(study, queue) && !study.comparing(); }));
  EXPECT_FALSE(both);
  EXPECT_THAT(recordedRuns(study), ElementsAre("ips seed 1", "after"));
}

TEST_F(QueueTest, ClosingTheWindowAsksOnce) {
  MainWindow window;
  const Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  window.show();
  window.study().changeExperiment(withEpochs(window.study(), kEndless), "endless", 0);
  QueuePanel& panel = window.queue();
  panel.queueAction().trigger();
  ASSERT_TRUE(waitFor([&] { return window.study().training(); }));
  panel.name().setText("later");
  panel.queueAction().trigger();
  EXPECT_THAT(namesOf(panel.queue(), State::Waiting), ElementsAre("later"));
  QStringList questions;
  answerNextQuestion(QMessageBox::Cancel, questions);
  EXPECT_FALSE(window.close());
  ASSERT_EQ(questions.size(), 1);
  EXPECT_THAT(questions.front().toStdString(), HasSubstr("offered again"));
  EXPECT_TRUE(window.study().training());
  answerNextQuestion(QMessageBox::Yes, questions);
  EXPECT_TRUE(window.close());
  EXPECT_EQ(questions.size(), 2);
  QTest::qWait(50);
  EXPECT_FALSE(window.study().training()) << "what waits does not begin behind a closed window";
  EXPECT_EQ(panel.queue().waiting(), 1);
}

TEST_F(QueueTest, ClosingAsksAlsoWhileATrainingIsAboutToBegin) {
  MainWindow window;
  const Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  window.show();
  window.study().changeExperiment(withEpochs(window.study(), kEndless), "endless", 0);
  window.study().startTraining("soon");
  ASSERT_TRUE(window.study().preparing());
  ASSERT_FALSE(window.study().training());
  QStringList questions;
  answerNextQuestion(QMessageBox::Cancel, questions);
  EXPECT_FALSE(window.close());
  ASSERT_EQ(questions.size(), 1);
  EXPECT_THAT(questions.front().toStdString(), HasSubstr("Quit before it begins?"));
  ASSERT_TRUE(waitFor([&] { return window.study().training(); }));
  answerNextQuestion(QMessageBox::Yes, questions);
  EXPECT_TRUE(window.close());
  ASSERT_EQ(questions.size(), 2);
  EXPECT_THAT(questions.back().toStdString(), HasSubstr("Stop the training"));
}

TEST_F(QueueTest, ATrainingThatIsAboutToBeginDoesNotBeginBehindAClosedWindow) {
  QString file;
  {
    MainWindow window;
    const Listener listener(window.study());
    ASSERT_TRUE(openSampleLog(window.study(), listener));
    file = window.study().workspace()->file;
    window.show();
    window.study().changeExperiment(withEpochs(window.study(), kEndless), "endless", 0);
    window.study().startTraining("soon");
    // Its run is in the workspace by now, and the window has not heard of it.
    while (Workspace::open(file.toStdString(), Access::Read).runs().empty()) QThread::msleep(5);
    ASSERT_TRUE(window.study().preparing());
    window.study().finishTraining();
    EXPECT_TRUE(window.close()) << "nothing is left to ask about";
    ASSERT_TRUE(waitFor([&] { return !window.study().busy(); }));
    EXPECT_FALSE(window.study().training());
    EXPECT_FALSE(window.study().preparing());
  }
  EXPECT_THAT(Workspace::open(file.toStdString(), Access::Read).runs(), IsEmpty());
}

/// Runs that need no study.
QueuedRun made(int id, State state) {
  QueuedRun run;
  run.id = id;
  run.name = QString::number(id);
  run.state = state;
  return run;
}

std::vector<int> ids(const QueueModel& model) {
  std::vector<int> found;
  for (const QueuedRun& run : model.runs()) found.push_back(run.id);
  return found;
}

TEST(QueueModel, DraggingMovesAmongTheWaitingOnly) {
  QueueModel model;
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  model.append(made(3, State::Waiting));
  model.append(made(4, State::Waiting));
  model.append(made(5, State::Waiting));
  model.append(made(1, State::Finished));
  model.append(made(2, State::Running));
  ASSERT_THAT(ids(model), ElementsAre(1, 2, 3, 4, 5)) << "what waits stands behind";
  EXPECT_FALSE(model.flags(model.index(1, 0)) & Qt::ItemIsDragEnabled);
  EXPECT_TRUE(model.flags(model.index(2, 0)) & Qt::ItemIsDragEnabled);

  const auto drag = [&](int from, int row) {
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(from, 0)}));
    return model.dropMimeData(data.get(), Qt::MoveAction, row, 0, {});
  };
  EXPECT_TRUE(drag(4, 2));
  EXPECT_THAT(ids(model), ElementsAre(1, 2, 5, 3, 4));
  EXPECT_TRUE(drag(2, 5));
  EXPECT_THAT(ids(model), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_TRUE(drag(3, 0)) << "above what cannot move is before the first that waits";
  EXPECT_THAT(ids(model), ElementsAre(1, 2, 4, 3, 5));
  EXPECT_FALSE(drag(1, 5));
  EXPECT_FALSE(drag(3, 3));
  EXPECT_FALSE(model.dropMimeData(nullptr, Qt::MoveAction, 3, 0, {}));
  EXPECT_THAT(ids(model), ElementsAre(1, 2, 4, 3, 5));
  model.remove(4);
  model.remove(9);
  EXPECT_THAT(ids(model), ElementsAre(1, 2, 3, 5));
  EXPECT_EQ(model.index(1, QueueModel::State).data(QueueModel::kFractionRole).toDouble(), 0);
  EXPECT_FALSE(model.index(0, QueueModel::State).data(QueueModel::kFractionRole).isValid());
  model.clear();
  EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace luce::desktop
