#include "app/desktop/evaluation/evaluation_page.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <atomic>
#include <cmath>
#include <semaphore>

#include "app/desktop/evaluation/evaluation_words.h"
#include "core/estimator/estimator.h"
#include "core/export/predictions_csv.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::HasSubstr;

/// An order to keep a policy that stays in its middle until it is released.
class HeldOrder {
 public:
  ~HeldOrder() { release(); }

  std::function<std::vector<std::uint32_t>()> needed() {
    return [state = state_] {
      state->begun = true;
      state->released.acquire();
      return std::vector<std::uint32_t>();
    };
  }
  bool begun() const { return state_->begun; }
  void release() {
    if (!std::exchange(done_, true)) state_->released.release();
  }

 private:
  struct State {
    std::atomic<bool> begun = false;
    std::binary_semaphore released{0};
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
  bool done_ = false;
};

class EvaluationPageTest : public testing::Test {
 protected:
  void SetUp() override {
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

  /// Writes the run's own scores, as another program would hand them over.
  QString writeScores(const std::filesystem::path& file) {
    exportPredictionsCsv(*study_.dataset()->table, *page_.evaluation()->predictions,
                         page_.evaluation()->settings, file);
    return QString::fromStdString(file.string());
  }

  bool hasToldOfCancelling() {
    return waitFor([&] { return listener_.messages.contains("Cancelled; no policy was kept."); });
  }

  std::size_t keptPolicies() const {
    return Workspace::open(study_.workspace()->file.toStdString(), Access::Read).policies().size();
  }

  QString cell(int row, int column) {
    return page_.results().model().index(row, column).data().toString();
  }

  Study study_;
  Listener listener_{study_};
  EvaluationPage page_{study_};
};

TEST_F(EvaluationPageTest, BeforeThereIsARunItSaysWhatToDo) {
  ASSERT_TRUE(openSampleLog(study_, listener_));
  EXPECT_EQ(page_.evaluation(), nullptr);
  EXPECT_FALSE(page_.results().table().isVisible());
  EXPECT_FALSE(page_.cancelButton().isVisible());
}

TEST_F(EvaluationPageTest, JudgesTheRunOnItsTestSlates) {
  const QAbstractItemModelTester tester(&page_.results().model(),
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
  EXPECT_EQ(page_.results().model().rowCount(), static_cast<int>(kValueEstimators) + 1);
  EXPECT_EQ(page_.results().model().columnCount(), 4);
  EXPECT_EQ(cell(0, 0), "IPS");
  EXPECT_THAT(page_.results().trust().text().toStdString(), HasSubstr("observed rows"));
  EXPECT_GT(page_.results().chart().intervalCount(), 3);
  EXPECT_THAT(wordsOfRanking(view).toStdString(), HasSubstr("the item's place is looked at"))
      << "the sample log states how likely each place is looked at";
  EXPECT_EQ(page_.results().reliability().taskChoice().count(), 3);
  page_.results().table().setFocus();
  EXPECT_THAT(page_.results().model().text().toStdString(), HasSubstr("logging policy\t"));
}

TEST_F(EvaluationPageTest, ComparesPairedWithAnotherPolicy) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const int uniform = page_.compareChoice().findData("uniform");
  ASSERT_GE(uniform, 0);
  ASSERT_TRUE(askBy([&] { page_.compareChoice().setCurrentIndex(uniform); }));
  const EvaluationView& view = *page_.evaluation();
  ASSERT_TRUE(view.compared.has_value());
  EXPECT_EQ(page_.results().model().columnCount(), 7);
  EXPECT_FALSE(page_.results().chart().comparedPoints().isEmpty());
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
  ASSERT_TRUE(waitFor([&] { return page_.evaluation() && page_.evaluation()->compared; }));
  EXPECT_EQ(page_.compareChoice().currentText(), "policy other");
  EXPECT_TRUE(listener_.messages.contains("Kept in the workspace as the policy other."));
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

TEST_F(EvaluationPageTest, ARefusedFileIsToldAlsoOnAPageThatWasNotLookedAt) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const TemporaryFolder folder;
  const auto file = folder.write("foreign.csv", "slate_id,item_id,score\nelsewhere,x,1\n");
  const auto saysWhy = [&] {
    for (const QLabel* label : page_.findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains("foreign.csv")) return true;
    }
    return false;
  };
  page_.hide();
  page_.compareWithFile(QString::fromStdString(file.string()));
  ASSERT_TRUE(waitFor([&] { return !page_.policies().keeping(); }));
  page_.show();
  EXPECT_TRUE(saysWhy());
  ASSERT_TRUE(waitFor([&] { return page_.cancelButton().isHidden(); }));
  EXPECT_TRUE(saysWhy()) << "beside the results";
  ASSERT_NE(page_.evaluation(), nullptr);
  // In the order of the menu's command: the page appears while the file is read.
  ASSERT_TRUE(askBy([&] { Q_EMIT study_.experimentChanged(); }));
  page_.hide();
  page_.compareWithFile(QString::fromStdString(file.string()));
  page_.show();
  ASSERT_TRUE(waitFor(saysWhy));
  ASSERT_TRUE(waitFor([&] { return page_.cancelButton().isHidden(); }));
  EXPECT_NE(page_.evaluation(), nullptr);
  ASSERT_TRUE(askBy([&] { Q_EMIT study_.experimentChanged(); }));
  EXPECT_FALSE(saysWhy()) << "another question";
}

TEST_F(EvaluationPageTest, ARefusedFileLeavesTheComparisonAsItWas) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  ASSERT_TRUE(askBy([&] {
    page_.compareChoice().setCurrentIndex(page_.compareChoice().findText("logging policy"));
  }));
  ASSERT_TRUE(waitFor([&] { return page_.evaluation() && page_.evaluation()->compared; }));
  const TemporaryFolder folder;
  const auto file = folder.write("foreign.csv", "slate_id,item_id,score\nelsewhere,x,1\n");
  const QSignalSpy refusals(&page_.policies(), &PolicyDesk::refused);
  page_.compareWithFile(QString::fromStdString(file.string()));
  ASSERT_TRUE(waitFor([&] { return refusals.count() == 1; }));
  ASSERT_TRUE(waitFor([&] { return page_.cancelButton().isHidden(); }));
  EXPECT_EQ(page_.compareChoice().currentText(), "logging policy");
  ASSERT_TRUE(page_.evaluation() && page_.evaluation()->compared);
  EXPECT_TRUE(page_.results().isVisible());
}

