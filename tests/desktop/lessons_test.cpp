// Lessons in the window: the player, what points at controls, the presenter mode, and a tour
// through every lesson that comes with Luce, done as a person would.
#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>

#include "app/desktop/kept_settings.h"
#include "app/desktop/lessons/control_finder.h"
#include "app/desktop/lessons/lesson_desk.h"
#include "app/desktop/lessons/lesson_markup.h"
#include "app/desktop/lessons/lesson_names.h"
#include "app/desktop/lessons/lesson_reader.h"
#include "app/desktop/lessons/lesson_words.h"
#include "app/desktop/main_window.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const QString kTour =
    "Lesson: A tour\nMinutes: 2\nLog: sample\n"
    "# Colder\nMake $\\tau$ small.\nShow: temperature\nSet up: temperature = 0.1\n"
    "Set up: objective.scheme = ppo_clip\nSet up: page = dataPage\n"
    "Try: Below 0.2.\nCheck: temperature < 0.2\nDone: Cold.\n"
    "# A question\nText.\nQuestion: Which?\n( ) This\n  No.\n(x) That\n  Yes.\n"
    "# Reading\nOnly text.\n"
    "# Another slate\nText.\nShow: slate_list\nTry: Choose one.\nCheck: slate changes\n";

class LessonsTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    QDir(LessonLibrary::userFolder()).removeRecursively();
  }
  void TearDown() override { SetUp(); }

  static std::unique_ptr<MainWindow> openedWindow() {
    auto window = std::make_unique<MainWindow>();
    window->resize(1366, 768);
    window->show();
    Listener listener(window->study());
    window->openSample();
    EXPECT_TRUE(waitFor([&] {
      return window->study().dataset() != nullptr && listener.views > 0 && !window->study().busy();
    }));
    QApplication::processEvents();
    return window;
  }

  static QString fileWith(const TemporaryFolder& folder, const char* name, const QString& content) {
    const QString file = QString::fromStdString((folder / name).string());
    QFile target(file);
    EXPECT_TRUE(target.open(QIODevice::WriteOnly));
    target.write(content.toUtf8());
    return file;
  }

  /// A window in which the tour runs.
  std::unique_ptr<MainWindow> touredWindow() {
    auto window = openedWindow();
    window->lessons().openFile(fileWith(folder_, "tour.md", kTour));
    QApplication::processEvents();
    return window;
  }

  TemporaryFolder folder_;
};

TEST_F(LessonsTest, ADeedIsSeenWhenItIsDoneAndStays) {
  const auto window = touredWindow();
  LessonPlayer& player = window->lessons().player();
  LessonPanel& panel = window->lessons().panel();
  ASSERT_NE(player.lesson(), nullptr);
  EXPECT_TRUE(window->lessons().dock().isVisible());
  EXPECT_EQ(panel.mark().text(), QStringLiteral("○"));
  EXPECT_FALSE(player.deedDone());
  window->values().temperatureRow().box().setValue(0.25);
  EXPECT_FALSE(player.deedDone());
  window->values().temperatureRow().box().setValue(0.15);
  EXPECT_TRUE(player.deedDone());
  EXPECT_EQ(panel.mark().text(), QStringLiteral("✓"));
  EXPECT_EQ(panel.mark().accessibleDescription(), "done");
  window->values().temperatureRow().box().setValue(2);
  EXPECT_TRUE(player.deedDone());
  EXPECT_EQ(panel.steps().itemText(0).count(QStringLiteral("✓")), 1);
  EXPECT_EQ(panel.steps().itemText(1).count(QStringLiteral("✓")), 0);
}

TEST_F(LessonsTest, WhatIsSaidOfADeedIsSeenOnceItIsDone) {
  const auto window = openedWindow();
  const QString words = QString("Many words that fill the panel. ").repeated(40);
  window->lessons().openFile(
      fileWith(folder_, "long.md",
               "Lesson: Long\nMinutes: 2\nLog: sample\n# Colder\n" + words +
                   "\nTry: Below 0.2.\nCheck: temperature < 0.2\nDone: It is cold now.\n"));
  QApplication::processEvents();
  const auto isSeen = [&] {
    for (const LessonWords* said : window->lessons().panel().findChildren<LessonWords*>()) {
      if (!said->isVisible() || !said->plainText().contains("It is cold now")) continue;
      return said->visibleRegion().boundingRect() == said->rect();
    }
    return false;
  };
  EXPECT_FALSE(isSeen());
  window->values().temperatureRow().box().setValue(0.15);
  EXPECT_TRUE(waitFor(isSeen));
}

