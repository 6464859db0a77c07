// Another program writes to the workspace: the desktop reads it, says why, and writes nothing.
#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTimer>

#include "app/desktop/main_window.h"
#include "core/workspace/workspace.h"
#include "tests/desktop/choose_file.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/next_question.h"
#include "tests/support/own_process.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class ReadOnlyTest : public testing::Test {
 protected:
  void SetUp() override {
    Workspace workspace = Workspace::open(file_);
    const auto writer = workspace.createDataset("log", "");
    writeUnevenSlates(*writer, 60);
    writer->commit();
    RunRecord run;
    run.name = "lost";
    run.dataset = "log";
    run.experiment = experimentToJson(Experiment());
    workspace.createRun(run);
  }

  WaitingProcess otherProgram() const {
    return WaitingProcess([this] { return std::make_shared<Workspace>(Workspace::open(file_)); });
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "study.luce";
};

TEST_F(ReadOnlyTest, TheWindowSaysWhyAndWritesAgainWhenItCan) {
  WaitingProcess other = otherProgram();
  ASSERT_TRUE(other.started());
  MainWindow window;
  Study& study = window.study();
  Listener listener(study);
  window.openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !study.busy(); }));
  ASSERT_THAT(listener.failures, testing::IsEmpty());
  EXPECT_EQ(window.windowTitle().toStdString(), "study.luce (read only) – Luce");
  const std::string who = "test_desktop (process " + std::to_string(other.id()) + ")";
  EXPECT_THAT(study.whyReadOnly().toStdString(), AllOf(HasSubstr("is in use by " + who)));
  EXPECT_FALSE(window.readOnlyBar().isHidden());
  EXPECT_THAT(window.readOnlyBar().findChild<QLabel*>()->text().toStdString(), HasSubstr(who));
  EXPECT_FALSE(window.trainAction().isEnabled());
  EXPECT_FALSE(window.compareAction().isEnabled());
  window.runs().table().selectRow(0);
  ASSERT_EQ(window.runs().selected().size(), 1u);
  EXPECT_FALSE(window.runs().removeAction().isEnabled());
  EXPECT_FALSE(window.runs().model().flags(window.runs().model().index(0, RunTableModel::kName)) &
               Qt::ItemIsEditable);
  EXPECT_EQ(study.dataset()->table->slateCount(), 60u) << "it can be looked at";

  other.kill();
  listener.views = 0;
  window.readOnlyBar().findChild<QPushButton*>()->click();
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !study.busy(); }));
  EXPECT_EQ(window.windowTitle().toStdString(), "study.luce – Luce");
  EXPECT_TRUE(window.readOnlyBar().isHidden());
  EXPECT_TRUE(window.trainAction().isEnabled());
  EXPECT_TRUE(window.compareAction().isEnabled());
  // The run's program is gone, and the window tells so.
  const QModelIndex status = window.runs().model().index(0, RunTableModel::kStatus);
  EXPECT_EQ(status.data().toString().toStdString(), "stopped");
  EXPECT_EQ(status.data(Qt::ToolTipRole).toString().toStdString(),
            "The program ended before the run did.");
}

TEST_F(ReadOnlyTest, AFileThatGoesAwayIsToldAndCanBeSavedElsewhere) {
  MainWindow window;
  Study& study = window.study();
  Listener listener(study);
  window.openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !study.busy(); }));
  Experiment changed = study.experiment();
  changed.temperature = 0.5;
  study.changeExperiment(changed, "a change", 1);
  ASSERT_FALSE(study.lost());
  EXPECT_TRUE(window.readOnlyBar().isHidden());

  // Away and back again.
  std::filesystem::rename(file_, folder_ / "elsewhere.luce");
  ASSERT_TRUE(waitFor([&] { return study.lost(); }));
  EXPECT_FALSE(window.readOnlyBar().isHidden());
  EXPECT_THAT(window.readOnlyBar().findChild<QLabel*>()->text().toStdString(),
              AllOf(HasSubstr("study.luce"), HasSubstr("deleted, moved or renamed")));
  EXPECT_FALSE(window.trainAction().isEnabled());
  study.startTraining("nowhere");
  ASSERT_EQ(listener.failures.size(), 1u);
  EXPECT_FALSE(std::filesystem::exists(file_)) << "nothing is made in its place";
  std::filesystem::rename(folder_ / "elsewhere.luce", file_);
  ASSERT_TRUE(waitFor([&] { return !study.lost(); }));
  EXPECT_TRUE(window.readOnlyBar().isHidden());
  EXPECT_TRUE(window.trainAction().isEnabled());

  std::filesystem::remove(file_);
  ASSERT_TRUE(waitFor([&] { return study.lost(); }));
  const auto table = study.dataset()->table;
  const std::filesystem::path copy = folder_ / "copy.luce";
  window.readOnlyBar().copyButton().click();
  auto* dialog = window.findChild<QFileDialog*>();
  ASSERT_NE(dialog, nullptr);
  chooseIn(*dialog, QString::fromStdString(copy.string()));
  ASSERT_TRUE(waitFor([&] { return !study.lost() && !study.busy(); }));
  EXPECT_EQ(study.workspace()->file.toStdString(), copy.string());
  EXPECT_TRUE(window.readOnlyBar().isHidden());
  EXPECT_EQ(window.windowTitle().toStdString(), "copy.luce – Luce");
  EXPECT_EQ(study.dataset()->table, table) << "what is shown stays";
  EXPECT_EQ(study.experiment().temperature, 0.5);
  EXPECT_TRUE(study.undoStack().canUndo());
  ASSERT_TRUE(trainQuickRun(study, "after"));
  EXPECT_EQ(listener.failures.size(), 1u);
  const Workspace workspace = Workspace::open(copy, Access::Read);
  EXPECT_EQ(workspace.runs().size(), 2u) << "the one before, and the new one";
}

