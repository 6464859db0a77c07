// The window as a whole: panels, start page, commands, settings, history, recovery.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QUndoView>
#include <map>
#include <string>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "app/desktop/recent_files.h"
#include "app/desktop/window/about_dialog.h"
#include "app/desktop/window/command_palette.h"
#include "app/desktop/window/icons.h"
#include "app/desktop/window/settings_dialog.h"
#include "app/desktop/window/shortcut_sheet.h"
#include "app/version/build_facts.h"
#include "core/workspace/workspace.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::Contains;
using testing::HasSubstr;

class WindowTest : public testing::Test {
 protected:
  void SetUp() override { KeptSettings().clear(); }
  void TearDown() override { KeptSettings().clear(); }

  /// A window on the sample log.
  std::unique_ptr<MainWindow> openedWindow() {
    auto window = std::make_unique<MainWindow>();
    window->resize(1366, 768);
    window->show();
    Listener listener(window->study());
    EXPECT_TRUE(openSampleLog(window->study(), listener));
    return window;
  }

  static QDockWidget* dock(MainWindow& window, const char* name) {
    return window.findChild<QDockWidget*>(name);
  }
};

TEST_F(WindowTest, BeginsWithTheStartPageAndShowsPanelsWithALog) {
  auto window = std::make_unique<MainWindow>();
  window->show();
  EXPECT_TRUE(window->startPage().isVisible());
  EXPECT_FALSE(dock(*window, "sessions")->isVisible());
  EXPECT_TRUE(window->startPage().backButton().isHidden()) << "there is no study to go back to";
  window = openedWindow();
  EXPECT_FALSE(window->startPage().isVisible());
  for (const char* name : {"sessions", "runs", "estimate", "experiment", "slate", "candidates"}) {
    EXPECT_TRUE(dock(*window, name)->isVisible()) << name;
  }
  EXPECT_FALSE(dock(*window, "history")->isVisible());

  window->actions().startPage->trigger();
  EXPECT_TRUE(window->startPage().isVisible());
  EXPECT_FALSE(dock(*window, "sessions")->isVisible());
  QTest::mouseClick(&window->startPage().backButton(), Qt::LeftButton);
  EXPECT_TRUE(dock(*window, "sessions")->isVisible());
  EXPECT_TRUE(window->tabs().isVisible());
}

TEST_F(WindowTest, AWorkspaceWithoutLogsLeavesNothingOfTheOtherOne) {
  const TemporaryFolder folder;
  const QString file = QString::fromStdString((folder / "empty.luce").string());
  Workspace::open(file.toStdString());
  const auto window = openedWindow();
  Study& study = window->study();
  ASSERT_TRUE(trainQuickRun(study, "quick"));
  for (int page = 0; page < window->tabs().count(); ++page) window->tabs().setCurrentIndex(page);
  window->tabs().setCurrentIndex(0);
  Listener listener(study);
  study.openFiles({file});
  ASSERT_TRUE(waitFor([&] { return !study.busy(); }));
  EXPECT_EQ(study.workspace()->file, file);
  EXPECT_EQ(study.dataset(), nullptr);
  EXPECT_EQ(study.run(), nullptr);
  EXPECT_FALSE(study.slate());
  EXPECT_TRUE(window->startPage().isVisible());
  EXPECT_TRUE(window->startPage().backButton().isHidden());
  EXPECT_FALSE(dock(*window, "runs")->isVisible());
  EXPECT_TRUE(window->findChild<StatusStrip*>()->factsText().isEmpty());
  EXPECT_FALSE(window->actions().train->isEnabled());
  EXPECT_FALSE(window->actions().exportRun->isEnabled());
  EXPECT_THAT(listener.messages.join(' ').toStdString(), HasSubstr("empty.luce has no log yet"));

  ASSERT_TRUE(openSampleLog(study, listener));
  EXPECT_EQ(study.workspace()->file, file);
  EXPECT_TRUE(study.workspace()->runs.empty());
  EXPECT_TRUE(dock(*window, "runs")->isVisible());
  EXPECT_TRUE(window->actions().train->isEnabled());
  EXPECT_TRUE(listener.failures.empty());
}