TEST_F(EvaluationPageTest, AKeptPolicyIsRenamedRemovedAndThereAgain) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const TemporaryFolder folder;
  const SlateTable& table = *study_.dataset()->table;
  exportPredictionsCsv(table, *page_.evaluation()->predictions, page_.evaluation()->settings,
                       folder / "other.csv");
  const QString file = QString::fromStdString((folder / "other.csv").string());
  const auto compared = [&](const std::string& policy) {
    return waitFor([&] {
      return page_.evaluation() && page_.evaluation()->compared &&
             page_.evaluation()->compared->policy == policy;
    });
  };
  page_.compareWithFile(file);
  ASSERT_TRUE(compared("policy other"));
  const double snips = page_.evaluation()->compared->estimate.snips().value;
  std::filesystem::remove(folder / "other.csv");

  PolicyDesk& desk = page_.policies();
  desk.show();
  PolicyModel& model = desk.dialog()->model();
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.index(0, PolicyModel::kFile).data().toString(), "other.csv");
  model.setData(model.index(0, PolicyModel::kName), "  theirs ", Qt::EditRole);
  ASSERT_TRUE(compared("policy theirs")) << "the comparison goes on under the new name";
  EXPECT_EQ(page_.compareChoice().currentText(), "policy theirs");
  EXPECT_EQ(study_.undoStack().undoText(), "rename the policy other to theirs");
  EXPECT_DOUBLE_EQ(page_.evaluation()->compared->estimate.snips().value, snips);
  study_.undoStack().undo();
  ASSERT_TRUE(compared("policy other"));
  study_.undoStack().redo();
  ASSERT_TRUE(compared("policy theirs"));

  desk.dialog()->table().selectRow(0);
  desk.dialog()->removeButton().click();
  ASSERT_TRUE(waitFor([&] { return model.rowCount() == 0; }));
  EXPECT_EQ(page_.compareChoice().findData("policy theirs"), -1);
  desk.dialog()->removedBox().setChecked(true);
  EXPECT_EQ(model.index(0, 0).data().toString(), "theirs (removed)");
  study_.undoStack().undo();
  ASSERT_TRUE(waitFor([&] { return page_.compareChoice().findData("policy theirs") > 0; }));

  // Another window on the same file finds it.
  Study again;
  Listener listener(again);
  again.openFiles({study_.workspace()->file});
  ASSERT_TRUE(waitFor([&] { return again.dataset() != nullptr && !again.busy(); }));
  ASSERT_EQ(again.workspace()->policies.size(), 1u);
  EXPECT_EQ(again.workspace()->policies[0].name, "theirs");
}

