#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <algorithm>
#include <cmath>

#include "app/desktop/main_window.h"
#include "app/desktop/tuning/tuning_page.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class TuningTest : public testing::Test {
 protected:
  void SetUp() override {
    page_.resize(1100, 800);
    page_.show();
  }

  bool openTrained() { return openSampleLog(study_, listener_) && trainQuickRun(study_, "run"); }

  bool sweep(int points) {
    page_.sweep().controls().pointsBox().setValue(points);
    const SweepView* before = page_.sweep().sweep();
    page_.sweep().controls().runButton().click();
    return waitFor(
        [&] { return page_.sweep().sweep() != nullptr && page_.sweep().sweep() != before; });
  }

  const std::vector<SweepPoint>& points() { return page_.sweep().sweep()->result.points; }
  QPointF at(int point, std::size_t x, std::size_t y) {
    const SweepPoint& judged = points()[static_cast<std::size_t>(point)];
    return {judged.outcomes[x].value, judged.outcomes[y].value};
  }

  TemporaryFolder folder_;
  Study study_;
  Listener listener_{study_};
  TuningPage page_{study_};
};

TEST_F(TuningTest, BeforeThereIsAnEstimatorItSaysWhatToDo) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  EXPECT_FALSE(page_.sweep().controls().runButton().isEnabled());
  EXPECT_THAT(page_.sweep().controls().message().text().toStdString(), HasSubstr("Train, or open"));
  EXPECT_FALSE(page_.sweep().useButton().isEnabled());
  page_.setCurrentWidget(&page_.importance());
  EXPECT_FALSE(page_.importance().solveButton().isEnabled());
  EXPECT_FALSE(page_.importance().table().isVisible());
}

TEST_F(TuningTest, ASweepIsDrawnByTwoOutcomesWithItsFront) {
  ASSERT_TRUE(openTrained());
  SweepPage& page = page_.sweep();
  ASSERT_TRUE(sweep(60));
  EXPECT_EQ(page.model().rowCount(), 60);
  EXPECT_EQ(page.model().columnCount(), 1 + 3 + 1 + 7)
      << "number, three weights, temperature, seven outcomes";
  EXPECT_EQ(page.horizontalBox().currentText(), "click");
  EXPECT_EQ(page.verticalBox().currentText(), "long_view");
  ASSERT_EQ(page.chart().frontLine().size() + page.chart().dominated().size(), 60);
  const auto expectFront = [&](std::size_t x, std::size_t y) {
    for (const QPointF& point : page.chart().frontLine()) {
      for (int other = 0; other < 60; ++other) {
        const QPointF beside = at(other, x, y);
        const bool better = beside.x() >= point.x() && beside.y() >= point.y() && beside != point;
        EXPECT_FALSE(better) << other;
      }
    }
  };
  expectFront(0, 1);
  EXPECT_EQ(page.chart().frontBars().size(),
            static_cast<std::size_t>(page.chart().frontLine().size()));
  for (const ErrorBar& bar : page.chart().frontBars()) {
    EXPECT_LE(bar.lowX, bar.point.x());
    EXPECT_GE(bar.highX, bar.point.x());
    EXPECT_LT(bar.lowY, bar.highY);
  }
  page.verticalBox().setCurrentText("effective sample size");
  expectFront(0, 6);
  page.onlyFrontBox().setChecked(true);
  EXPECT_EQ(page.model().rowCount(), page.chart().frontLine().size());
  page.chart().choose(3);
  ASSERT_TRUE(sweep(20));
  EXPECT_EQ(page.chart().chosen(), -1) << "the new points are others";
  EXPECT_FALSE(page.useButton().isEnabled());
}