TEST_F(LessonsTest, SettingUpIsOneChangeThatCanBeUndone) {
  const auto window = touredWindow();
  Study& study = window->study();
  const Experiment before = study.experiment();
  ASSERT_EQ(before.temperature, 0.3);
  ASSERT_EQ(before.objective.scheme, "ips");
  const int changes = study.undoStack().count();
  QTest::mouseClick(&window->lessons().panel().setUpButton(), Qt::LeftButton);
  EXPECT_EQ(study.experiment().temperature, 0.1);
  EXPECT_EQ(study.experiment().objective.scheme, "ppo_clip");
  EXPECT_EQ(study.experiment().valueWeights, before.valueWeights);
  EXPECT_EQ(window->tabs().currentWidget(), &window->data());
  EXPECT_TRUE(window->lessons().player().deedDone());
  EXPECT_EQ(study.undoStack().count(), changes + 1);
  EXPECT_THAT(study.undoStack().undoText().toStdString(), HasSubstr("A tour"));
  study.undoStack().undo();
  EXPECT_EQ(study.experiment(), before);
}

TEST_F(LessonsTest, ResetGoesBackToWhereStepOrLessonBegan) {
  const auto window = touredWindow();
  Study& study = window->study();
  LessonPlayer& player = window->lessons().player();
  const Experiment first = study.experiment();
  window->values().temperatureRow().box().setValue(0.15);
  player.next();
  player.next();
  player.next();
  ASSERT_EQ(player.step(), 3);
  const Experiment second = study.experiment();
  study.showSlate(7);
  window->values().temperatureRow().box().setValue(4);
  window->tabs().setCurrentWidget(&window->data());
  ASSERT_TRUE(player.deedDone());
  window->lessons().panel().resetStepAction().trigger();
  EXPECT_EQ(study.experiment(), second);
  EXPECT_EQ(study.slate(), 0u);
  EXPECT_EQ(window->tabs().currentWidget()->objectName(), "studyPage");
  EXPECT_EQ(player.step(), 3);
  EXPECT_FALSE(player.deedDone()) << "it can be done again";
  window->lessons().panel().resetLessonAction().trigger();
  EXPECT_EQ(study.experiment(), first);
  EXPECT_EQ(player.step(), 0);
  study.undoStack().undo();
  EXPECT_EQ(study.experiment(), second) << "a reset can be undone";
}

TEST_F(LessonsTest, AQuestionExplainsEveryAnswer) {
  const auto window = touredWindow();
  LessonPlayer& player = window->lessons().player();
  LessonPanel& panel = window->lessons().panel();
  EXPECT_TRUE(panel.question().isHidden());
  player.next();
  QApplication::processEvents();
  EXPECT_TRUE(panel.question().isVisible());
  EXPECT_TRUE(panel.deed().isHidden());
  ASSERT_EQ(panel.question().choices().size(), 2u);
  LessonWords& why = panel.question().explanation();
  EXPECT_TRUE(why.isHidden());
  EXPECT_EQ(panel.question().choices()[0]->accessibleName(), "This");
  panel.question().choices()[0]->click();
  EXPECT_THAT(why.plainText().toStdString(), HasSubstr("No."));
  EXPECT_FALSE(window->lessons().progress().isDone(*player.lesson(), 1));
  panel.question().choices()[1]->click();
  EXPECT_THAT(why.plainText().toStdString(), HasSubstr("Yes."));
  EXPECT_TRUE(window->lessons().progress().isDone(*player.lesson(), 1));
}

TEST_F(LessonsTest, ProgressIsRememberedAndShown) {
  const QString file = fileWith(folder_, "tour.md", kTour);
  {
    const auto window = openedWindow();
    window->lessons().openFile(file);
    LessonPlayer& player = window->lessons().player();
    player.next();
    player.next();
    player.next();
    EXPECT_EQ(window->lessons().progress().doneCount(*player.lesson()), 1)
        << "reading is all that the third step asks for";
    const QPushButton* button = window->lessons().panel().list().buttons().back();
    EXPECT_THAT(button->text().toStdString(), HasSubstr(", 1/4"));
    QTest::mouseClick(&window->lessons().panel().nextButton(), Qt::LeftButton);
    EXPECT_EQ(player.lesson(), nullptr) << "finished";
  }
  const auto again = openedWindow();
  again->lessons().openFile(file);
  EXPECT_EQ(again->lessons().player().step(), 3);
}

