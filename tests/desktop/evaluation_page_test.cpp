#include "app/desktop/evaluation/evaluation_page.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QStandardPaths>
#include <cmath>

#include "core/estimator/estimator.h"
#include "core/export/predictions_csv.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::HasSubstr;

class EvaluationPageTest : public testing::Test {
 protected:
  void SetUp() override {
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
    page_.resize(1100, 800);
    page_.setVisible(true);
  }

  bool openTrained() { return openSampleLog(study_, listener_) && trainQuickRun(study_, "run"); }

  bool waitForAnswer() {
    return waitFor([&] { return page_.evaluation() != nullptr; });
  }

  /// Does something that asks anew, and waits for the new answer.
  template <class Action>
  bool askBy(Action&& action) {
    const int before = page_.evaluation() ? page_.evaluation()->number : 0;
    action();
    return waitFor(
        [&] { return page_.evaluation() != nullptr && page_.evaluation()->number > before; });
  }

  QString cell(int row, int column) { return page_.model().index(row, column).data().toString(); }

  Study study_;
  Listener listener_{study_};
  EvaluationPage page_{study_};
};

TEST_F(EvaluationPageTest, BeforeThereIsARunItSaysWhatToDo) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  EXPECT_EQ(page_.evaluation(), nullptr);
  EXPECT_FALSE(page_.table().isVisible());
  EXPECT_FALSE(page_.cancelButton().isVisible());
}

TEST_F(EvaluationPageTest, JudgesTheRunOnItsTestSlates) {
  const QAbstractItemModelTester tester(&page_.model(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const EvaluationView& view = *page_.evaluation();
  // The same by hand, from the workspace's file.
  const Workspace workspace = Workspace::open(study_.workspace()->file.toStdString(), Access::Read);
  const auto checkpoint = workspace.loadCheckpoint(workspace.run("run").id, "result");
  ASSERT_TRUE(checkpoint);
  const SlateTable& table = *study_.dataset()->table;
  const Predictions predictions =
      Estimator::fromCheckpoint(*checkpoint)
          .predict(table, splitSlates(table, study_.run()->experiment.split).test);
  const OffPolicyEstimate expected =
      evaluatePredictions(table, predictions, study_.policySettings(), nullptr, {}).estimate;
  EXPECT_DOUBLE_EQ(view.report.estimate.snips().value, expected.snips().value);
  EXPECT_DOUBLE_EQ(view.report.estimate.ips().low, expected.ips().low);
  EXPECT_EQ(page_.model().rowCount(), static_cast<int>(kValueEstimators) + 1);
  EXPECT_EQ(page_.model().columnCount(), 4);
  EXPECT_EQ(cell(0, 0), "IPS");
  EXPECT_THAT(page_.trust().text().toStdString(), HasSubstr("observed rows"));
  EXPECT_GT(page_.chart().intervalCount(), 3);
  EXPECT_EQ(page_.reliability().taskChoice().count(), 3);
  page_.table().setFocus();
  EXPECT_THAT(page_.model().text().toStdString(), HasSubstr("logging policy\t"));
}

TEST_F(EvaluationPageTest, ComparesPairedWithAnotherPolicy) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const int uniform = page_.compareChoice().findData("uniform");
  ASSERT_GE(uniform, 0);
  ASSERT_TRUE(askBy([&] { page_.compareChoice().setCurrentIndex(uniform); }));
  const EvaluationView& view = *page_.evaluation();
  ASSERT_TRUE(view.compared.has_value());
  EXPECT_EQ(page_.model().columnCount(), 7);
  EXPECT_FALSE(page_.chart().comparedPoints().isEmpty());
  ASSERT_FALSE(view.differences.empty());
  for (const PairedDifference& paired : view.differences) {
    EXPECT_NEAR(paired.difference.value,
                view.report.estimate.of(paired.estimator).value -
                    view.compared->estimate.of(paired.estimator).value,
                1e-12);
  }
}

TEST_F(EvaluationPageTest, ComparesWithThePolicyOfAFile) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  // The run's own scores, as another program would hand them over.
  const TemporaryFolder folder;
  const SlateTable& table = *study_.dataset()->table;
  const Predictions& own = *page_.evaluation()->predictions;
  exportPredictionsCsv(table, own, page_.evaluation()->settings, folder / "other.csv");
  const QString file = QString::fromStdString((folder / "other.csv").string());
  ASSERT_TRUE(askBy([&] { page_.compareWithFile(file); }));
  EXPECT_EQ(page_.compareChoice().currentText(), "file other.csv");
  const EvaluationView& view = *page_.evaluation();
  ASSERT_TRUE(view.compared.has_value());
  EXPECT_NEAR(view.compared->estimate.snips().value, view.report.estimate.snips().value, 1e-6);
  EXPECT_TRUE(view.compared->tasks.empty()) << "scores alone say nothing of tasks";

  folder.write("wrong.csv", "slate_id,item_id,score\nslate-1,item-1,high\n");
  page_.compareWithFile(QString::fromStdString((folder / "wrong.csv").string()));
  ASSERT_TRUE(waitFor([&] {
    for (const QLabel* label : page_.findChildren<QLabel*>()) {
      if (label->text().contains("wrong.csv:2")) return true;
    }
    return false;
  }));
}

