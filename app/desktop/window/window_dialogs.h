// The dialogs that belong to the window as a whole: settings, keys, the list of commands, what Luce
// is, and the comparison of schemes.
#pragma once

#include <QDialog>
#include <QObject>

#include "app/desktop/comparison/comparison_dialog.h"
#include "app/desktop/study/study.h"
#include "app/desktop/window/appearance.h"
#include "app/desktop/window/window_actions.h"

namespace luce::desktop {

class WindowDialogs : public QObject {
  Q_OBJECT

 public:
  /// appearance: what the settings change; null = they are not offered. window: owns it, and the
  /// dialogs.
  WindowDialogs(Study& study, Appearance* appearance, const WindowActions& actions,
                QWidget& window);

  /// Null before it was asked for.
  ComparisonDialog* comparison() { return comparison_; }

 Q_SIGNALS:
  void recentFilesCleared();
  void layoutResetAsked();

 private:
  /// Over the window, without stopping it; deletes itself when it is closed.
  static void open(QDialog* dialog);
  void showSettings();
  void compareSchemes();

  Study& study_;
  Appearance* appearance_;
  QWidget& window_;
  ComparisonDialog* comparison_ = nullptr;
};

}  // namespace luce::desktop
