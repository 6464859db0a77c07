// Finds the controls that lessons name, and brings them to the front.
#pragma once

#include <QMainWindow>
#include <QRect>
#include <QString>
#include <QWidget>
#include <functional>

namespace luce::desktop {

struct FoundControl {
  QWidget* widget = nullptr;      ///< null = the window has none of that name
  std::function<QRect()> area{};  ///< the part that is meant; empty = all of it
};

/// name: see lessonControls(). A page stands for its tab, a command for its button.
FoundControl findControl(QMainWindow& window, const QString& name);

/// Shows the panels and pages that hold the control, in front of others, and scrolls to it.
void bringToFront(QWidget& control);

/// The control, or the nearest of what holds it that can be seen.
QWidget& seenOf(QWidget& control);

}  // namespace luce::desktop