TEST_F(LessonsTest, TheRingFollowsItsControl) {
  const auto window = touredWindow();
  LessonDesk& desk = window->lessons();
  QWidget& control = window->values().temperatureRow();
  const auto ringIsAroundControl = [&] {
    const QRect place(control.mapTo(window.get(), QPoint()), control.size());
    const QRect ring = desk.spotlight()->ring();
    return desk.spotlight()->isVisible() && ring.contains(place.center()) &&
           std::abs(ring.height() - place.height()) <= 12;
  };
  EXPECT_FALSE(desk.spotlight()->isVisible());
  QTest::mouseClick(&desk.panel().showButton(), Qt::LeftButton);
  EXPECT_TRUE(waitFor(ringIsAroundControl));
  EXPECT_EQ(desk.spotlight()->target(), &control);
  EXPECT_TRUE(desk.spotlight()->testAttribute(Qt::WA_TransparentForMouseEvents));
  const QRect first = desk.spotlight()->ring();

  window->resize(1500, 900);
  EXPECT_TRUE(waitFor([&] { return desk.spotlight()->ring() != first && ringIsAroundControl(); }));
  QScrollArea* scroll = nullptr;
  for (QWidget* part = &control; scroll == nullptr; part = part->parentWidget()) {
    scroll = qobject_cast<QScrollArea*>(part->parentWidget());
  }
  scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
  EXPECT_TRUE(waitFor([&] { return !desk.spotlight()->isVisible(); })) << "scrolled out of sight";
  scroll->verticalScrollBar()->setValue(0);
  EXPECT_TRUE(waitFor(ringIsAroundControl));

  auto* dock = window->findChild<QDockWidget*>("experiment");
  dock->setFloating(true);
  EXPECT_TRUE(waitFor([&] { return desk.spotlight()->parentWidget() == control.window(); }));
  dock->setFloating(false);
  EXPECT_TRUE(waitFor(ringIsAroundControl));
  dock->close();
  EXPECT_TRUE(waitFor([&] { return !desk.spotlight()->isVisible(); }));
  desk.showControl("temperature");
  EXPECT_TRUE(waitFor(ringIsAroundControl)) << "the panel is brought back";
  desk.showControl("temperature");
  EXPECT_FALSE(desk.spotlight()->isVisible()) << "asked for again, it goes";
}

TEST_F(LessonsTest, TheRingGoesWhenItsControlDoes) {
  const auto window = touredWindow();
  LessonDesk& desk = window->lessons();
  window->objective().schemeBox().setCurrentIndex(
      window->objective().schemeBox().findData("ppo_clip"));
  QApplication::processEvents();  // the new slider is shown
  desk.showControl("parameter.eps");
  ASSERT_TRUE(waitFor([&] { return desk.spotlight()->isVisible(); }));
  window->objective().schemeBox().setCurrentIndex(window->objective().schemeBox().findData("ips"));
  EXPECT_TRUE(waitFor([&] { return !desk.spotlight()->isVisible(); }));
  EXPECT_EQ(desk.spotlight()->target(), nullptr);
}

TEST_F(LessonsTest, BringsPagesAndPanelsToTheFront) {
  const auto window = touredWindow();
  LessonDesk& desk = window->lessons();
  window->tabs().setCurrentWidget(&window->data());
  desk.showControl("clip_comparison");
  EXPECT_TRUE(waitFor([&] {
    return window->tabs().currentWidget()->objectName() == "studyPage" &&
           window->workbench().isInFront(window->clipCurveChart());
  }));
  desk.showControl("evaluationPage");
  QTabBar* bar = window->tabs().tabBar();
  EXPECT_EQ(desk.spotlight()->target(), bar);
  const QRect tab = bar->tabRect(window->tabs().indexOf(&window->evaluation()));
  EXPECT_TRUE(waitFor(
      [&] { return desk.spotlight()->ring().contains(bar->mapTo(window.get(), tab.center())); }));
  EXPECT_LT(desk.spotlight()->ring().width(), tab.width() + 20);
}

