// What people do to runs, in the real window: each of it is done in the workspace, and undone.
#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPointer>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/recorded_runs.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RunPanelTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().remove("runs");
    makeLog(file_);
    {
      Workspace workspace = Workspace::open(file_);
      Experiment large = experimentOf("ppo_clip", 1);
      large.estimator.hidden = {64};
      a_ = addRun(workspace, "a", large, 0.5);
      b_ = addRun(workspace, "b", experimentOf("grpo", 2), 0.75);
      c_ = addRun(workspace, "c", experimentOf("grpo", 3), 0.25);
    }
    window_ = std::make_unique<MainWindow>();
    window_->resize(1400, 900);
    window_->show();
    listener_ = std::make_unique<Listener>(study());
    QObject::connect(&panel(), &RunPanel::failed, &listener_->context,
                     [this](const Failure& failure) { failures_.push_back(failure); });
    QObject::connect(&panel(), &RunPanel::told, &listener_->context,
                     [this](const QString& message) { told_.append(message); });
    window_->openFiles({QString::fromStdString(file_.string())});
    ASSERT_TRUE(waitFor([&] { return listener_->views > 0 && !study().busy(); }));
  }

  Study& study() { return window_->study(); }
  RunPanel& panel() { return window_->runs(); }

  std::vector<std::string> shown() {
    std::vector<std::string> names;
    for (const int row : panel().proxy().shownRows()) {
      names.push_back(panel().model().entry(row).record.name);
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  RunRecord record(std::int64_t run) const {
    const Workspace workspace = Workspace::open(file_, Access::Read);
    for (const auto& records : {workspace.runs(), workspace.runsPutAway()}) {
      for (const RunRecord& record : records) {
        if (record.id == run) return record;
      }
    }
    return {};
  }

  void undo() { study().undoStack().undo(); }
  void redo() { study().undoStack().redo(); }
  QString undoText() { return study().undoStack().undoText(); }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "study.luce";
  std::int64_t a_ = 0, b_ = 0, c_ = 0;
  std::unique_ptr<MainWindow> window_;
  std::unique_ptr<Listener> listener_;
  std::vector<Failure> failures_;
  QStringList told_;
};

TEST_F(RunPanelTest, RenamesInPlaceAndUndoes) {
  panel().select({b_});
  panel().table().setFocus();
  for (QAction* action : panel().table().actions()) {
    if (action->shortcut() == QKeySequence(Qt::Key_F2)) action->trigger();
  }
  auto* editor = panel().table().findChild<QLineEdit*>();
  ASSERT_NE(editor, nullptr);
  EXPECT_EQ(editor->text(), "b");
  editor->selectAll();
  QTest::keyClicks(editor, "best so far");
  QTest::keyClick(editor, Qt::Key_Return);
  ASSERT_TRUE(waitFor([&] { return record(b_).name == "best so far"; }));
  ASSERT_TRUE(waitFor([&] { return shown()[1] == "best so far"; }));
  EXPECT_EQ(undoText(), "rename the run b to best so far");
  EXPECT_THAT(panel().selected(), ElementsAre(b_));
  undo();
  ASSERT_TRUE(waitFor([&] { return record(b_).name == "b"; }));
  redo();
  ASSERT_TRUE(waitFor([&] { return record(b_).name == "best so far"; }));
  EXPECT_THAT(failures_, IsEmpty());
}

QStringList warnings;  // of Qt

TEST_F(RunPanelTest, AnotherWorkspaceEndsTheRenamingOfARun) {
  const std::filesystem::path other = folder_ / "other.luce";
  makeLog(other);
  ASSERT_TRUE(QTest::qWaitForWindowActive(window_.get()));
  panel().select({b_});
  panel().table().setFocus();
  for (QAction* action : panel().table().actions()) {
    if (action->shortcut() == QKeySequence(Qt::Key_F2)) action->trigger();
  }
  const QPointer<QLineEdit> editor = panel().table().findChild<QLineEdit*>();
  ASSERT_TRUE(editor != nullptr && editor->hasFocus());
  QTest::keyClicks(editor, "half a na");
  warnings.clear();
  const auto before =
      qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
        warnings.append(message);
      });
  study().openFiles({QString::fromStdString(other.string())});
  const bool gone = waitFor([&] { return !study().busy() && editor == nullptr; });
  qInstallMessageHandler(before);
  EXPECT_TRUE(gone);
  EXPECT_TRUE(warnings.isEmpty()) << warnings.join('\n').toStdString();
  EXPECT_EQ(record(b_).name, "b");
}

