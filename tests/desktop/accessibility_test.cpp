// Every control can be named by a screen reader, reached by the keyboard, and explains itself.
#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>

#include "app/desktop/charts/chart_frame.h"
#include "app/desktop/export/export_dialog.h"
#include "app/desktop/kept_settings.h"
#include "app/desktop/lessons/lesson_desk.h"
#include "app/desktop/main_window.h"
#include "app/desktop/playground/playground_window.h"
#include "app/desktop/policies/policy_dialog.h"
#include "app/desktop/window/about_dialog.h"
#include "app/desktop/window/control_help.h"
#include "app/desktop/window/settings_dialog.h"
#include "app/desktop/window/shortcut_sheet.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

/// Not the toolkit's own parts of other controls.
bool isOwnControl(const QWidget& widget) {
  if (widget.objectName().startsWith("qt_")) return false;
  for (const QWidget* parent = widget.parentWidget(); parent != nullptr;
       parent = parent->parentWidget()) {
    for (const char* whole :
         {"QComboBox", "QLineEdit", "QAbstractSpinBox", "QTabBar", "QHeaderView",
          "QDialogButtonBox", "QCalendarWidget", "QComboBoxPrivateContainer"}) {
      if (parent->inherits(whole)) return false;
    }
    // Scroll bars, corner buttons and headers belong to their view.
    if (parent->inherits("QAbstractScrollArea") &&
        static_cast<const QAbstractScrollArea*>(parent)->viewport() != &widget &&
        (widget.inherits("QHeaderView") || widget.inherits("QTableCornerButton"))) {
      return false;
    }
  }
  for (const char* part : {"QScrollBar", "QHeaderView", "QTableCornerButton",
                           "QDockWidgetTitleButton", "QToolBarExtension", "QTabBar"}) {
    if (widget.inherits(part)) return false;
  }
  for (const char* control :
       {"QAbstractButton", "QComboBox", "QAbstractSpinBox", "QLineEdit", "QAbstractSlider",
        "QAbstractItemView", "QTextEdit", "QProgressBar", "luce::desktop::ChartFrame"}) {
    if (widget.inherits(control)) return true;
  }
  return false;
}

QString describe(const QWidget& widget) {
  QString path = widget.metaObject()->className();
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
    path += " \"" + button->text() + '"';
  }
  int depth = 0;
  for (const QWidget* parent = widget.parentWidget(); parent != nullptr && depth < 3;
       parent = parent->parentWidget(), ++depth) {
    path += QString(" < %1 %2").arg(parent->metaObject()->className(), parent->objectName());
  }
  return path;
}

/// Help of the control or of what it is a part of. What a whole panel says of itself explains none
/// of its controls.
bool isExplained(const QWidget& widget) {
  for (const QWidget* part = &widget; part != nullptr; part = part->parentWidget()) {
    if (part->inherits("QDockWidget") || part->isWindow()) return false;
    if (!part->whatsThis().isEmpty() || !part->toolTip().isEmpty()) return true;
  }
  return false;
}

struct Gaps {
  QStringList unnamed, unexplained, unreachable;
  int controls = 0;

  void look(QWidget& root) {
    for (QWidget* widget : root.findChildren<QWidget*>()) {
      if (!isOwnControl(*widget)) continue;
      ++controls;
      QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(widget);
      const bool named = seen != nullptr && !seen->text(QAccessible::Name).trimmed().isEmpty();
      const bool hasRole = seen != nullptr && seen->role() != QAccessible::NoRole;
      if (!named || !hasRole) unnamed.append(describe(*widget));
      const bool explained = isExplained(*widget) || widget->inherits("QProgressBar");
      if (!explained) unexplained.append(describe(*widget));
      const bool passive = widget->inherits("QProgressBar") || widget->inherits("QToolButton") ||
                           widget->inherits("luce::desktop::ChartFrame");
      if (!passive && (widget->focusPolicy() & Qt::TabFocus) == 0) {
        unreachable.append(describe(*widget));
      }
    }
  }
};