TEST_F(WindowTest, FactsGiveWayToALongMessage) {
  const auto window = openedWindow();
  const auto* strip = window->findChild<StatusStrip*>();
  ASSERT_FALSE(strip->factsText().isEmpty());
  window->statusBar()->showMessage("Saved.");
  EXPECT_TRUE(strip->showsFacts());
  const QString message(110, 'n');
  window->statusBar()->showMessage(message);
  EXPECT_FALSE(strip->showsFacts());
  const int length = window->fontMetrics().horizontalAdvance(message);
  EXPECT_TRUE(waitFor([&] { return length < strip->x(); }));
  window->statusBar()->clearMessage();
  EXPECT_TRUE(strip->showsFacts());

  const QString shorter(80, 'n');
  window->resize(3000, 768);
  window->statusBar()->showMessage(shorter);
  EXPECT_TRUE(strip->showsFacts());
  window->resize(1366, 768);
  EXPECT_TRUE(waitFor([&] { return !strip->showsFacts(); })) << "the message stays";
  window->resize(3000, 768);
  EXPECT_TRUE(waitFor([&] { return strip->showsFacts(); }));
}

TEST_F(WindowTest, ChartsBehindOthersAreDrawnOnceTheyAreInFront) {
  const auto window = openedWindow();
  ASSERT_TRUE(trainQuickRun(window->study(), "seen"));
  ClipCurveChart& behind = window->clipCurveChart();
  ASSERT_FALSE(window->workbench().isInFront(behind));
  EXPECT_TRUE(behind.lossPlot().positive().isEmpty());
  EXPECT_EQ(window->workbench().diagnostics().drawCount(), 0);
  window->workbench().raisePanel(behind);
  EXPECT_TRUE(waitFor([&] { return !behind.lossPlot().positive().isEmpty(); }));
  window->workbench().raisePanel(window->workbench().diagnostics());
  EXPECT_TRUE(waitFor([&] { return window->workbench().diagnostics().drawCount() > 0; }));
  // Put back, and raised again while another page is in front.
  window->actions().resetLayout->trigger();
  window->workbench().raisePanel(behind);
  window->tabs().setCurrentIndex(1);
  Experiment experiment = window->study().experiment();
  experiment.objective.scheme = "ppo_clip";
  window->study().changeExperiment(experiment, "scheme", 1);
  EXPECT_TRUE(behind.lossPlot().highBound().isEmpty());
  window->tabs().setCurrentIndex(0);
  EXPECT_TRUE(waitFor([&] { return !behind.lossPlot().highBound().isEmpty(); }));
}

TEST_F(WindowTest, FitsASmallLaptop) {
  const auto window = openedWindow();
  QTest::qWait(50);
  ASSERT_TRUE(trainQuickRun(window->study(), "seen"));
  for (int page = 0; page < window->tabs().count(); ++page) {
    EXPECT_LE(window->tabs().widget(page)->minimumSizeHint().width(), 750) << page;
  }
  for (const QDockWidget* panel : window->findChildren<QDockWidget*>()) {
    EXPECT_LE(panel->minimumSizeHint().width(), 380) << panel->objectName().toStdString();
    const bool atLeft =
        window->dockWidgetArea(const_cast<QDockWidget*>(panel)) == Qt::LeftDockWidgetArea;
    if (atLeft) {
      EXPECT_LE(panel->minimumSizeHint().width(), 300) << panel->objectName().toStdString();
    }
  }
  EXPECT_LE(window->minimumSizeHint().width(), 1366);
  EXPECT_LE(window->minimumSizeHint().height(), 768);
  EXPECT_EQ(window->size(), QSize(1366, 768));
  EXPECT_GT(window->slateChart().width(), 250);
  EXPECT_GT(window->slateChart().height(), 150);
}