TEST_F(RunPanelTest, ANameThatIsTakenIsRefusedBeforeAndAfterItIsAsked) {
  panel().book().rename(a_, "b");
  panel().book().rename(a_, "");
  EXPECT_THAT(told_, ElementsAre("There is already a run named b.", "A run needs a name."));
  EXPECT_EQ(study().undoStack().count(), 0);
  panel().book().setNote(a_, "first");
  ASSERT_TRUE(waitFor([&] { return record(a_).note == "first"; }));
  // Behind the window's back.
  Workspace::open(file_).changeRuns({{{.run = b_, .name = "x"}}});
  panel().book().rename(a_, "x");
  ASSERT_TRUE(waitFor([&] { return !failures_.empty(); }));
  EXPECT_THAT(failures_[0].text.toStdString(), HasSubstr("already has a run named \"x\""));
  EXPECT_EQ(undoText(), "note on the run a") << "the step that failed is gone";
  EXPECT_EQ(study().undoStack().count(), 1);
  undo();
  ASSERT_TRUE(waitFor([&] { return record(a_).note.empty(); }));
  EXPECT_EQ(record(a_).name, "a");
}

TEST_F(RunPanelTest, AStepThatCannotBeUndoneIsForgotten) {
  panel().book().rename(a_, "z");
  ASSERT_TRUE(waitFor([&] { return record(a_).name == "z"; }));
  Workspace::open(file_).changeRuns({{{.run = b_, .name = "a"}}});
  undo();
  ASSERT_TRUE(waitFor([&] { return !failures_.empty(); }));
  EXPECT_EQ(study().undoStack().count(), 0);
  EXPECT_EQ(record(a_).name, "z");
}

TEST_F(RunPanelTest, ColoursAndNotesSeveralRunsAndUndoes) {
  Workspace::open(file_).changeRuns({{{.run = a_, .colour = "#111111"}}});
  study().changeRuns({}, 0);
  ASSERT_TRUE(waitFor([&] { return panel().model().entry(0).record.colour == "#111111"; }));
  panel().book().setColour({a_, c_}, "#0072b2");
  ASSERT_TRUE(waitFor([&] { return record(c_).colour == "#0072b2"; }));
  EXPECT_EQ(record(a_).colour, "#0072b2");
  const auto swatch = [&](int row) {
    return panel()
        .model()
        .index(row, RunTableModel::kOverlay)
        .data(Qt::DecorationRole)
        .value<QColor>();
  };
  ASSERT_TRUE(waitFor([&] { return swatch(2) == QColor("#0072b2"); }));
  EXPECT_EQ(undoText(), "colour 2 runs");
  undo();
  ASSERT_TRUE(waitFor([&] { return record(c_).colour.empty(); }));
  EXPECT_EQ(record(a_).colour, "#111111") << "each has its own from before";
  panel().book().setNote(c_, "two\nlines");
  ASSERT_TRUE(waitFor([&] { return record(c_).note == "two\nlines"; }));
  undo();
  ASSERT_TRUE(waitFor([&] { return record(c_).note.empty(); }));
}

TEST_F(RunPanelTest, RemovesWithoutAskingAndBringsBack) {
  panel().select({a_, c_});
  EXPECT_TRUE(panel().removeAction().isEnabled());
  EXPECT_EQ(panel().removeAction().shortcut(), QKeySequence(Qt::Key_Delete));
  panel().removeAction().trigger();
  ASSERT_TRUE(waitFor([&] { return shown() == std::vector<std::string>{"b"}; }));
  EXPECT_NE(record(a_).removed, "");
  EXPECT_EQ(undoText(), "remove 2 runs");
  // A removed run may come back, so that its name is not free.
  EXPECT_EQ(study().freeRunName("a"), "a 2");
  EXPECT_EQ(study().freeRunName("a", {"a 2"}), "a 3");
  EXPECT_EQ(study().freeRunName("z"), "z");
  EXPECT_THAT(panel().count().text().toStdString(), "1 run");
  undo();
  ASSERT_TRUE(waitFor([&] { return shown().size() == 3u; }));
  EXPECT_EQ(record(a_).removed, "");
  EXPECT_EQ(Workspace::open(file_, Access::Read).metrics(c_).size(), 12u);
  redo();
  ASSERT_TRUE(waitFor([&] { return shown().size() == 1u; }));

  // After a restart they can still be brought back.
  listener_.reset();
  window_ = std::make_unique<MainWindow>();
  listener_ = std::make_unique<Listener>(study());
  window_->openFiles({QString::fromStdString(file_.string())});
  ASSERT_TRUE(waitFor([&] { return listener_->views > 0 && !study().busy(); }));
  EXPECT_THAT(shown(), ElementsAre("b"));
  panel().showRemovedAction().trigger();
  EXPECT_THAT(shown(), ElementsAre("a", "b", "c"));
  panel().select({c_});
  EXPECT_FALSE(panel().removeAction().isEnabled());
  panel().bringBackAction().trigger();
  ASSERT_TRUE(waitFor([&] { return record(c_).removed.empty(); }));
  undo();
  ASSERT_TRUE(waitFor([&] { return !record(c_).removed.empty(); }));
  study().purgeRuns();
  ASSERT_TRUE(waitFor([&] { return shown() == std::vector<std::string>{"b"}; }));
  EXPECT_EQ(study().undoStack().count(), 0);
  EXPECT_EQ(record(c_).name, "");
}