TEST_F(TuningTest, AClickedPointBecomesTheSlidersSettingAndUndoTakesItBack) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(sweep(30));
  SweepPage& page = page_.sweep();
  const Experiment before = study_.experiment();
  EXPECT_FALSE(page.useButton().isEnabled());
  // The rightmost point of the front, which no other one can be taken for.
  const QPointF last = page.chart().frontLine().back();
  int point = 0;
  while (at(point, 0, 1) != last) ++point;
  ASSERT_TRUE(waitFor([&] { return page.chart().currentMark().size() == 1; }));
  QWidget* view = page.chart().findChild<QChartView*>()->viewport();
  const QPoint place = view->mapFrom(&page.chart(), page.chart().placeOf(point));
  QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, place);
  ASSERT_EQ(page.chart().chosen(), point);
  EXPECT_EQ(page.chart().chosenMark(), QList<QPointF>{last});
  EXPECT_EQ(page.model().point(page.table().currentIndex().row()), point);
  EXPECT_EQ(study_.experiment(), before) << "a click only chooses";

  page.useButton().click();
  const TuningSetting& setting = points()[static_cast<std::size_t>(point)].setting;
  EXPECT_EQ(study_.policySettings().valueWeights, setting.weights);
  EXPECT_EQ(study_.experiment().temperature, setting.temperature);
  EXPECT_EQ(study_.undoStack().undoText(), QString("weights of point %1").arg(point + 1));
  // What an action is worth stays, so that the estimate agrees with the sweep.
  EXPECT_EQ(study_.policySettings().rewardWeights, (TaskWeights{1, 1, 1}));
  const double reward = points()[static_cast<std::size_t>(point)].outcomes[3].value;
  EXPECT_TRUE(waitFor([&] {
    return listener_.report &&
           std::abs(listener_.report->estimate.snips().value - reward) < 1e-5 * reward;
  }));
  // The mark of the sliders comes to lie upon the point.
  EXPECT_TRUE(waitFor([&] { return page.chart().currentMark() == QList<QPointF>{last}; }));
  study_.undoStack().undo();
  EXPECT_EQ(study_.experiment(), before);
  EXPECT_TRUE(waitFor([&] {
    const SweepPoint& base = page.sweep()->result.base;
    return page.chart().currentMark() ==
           QList<QPointF>{{base.outcomes[0].value, base.outcomes[1].value}};
  }));

  QTest::mouseDClick(view, Qt::LeftButton, Qt::NoModifier, place);
  EXPECT_EQ(study_.policySettings().valueWeights, setting.weights) << "a double click uses";
}

TEST_F(TuningTest, TheFrontCanBeWalkedByKeyboard) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(sweep(30));
  SweepPage& page = page_.sweep();
  QChartView* view = page.chart().findChild<QChartView*>();
  const QList<QPointF> front = page.chart().frontLine();
  QTest::keyClick(view, Qt::Key_Right);
  EXPECT_EQ(page.chart().chosenMark(), QList<QPointF>{front.front()});
  QTest::keyClick(view, Qt::Key_Left);
  EXPECT_EQ(page.chart().chosenMark(), QList<QPointF>{front.front()}) << "there is nothing further";
  if (front.size() > 1) {
    QTest::keyClick(view, Qt::Key_Right);
    EXPECT_EQ(page.chart().chosenMark(), QList<QPointF>{front[1]});
  }
  QTest::keyClick(view, Qt::Key_Return);
  EXPECT_EQ(study_.policySettings().valueWeights,
            points()[static_cast<std::size_t>(page.chart().chosen())].setting.weights);
}

TEST_F(TuningTest, TableAndChartShareTheChosenPointAndTheTableIsCopied) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(sweep(25));
  SweepPage& page = page_.sweep();
  const int reward = 1 + 3 + 1 + 3;
  ASSERT_EQ(page.model().headerData(reward, Qt::Horizontal).toString(), "reward");
  page.table().sortByColumn(reward, Qt::DescendingOrder);
  page.table().setCurrentIndex(page.model().index(0, 0));
  const auto best = std::max_element(
      points().begin(), points().end(),
      [](const auto& a, const auto& b) { return a.outcomes[3].value < b.outcomes[3].value; });
  EXPECT_EQ(page.chart().chosen(), best - points().begin());
  EXPECT_THAT(page.chart().describe(page.chart().chosen()).toStdString(),
              AllOf(HasSubstr("click "), HasSubstr("τ "), HasSubstr("reward − before: ")));
  page.table().sortByColumn(0, Qt::AscendingOrder);
  EXPECT_EQ(page.table().currentIndex().row(), best - points().begin()) << "it stays chosen";

  page.table().setFocus();
  QTest::keySequence(&page.table(), QKeySequence::Copy);
  const QStringList lines = page.model().text().split('\n', Qt::SkipEmptyParts);
  EXPECT_EQ(lines.size(), 26);
  EXPECT_EQ(lines[0].count('\t'), 5 + 3 * 7 - 1);
  EXPECT_NEAR(lines[3].split('\t')[4].toDouble(), points()[2].setting.temperature, 1e-6);
  const QString file = QString::fromStdString((folder_ / "points.csv").string());
  page.saveCsv(file);
  QFile saved(file);
  ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
  EXPECT_EQ(saved.readAll().count('\n'), 26);
}

