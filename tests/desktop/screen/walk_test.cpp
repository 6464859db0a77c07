// A person's first quarter of an hour with Luce, by mouse and keyboard.
#include <gmock/gmock.h>

#include <QDialog>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTest>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "app/desktop/window/command_palette.h"
#include "app/desktop/window/settings_dialog.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/screen/real_input.h"

namespace luce::desktop {
namespace {

class WalkTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    window_ = std::make_unique<MainWindow>(&appearance_);
    window_->setGeometry(0, 0, 1366, 800);
    window_->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(window_.get()));
    listener_ = std::make_unique<Listener>(window_->study());
  }
  void TearDown() override {
    EXPECT_THAT(listener_->failures, testing::IsEmpty());
    window_->study().finishTraining();
    window_->close();
  }

  template <class Dialog>
  Dialog* waitForDialog() {
    Dialog* found = nullptr;
    waitFor([&] {
      found = qobject_cast<Dialog*>(QApplication::activeModalWidget());
      return found != nullptr && found->isVisible();
    });
    return found;
  }
  /// Clicks on an entry of the menu bar and then of its menu.
  void choose(const QString& menu, const QString& entry) {
    for (QAction* title : window_->menuBar()->actions()) {
      if (title->text().remove('&') != menu) continue;
      mouse_.click(*window_->menuBar(), window_->menuBar()->actionGeometry(title).center());
      ASSERT_TRUE(waitFor([&] { return title->menu()->isVisible(); }));
      for (QAction* action : title->menu()->actions()) {
        if (action->text().remove('&') == entry) {
          mouse_.click(*title->menu(), title->menu()->actionGeometry(action).center());
          return;
        }
      }
    }
    FAIL() << "no such entry: " << entry.toStdString();
  }
  void openSample() {
    mouse_.click(window_->startPage().sampleButton());
    ASSERT_TRUE(waitFor([&] {
      return window_->study().dataset() != nullptr && listener_->views > 0 &&
             !window_->study().busy();
    }));
  }

  Appearance appearance_{*qApp};
  std::unique_ptr<MainWindow> window_;
  std::unique_ptr<Listener> listener_;
  RealInput mouse_;
};

TEST_F(WalkTest, OpenTrainLookAround) {
  openSample();
  Study& study = window_->study();
  // Another slate, by mouse and by the arrow key.
  QTableView& list = window_->sessions().view();
  mouse_.click(*list.viewport(), list.visualRect(list.model()->index(3, 0)).center());
  EXPECT_TRUE(waitFor([&] { return study.slate() == 3u; }));
  mouse_.press("Down");
  EXPECT_TRUE(waitFor([&] { return study.slate() == 4u; }));

  mouse_.press("ctrl+t");
  ASSERT_TRUE(waitFor([&] { return study.training(); }));
  ASSERT_TRUE(waitFor([&] { return study.run() != nullptr && !study.busy(); }));

  // A dragged slider changes the policy that is shown; undo takes it back.
  const Experiment before = study.experiment();
  SliderRow* row = window_->values().findChild<SliderRow*>();
  ASSERT_NE(row, nullptr);
  MarkedSlider& slider = row->slider();
  const int views = listener_->views;
  const double share = static_cast<double>(slider.value() - slider.minimum()) /
                       (slider.maximum() - slider.minimum());
  constexpr int kHalfHandle = 7;
  const QPoint handle(kHalfHandle + static_cast<int>(share * (slider.width() - 2 * kHalfHandle)),
                      slider.height() / 2);
  mouse_.drag(slider, handle, handle + QPoint(slider.width() / 4, 0));
  EXPECT_TRUE(waitFor([&] { return listener_->views > views; }));
  EXPECT_FALSE(study.experiment() == before);
  mouse_.press("ctrl+z");
  EXPECT_TRUE(waitFor([&] { return study.experiment() == before; }));

  for (int page = 0; page < window_->tabs().count(); ++page) {
    mouse_.click(*window_->tabs().tabBar(), window_->tabs().tabBar()->tabRect(page).center());
    EXPECT_TRUE(waitFor([&] { return window_->tabs().currentIndex() == page; })) << page;
  }
  mouse_.press("alt+1");
  EXPECT_TRUE(waitFor([&] { return window_->tabs().currentIndex() == 0; }));
}

TEST_F(WalkTest, EveryDialogOpensAndCloses) {
  openSample();
  choose("File", "Settings…");
  auto* settings = waitForDialog<SettingsDialog>();
  ASSERT_NE(settings, nullptr);
  mouse_.moveTo(*settings);
  mouse_.press("Escape");
  ASSERT_TRUE(waitFor([] { return QApplication::activeModalWidget() == nullptr; }));

  choose("Help", "About Luce");
  ASSERT_NE(waitForDialog<QDialog>(), nullptr);
  mouse_.moveTo(*QApplication::activeModalWidget());
  mouse_.press("Escape");
  ASSERT_TRUE(waitFor([] { return QApplication::activeModalWidget() == nullptr; }));

  mouse_.click(*window_->menuBar(), {window_->menuBar()->width() - 5, 5});
  mouse_.press("F1");
  ASSERT_NE(waitForDialog<QDialog>(), nullptr);
  mouse_.moveTo(*QApplication::activeModalWidget());
  mouse_.press("Escape");
  ASSERT_TRUE(waitFor([] { return QApplication::activeModalWidget() == nullptr; }));

  choose("Experiment", "Compare schemes…");
  ASSERT_TRUE(waitFor([&] { return window_->comparison() != nullptr; }));
  EXPECT_TRUE(waitFor([&] { return window_->comparison()->isVisible(); }));
  mouse_.moveTo(*window_->comparison());
  mouse_.press("Escape");
  EXPECT_TRUE(waitFor([&] { return !window_->comparison()->isVisible(); }));
}

TEST_F(WalkTest, ThePaletteRunsWhatIsTyped) {
  openSample();
  auto* history = window_->findChild<QDockWidget*>("history");
  ASSERT_FALSE(history->isVisible());
  mouse_.click(window_->sessions().view());
  mouse_.press("ctrl+shift+p");
  auto* palette = waitForDialog<CommandPalette>();
  ASSERT_NE(palette, nullptr);
  mouse_.moveTo(palette->box());
  mouse_.type("history");
  mouse_.press("Return");
  EXPECT_TRUE(waitFor([&] { return history->isVisible(); }));
}

TEST_F(WalkTest, TheMouseZoomsAChartAndPutsItBack) {
  openSample();
  mouse_.press("ctrl+t");
  ASSERT_TRUE(waitFor([&] { return window_->study().run() != nullptr; }));
  const QImage before = window_->heldOutChart().grab().toImage();
  mouse_.wheel(window_->heldOutChart(), 3);
  QTest::qWait(200);
  EXPECT_NE(window_->heldOutChart().grab().toImage(), before);
  mouse_.doubleClick(window_->heldOutChart(), window_->heldOutChart().rect().center());
}

}  // namespace
}  // namespace luce::desktop