class AccessibilityTest : public testing::Test {
 protected:
  void SetUp() override { KeptSettings().clear(); }
  void TearDown() override { KeptSettings().clear(); }
};

TEST_F(AccessibilityTest, EveryControlHasANameARoleAndHelp) {
  MainWindow window;
  window.show();
  Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  ASSERT_TRUE(trainQuickRun(window.study(), "seen"));
  constexpr int kStepWithQuestion = 4;
  window.lessons().begin("1-ranking-model");
  window.lessons().player().goTo(kStepWithQuestion);
  ASSERT_FALSE(window.lessons().panel().question().choices().empty());
  Gaps gaps;
  gaps.look(window);
  window.compareAction().trigger();
  ASSERT_NE(window.comparison(), nullptr);
  gaps.look(*window.comparison());
  window.playground().open();
  ASSERT_NE(window.playground().window(), nullptr);
  gaps.look(*window.playground().window());
  Appearance appearance(*qApp);
  SettingsDialog settings(appearance, &window);
  gaps.look(settings);
  AboutDialog about(&window);
  gaps.look(about);
  window.actions().policies->trigger();
  for (auto* dialog : window.findChildren<PolicyDialog*>()) gaps.look(*dialog);
  ASSERT_EQ(window.findChildren<PolicyDialog*>().size(), 1);
  ExportDialog exporting("seen", &window);
  gaps.look(exporting);
  ShortcutSheet sheet(window.actions().commands(), &window);
  gaps.look(sheet);
  CommandPalette palette(window.actions().commands(), &window);
  gaps.look(palette);
  EXPECT_GT(gaps.controls, 100);
  EXPECT_TRUE(gaps.unnamed.isEmpty()) << gaps.unnamed.join('\n').toStdString();
  EXPECT_TRUE(gaps.unexplained.isEmpty()) << gaps.unexplained.join('\n').toStdString();
  EXPECT_TRUE(gaps.unreachable.isEmpty()) << gaps.unreachable.join('\n').toStdString();
}

TEST_F(AccessibilityTest, TabLeavesEveryTable) {
  MainWindow window;
  window.show();
  Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  int tables = 0;
  for (int page = 0; page < window.tabs().count(); ++page) {
    window.tabs().setCurrentIndex(page);
    QCoreApplication::processEvents();
    for (auto* table : window.findChildren<QTableView*>()) {
      if (!table->isVisible() || !table->isEnabled()) continue;
      ++tables;
      table->setFocus();
      ASSERT_EQ(window.focusWidget(), table);
      QTest::keyClick(table, Qt::Key_Tab);
      EXPECT_NE(window.focusWidget(), table) << describe(*table).toStdString();
    }
  }
  EXPECT_GT(tables, 10);
}

TEST_F(AccessibilityTest, CommandsExplainThemselves) {
  MainWindow window;
  QStringList silent;
  for (const NamedCommand& command : window.actions().commands()) {
    if (command.action->whatsThis().isEmpty() && command.action != window.actions().whatsThis) {
      silent.append(command.name);
    }
  }
  EXPECT_TRUE(silent.isEmpty()) << silent.join('\n').toStdString();
}

TEST_F(AccessibilityTest, WhatsThisShowsATipWhereThereIsNothingElse) {
  ControlHelp help;
  qApp->installEventFilter(&help);
  QWidget window;
  auto* tipped = new QPushButton("x", &window);
  tipped->setToolTip("a tip");
  auto* silent = new QPushButton("y", &window);
  QHelpEvent asked(QEvent::QueryWhatsThis, {1, 1}, {1, 1});
  asked.ignore();
  QApplication::sendEvent(tipped, &asked);
  EXPECT_TRUE(asked.isAccepted());
  EXPECT_EQ(helpOf(*tipped), "a tip");
  EXPECT_EQ(helpOf(*silent), "");
  window.setWhatsThis("of the window");
  EXPECT_EQ(helpOf(*silent), "of the window");
  qApp->removeEventFilter(&help);
}

}  // namespace
}  // namespace luce::desktop