TEST_F(TuningTest, RangesFollowTheSlidersUntilTheyAreTouched) {
  ASSERT_TRUE(openTrained());
  SweepControls& controls = page_.sweep().controls();
  Experiment experiment = study_.experiment();
  experiment.valueWeights["like"] = 5;
  study_.changeExperiment(experiment, "like", 1);
  EXPECT_DOUBLE_EQ(controls.weightRow("like").range().low, 0.5);
  EXPECT_DOUBLE_EQ(controls.weightRow("like").range().high, 50);
  EXPECT_TRUE(controls.weightRow("click").fixed());
  controls.weightRow("like").highBox().setValue(20);
  experiment.valueWeights["like"] = 1;
  study_.changeExperiment(experiment, "like", 1);
  EXPECT_DOUBLE_EQ(controls.weightRow("like").range().high, 20);
  EXPECT_EQ(controls.sweep().weights.count("click"), 0u) << "as it is";

  controls.weightRow("like").lowBox().setValue(30);
  EXPECT_FALSE(controls.runButton().isEnabled());
  EXPECT_THAT(controls.message().text().toStdString(), HasSubstr("from 30 down to 20"));
  controls.weightRow("like").lowBox().setValue(10);
  EXPECT_TRUE(controls.runButton().isEnabled());
  ASSERT_TRUE(sweep(20));
  for (const SweepPoint& point : points()) {
    EXPECT_GE(point.setting.weights[2], 10);
    EXPECT_LE(point.setting.weights[2], 20);
    EXPECT_EQ(point.setting.weights[0], 1);
  }
}

TEST_F(TuningTest, ASweepCanBeCancelledAndTriedAgain) {
  ASSERT_TRUE(openTrained());
  SweepPage& page = page_.sweep();
  page.controls().pointsBox().setValue(2000);
  page.controls().runButton().click();
  EXPECT_FALSE(page.controls().runButton().isEnabled());
  page.controls().cancelButton().click();
  EXPECT_TRUE(page.controls().runButton().isEnabled());
  EXPECT_THAT(page.controls().message().text().toStdString(), HasSubstr("Cancelled"));
  ASSERT_TRUE(sweep(10));
  EXPECT_EQ(points().size(), 10u) << "the cancelled one does not come late";
}

TEST_F(TuningTest, AnotherEstimatorIsToldAndAnotherDatasetForgets) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(sweep(10));
  ASSERT_TRUE(trainQuickRun(study_, "second"));
  ASSERT_TRUE(waitFor([&] { return study_.hasPredictions() && !study_.training(); }));
  EXPECT_THAT(page_.sweep().controls().message().text().toStdString(), HasSubstr("another one"));
  EXPECT_EQ(page_.sweep().model().rowCount(), 10);
  listener_.views = 0;
  study_.openDataset("slate_log");
  ASSERT_TRUE(waitFor([&] { return listener_.views > 0 && !study_.busy(); }));
  EXPECT_EQ(page_.sweep().sweep(), nullptr);
  EXPECT_EQ(page_.sweep().model().rowCount(), 0);
}

TEST_F(TuningTest, SolvedWeightsHaveTheWantedImportanceAndCanBeUndone) {
  ASSERT_TRUE(openTrained());
  page_.setCurrentWidget(&page_.importance());
  ImportancePage& page = page_.importance();
  ImportanceModel& model = page.model();
  ASSERT_TRUE(waitFor([&] { return model.known(); }));
  const auto expected = taskImportance(*study_.predictions(), study_.policySettings().valueWeights);
  for (int row = 0; row < 3; ++row) {
    const TaskImportance& task = expected[static_cast<std::size_t>(row)];
    const auto share = [&](int column) {
      return model.index(row, column).data(ImportanceModel::kShareRole).toDouble();
    };
    EXPECT_DOUBLE_EQ(share(ImportanceModel::GapShare), task.gapShare);
    EXPECT_DOUBLE_EQ(share(ImportanceModel::RegretShare), task.regretShare);
  }
  const Experiment before = study_.experiment();
  const double wanted[] = {50, 20, 40};
  for (int row = 0; row < 3; ++row) {
    ASSERT_TRUE(model.setData(model.index(row, ImportanceModel::Wanted), wanted[row]));
  }
  EXPECT_FALSE(page.solveButton().isEnabled()) << "110 % cannot be had";
  EXPECT_THAT(page.sum().text().toStdString(), HasSubstr("110.0 %"));
  ASSERT_TRUE(model.setData(model.index(2, ImportanceModel::Wanted), 30));
  page.solveButton().click();
  ASSERT_TRUE(waitFor([&] { return study_.experiment() != before; }));
  EXPECT_THAT(page.message().text().toStdString(), HasSubstr("Found after"));
  EXPECT_EQ(study_.undoStack().undoText(), "weights for wanted shares");
  const auto reached = taskImportance(*study_.predictions(), study_.policySettings().valueWeights);
  for (std::size_t t = 0; t < 3; ++t) {
    const double share = t == 2 ? 0.3 : wanted[t] / 100;
    EXPECT_NEAR(reached[t].gapShare, share, 0.005);
    // The table follows.
    const auto shown = [&] {
      return model.index(static_cast<int>(t), ImportanceModel::GapShare)
          .data(ImportanceModel::kShareRole)
          .toDouble();
    };
    EXPECT_TRUE(waitFor([&] { return shown() == reached[t].gapShare; }));
  }
  study_.undoStack().undo();
  EXPECT_EQ(study_.experiment(), before);
}