TEST_F(ReadOnlyTest, WhatIsAskedBeforeTheWindowKnowsThatTheFileIsGoneMakesNone) {
  Study study;
  Listener listener(study);
  RunBook book(study);
  QStringList refused;
  QObject::connect(&book, &RunBook::failed,
                   [&](const Failure& failure) { refused.append(failure.text); });
  study.openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !study.busy(); }));
  const auto log = folder_.write("log.csv", "slate_id,item_id,click\ns,a,1\ns,b,0\n");
  std::filesystem::rename(file_, folder_ / "elsewhere.luce");
  ASSERT_FALSE(study.lost());
  study.importLog({.files = {QString::fromStdString(log.string())}});
  book.rename(study.workspace()->runs.at(0).record.id, "other");
  ASSERT_TRUE(
      waitFor([&] { return !listener.failures.empty() && !refused.isEmpty() && !study.busy(); }));
  EXPECT_THAT(listener.failures.at(0).text.toStdString(), HasSubstr("was deleted, moved"));
  EXPECT_THAT(refused.at(0).toStdString(), HasSubstr("was deleted, moved"));
  EXPECT_FALSE(std::filesystem::exists(file_));
  std::filesystem::rename(folder_ / "elsewhere.luce", file_);
  EXPECT_EQ(Workspace::open(file_, Access::Read).datasets().size(), 1u);
}

TEST_F(ReadOnlyTest, AFileThatTookThePlaceOfTheOpenOneCanBeOpened) {
  const std::filesystem::path other = folder_ / "other.luce";
  {
    Workspace workspace = Workspace::open(other);
    const auto writer = workspace.createDataset("another log", "");
    writeUnevenSlates(*writer, 20);
    writer->commit();
  }
  Study study;
  Listener listener(study);
  study.openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !study.busy(); }));
  std::filesystem::remove(file_);
  std::filesystem::rename(other, file_);
  study.openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(
      waitFor([&] { return study.dataset()->table->slateCount() == 20u && !study.busy(); }));
  EXPECT_THAT(listener.failures, testing::IsEmpty());
  EXPECT_FALSE(study.lost());
  EXPECT_FALSE(study.readOnly());
  ASSERT_TRUE(trainQuickRun(study, "here"));
  EXPECT_EQ(Workspace::open(file_, Access::Read).runs().size(), 1u);
}

TEST_F(ReadOnlyTest, AMovedFileCanBeOpenedUnderItsNewName) {
  Study study;
  Listener listener(study);
  study.openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !study.busy(); }));
  RunBook(study).rename(study.workspace()->runs.at(0).record.id, "found");
  ASSERT_TRUE(waitFor([&] { return study.workspace()->runs.at(0).record.name == "found"; }));
  const std::filesystem::path moved = folder_ / "moved.luce";
  std::filesystem::rename(file_, moved);
  study.openFiles({QString::fromStdString(moved.string())});
  ASSERT_TRUE(waitFor(
      [&] { return study.workspace()->file.toStdString() == moved.string() && !study.busy(); }));
  EXPECT_THAT(listener.failures, testing::IsEmpty());
  EXPECT_FALSE(study.lost());
  EXPECT_FALSE(study.readOnly());
  EXPECT_EQ(study.workspace()->runs.at(0).record.name, "found")
      << "what was changed before it was moved went with it";
  ASSERT_TRUE(trainQuickRun(study, "here"));
  const Workspace workspace = Workspace::open(moved, Access::Read);
  EXPECT_EQ(workspace.runs().size(), 2u);
  EXPECT_EQ(workspace.run("here").status, RunStatus::Finished);
}

TEST_F(ReadOnlyTest, ClosingAsksWhenTheFileIsGone) {
  MainWindow window;
  Listener listener(window.study());
  window.openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !window.study().busy(); }));
  std::filesystem::remove(file_);
  ASSERT_TRUE(waitFor([&] { return window.study().lost(); }));
  QStringList questions;
  answerNextQuestion(QMessageBox::Cancel, questions);
  EXPECT_FALSE(window.close());
  ASSERT_EQ(questions.size(), 1);
  EXPECT_THAT(questions.front().toStdString(), HasSubstr("save a copy of it"));
}

TEST_F(ReadOnlyTest, WhatWritesTellsWhyNot) {
  WaitingProcess other = otherProgram();
  ASSERT_TRUE(other.started());
  Study study;
  Listener listener(study);
  study.openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(waitFor([&] { return listener.views > 0 && !study.busy(); }));
  study.startTraining("a");
  study.startComparison({"ips"}, 1);
  RunBook(study).putAway({study.workspace()->runs.at(0).record.id});
  ASSERT_EQ(listener.failures.size(), 3u);
  const auto log = folder_.write("log.csv", "slate_id,item_id,click\ns,a,1\ns,b,0\n");
  study.openFiles({QString::fromStdString(log.string())});
  ASSERT_TRUE(waitFor([&] { return listener.failures.size() == 4 && !study.busy(); }));
  for (const Failure& failure : listener.failures) {
    EXPECT_EQ(failure.text.toStdString(), study.whyReadOnly().toStdString());
  }
  other.kill();
  const Workspace workspace = Workspace::open(file_, Access::Read);
  EXPECT_EQ(workspace.datasets().size(), 1u);
  EXPECT_EQ(workspace.runs().size(), 1u);
}

}  // namespace
}  // namespace luce::desktop
