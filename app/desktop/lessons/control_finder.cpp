#include "app/desktop/lessons/control_finder.h"

#include <QAction>
#include <QDockWidget>
#include <QPointer>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>

namespace luce::desktop {

namespace {

/// Null = the widget is no page of one.
QTabWidget* tabsOf(const QWidget& page) {
  for (QWidget* parent = page.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
    auto* tabs = qobject_cast<QTabWidget*>(parent);
    if (tabs != nullptr) return tabs->indexOf(&page) >= 0 ? tabs : nullptr;
  }
  return nullptr;
}

/// Also in panels that float, though not in dialogs and windows of their own.
QWidget* findWidget(const QMainWindow& window, const QString& name) {
  for (QWidget* widget : window.findChildren<QWidget*>(name)) {
    const QWidget* top = widget->window();
    if (top == &window || qobject_cast<const QDockWidget*>(top) != nullptr) return widget;
  }
  return nullptr;
}

}  // namespace

FoundControl findControl(QMainWindow& window, const QString& name) {
  if (name.isEmpty()) return {};
  QWidget* widget = findWidget(window, name);
  if (widget != nullptr && name.endsWith("Page")) {
    if (QTabWidget* tabs = tabsOf(*widget)) {
      QTabBar* bar = tabs->tabBar();
      return {bar, [bar, tabs, widget] { return bar->tabRect(tabs->indexOf(widget)); }};
    }
  }
  if (widget != nullptr) return {widget};
  const auto* action = window.findChild<QAction*>(name);
  if (action == nullptr) return {};
  for (QToolBar* bar : window.findChildren<QToolBar*>()) {
    if (QWidget* button = bar->widgetForAction(const_cast<QAction*>(action))) return {button};
  }
  return {};
}

void bringToFront(QWidget& control) {
  for (QWidget* part = &control; part != nullptr; part = part->parentWidget()) {
    if (auto* dock = qobject_cast<QDockWidget*>(part)) {
      dock->show();
      dock->raise();
    }
    if (QTabWidget* tabs = tabsOf(*part)) tabs->setCurrentWidget(part);
    if (part->isWindow()) break;
  }
  // Once all of them have their places.
  const QPointer<QWidget> still(&control);
  QMetaObject::invokeMethod(
      control.window(),
      [still] {
        if (still == nullptr) return;
        for (QWidget* part = still->parentWidget(); part != nullptr; part = part->parentWidget()) {
          if (auto* scroll = qobject_cast<QScrollArea*>(part)) {
            constexpr int kRoom = 40;
            scroll->ensureWidgetVisible(still, kRoom, kRoom);
          }
          if (part->isWindow()) break;
        }
      },
      Qt::QueuedConnection);
}

QWidget& seenOf(QWidget& control) {
  QWidget* part = &control;
  while (!part->isVisible() && part->parentWidget() != nullptr) part = part->parentWidget();
  return *part;
}

}  // namespace luce::desktop