TEST_F(WindowTest, RemembersWherePanelsStandAndPutsThemBack) {
  {
    const auto window = openedWindow();
    EXPECT_TRUE(window->workbench().isInFront(window->ratioChart()));
    EXPECT_FALSE(window->workbench().isInFront(window->clipCurveChart()));
    window->workbench().raisePanel(window->clipCurveChart());
    dock(*window, "runs")->close();
    dock(*window, "held_out")->close();
    window->close();
  }
  const auto again = openedWindow();
  QTest::qWait(50);
  EXPECT_TRUE(again->workbench().isInFront(again->clipCurveChart()));
  EXPECT_FALSE(dock(*again, "runs")->isVisible());
  EXPECT_FALSE(dock(*again, "held_out")->isVisible());
  EXPECT_TRUE(dock(*again, "losses")->isVisible());
  again->actions().resetLayout->trigger();
  QTest::qWait(50);
  EXPECT_TRUE(dock(*again, "runs")->isVisible());
  EXPECT_TRUE(dock(*again, "held_out")->isVisible());
  EXPECT_TRUE(again->workbench().isInFront(again->ratioChart()));
}

/// Where every panel stands, on the screen, and which are in front.
std::map<std::string, std::string> places(const MainWindow& window) {
  std::map<std::string, std::string> found;
  for (const QDockWidget* panel : window.findChildren<QDockWidget*>()) {
    const QRect place(panel->mapTo(&window, QPoint()), panel->size());
    const bool inFront = panel->isVisible() && !panel->visibleRegion().isEmpty();
    std::string& text = found[panel->objectName().toStdString()];
    text = panel->isHidden() ? "hidden" : inFront ? "in front" : "behind another";
    if (panel->isFloating()) text += ", floating";
    // Those behind others get their size when they come to the front.
    if (inFront) {
      text += fmt::format(", {},{} {}x{}", place.x(), place.y(), place.width(), place.height());
    }
  }
  return found;
}

TEST_F(WindowTest, PutsPanelsBackWhereAFreshWindowHasThem) {
  const auto window = openedWindow();
  QTest::qWait(50);
  const auto small = places(*window);
  ASSERT_GT(small.size(), 10u);
  const auto disarrange = [&] {
    dock(*window, "runs")->close();
    dock(*window, "losses")->setFloating(true);
    dock(*window, "history")->show();
    window->addDockWidget(Qt::RightDockWidgetArea, dock(*window, "sessions"));
    window->resizeDocks({dock(*window, "experiment")}, {600}, Qt::Horizontal);
    QMainWindow& charts = window->workbench();
    charts.tabifyDockWidget(dock(*window, "slate"), dock(*window, "candidates"));
    charts.resizeDocks({dock(*window, "ratios")}, {100}, Qt::Horizontal);
    window->workbench().raisePanel(window->clipCurveChart());
    QTest::qWait(50);
  };
  const auto putBack = [&] {
    window->actions().resetLayout->trigger();
    QTest::qWait(50);
    return places(*window);
  };
  disarrange();
  EXPECT_NE(places(*window), small);
  EXPECT_EQ(putBack(), small);

  window->resize(1600, 1000);
  disarrange();
  const auto large = putBack();
  MainWindow fresh;
  fresh.resize(1600, 1000);
  fresh.show();
  Listener listener(fresh.study());
  ASSERT_TRUE(openSampleLog(fresh.study(), listener));
  QTest::qWait(50);
  EXPECT_EQ(large, places(fresh));
}

TEST_F(WindowTest, TheHistoryListsChangesAndGoesBackToEach) {
  const auto window = openedWindow();
  Study& study = window->study();
  Experiment changed = study.experiment();
  changed.temperature = 0.25;
  study.changeExperiment(changed, "first change", 1);
  changed.temperature = 0.5;
  study.changeExperiment(changed, "second change", 2);
  auto* history = window->findChild<QUndoView*>();
  ASSERT_NE(history, nullptr);
  ASSERT_EQ(history->model()->rowCount(), 3);
  EXPECT_EQ(history->model()->index(0, 0).data().toString(), "As opened");
  EXPECT_THAT(history->model()->index(2, 0).data().toString().toStdString(),
              testing::AllOf(HasSubstr("second change"), HasSubstr("0.5")));
  history->setCurrentIndex(history->model()->index(1, 0));
  EXPECT_EQ(study.experiment().temperature, 0.25);
  history->setCurrentIndex(history->model()->index(0, 0));
  EXPECT_EQ(study.experiment().temperature, 1.0);
  history->setCurrentIndex(history->model()->index(2, 0));
  EXPECT_EQ(study.experiment().temperature, 0.5);
}

