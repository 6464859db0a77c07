#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QGraphicsTextItem>
#include <QKeyEvent>
#include <QMessageBox>
#include <cmath>
#include <set>

#include "app/desktop/comparison/comparison_dialog.h"
#include "app/desktop/main_window.h"
#include "core/common/error.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/next_question.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// 120 slates of four, likes wherever the price is low.
std::string tinyLog() {
  std::string text = "slate_id,item_id,position,price,like\n";
  for (int slate = 0; slate < 120; ++slate) {
    for (int place = 1; place <= 4; ++place) {
      const int price = (slate * 7 + place * 5) % 11;
      text += "s" + std::to_string(slate) + ",i" + std::to_string(price) + "," +
              std::to_string(place) + "," + std::to_string(price) + "," + (price < 5 ? "1" : "0") +
              "\n";
    }
  }
  return text;
}

class ComparisonTest : public testing::Test {
 protected:
  /// Opens the tiny log with an experiment of so many epochs each.
  bool open(Study& study, const Listener& listener, int epochs) {
    const auto log = folder_.write("tiny.csv", tinyLog());
    study.openFiles({QString::fromStdString(log.string())});
    if (!waitFor([&] { return listener.views > 0 && !study.busy(); })) return false;
    Experiment experiment = quickExperiment(study);
    experiment.schedule.supervisedEpochs = experiment.schedule.alignmentEpochs = epochs;
    study.changeExperiment(experiment, "quick", 0);
    return true;
  }

  static void choose(ComparisonDialog& dialog, const std::set<QString>& schemes, int seeds) {
    for (int row = 0; row < dialog.schemes().count(); ++row) {
      QListWidgetItem* item = dialog.schemes().item(row);
      const bool wanted = schemes.contains(item->data(Qt::UserRole).toString());
      item->setCheckState(wanted ? Qt::Checked : Qt::Unchecked);
    }
    dialog.seeds().setValue(seeds);
  }

  static std::vector<std::string> runNames(const Study& study) {
    std::vector<std::string> names;
    for (const RunEntry& run : study.workspace()->runs) names.push_back(run.record.name);
    return names;
  }

  TemporaryFolder folder_;
};

ComparedScheme madeUpScheme(const std::string& title, double mean, double difference) {
  ComparedScheme scheme;
  scheme.scheme = scheme.title = title;
  scheme.finished = 2;
  scheme.value = {mean, 0.25};
  scheme.difference = {difference, 0.125};
  return scheme;
}

std::shared_ptr<const std::vector<ComparedScheme>> madeUpSchemes() {
  auto schemes = std::make_shared<std::vector<ComparedScheme>>();
  schemes->push_back(madeUpScheme("b", 2, kMissing));
  schemes->push_back(madeUpScheme("c", 1, -1));
  schemes->push_back(madeUpScheme("failed", kMissing, kMissing));
  schemes->back().value.halfWidth = kMissing;
  schemes->back().finished = 0;
  schemes->back().failed = 1;
  schemes->back().runs.resize(1);
  schemes->back().runs[0].phase = TrainingPhase::Failed;
  schemes->back().runs[0].message = "no finite number";
  schemes->push_back(madeUpScheme("a", 3, 1));
  return schemes;
}

std::vector<std::string> column(const ComparisonModel& model, int column) {
  std::vector<std::string> cells;
  for (int row = 0; row < model.rowCount(); ++row) {
    cells.push_back(model.data(model.index(row, column)).toString().toStdString());
  }
  return cells;
}

TEST_F(ComparisonTest, FillsItsTableAndChartAndRecordsTheRuns) {
  Study study;
  const Listener listener(study);
  ASSERT_TRUE(open(study, listener, 2));
  ComparisonDialog dialog(study);
  EXPECT_EQ(dialog.schemes().count(), static_cast<int>(schemes().size()) + 1);
  EXPECT_FALSE(dialog.stopButton().isEnabled());
  choose(dialog, {"supervised", "ips", "grpo"}, 2);
  std::set<QString> stages;
  QObject::connect(&study, &Study::comparisonProgressed, &dialog,
                   [&] { stages.insert(dialog.stage().text().section(" · ", 0, 1)); });
  dialog.startButton().click();
  EXPECT_TRUE(study.comparing());
  EXPECT_TRUE(study.busy()) << "nothing else may train";
  EXPECT_FALSE(dialog.startButton().isEnabled());
  study.startTraining("meanwhile");
  EXPECT_FALSE(study.training());
  ASSERT_TRUE(waitFor([&] { return !study.busy(); }));

  EXPECT_THAT(listener.failures, IsEmpty());
  EXPECT_TRUE(stages.contains("run 6 of 6 · grpo seed 2"));
  ASSERT_EQ(dialog.model().rowCount(), 3);
  EXPECT_THAT(column(dialog.model(), ComparisonModel::Runs), ElementsAre("2", "2", "2"));
  EXPECT_EQ(dialog.chart().pointCount(), 3);
  EXPECT_EQ(dialog.chart().intervalCount(), 3);
  EXPECT_EQ(dialog.stage().text(), "6 runs finished");
  EXPECT_TRUE(dialog.startButton().isEnabled());
  EXPECT_THAT(runNames(study), ElementsAre("supervised seed 1", "ips seed 1", "grpo seed 1",
                                           "supervised seed 2", "ips seed 2", "grpo seed 2"));
  study.openRun("grpo seed 2");
  ASSERT_TRUE(waitFor([&] { return study.run() != nullptr && !study.busy(); }));
  EXPECT_EQ(study.experiment().objective.scheme, "grpo");
}

