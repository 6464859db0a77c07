// A study survives the death of its program.
#include "app/desktop/window/session_keeper.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "app/desktop/window/session_restorer.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/recorded_runs.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

class SessionKeeperTest : public testing::Test {
 protected:
  QString folder() const { return QString::fromStdString((folder_ / "sessions").string()); }
  KeptSession session() {
    KeptSession made;
    made.workspace = QString::fromStdString(folder_.write("study.luce", "x").string());
    made.dataset = "men";
    made.run = "grpo";
    made.slate = 7;
    made.experiment = "{\"temperature\": 0.5}";
    made.page = 2;
    return made;
  }
  /// A program that keeps the session and dies.
  void dieWith(const KeptSession& session) {
    const pid_t child = fork();
    if (child == 0) {
      auto* keeper = new SessionKeeper(folder());
      keeper->keep(session);
      keeper->flush();
      QTest::qSleep(300);
      _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
  }
  QStringList files() const { return QDir(folder()).entryList({"open-*"}, QDir::Files); }

  TemporaryFolder folder_;
};

TEST_F(SessionKeeperTest, WhatADeadProgramDidIsFoundOnce) {
  const KeptSession kept = session();
  dieWith(kept);
  ASSERT_FALSE(files().isEmpty());
  {
    SessionKeeper next(folder());
    ASSERT_TRUE(next.lost().has_value());
    EXPECT_EQ(next.lost()->workspace, kept.workspace);
    EXPECT_EQ(next.lost()->dataset, "men");
    EXPECT_EQ(next.lost()->run, "grpo");
    EXPECT_EQ(next.lost()->slate, 7u);
    EXPECT_EQ(next.lost()->experiment, kept.experiment);
    EXPECT_EQ(next.lost()->page, 2);
    EXPECT_TRUE(next.lost()->saved.isValid());
    SessionKeeper another(folder());
    EXPECT_FALSE(another.lost().has_value()) << "taken over already";
    next.end();
    another.end();
  }
  EXPECT_FALSE(SessionKeeper(folder()).lost().has_value());
}

TEST_F(SessionKeeperTest, AProgramThatRunsKeepsItsOwn) {
  SessionKeeper running(folder());
  running.keep(session());
  running.flush();
  SessionKeeper second(folder());
  EXPECT_FALSE(second.lost().has_value());
  EXPECT_FALSE(second.last().has_value());
}

TEST_F(SessionKeeperTest, AProperEndMakesItTheLastStudy) {
  {
    SessionKeeper keeper(folder());
    keeper.keep(session());
    keeper.end();
    // What a window still does while it closes.
    KeptSession late = session();
    ++late.page;
    keeper.keep(late);
    keeper.flush();
  }
  SessionKeeper next(folder());
  EXPECT_FALSE(next.lost().has_value());
  ASSERT_TRUE(next.last().has_value());
  EXPECT_EQ(next.last()->dataset, "men");
  QFile::remove(session().workspace);
  QFile::remove(next.last() ? next.last()->workspace : QString());
  EXPECT_FALSE(next.last().has_value()) << "its workspace is gone";
}

TEST_F(SessionKeeperTest, RubbishIsNoSession) {
  QDir().mkpath(folder());
  for (const char* content :
       {"", "{", "[1]", "{\"workspace\": 3}", "{\"workspace\": \"/nowhere\"}"}) {
    QFile file(folder() + "/open-x.json");
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    EXPECT_FALSE(SessionKeeper(folder()).lost().has_value()) << content;
  }
}

TEST_F(SessionKeeperTest, TheWindowBringsALostStudyBack) {
  KeptSettings().clear();
  KeptSession kept;
  {
    MainWindow window;
    Listener listener(window.study());
    ASSERT_TRUE(openSampleLog(window.study(), listener));
    ASSERT_TRUE(trainQuickRun(window.study(), "precious"));
    Experiment changed = window.study().experiment();
    changed.temperature = 0.125;
    window.study().changeExperiment(changed, "temperature", 1);
    window.study().showSlate(17);
    kept.workspace = window.study().workspace()->file;
    kept.dataset = "slate_log";
    kept.run = "precious";
    kept.slate = 17;
    kept.experiment = QString::fromStdString(experimentToJson(changed));
    kept.page = 1;
    window.close();
  }
  const pid_t child = fork();
  if (child == 0) {
    auto* keeper = new SessionKeeper;
    keeper->keep(kept);
    keeper->flush();
    QTest::qSleep(300);
    _exit(1);
  }
  int status = 0;
  waitpid(child, &status, 0);

  MainWindow window;
  window.show();
  ASSERT_TRUE(window.startPage().lostStudy().isVisible());
  QTest::mouseClick(&window.startPage().recoverButton(), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] {
    return window.study().run() != nullptr && window.study().slate() == 17u &&
           !window.study().busy();
  }));
  EXPECT_EQ(window.study().run()->record.name, "precious");
  EXPECT_EQ(window.study().experiment().temperature, 0.125);
  EXPECT_EQ(window.tabs().currentIndex(), 1);
  EXPECT_TRUE(window.study().undoStack().canUndo());
  window.close();
}

TEST_F(SessionKeeperTest, ARunInTrainingIsKeptToo) {
  KeptSettings().clear();
  const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  MainWindow window;
  Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  Experiment experiment = quickExperiment(window.study());
  experiment.schedule.alignmentEpochs = 100'000;
  window.study().changeExperiment(experiment, "long run", 1);
  window.study().startTraining("long");
  ASSERT_TRUE(waitFor([&] { return window.study().training(); }));
  // What a program that starts after a crash of this one would read.
  const auto keptRun = [&] {
    const QDir folder(data + "/sessions");
    for (const QString& name : folder.entryList({"open-*.json"}, QDir::Files)) {
      QFile file(folder.filePath(name));
      if (!file.open(QIODevice::ReadOnly)) continue;
      return QJsonDocument::fromJson(file.readAll()).object()["run"].toString();
    }
    return QString();
  };
  EXPECT_TRUE(waitFor([&] { return keptRun() == "long"; }));
  window.study().finishTraining();
}

TEST_F(SessionKeeperTest, SettingsComeBackAlsoWhereTheRunHasNoWeights) {
  KeptSettings().clear();
  const std::filesystem::path file = folder_ / "study.luce";
  makeLog(file);
  {
    Workspace workspace = Workspace::open(file);
    RunRecord record;
    record.name = "begun";
    record.dataset = "log";
    record.experiment = experimentToJson(experimentOf("ips", 1));
    workspace.createRun(record);
  }
  Study study;
  Listener listener(study);
  SessionRestorer restorer(study);
  std::optional<KeptSession> restored;
  QObject::connect(&restorer, &SessionRestorer::restored, &listener.context,
                   [&](const KeptSession& session) { restored = session; });
  KeptSession kept;
  kept.workspace = QString::fromStdString(file.string());
  kept.dataset = "log";
  kept.run = "begun";
  kept.slate = 17;
  Experiment experiment = experimentOf("grpo", 3);
  experiment.temperature = 0.125;
  kept.experiment = QString::fromStdString(experimentToJson(experiment));
  restorer.restore(kept);
  ASSERT_TRUE(waitFor([&] { return restored.has_value(); }));
  ASSERT_EQ(listener.failures.size(), 1u);
  EXPECT_THAT(listener.failures[0].text.toStdString(), testing::HasSubstr("has no weights"));
  EXPECT_EQ(study.slate(), 17u);
  EXPECT_EQ(study.experiment().temperature, 0.125);
}

}  // namespace
}  // namespace luce::desktop