TEST_F(WindowTest, EveryCommandOfAMenuIsInThePalette) {
  const auto window = openedWindow();
  QStringList names;
  for (const NamedCommand& command : window->actions().commands()) names.append(command.name);
  for (const char* name :
       {"File ▸ Open…", "Edit ▸ Undo", "Experiment ▸ Train", "View ▸ Data",
        "View ▸ Panels ▸ History", "View ▸ Panels ▸ Clip curve", "Help ▸ About Luce"}) {
    EXPECT_TRUE(names.contains(QString::fromUtf8(name))) << name;
  }
  CommandPalette palette(window->actions().commands(), window.get());
  QAbstractItemModelTester tester(palette.list().model());
  palette.show();
  const int all = palette.list().model()->rowCount();
  EXPECT_EQ(all, names.size());
  QTest::keyClicks(&palette.box(), "pan hist");
  ASSERT_GT(palette.list().model()->rowCount(), 0);
  EXPECT_LT(palette.list().model()->rowCount(), all);
  EXPECT_EQ(palette.list().currentIndex().data().toString(), "View ▸ Panels ▸ History");
  EXPECT_FALSE(dock(*window, "history")->isVisible());
  QTest::keyClick(&palette.box(), Qt::Key_Return);
  ASSERT_TRUE(waitFor([&] { return dock(*window, "history")->isVisible(); }));
  EXPECT_FALSE(palette.isVisible());
}

TEST_F(WindowTest, ACommandThatCannotBeUsedNowIsShownButNotRun) {
  MainWindow window;  // nothing is open
  CommandPalette palette(window.actions().commands(), &window);
  palette.show();
  QTest::keyClicks(&palette.box(), "experiment train");
  ASSERT_GT(palette.list().model()->rowCount(), 0);
  EXPECT_FALSE(palette.list().model()->flags(palette.list().model()->index(0, 0)) &
               Qt::ItemIsEnabled);
  QTest::keyClick(&palette.box(), Qt::Key_Return);
  EXPECT_TRUE(palette.isVisible());
}

TEST_F(WindowTest, AGreyCommandSaysWhatHasToBeFirst) {
  MainWindow window;
  const QAction& judge = *window.actions().importPolicy;
  EXPECT_FALSE(judge.isEnabled());
  EXPECT_TRUE(judge.statusTip().startsWith("Train, or open a run, first. "));
  EXPECT_EQ(judge.toolTip(), judge.statusTip());
  EXPECT_TRUE(window.actions().exportRun->toolTip().startsWith("Train, or open a run, first. "));
  const auto pages = [&] {
    std::string ready;
    for (const QAction* action : window.actions().view->actions()) {
      const bool page = action->shortcut().toString().startsWith("Alt+");
      if (page && action->isEnabled()) ready += action->text().toStdString() + "; ";
    }
    return ready;
  };
  EXPECT_EQ(pages(), "Feedback loop; ") << "which needs no log";
  Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  EXPECT_EQ(pages(), "Study; Data; Evaluation; Tuning; What if; Feedback loop; ");
  ASSERT_TRUE(trainQuickRun(window.study(), "run"));
  EXPECT_TRUE(judge.isEnabled());
  EXPECT_EQ(judge.statusTip(), judge.whatsThis());
}

TEST(Palette, FitsLettersInOrderAndPrefersBeginningsOfWords) {
  EXPECT_EQ(fitOf("", "anything"), 0);
  EXPECT_GE(fitOf("trn", "Train"), 0);
  EXPECT_LT(fitOf("nt", "Train"), 0) << "not in this order";
  EXPECT_LT(fitOf("trainer", "Train"), 0);
  EXPECT_GT(fitOf("cs", "Compare schemes"), fitOf("cs", "Click resets"));
  EXPECT_GT(fitOf("train", "Train"), fitOf("train", "to read a line"));
  // A greedy search that takes the first letters at hand would not find these.
  EXPECT_GE(fitOf("pp", "Panels ▸ Pinned"), fitOf("pp", "Stop paper"));
  EXPECT_GE(fitOf("ab", "ba ab"), 0);
}