TEST_F(ComparisonTest, ClosingTheDialogStopsTheQueue) {
  Study study;
  const Listener listener(study);
  ASSERT_TRUE(open(study, listener, 100'000));
  ComparisonDialog dialog(study);
  dialog.show();
  choose(dialog, {"ips"}, 3);
  bool began = false;
  QObject::connect(&study, &Study::comparisonProgressed, &dialog,
                   [&](const ComparisonProgress& progress) { began = progress.fraction > 0; });
  dialog.startButton().click();
  ASSERT_TRUE(waitFor([&] { return began; }));
  EXPECT_TRUE(study.comparing());
  QStringList questions;
  answerNextQuestion(QMessageBox::Cancel, questions);
  QTest::keyClick(&dialog, Qt::Key_Escape);
  EXPECT_TRUE(dialog.isVisible()) << "Escape alone ends nothing";
  EXPECT_TRUE(study.comparing());
  answerNextQuestion(QMessageBox::Yes, questions);
  dialog.closeButton().click();
  EXPECT_FALSE(dialog.isVisible());
  ASSERT_EQ(questions.size(), 2);
  EXPECT_THAT(questions.front().toStdString(), HasSubstr("Finished runs stay."));
  ASSERT_TRUE(waitFor([&] { return !study.busy(); }));
  EXPECT_FALSE(study.comparing());
  EXPECT_TRUE(dialog.stage().text().startsWith("Stopped"));
  ASSERT_THAT(runNames(study), ElementsAre("ips seed 1"));
  EXPECT_EQ(study.workspace()->runs[0].record.status, RunStatus::Stopped);
}

TEST_F(ComparisonTest, ClosingTheWindowAsksAndThenStopsTheQueue) {
  MainWindow window;
  const Listener listener(window.study());
  ASSERT_TRUE(open(window.study(), listener, 100'000));
  window.show();
  EXPECT_TRUE(window.trainAction().isEnabled());
  window.compareAction().trigger();
  ASSERT_NE(window.comparison(), nullptr);
  EXPECT_TRUE(window.comparison()->isVisible());
  EXPECT_FALSE(window.comparison()->isModal());
  choose(*window.comparison(), {"grpo"}, 1);
  window.comparison()->startButton().click();
  EXPECT_FALSE(window.trainAction().isEnabled());
  ASSERT_TRUE(window.study().comparing());
  QStringList questions;
  answerNextQuestion(QMessageBox::Cancel, questions);
  EXPECT_FALSE(window.close());
  ASSERT_EQ(questions.size(), 1);
  EXPECT_THAT(questions.front().toStdString(), HasSubstr("Stop the comparison and quit?"));
  EXPECT_TRUE(window.isVisible());
  EXPECT_TRUE(window.study().comparing());
  answerNextQuestion(QMessageBox::Yes, questions);
  EXPECT_TRUE(window.close());
  EXPECT_EQ(questions.size(), 2);
  ASSERT_TRUE(waitFor([&] { return !window.study().busy(); }));
  EXPECT_FALSE(window.study().comparing());
}

TEST_F(ComparisonTest, TrainingAndComparingExcludeEachOther) {
  Study study;
  const Listener listener(study);
  ASSERT_TRUE(open(study, listener, 100'000));
  ComparisonDialog dialog(study);
  choose(dialog, {"ips"}, 1);
  study.startTraining("long");
  ASSERT_TRUE(waitFor([&] { return study.training() && !study.busy(); }));
  EXPECT_FALSE(dialog.startButton().isEnabled());
  study.startComparison({"ips"}, 1);
  EXPECT_FALSE(study.comparing());
  study.stopTraining();
  ASSERT_TRUE(waitFor([&] { return !study.training() && !study.busy(); }));
  EXPECT_TRUE(dialog.startButton().isEnabled());
}

TEST_F(ComparisonTest, WhatNoRunCouldDoIsToldOnce) {
  Study study;
  const Listener listener(study);
  ASSERT_TRUE(open(study, listener, 1));
  Experiment experiment = study.experiment();
  experiment.split.test = 0;
  study.changeExperiment(experiment, "no test slates", 1);
  study.startComparison({"ips"}, 2);
  ASSERT_TRUE(waitFor([&] { return !study.busy(); }));
  ASSERT_EQ(listener.failures.size(), 1u);
  EXPECT_THAT(listener.failures[0].text.toStdString(), HasSubstr("test share"));
  EXPECT_THAT(runNames(study), IsEmpty());
}

TEST(ComparisonModel, SortsWithTheUnknownLast) {
  ComparisonModel model;
  model.show(madeUpSchemes());
  EXPECT_THAT(column(model, ComparisonModel::Scheme), ElementsAre("b", "c", "failed", "a"));
  model.sort(ComparisonModel::Reward, Qt::DescendingOrder);
  EXPECT_THAT(column(model, ComparisonModel::Scheme), ElementsAre("a", "b", "c", "failed"));
  model.sort(ComparisonModel::Reward, Qt::AscendingOrder);
  EXPECT_THAT(column(model, ComparisonModel::Scheme), ElementsAre("c", "b", "a", "failed"));
  model.show(madeUpSchemes());
  EXPECT_THAT(column(model, ComparisonModel::Scheme), ElementsAre("c", "b", "a", "failed"))
      << "results that come later are sorted too";
  model.sort(-1, Qt::AscendingOrder);
  EXPECT_THAT(column(model, ComparisonModel::Scheme), ElementsAre("b", "c", "failed", "a"));
}

TEST(ComparisonModel, TellsValuesAndFailures) {
  ComparisonModel model;
  model.show(madeUpSchemes());
  EXPECT_THAT(column(model, ComparisonModel::Reward),
              ElementsAre("2 ± 0.25", "1 ± 0.25", "–", "3 ± 0.25"));
  EXPECT_EQ(model.headerData(ComparisonModel::Difference, Qt::Horizontal).toString(),
            "Difference to b");
  EXPECT_THAT(column(model, ComparisonModel::Runs), ElementsAre("2", "2", "0, 1 failed", "2"));
  EXPECT_THAT(model.data(model.index(2, 0), Qt::ToolTipRole).toString().toStdString(),
              HasSubstr("no finite number"));
  const std::string text = model.text().toStdString();
  EXPECT_THAT(text, AllOf(HasSubstr("Scheme\tTest reward\tDifference to b"),
                          HasSubstr("\nc\t1 ± 0.25\t-1 ± 0.125\t")));
}

TEST(ComparisonChart, DrawsWhatIsKnown) {
  ComparisonChart chart;
  chart.show(*madeUpSchemes());
  EXPECT_EQ(chart.pointCount(), 3);
  EXPECT_EQ(chart.intervalCount(), 3);
  auto schemes = *madeUpSchemes();
  schemes[0].value.halfWidth = kMissing;
  chart.show(schemes);
  EXPECT_EQ(chart.pointCount(), 3);
  EXPECT_EQ(chart.intervalCount(), 2) << "one seed has no interval";
  chart.clear();
  EXPECT_EQ(chart.pointCount(), 0);
}

TEST(ComparisonChart, NamesOfManySchemesStayReadable) {
  std::vector<ComparedScheme> schemes;
  for (int i = 1; i <= 25; ++i) {
    schemes.push_back(madeUpScheme("Importance sampling " + std::to_string(i), i % 7, kMissing));
  }
  ComparisonChart chart;
  chart.show(schemes);
  chart.resize(900, chart.minimumHeight());
  static_cast<QWidget&>(chart).show();
  std::set<std::string> written;
  ASSERT_TRUE(waitFor([&] {
    for (const QGraphicsItem* item : chart.findChild<QChartView*>()->scene()->items()) {
      const auto* text = dynamic_cast<const QGraphicsTextItem*>(item);
      if (text != nullptr) written.insert(text->toPlainText().toStdString());
    }
    return !written.empty();
  }));
  for (const ComparedScheme& scheme : schemes) {
    EXPECT_TRUE(written.contains(scheme.title)) << scheme.title;
  }
}

TEST_F(ComparisonTest, TheTableIsCopiedAndSaved) {
  Study study;
  const Listener listener(study);
  ASSERT_TRUE(open(study, listener, 1));
  ComparisonDialog dialog(study);
  study.startComparison({"ips"}, 1);
  ASSERT_TRUE(waitFor([&] { return !study.busy(); }));
  const Workspace workspace = Workspace::open(study.workspace()->file.toStdString(), Access::Read);
  EXPECT_NE(workspace.runs().back().environment.find(std::string("\"qt\":\"") + qVersion() + '"'),
            std::string::npos);
  dialog.findChild<QTableView*>()->actions().front()->trigger();  // Ctrl+C
  EXPECT_EQ(QApplication::clipboard()->text(), dialog.model().text());
  EXPECT_TRUE(dialog.model().text().contains("\nIPS\t"));
  const QString file = QString::fromStdString((folder_ / "table.csv").string());
  dialog.saveCsv(file);
  QFile saved(file);
  ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
  EXPECT_EQ(saved.readLine().left(13), "scheme,title,");
  EXPECT_EQ(saved.readLine().left(8), "ips,IPS,");
  EXPECT_THROW(dialog.saveCsv(QString::fromStdString((folder_ / "no folder" / "t.csv").string())),
               Error);
}

}  // namespace
}  // namespace luce::desktop