TEST_F(LessonsTest, EveryControlHasItsName) {
  const auto window = openedWindow();
  ASSERT_TRUE(trainQuickRun(window->study(), "seen"));
  for (const LessonName& entry : lessonControls()) {
    QString name = entry.name;
    if (name == "value_weight." || name == "reward_weight.") name += "like";
    if (name == "parameter.") {
      window->objective().schemeBox().setCurrentIndex(
          window->objective().schemeBox().findData("ppo_clip"));
      name += "eps";
    }
    EXPECT_NE(findControl(*window, name).widget, nullptr) << name.toStdString();
  }
}

TEST_F(LessonsTest, FactsAreWhatTheWindowShows) {
  const auto window = openedWindow();
  const LessonFacts& facts = window->lessons().facts();
  EXPECT_EQ(facts.value("log"), "slate_log");
  EXPECT_EQ(facts.value("page"), "studyPage");
  EXPECT_EQ(facts.value("slate"), 1);
  EXPECT_EQ(facts.value("run"), "");
  EXPECT_EQ(facts.value("temperature"), 0.3);
  EXPECT_EQ(facts.value("value_weights.like"), 4);
  EXPECT_EQ(facts.value("held_out_reward"), nullptr);
  EXPECT_EQ(facts.value("run.temperature"), nullptr);
  ASSERT_TRUE(trainQuickRun(window->study(), window->study().freeRunName("quick")));
  EXPECT_NE(facts.value("run"), "");
  EXPECT_EQ(facts.value("run.temperature"), 0.3);
  EXPECT_EQ(facts.value("finished_runs"), 1);
  EXPECT_GT(facts.value("trained_steps"), 0);
  ASSERT_TRUE(waitFor([&] { return facts.value("held_out_reward").is_number(); }));
  EXPECT_NEAR(facts.value("logging_reward").get<double>(), 0.939, 0.001)
      << "as luce-cli evaluate --split validation says";
  window->workbench().heldOut().zoom().zoomBy(0.5);
  EXPECT_TRUE(LessonJudge::holds(readCheck("zoomed has held_out"), facts.value("zoomed"), {}));
  window->workbench().heldOut().zoom().reset();
  EXPECT_EQ(facts.value("zoomed"), json::array());
}

TEST_F(LessonsTest, PresenterModeEnlargesEverythingAndPutsItBack) {
  const QFont font = QApplication::font();
  {
    Appearance appearance(*qApp);
    MainWindow window(&appearance);
    window.resize(1366, 768);
    window.show();
    EXPECT_FALSE(window.lessons().presenterAction().isEnabled()) << "nothing is open";
    Listener listener(window.study());
    ASSERT_TRUE(openSampleLog(window.study(), listener));
    window.lessons().openFile(fileWith(folder_, "tour.md", kTour));
    QTest::qWait(50);
    std::map<QDockWidget*, QSize> before;
    for (auto* dock : window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
      // Those behind others keep whatever size they had.
      if (!dock->visibleRegion().isEmpty()) before[dock] = dock->size();
    }
    const auto standsAsBefore = [&] {
      constexpr int kRounding = 8;  // pixels
      return std::all_of(before.begin(), before.end(), [](const auto& entry) {
        const QSize moved = entry.first->size() - entry.second;
        return entry.first->isVisible() && std::abs(moved.width()) <= kRounding &&
               std::abs(moved.height()) <= kRounding;
      });
    };
    const auto isShown = [&](const char* name) {
      return window.findChild<QDockWidget*>(name)->isVisible();
    };
    ASSERT_TRUE(isShown("sessions"));
    window.lessons().presenterAction().trigger();
    EXPECT_TRUE(waitFor([&] { return window.isFullScreen(); }));
    EXPECT_TRUE(window.lessons().presenter().active());
    EXPECT_FALSE(isShown("sessions"));
    EXPECT_FALSE(isShown("experiment"));
    EXPECT_TRUE(isShown("lesson"));
    EXPECT_NEAR(QApplication::font().pointSizeF(), 1.5 * font.pointSizeF(), 0.01);
    EXPECT_GT(window.lessons().panel().text().font().pointSizeF(),
              QApplication::font().pointSizeF());
    EXPECT_EQ(appearance.textSize(), 100) << "what was chosen stays chosen";
    EXPECT_FALSE(window.actions().startPage->isEnabled());
    window.lessons().showControl("temperature");
    EXPECT_TRUE(isShown("experiment")) << "shown when it is spoken of";
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_FALSE(window.lessons().presenter().active());
    EXPECT_FALSE(window.lessons().presenterAction().isChecked());
    EXPECT_TRUE(waitFor(
        [&] { return !window.isFullScreen() && isShown("sessions") && isShown("experiment"); }));
    EXPECT_NEAR(QApplication::font().pointSizeF(), font.pointSizeF(), 0.01);
    EXPECT_TRUE(waitFor([&] { return standsAsBefore(); })) << [&] {
      std::string sizes;
      for (const auto& [dock, size] : before) {
        sizes += dock->objectName().toStdString() + " " + std::to_string(size.width()) + "x" +
                 std::to_string(size.height()) + " -> " + std::to_string(dock->width()) + "x" +
                 std::to_string(dock->height()) + (dock->isVisible() ? "; " : " hidden; ");
      }
      return sizes;
    }();
    EXPECT_TRUE(waitFor([&] { return window.size() == QSize(1366, 768); }))
        << window.width() << " × " << window.height();
    window.lessons().presenterAction().trigger();
    window.close();
    EXPECT_NEAR(QApplication::font().pointSizeF(), font.pointSizeF(), 0.01);
  }
  QApplication::setFont(font);
}