TEST_F(WindowTest, TheSheetListsTheKeysOfTheMenus) {
  MainWindow window;
  const ShortcutSheet sheet(window.actions().commands(), &window);
  for (const char* keys : {"Ctrl+T", "Ctrl+Shift+P", "Alt+3", "Ctrl+Z", "F11", "Shift+F1"}) {
    EXPECT_THAT(sheet.html().toStdString(), HasSubstr(keys));
  }
}

TEST_F(WindowTest, NoTwoCommandsShareAKey) {
  MainWindow window;
  QHash<QString, QString> owners;
  for (const NamedCommand& command : window.actions().commands()) {
    for (const QKeySequence& keys : command.action->shortcuts()) {
      const QString text = keys.toString();
      EXPECT_FALSE(owners.contains(text))
          << text.toStdString() << ": " << command.name.toStdString() << " and "
          << owners[text].toStdString();
      owners[text] = command.name;
    }
  }
  EXPECT_GT(owners.size(), 15);
}

TEST_F(WindowTest, SettingsApplyAtOnceAndAreRemembered) {
  const QPalette before = QApplication::palette();
  const double size = QApplication::font().pointSizeF();
  {
    Appearance appearance(*qApp);
    MainWindow window(&appearance);
    SettingsDialog dialog(appearance, &window);
    dialog.schemeChoice().setCurrentIndex(2);
    EXPECT_TRUE(appearance.dark());
    EXPECT_LT(QApplication::palette().color(QPalette::Base).lightness(), 60);
    EXPECT_GT(QApplication::palette().color(QPalette::Text).lightness(), 180);
    dialog.schemeChoice().setCurrentIndex(1);
    EXPECT_FALSE(appearance.dark());
    dialog.textSizeBox().setValue(150);
    EXPECT_NEAR(QApplication::font().pointSizeF(), 1.5 * size, 0.01);
    dialog.reopenBox().setChecked(true);
    dialog.schemeChoice().setCurrentIndex(2);
  }
  EXPECT_TRUE(reopensLastStudy());
  {
    QApplication::setFont(QFont(QApplication::font().family(), static_cast<int>(size)));
    QApplication::setPalette(before);
    Appearance again(*qApp);
    EXPECT_TRUE(again.dark()) << "remembered";
    EXPECT_EQ(again.textSize(), 150);
    again.choose(ColourScheme::System);
    again.chooseTextSize(100);
  }
  EXPECT_EQ(QApplication::palette(), before);
}

TEST_F(WindowTest, EnterInTheSettingsForgetsNothing) {
  rememberFile(sampleFile("slate_log.csv"));
  Appearance appearance(*qApp);
  MainWindow window(&appearance);
  SettingsDialog dialog(appearance, &window);
  dialog.show();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
  dialog.textSizeBox().setFocus();
  dialog.textSizeBox().selectAll();
  QTest::keyClicks(&dialog.textSizeBox(), "110");
  QTest::keyClick(&dialog.textSizeBox(), Qt::Key_Return);
  EXPECT_EQ(appearance.textSize(), 110);
  EXPECT_EQ(recentFiles().size(), 1);
  appearance.chooseTextSize(100);
}

TEST_F(WindowTest, ARunThatIsRemovedLeavesNoCurvesBehind) {
  const auto window = openedWindow();
  ASSERT_TRUE(trainQuickRun(window->study(), "quick"));
  ASSERT_GT(window->heldOutChart().pointCount(), 0);
  window->workbench().crosshair().moveTo(3);
  window->runs().book().putAway({window->study().run()->record.id});
  ASSERT_TRUE(waitFor([&] { return window->study().run() == nullptr; }));
  EXPECT_EQ(window->heldOutChart().pointCount(), 0);
  EXPECT_EQ(window->workbench().losses().pointCount(), 0);
  EXPECT_FALSE(window->workbench().crosshair().step());
}