TEST_F(RunPanelTest, ARunThatIsBeingTrainedIsNeitherRemovedNorRenamed) {
  RunRecord running;
  running.name = "running";
  running.dataset = "log";
  running.experiment = "{}";
  const std::int64_t run = Workspace::open(file_).createRun(running);
  study().changeRuns({}, 0);
  ASSERT_TRUE(waitFor([&] { return shown().size() == 4u; }));
  panel().book().putAway({run, a_});
  panel().book().rename(run, "other");
  ASSERT_TRUE(waitFor([&] { return shown().size() == 3u; }));
  EXPECT_EQ(record(run).removed + record(run).name, "running");
  EXPECT_NE(record(a_).removed, "");
  ASSERT_EQ(told_.size(), 2);
  EXPECT_THAT(told_[0].toStdString(), HasSubstr("not removed: running"));
  EXPECT_THAT(told_[1].toStdString(), HasSubstr("still being trained"));
}

TEST_F(RunPanelTest, TakesTheExperimentOfARunIntoTheSliders) {
  const Experiment before = study().experiment();
  panel().select({b_});
  panel().takeExperimentAction().trigger();
  EXPECT_EQ(study().experiment(), experimentOf("grpo", 2));
  EXPECT_EQ(study().run(), nullptr) << "without opening the run";
  undo();
  EXPECT_EQ(study().experiment(), before);
  Experiment foreign = experimentOf("ips", 1);
  foreign.valueWeights = {{"purchase", 1}};
  {
    Workspace workspace = Workspace::open(file_);
    addRun(workspace, "foreign", foreign, 0);
  }
  study().changeRuns({}, 0);
  ASSERT_TRUE(waitFor([&] { return shown().size() == 4u; }));
  panel().book().takeExperiment(panel().model().entry(3).record.id);
  ASSERT_EQ(failures_.size(), 1u);
  EXPECT_THAT(failures_[0].text.toStdString(), HasSubstr("purchase"));
  EXPECT_EQ(study().experiment(), before);
}

TEST_F(RunPanelTest, ShowsTheFieldsInWhichTheShownRunsDiffer) {
  RunTableModel& model = panel().model();
  const auto isShown = [&](const char* key) {
    return !panel().table().isColumnHidden(static_cast<int>(model.keys().indexOf(key)));
  };
  EXPECT_TRUE(isShown("estimator.hidden"));
  EXPECT_FALSE(isShown("objective.kl_weight"));
  panel().filter().setText("scheme:grpo");
  EXPECT_THAT(shown(), ElementsAre("b", "c"));
  EXPECT_FALSE(isShown("estimator.hidden"));
  EXPECT_EQ(panel().count().text(), "2 of 3");
  panel().filter().setText("scheme:grpo nonsense:1");
  EXPECT_THAT(shown(), ElementsAre("b", "c")) << "while a condition is typed";
  EXPECT_THAT(panel().filter().toolTip().toStdString(), HasSubstr("nonsense"));
  panel().filter().clear();
  panel().columns().setOnlyDifferences(false);
  EXPECT_TRUE(isShown("objective.kl_weight"));
  panel().columns().setOnlyDifferences(true);
  EXPECT_FALSE(isShown("objective.kl_weight"));
  QMenu menu;
  panel().columns().fill(menu);
  for (QAction* action : menu.actions()) {
    if (action->text() == "Status") action->trigger();
  }
  EXPECT_FALSE(isShown("status"));
}