TEST_F(LessonsTest, ALessonFromAFileOrTheUsersFolderStandsInTheMenu) {
  const QString folder = LessonLibrary::userFolder();
  ASSERT_TRUE(QDir().mkpath(folder));
  const auto write = [&](const char* name, const QString& content) {
    QFile file(folder + '/' + name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content.toUtf8());
  };
  write("mine.md", QString(kTour).replace("A tour", "My own lesson"));
  write("broken.md", "Lesson: Broken\nMinutes: 1\n# Step\nText.\nShow: nowhere\n");
  MainWindow window;
  QStringList titles;
  for (const QAction* action : window.lessons().menu().actions()) titles << action->text();
  EXPECT_THAT(titles.join('\n').toStdString(), HasSubstr("My own lesson"));
  ASSERT_EQ(window.lessons().library().problems().size(), 1);
  EXPECT_THAT(window.lessons().library().problems()[0].toStdString(),
              HasSubstr("broken.md, line 5: there is no control \"nowhere\""));
  QStringList commands;
  for (const NamedCommand& command : window.actions().commands()) commands << command.name;
  EXPECT_TRUE(commands.contains(QStringLiteral("Learn ▸ Presenter mode")));
  EXPECT_TRUE(commands.filter("My own lesson").size() == 1);
}

TEST_F(LessonsTest, TheStartPageListsLessonsAndBeginsOne) {
  MainWindow window;
  window.resize(1366, 768);
  window.show();
  const auto* list = window.startPage().findChild<LessonList*>();
  ASSERT_NE(list, nullptr);
  EXPECT_TRUE(list->isVisible());
  ASSERT_EQ(list->buttons().size(), window.lessons().library().lessons().size());
  EXPECT_THAT(list->buttons()[0]->text().toStdString(), HasSubstr(" min"));
  EXPECT_LE(window.minimumSizeHint().height(), 768);
  QTest::mouseClick(list->buttons()[0], Qt::LeftButton);
  EXPECT_TRUE(window.lessons().dock().isVisible());
  ASSERT_TRUE(waitFor([&] { return window.study().slate().has_value(); })) << "the sample opens";
  EXPECT_TRUE(window.lessons().dock().isVisible());
  EXPECT_TRUE(window.lessons().panel().sampleButton().isHidden() ||
              !window.lessons().panel().sampleButton().isVisible());
  EXPECT_FALSE(window.lessons().player().deedDone());
}

TEST_F(LessonsTest, TheFeedbackLoopIsSetUpWithoutALog) {
  MainWindow window;
  window.show();
  LessonDesk& desk = window.lessons();
  desk.begin("7-feedback-loop");
  desk.player().goTo(1);
  const LoopSettings before = window.feedbackLoop().document().settings();
  ASSERT_NE(before.audience.returnSlope, 16);
  desk.panel().setUpButton().click();
  const LoopSettings& now = window.feedbackLoop().document().settings();
  EXPECT_EQ(now.audience.returnSlope, 16);
  EXPECT_EQ(now.rankers.size(), 3u);
  EXPECT_EQ(window.tabs().currentWidget(), &window.feedbackLoop());
}