TEST_F(EvaluationPageTest, DrawnRowsBringTheRewardModel) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  EXPECT_FALSE(page_.evaluation()->report.estimate.of(ValueEstimator::Dr).available());
  const int drawn = page_.rowsChoice().findText("drawn");
  ASSERT_GE(drawn, 0);
  ASSERT_TRUE(askBy([&] { page_.rowsChoice().setCurrentIndex(drawn); }));
  const OffPolicyEstimate& estimate = page_.evaluation()->report.estimate;
  EXPECT_TRUE(estimate.of(ValueEstimator::Dr).available());
  EXPECT_FALSE(std::isnan(estimate.of(ValueEstimator::SwitchDr).parameter));
  EXPECT_EQ(estimate.rows, estimate.slates);
}

TEST_F(EvaluationPageTest, ChoosesTheInterval) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const double before = page_.evaluation()->report.estimate.snips().low;
  ASSERT_TRUE(askBy([&] { page_.intervalChoice().setCurrentIndex(2); }));
  EXPECT_LT(page_.evaluation()->report.estimate.snips().low, before) << "Bernstein is wider";
  EXPECT_THAT(page_.model().headerData(2, Qt::Horizontal).toString().toStdString(),
              HasSubstr("bernstein"));
}

TEST_F(EvaluationPageTest, MovedSlidersAreJudgedAnew) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const double before = page_.evaluation()->report.entropy;
  ASSERT_TRUE(askBy([&] {
    Experiment experiment = study_.experiment();
    experiment.temperature = 0.1;
    study_.changeExperiment(experiment, "temperature", 1);
  }));
  EXPECT_LT(page_.evaluation()->report.entropy, before);
}

TEST_F(EvaluationPageTest, CutsIntoSegments) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  ASSERT_GT(page_.segmentChoice().count(), 1);
  ASSERT_TRUE(waitFor([&] { return page_.segmentation() != nullptr; }));
  for (int i = 0; i < page_.segmentChoice().count(); ++i) {
    const std::string name = page_.segmentChoice().itemText(i).toStdString();
    page_.segmentChoice().setCurrentIndex(i);
    ASSERT_TRUE(waitFor([&] { return page_.segmentation()->segmentation->cut.name == name; }))
        << name;
    const Segmentation& cut = *page_.segmentation()->segmentation;
    EXPECT_EQ(page_.segments().model().rowCount(), static_cast<int>(cut.segments.size()) + 1);
    if (cut.cut.ofRows()) continue;
    std::int64_t slates = 0;
    for (const Segment& part : cut.segments) slates += part.slates;
    EXPECT_EQ(slates, page_.evaluation()->report.estimate.slates) << name;
    EXPECT_EQ(page_.segmentation()->estimates.size(), cut.segments.size());
  }
}

TEST_F(EvaluationPageTest, NothingIsAskedWhileThePageIsHidden) {
  page_.hide();
  ASSERT_TRUE(openTrained());
  QTest::qWait(600);
  EXPECT_EQ(page_.evaluation(), nullptr);
  page_.setVisible(true);
  EXPECT_TRUE(waitForAnswer());
}

}  // namespace
}  // namespace luce::desktop
