// Every window and dialog has room on a small laptop's screen, in every language.
#include <gmock/gmock.h>

#include <QApplication>
#include <QMessageBox>
#include <QTranslator>

#include "app/desktop/comparison/comparison_dialog.h"
#include "app/desktop/export/export_dialog.h"
#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "app/desktop/opening/problem_dialog.h"
#include "app/desktop/policies/policy_dialog.h"
#include "app/desktop/presets/preset_dialog.h"
#include "app/desktop/runs/run_details.h"
#include "app/desktop/whatif/catalogue_dialog.h"
#include "app/desktop/window/about_dialog.h"
#include "app/desktop/window/command_palette.h"
#include "app/desktop/window/language.h"
#include "app/desktop/window/message_boxes.h"
#include "app/desktop/window/settings_dialog.h"
#include "app/desktop/window/shortcut_sheet.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

constexpr int kWidth = 1366;
constexpr int kHeight = 700;  ///< of 768, the desktop's own bar and the window's title taken off
constexpr int kMainHeight = 738;  ///< the title alone taken off

class SmallScreen : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    ASSERT_TRUE(applyLanguage(*qApp, GetParam()));
  }
  void TearDown() override {
    QLocale::setDefault(QLocale::system());
    for (QTranslator* translator : qApp->findChildren<QTranslator*>()) {
      QApplication::removeTranslator(translator);
      delete translator;
    }
    KeptSettings().clear();
  }

  static void expectRoom(const QWidget& window, const QString& what) {
    const QSize least = window.minimumSizeHint().expandedTo(window.minimumSize());
    EXPECT_LE(least.width(), kWidth) << what.toStdString();
    const bool isMain = qobject_cast<const MainWindow*>(&window) != nullptr;
    EXPECT_LE(least.height(), isMain ? kMainHeight : kHeight) << what.toStdString();
  }

  /// Those that are shown now.
  static QStringList expectRoomForAll() {
    QStringList seen;
    for (const QWidget* window : QApplication::topLevelWidgets()) {
      if (!window->isVisible() || !window->isWindow()) continue;
      if (window->windowType() != Qt::Window && window->windowType() != Qt::Dialog) continue;
      const QString what =
          QString("%1 \"%2\"").arg(window->metaObject()->className(), window->windowTitle());
      expectRoom(*window, what);
      seen.append(window->metaObject()->className());
    }
    return seen;
  }
};

TEST_P(SmallScreen, HasRoomForEveryPageAndDialog) {
  Appearance appearance(*qApp);
  MainWindow window(&appearance);
  window.resize(kWidth, kHeight);
  window.show();
  Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  ASSERT_TRUE(trainQuickRun(window.study(), window.study().freeRunName("seen")));
  for (int page = 0; page < window.tabs().count(); ++page) {
    window.tabs().setCurrentIndex(page);
    QTest::qWait(20);
    expectRoom(window, window.tabs().tabText(page));
  }
  window.tabs().setCurrentIndex(0);
  window.pins().pinAction().trigger();
  ASSERT_TRUE(window.pins().isVisible());
  QTest::qWait(20);
  expectRoom(window, "with a pinned slate");

  window.compareAction().trigger();
  window.actions().playground->trigger();
  const TemporaryFolder folder;
  const PresetStore store(QString::fromStdString((folder / "presets").string()));
  std::vector<RemovedPreset> removed;
  PresetDialog presets(store, removed, &window);
  CatalogueDialog catalogue(window.study().dataset()->table, &window);
  ExportDialog exported("a run with a name that is not short at all", &window);
  SettingsDialog settings(appearance, &window);
  ShortcutSheet shortcuts(window.actions().commands(), &window);
  CommandPalette palette(window.actions().commands(), &window);
  AboutDialog about(&window);
  const RunDetail now = detailOf(window.study().experiment(), "now");
  RunDetails details({now, now, now}, &window);
  Failure failure{"A title", QString("A long reason. ").repeated(20), {}};
  for (int i = 0; i < 30; ++i) {
    failure.details.push_back(QString("Line %1: found \"x\", expected a number").arg(i));
    failure.problems.push_back({.file = "log.csv",
                                .line = i + 1,
                                .column = 1,
                                .columnName = "click",
                                .found = "x",
                                .expected = "a number",
                                .remedy = "Mend it."});
  }
  ProblemDialog problems(failure, true, true, &window);
  for (QDialog* dialog :
       std::initializer_list<QDialog*>{&presets, &catalogue, &exported, &settings, &shortcuts,
                                       &palette, &about, &details, &problems}) {
    dialog->setModal(false);
    dialog->show();
  }
  const QDialog* box = showFailureBox(&window, failure);
  window.openFiles({sampleFile("slate_log.csv")});
  ASSERT_TRUE(waitFor([&] { return window.opener().dialog() != nullptr; }));
  QTest::qWait(50);
  const QStringList seen = expectRoomForAll();
  for (const char* name : {"ComparisonDialog", "PlaygroundWindow", "OpenLogDialog"}) {
    EXPECT_TRUE(seen.contains(QString("luce::desktop::%1").arg(name))) << name;
  }
  EXPECT_GE(seen.size(), 14);
  EXPECT_TRUE(box->isVisible());

  const QSize screen = window.screen()->availableSize();
  EXPECT_LT(window.comparison()->height(), screen.height()) << "its foot can be reached";
  QTest::mouseClick(&window.comparison()->closeButton(), Qt::LeftButton);
  EXPECT_FALSE(window.comparison()->isVisible());
  window.opener().dialog()->close();
}

TEST_P(SmallScreen, DialogsBeginWithinTheScreen) {
  Study study;
  PolicyBook book(study);
  const PolicyDialog policies(study, book, nullptr);
  const ProblemDialog problems({"A title", "A reason.", {}}, true, true);
  const AboutDialog about(nullptr);
  for (const QWidget* window :
       std::initializer_list<const QWidget*>{&policies, &problems, &about}) {
    const QSize screen = window->screen()->availableSize();
    ASSERT_LT(screen.width(), 980) << "this screen is too wide to tell";
    EXPECT_LE(window->width(), screen.width()) << window->windowTitle().toStdString();
    EXPECT_LE(window->height(), screen.height()) << window->windowTitle().toStdString();
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, SmallScreen, testing::Values("en", "de"));

}  // namespace
}  // namespace luce::desktop