TEST_F(EvaluationPageTest, AFileIsKeptOnceAndARefusedOneNever) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const TemporaryFolder folder;
  const SlateTable& table = *study_.dataset()->table;
  exportPredictionsCsv(table, *page_.evaluation()->predictions, page_.evaluation()->settings,
                       folder / "other.csv");
  std::filesystem::copy_file(folder / "other.csv", folder / "same.csv");
  for (const char* name : {"other.csv", "same.csv"}) {
    listener_.messages.clear();
    page_.compareWithFile(QString::fromStdString((folder / name).string()));
    ASSERT_TRUE(waitFor([&] { return !listener_.messages.isEmpty() && !study_.busy(); }));
  }
  EXPECT_EQ(listener_.messages.first(),
            "The workspace keeps this file already, as the policy other.");
  EXPECT_EQ(study_.workspace()->policies.size(), 1u);
  // Told by what it holds, before any of it is taken for scores or a model.
  listener_.messages.clear();
  std::atomic<int> asked = 0;
  page_.policies().keep(QString::fromStdString((folder / "same.csv").string()), [&] {
    ++asked;
    return std::vector<std::uint32_t>();
  });
  ASSERT_TRUE(waitFor([&] { return !listener_.messages.isEmpty() && !study_.busy(); }));
  EXPECT_EQ(asked, 0);
  folder.write("half.csv", "slate_id,item_id,score\nslate-1,item-1,1\n");
  const QSignalSpy refusals(&page_.policies(), &PolicyDesk::refused);
  page_.compareWithFile(QString::fromStdString((folder / "half.csv").string()));
  ASSERT_TRUE(waitFor([&] { return refusals.count() == 1; }));
  EXPECT_THAT(refusals.at(0).at(0).toString().toStdString(), HasSubstr("half.csv"));
  const Workspace workspace = Workspace::open(study_.workspace()->file.toStdString(), Access::Read);
  EXPECT_EQ(workspace.policies().size(), 1u);
}

TEST_F(EvaluationPageTest, ANewerPolicyIsWaitedForWhenTheOneBeforeIsBrokenOff) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const TemporaryFolder folder;
  const QString older = writeScores(folder / "older.csv");
  const QString newer = writeScores(folder / "newer.csv");
  HeldOrder first, second;
  page_.policies().keep(older, first.needed());
  ASSERT_TRUE(waitFor([&] { return first.begun(); }));
  page_.policies().keep(newer, second.needed());
  EXPECT_TRUE(page_.cancelButton().isVisible());
  first.release();
  ASSERT_TRUE(hasToldOfCancelling());
  ASSERT_TRUE(waitFor([&] { return second.begun(); }));
  EXPECT_TRUE(page_.cancelButton().isVisible()) << "the newer one can still be cancelled";
  second.release();
  ASSERT_TRUE(waitFor([&] { return page_.evaluation() && page_.evaluation()->compared; }));
  EXPECT_EQ(page_.compareChoice().currentText(), "policy newer");
  EXPECT_FALSE(page_.cancelButton().isVisible());
  EXPECT_EQ(keptPolicies(), 1u);
}

TEST_F(EvaluationPageTest, AnotherDatasetBreaksOffWhatIsKeptForTheOneBefore) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const TemporaryFolder folder;
  HeldOrder held;
  page_.policies().keep(writeScores(folder / "other.csv"), held.needed());
  ASSERT_TRUE(waitFor([&] { return held.begun(); }));
  study_.importLog(
      {.files = {sampleFile("slate_log.csv")}, .name = "second", .takesEarlier = false});
  ASSERT_TRUE(
      waitFor([&] { return study_.dataset()->summary.name == "second" && !study_.busy(); }));
  EXPECT_FALSE(page_.policies().keeping());
  EXPECT_FALSE(page_.cancelButton().isVisible());
  held.release();
  ASSERT_TRUE(hasToldOfCancelling());
  EXPECT_EQ(keptPolicies(), 0u);
}