TEST_F(LessonsTest, TheFeedbackLoopIsPresentedWithoutALog) {
  const QFont font = QApplication::font();
  {
    Appearance appearance(*qApp);
    MainWindow window(&appearance);
    window.resize(1366, 768);
    window.show();
    LessonDesk& desk = window.lessons();
    desk.begin("7-feedback-loop");
    EXPECT_FALSE(desk.presenterAction().isEnabled());
    desk.player().goTo(1);
    desk.panel().setUpButton().click();
    ASSERT_TRUE(window.feedbackLoop().isVisible());
    ASSERT_TRUE(desk.presenterAction().isEnabled());
    desk.presenterAction().trigger();
    EXPECT_TRUE(waitFor([&] { return window.isFullScreen(); }));
    EXPECT_TRUE(window.feedbackLoop().isVisible());
    EXPECT_GT(QApplication::font().pointSizeF(), 1.4 * font.pointSizeF());
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_TRUE(waitFor([&] { return !window.isFullScreen(); }));
    EXPECT_TRUE(waitFor([&] { return window.size() == QSize(1366, 768); }));
    EXPECT_TRUE(window.feedbackLoop().isVisible());
  }
  QApplication::setFont(font);
}

TEST_F(LessonsTest, ALessonFitsASmallScreen) {
  MainWindow window;
  window.resize(1366, 768);
  window.show();
  window.openSample();
  ASSERT_TRUE(waitFor([&] { return window.study().slate().has_value(); }));
  for (QWidget* page : {static_cast<QWidget*>(window.tabs().widget(0)),
                        window.tabs().widget(window.tabs().count() - 1)}) {
    window.tabs().setCurrentWidget(page);
    window.lessons().dock().show();
    QTest::qWait(50);
    std::string widths;
    for (const QDockWidget* dock : window.findChildren<QDockWidget*>()) {
      if (!dock->isVisible()) continue;
      widths += dock->objectName().toStdString() + " " +
                std::to_string(dock->minimumSizeHint().width()) + ", ";
    }
    widths += "page " + std::to_string(page->minimumSizeHint().width());
    EXPECT_LE(window.minimumSizeHint().width(), 1366) << widths;
    EXPECT_LE(window.minimumSizeHint().height(), 768) << widths;
    EXPECT_EQ(window.size(), QSize(1366, 768)) << widths;
  }
}

TEST_F(LessonsTest, CopiesFormulasAsTheyAreWritten) {
  LessonText text;
  text.resize(300, 200);
  text.show();
  text.setLesson("A small $\\tau$ makes the policy decisive:\n\n$$\\frac{1}{2}$$\n\nend.");
  EXPECT_THAT(text.accessibleDescription().toStdString(), HasSubstr("A small $\\tau$ makes"));
  EXPECT_THAT(text.accessibleDescription().toStdString(), HasSubstr("$\\frac{1}{2}$"));
  text.selectAll();
  text.copy();
  EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("$\\frac{1}{2}$"));
  const int height = text.height();
  text.resize(120, 200);
  EXPECT_GT(text.height(), height) << "narrower, so higher";
}

// ---- the tour -------------------------------------------------------------------------------

/// Does what a check asks for, by the window's controls.
class Learner {
 public:
  explicit Learner(MainWindow& window) : window_(window) {}