TEST_F(RunPanelTest, ColumnsAreWideEnoughForTheOpenedRunsFatLetters) {
  QTableView& table = panel().table();
  const auto cut = [&] {
    QStringList columns;
    for (int column = 0; column < table.model()->columnCount(); ++column) {
      if (table.isColumnHidden(column)) continue;
      int needed = table.horizontalHeader()->sectionSizeHint(column);
      for (int row = 0; row < table.model()->rowCount(); ++row) {
        const QModelIndex index = table.model()->index(row, column);
        QStyleOptionViewItem option;
        option.initFrom(&table);
        option.features = QStyleOptionViewItem::None;
        needed =
            std::max(needed, table.itemDelegateForIndex(index)->sizeHint(option, index).width());
      }
      if (table.columnWidth(column) < std::min(needed, 260)) columns << QString::number(column);
    }
    return columns.join(' ').toStdString();
  };
  EXPECT_EQ(cut(), "");
  panel().model().setOpened(a_);
  panel().columns().update();
  EXPECT_EQ(cut(), "");
  // What a person made narrow stays so.
  table.setColumnWidth(RunTableModel::kHeldOut, 30);
  study().refreshWorkspace();
  ASSERT_TRUE(waitFor([&] { return !study().busy(); }));
  EXPECT_EQ(table.columnWidth(RunTableModel::kHeldOut), 30);
}

TEST_F(RunPanelTest, CopiesTheSelectedRunsAsText) {
  panel().table().sortByColumn(RunTableModel::kHeldOut, Qt::DescendingOrder);
  panel().select({a_, b_});
  panel().copyAction().trigger();
  const QStringList lines = QApplication::clipboard()->text().split('\n');
  ASSERT_EQ(lines.size(), 4);
  EXPECT_TRUE(lines[0].startsWith("Run\tValidation reward\t")) << lines[0].toStdString();
  EXPECT_TRUE(lines[1].startsWith("b\t0.75\t0.65\t0.85\tgrpo\t2\tlog"));
  EXPECT_TRUE(lines[2].startsWith("a\t0.5\t0.4\t0.6\tppo_clip\t1\tlog"));
}

TEST_F(RunPanelTest, TickedRunsAreLaidOverTheCharts) {
  std::vector<OverlaidRuns> overlays;
  QObject::connect(&panel(), &RunPanel::overlaysChanged, &listener_->context,
                   [&](const OverlaidRuns& runs) { overlays.push_back(runs); });
  panel().select({a_, b_});
  panel().overlayAction().trigger();
  ASSERT_TRUE(waitFor([&] { return !overlays.empty() && overlays.back()->size() == 2u; }));
  EXPECT_EQ((*overlays.back())[0].name, "a");
  EXPECT_EQ((*overlays.back())[1].heldOut[1].estimate.snips().value, 0.75);
  panel().book().rename(b_, "bee");
  ASSERT_TRUE(
      waitFor([&] { return overlays.back()->size() == 2 && (*overlays.back())[1].name == "bee"; }));
  panel().book().putAway({a_});
  ASSERT_TRUE(waitFor([&] { return overlays.back()->size() == 1u; }));
  RunTableModel& model = panel().model();
  EXPECT_TRUE(
      model.setData(model.index(1, RunTableModel::kOverlay), Qt::Unchecked, Qt::CheckStateRole));
  ASSERT_TRUE(waitFor([&] { return overlays.back()->empty(); }));
}

TEST(OpenedRun, FollowsItsNameAndIsClosedWhileItIsRemoved) {
  MainWindow window;
  Study& study = window.study();
  const Listener listener(study);
  ASSERT_TRUE(openSampleLog(study, listener));
  ASSERT_TRUE(trainQuickRun(study, "mine"));
  const std::int64_t run = study.run()->record.id;
  window.runs().book().rename(run, "yours");
  ASSERT_TRUE(waitFor([&] { return study.run()->record.name == "yours"; }));
  EXPECT_TRUE(study.hasPredictions());
  study.undoStack().undo();
  ASSERT_TRUE(waitFor([&] { return study.run()->record.name == "mine"; }));
  Experiment moved = study.experiment();
  moved.temperature = 0.7;
  study.changeExperiment(moved, "temperature", 0);
  window.runs().book().putAway({run});
  ASSERT_TRUE(waitFor([&] { return study.run() == nullptr; }));
  EXPECT_FALSE(study.hasPredictions());
  study.undoStack().undo();
  ASSERT_TRUE(waitFor([&] { return study.run() != nullptr && study.hasPredictions(); }));
  EXPECT_EQ(study.run()->record.id, run);
  EXPECT_EQ(study.experiment().temperature, 0.7) << "the sliders stay";
  ASSERT_TRUE(study.undoStack().canRedo());
  study.undoStack().redo();
  ASSERT_TRUE(waitFor([&] { return study.run() == nullptr; }));
}

}  // namespace
}  // namespace luce::desktop