TEST_F(EvaluationPageTest, AnotherChoiceBreaksOffWhatIsKept) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const TemporaryFolder folder;
  HeldOrder held;
  page_.policies().keep(writeScores(folder / "other.csv"), held.needed());
  ASSERT_TRUE(waitFor([&] { return held.begun(); }));
  ASSERT_TRUE(askBy(
      [&] { page_.compareChoice().setCurrentIndex(page_.compareChoice().findData("uniform")); }));
  EXPECT_FALSE(page_.cancelButton().isVisible());
  held.release();
  ASSERT_TRUE(hasToldOfCancelling());
  EXPECT_EQ(page_.compareChoice().currentData().toString(), "uniform");
  ASSERT_NE(page_.evaluation(), nullptr) << "what is shown stays";
  EXPECT_EQ(page_.evaluation()->compared->policy, "uniform");
  EXPECT_EQ(keptPolicies(), 0u);
}

TEST_F(EvaluationPageTest, CancelStaysWhileAPolicyIsKeptBesideAnEvaluation) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const TemporaryFolder folder;
  HeldOrder held;
  page_.policies().keep(writeScores(folder / "other.csv"), held.needed());
  ASSERT_TRUE(waitFor([&] { return held.begun(); }));
  ASSERT_TRUE(askBy([&] {
    Experiment experiment = study_.experiment();
    experiment.temperature = 0.1;
    study_.changeExperiment(experiment, "temperature", 1);
  }));
  ASSERT_TRUE(page_.cancelButton().isVisible());
  page_.cancelButton().click();
  const QSignalSpy refusals(&page_.policies(), &PolicyDesk::refused);
  held.release();
  ASSERT_TRUE(waitFor([&] { return refusals.count() == 1; }));
  EXPECT_FALSE(page_.cancelButton().isVisible());
  EXPECT_EQ(keptPolicies(), 0u);
}

TEST_F(EvaluationPageTest, WhereTheWorkspaceMayOnlyBeReadAFileIsJudgedAndNotKept) {
  ASSERT_TRUE(openTrained());
  ASSERT_TRUE(waitForAnswer());
  const TemporaryFolder folder;
  const SlateTable& table = *study_.dataset()->table;
  exportPredictionsCsv(table, *page_.evaluation()->predictions, page_.evaluation()->settings,
                       folder / "other.csv");
  Workspace::open(study_.workspace()->file.toStdString(), Access::Read)
      .copyTo(folder / "study.luce");
  // By two names it could be changed at the same time, so that it is only read.
  std::filesystem::create_hard_link(folder / "study.luce", folder / "second name");
  Study reading;
  Listener listener(reading);
  EvaluationPage page(reading);
  page.setVisible(true);
  reading.openFiles({QString::fromStdString((folder / "study.luce").string())});
  ASSERT_TRUE(waitFor([&] { return reading.dataset() != nullptr && !reading.busy(); }));
  ASSERT_TRUE(reading.readOnly());
  reading.openRun("run");
  ASSERT_TRUE(waitFor([&] { return page.evaluation() != nullptr; }));
  page.compareWithFile(QString::fromStdString((folder / "other.csv").string()));
  ASSERT_TRUE(waitFor([&] { return page.evaluation() && page.evaluation()->compared; }));
  EXPECT_EQ(page.compareChoice().currentText(), "file other.csv");
  EXPECT_THAT(listener.messages.join("\n").toStdString(), HasSubstr("judged without being kept: "));
  page.policies().show();
  EXPECT_FALSE(page.policies().dialog()->removeButton().isEnabled());
  EXPECT_TRUE(Workspace::open(folder / "study.luce", Access::Read).policies().empty());
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
  EXPECT_THAT(page_.results().model().headerData(2, Qt::Horizontal).toString().toStdString(),
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
  ASSERT_GT(page_.results().segmentChoice().count(), 1);
  ASSERT_TRUE(waitFor([&] { return page_.segmentation() != nullptr; }));
  for (int i = 0; i < page_.results().segmentChoice().count(); ++i) {
    const std::string name = page_.results().segmentChoice().itemText(i).toStdString();
    page_.results().segmentChoice().setCurrentIndex(i);
    ASSERT_TRUE(waitFor([&] { return page_.segmentation()->segmentation->cut.name == name; }))
        << name;
    const Segmentation& cut = *page_.segmentation()->segmentation;
    EXPECT_EQ(page_.results().segments().model().rowCount(),
              static_cast<int>(cut.segments.size()) + 1);
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