  void fulfil(const LessonCheck& check) {
    const QString& subject = check.subject;
    if (subject.startsWith("run.")) return;  // follows from training
    if (subject == "page") {
      window_.tabs().setCurrentWidget(window_.tabs().findChild<QWidget*>(text(check)));
    } else if (subject == "slate") {
      QTableView& list = window_.sessions().view();
      list.selectRow(list.currentIndex().row() + 1);
    } else if (subject == "finished_runs" || subject == "run") {
      train();
    } else if (subject == "candidate_chosen") {
      window_.candidates().view().selectRow(0);
    } else if (subject == "front") {
      auto* panel = window_.findChild<QDockWidget*>(text(check));
      panel->show();
      panel->raise();
    } else if (subject == "clip_comparison") {
      choose(window_.clipCurveChart().comparisonBox(), text(check));
    } else if (subject == "diagnostics_group") {
      window_.findChild<QComboBox*>("diagnostics_group")
          ->setCurrentIndex(check.value.get<int>() - 1);
    } else if (subject == "laid_over") {
      window_.runs().select({window_.study().workspace()->runs.front().record.id});
      window_.runs().overlayAction().trigger();
    } else if (subject == "shown_step") {
      window_.scrubBar().slider().setValue(window_.scrubBar().slider().minimum() + 1);
    } else if (subject == "evaluation_rows") {
      choose(window_.evaluation().rowsChoice(), text(check));
    } else if (subject == "compared_policy") {
      choose(window_.evaluation().compareChoice(), text(check));
    } else if (subject == "data_part") {
      window_.data().setCurrentWidget(&window_.data().slates());
    } else if (subject == "loop_rounds") {
      playLoop();
    } else if (subject == "loop_measure") {
      choose(window_.feedbackLoop().measureBox(), text(check));
    } else if (subject.startsWith("loop")) {
      return;  // follows from what is set up
    } else if (subject == "condition") {
      window_.data().slates().conditionBox().setText("click > 0");
    } else if (subject == "effective_rows" || subject == "held_out_reward") {
      const bool warm = check.is == LessonCheck::Is::Above && subject == "effective_rows";
      window_.values().temperatureRow().box().setValue(warm ? 4 : 0.3);
    } else if (subject != "evaluated") {
      setControl(check);
    }
  }

  /// Steps that teach the same with fewer slates a step and a smaller estimator.
  bool quick = true;

 private:
  static QString text(const LessonCheck& check) {
    return QString::fromStdString(check.value.get<std::string>());
  }

  static void choose(QComboBox& box, const QString& value) {
    int found = box.findData(value);
    if (found < 0) found = box.findText(value);
    ASSERT_GE(found, 0) << value.toStdString();
    box.setCurrentIndex(found);
  }

  void train() {
    if (quick) {
      Experiment experiment = window_.study().experiment();
      experiment.estimator.hidden = {4};
      experiment.schedule.supervisedEpochs = 2;
      experiment.schedule.slatesPerBatch = 256;
      experiment.threads = 1;
      window_.study().changeExperiment(experiment, "quick", 0);
    }
    window_.trainAction().trigger();
    ASSERT_TRUE(waitFor([&] { return window_.study().training(); }));
    ASSERT_TRUE(
        waitFor([&] { return window_.study().run() != nullptr && !window_.study().busy(); }));
  }

  /// With few users, so that it is quick.
  void playLoop() {
    LoopPage& page = window_.feedbackLoop();
    LoopSettings settings = page.document().settings();
    settings.audience.users = 60;
    page.document().change(settings, "quick");
    page.startButton().click();
    ASSERT_TRUE(waitFor([&] { return page.player().state() == LoopPlayer::State::Finished; }));
  }

  /// A setting, by the control of that name.
  void setControl(const LessonCheck& check) {
    static const std::map<QString, QString> names{{"objective.scheme", "scheme"},
                                                  {"objective.rows", "rows"},
                                                  {"objective.kl_weight", "kl_weight"},
                                                  {"objective.propensity_rule", "propensity_rule"},
                                                  {"schedule.alignment_epochs", "alignment_epochs"},
                                                  {"schedule.keep_best", "keep_best"},
                                                  {"reward_weights", "linked_rewards"}};
    QString name = check.subject;
    if (names.count(name) > 0) name = names.at(name);
    name.replace("value_weights.", "value_weight.").replace("objective.parameters.", "parameter.");
    QWidget* control = findControl(window_, name).widget;
    ASSERT_NE(control, nullptr) << name.toStdString();
    if (auto* row = qobject_cast<SliderRow*>(control)) {
      const double value = check.value.get<double>();
      using Is = LessonCheck::Is;
      row->box().setValue(check.is == Is::Above   ? 1.1 * value + 0.01
                          : check.is == Is::Below ? 0.8 * value
                                                  : value);
    } else if (auto* box = qobject_cast<QComboBox*>(control)) {
      if (check.is == LessonCheck::Is::Changes) {
        box->setCurrentIndex(box->currentIndex() + 1);
      } else {
        choose(*box, text(check));
      }
    } else if (auto* number = qobject_cast<QSpinBox*>(control)) {
      number->setValue(check.value.get<int>());
    } else if (auto* tick = qobject_cast<QCheckBox*>(control)) {
      tick->click();
    } else {
      FAIL() << name.toStdString() << " is no control that a person sets";
    }
  }