TEST_F(TuningTest, WantedSharesAreScaledAndTakenFromThePresent) {
  ASSERT_TRUE(openTrained());
  page_.setCurrentWidget(&page_.importance());
  ImportancePage& page = page_.importance();
  ASSERT_TRUE(waitFor([&] { return page.model().known(); }));
  page.model().setWanted({10, 20, 20});
  page.scaleButton().click();
  EXPECT_EQ(page.model().wanted(), (std::vector<double>{20, 40, 40}));
  page.presentButton().click();
  EXPECT_NEAR(page.model().wantedSum(), 100, 1e-9);
  EXPECT_EQ(page.model().wanted(), page.model().present());
  page.evenButton().click();
  EXPECT_DOUBLE_EQ(page.model().wanted()[1], 100.0 / 3);
  EXPECT_TRUE(page.solveButton().isEnabled());
  EXPECT_FALSE(page.model().setData(page.model().index(0, ImportanceModel::Wanted), -1));
  EXPECT_FALSE(page.model().setData(page.model().index(0, ImportanceModel::Wanted), "many"));
  EXPECT_THAT(page.model().text().toStdString(), HasSubstr("Task\tWeight\tShare by NDCG gap"));
}

TEST_F(TuningTest, SaysWhyNoWeightsAreFoundAndLeavesTheSliders) {
  // Slates of one candidate: nothing can be ranked.
  std::string text = "slate_id,item_id,price,click,like\n";
  for (int slate = 0; slate < 80; ++slate) {
    text += "s" + std::to_string(slate) + ",i" + std::to_string(slate % 7) + "," +
            std::to_string(slate % 5) + "," + (slate % 2 == 0 ? "1" : "0") + "," +
            (slate % 3 == 0 ? "1" : "0") + "\n";
  }
  study_.openFiles({QString::fromStdString(folder_.write("single.csv", text).string())});
  ASSERT_TRUE(waitFor([&] { return listener_.views > 0 && !study_.busy(); }));
  Experiment experiment = quickExperiment(study_);
  experiment.schedule.alignmentEpochs = 0;
  study_.changeExperiment(experiment, "quick", 0);
  study_.startTraining("run");
  ASSERT_TRUE(waitFor([&] { return study_.run() != nullptr && !study_.busy(); }));
  page_.setCurrentWidget(&page_.importance());
  ImportancePage& page = page_.importance();
  ASSERT_TRUE(waitFor([&] { return page.model().known(); }));
  EXPECT_FALSE(page.presentButton().isEnabled()) << "there are no shares";
  const Experiment before = study_.experiment();
  page.solveButton().click();
  ASSERT_TRUE(waitFor([&] { return page.nearestButton().isEnabled(); }));
  EXPECT_THAT(page.message().text().toStdString(),
              AllOf(HasSubstr("Not reached"), HasSubstr("the same for all candidates")));
  EXPECT_EQ(study_.experiment(), before);
}

TEST(TuningWindow, HasAPlaceBesideStudyAndData) {
  MainWindow window;
  const int place = window.tabs().indexOf(&window.tuning());
  ASSERT_GT(place, 1);
  EXPECT_EQ(window.tabs().tabText(place), "Tuning");
  for (const QWidget* widget : window.tuning().findChildren<QAbstractButton*>()) {
    if (!widget->inherits("QPushButton")) continue;
    EXPECT_THAT(static_cast<const QAbstractButton*>(widget)->text().toStdString(), Not(IsEmpty()));
  }
  for (const QComboBox* box : window.tuning().findChildren<QComboBox*>()) {
    EXPECT_FALSE(box->accessibleName().isEmpty());
  }
}

}  // namespace
}  // namespace luce::desktop