TEST_F(WindowTest, TheClosingQuestionIsAnsweredByAPersonAlone) {
  const auto window = openedWindow();
  Study& study = window->study();
  study.changeExperiment(quickExperiment(study), "quick run", 0);
  ASSERT_TRUE(waitFor([&] { return !study.busy(); }));
  study.startTraining("quick");
  QString first, last;
  QTimer poll;
  QObject::connect(&poll, &QTimer::timeout, [&] {
    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    if (box == nullptr) return;
    if (first.isEmpty()) first = box->text();
    if (study.training() || study.preparing() || study.busy()) return;
    last = box->text();
    box->button(QMessageBox::Cancel)->click();
  });
  poll.start(20);
  EXPECT_FALSE(window->close()) << "nobody said yes";
  EXPECT_TRUE(window->isVisible());
  EXPECT_NE(first.toStdString(), last.toStdString());
  EXPECT_EQ(last.toStdString(), "It is done. Quit?");
  EXPECT_TRUE(window->close()) << "nothing is left to ask";
}

TEST_F(WindowTest, ChartsFollowTheTheme) {
  Appearance appearance(*qApp);
  const auto window = openedWindow();
  const auto shade = [&] {
    const QImage picture = window->slateChart().grab().toImage();
    return picture.pixelColor(picture.width() / 2, picture.height() - 3).lightness();
  };
  appearance.choose(ColourScheme::Light);
  EXPECT_TRUE(waitFor([&] { return shade() > 200; }));
  appearance.choose(ColourScheme::Dark);
  EXPECT_TRUE(waitFor([&] { return shade() < 80; }));
  appearance.choose(ColourScheme::System);
}

TEST(Icons, AreDrawnInTheColourOfText) {
  const QPalette before = QApplication::palette();
  for (const QColor& text : {QColor(Qt::black), QColor(Qt::white)}) {
    QPalette palette = before;
    palette.setColor(QPalette::ButtonText, text);
    QApplication::setPalette(palette);
    for (const char* name : {"stop", "close"}) {
      const QImage picture = icon(name).pixmap(32, 32).toImage();
      EXPECT_EQ(picture.pixelColor(16, 16), text) << name;
      EXPECT_EQ(picture.pixelColor(0, 0).alpha(), 0) << name;
    }
  }
  QApplication::setPalette(before);
  EXPECT_FALSE(programIcon().pixmap(64, 64).isNull());
}

TEST(About, NamesVersionsAndLicences) {
  const AboutDialog dialog(nullptr);
  QString text;
  for (const QTextBrowser* page : dialog.findChildren<QTextBrowser*>()) text += page->toPlainText();
  for (const char* word :
       {"GNU General Public License", "Qt Charts", "LibTorch", "SQLite", "OpenBLAS", qVersion()}) {
    EXPECT_THAT(text.toStdString(), HasSubstr(word));
  }
  for (const BuildFact& fact : buildFacts()) {
    EXPECT_THAT(text.toStdString(), HasSubstr(fact.value)) << fact.name;
  }
}

TEST_F(WindowTest, LossesHaveThePointsOfSnapshotsThatWereNotTaken) {
  MainWindow window;
  const auto tell = [&](std::vector<std::int64_t> steps) {
    auto snapshot = std::make_shared<TrainingSnapshot>();
    snapshot->phase = TrainingPhase::Supervised;
    snapshot->step = steps.back();
    snapshot->steps = 1000;
    snapshot->supervisedSteps = 500;
    for (const std::int64_t step : steps) snapshot->recent.push_back({step, {}});
    Q_EMIT window.study().snapshotTaken(snapshot);
  };
  tell({10, 20, 30});
  EXPECT_EQ(window.findChild<LossChart*>()->pointCount(), 3);
  tell({20, 30, 40, 50});
  EXPECT_EQ(window.findChild<LossChart*>()->pointCount(), 5);
  tell({20, 30, 40, 50});
  EXPECT_EQ(window.findChild<LossChart*>()->pointCount(), 5);
  EXPECT_EQ(window.diagnosticsChart().pointCount(), 5);
}

TEST_F(WindowTest, TheStatusBarTellsMemory) {
  MainWindow window;
  const auto* strip = window.findChild<StatusStrip*>();
  ASSERT_NE(strip, nullptr);
  EXPECT_THAT(strip->memoryText().toStdString(), testing::ContainsRegex("[0-9]+ MB of [0-9]+ GB"));
  const auto use = memoryUse();
  ASSERT_TRUE(use.has_value());
  EXPECT_GT(use->own, 10 << 20);
  EXPECT_GT(use->machine, use->own);
}

}  // namespace
}  // namespace luce::desktop