  MainWindow& window_;
};

/// Until the sliders' last setting is judged, as for a person who reads on meanwhile: a check of
/// the next step must not see what an earlier setting earned.
void waitForEstimate(Study& study) {
  if (!study.hasPredictions()) return;
  Listener listener(study);
  Experiment changed = study.experiment();
  const double temperature = changed.temperature;
  // A setting of its own, whose estimate is known when it comes: nearly log(10).
  constexpr double kEven = 2.295;
  changed.temperature = 50;
  study.changeExperiment(changed, "aside", kOwnStep);
  ASSERT_TRUE(waitFor([&] { return listener.report && listener.report->entropy > kEven; }));
  study.undoStack().undo();
  ASSERT_TRUE(waitFor([&] { return listener.report->entropy < kEven; })) << temperature;
}

bool asksForEstimate(const LessonStep& step) {
  return std::any_of(step.checks.begin(), step.checks.end(), [](const LessonCheck& check) {
    return check.subject == "held_out_reward" || check.subject == "effective_rows";
  });
}

class EveryLesson : public LessonsTest, public testing::WithParamInterface<int> {};

TEST_P(EveryLesson, CanBeDoneStepByStep) {
  auto window = openedWindow();
  LessonDesk& desk = window->lessons();
  LessonPlayer& player = desk.player();
  LessonPanel& panel = desk.panel();
  ASSERT_TRUE(desk.library().problems().isEmpty())
      << desk.library().problems().join('\n').toStdString();
  ASSERT_GT(static_cast<int>(desk.library().lessons().size()), GetParam());
  const Lesson lesson = desk.library().lessons()[static_cast<std::size_t>(GetParam())];
  Learner learner(*window);
  // These ask for a policy that earns something, and that is sure of itself.
  learner.quick = lesson.id != "2-policy" && lesson.id != "3-logged-data";
  desk.begin(lesson.id);
  for (int step = 0; step < static_cast<int>(lesson.steps.size()); ++step) {
    ASSERT_EQ(player.step(), step);
    const LessonStep& told = player.current();
    SCOPED_TRACE((lesson.id + ": " + told.title).toStdString());
    QApplication::processEvents();
    EXPECT_FALSE(player.deedDone()) << "before anything was done";
    if (!told.settings.empty()) panel.setUpButton().click();
    for (const LessonCheck& check : told.checks) {
      QApplication::processEvents();
      if (!player.deedDone()) learner.fulfil(check);
    }
    if (!told.checks.empty()) {
      std::string missing;
      const bool done = waitFor([&] { return player.deedDone(); });
      for (const LessonCheck& check : told.checks) {
        missing +=
            (check.text + ": now ").toStdString() + desk.facts().value(check.subject).dump() + "\n";
      }
      ASSERT_TRUE(done) << missing;
    }
    QStringList controls{linkedControls(told.text + told.deed + told.done)};
    if (!told.show.isEmpty()) controls << told.show;
    for (const QString& name : controls) {
      EXPECT_NE(findControl(*window, name).widget, nullptr) << name.toStdString();
      desk.spotlight()->clear();
      desk.showControl(name);
      EXPECT_TRUE(waitFor([&] { return desk.spotlight()->isVisible(); })) << name.toStdString();
    }
    for (std::size_t i = 0; i < told.answers.size(); ++i) {
      panel.question().choices()[i]->click();
      EXPECT_FALSE(panel.question().explanation().plainText().isEmpty());
      if (told.answers[i].right) break;
    }
    const bool isLast = step + 1 == static_cast<int>(lesson.steps.size());
    if (!isLast && asksForEstimate(lesson.steps[static_cast<std::size_t>(step) + 1])) {
      waitForEstimate(window->study());
    }
    player.next();
  }
  EXPECT_EQ(player.lesson(), nullptr);
  EXPECT_TRUE(desk.progress().isComplete(lesson))
      << desk.progress().doneCount(lesson) << " of " << lesson.steps.size();
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryLesson, testing::Range(0, 8));

}  // namespace
}  // namespace luce::desktop
