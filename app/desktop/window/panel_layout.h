// Where the panels and the study's charts stand: as a person left them, also while a page hides
// them and from one start of the program to the next.
#pragma once

#include <QByteArray>
#include <QMainWindow>

#include "app/desktop/read_only_bar.h"
#include "app/desktop/window/side_docks.h"
#include "app/desktop/window/workbench.h"

namespace luce::desktop {

class PanelLayout {
 public:
  /// bar: shown or not by what it tells, not by where a person left it.
  PanelLayout(QMainWindow& window, SideDocks& docks, Workbench& workbench, ReadOnlyBar& bar);

  /// Hides the panels, or shows them again as they were; the first time as the last program left
  /// them.
  void setAway(bool away);
  /// Where everything stood at first.
  void reset();

  /// The window's size and place of the last program.
  void restoreWindow();
  void save() const;

 private:
  QMainWindow& window_;
  SideDocks& docks_;
  Workbench& workbench_;
  ReadOnlyBar& bar_;
  QByteArray panels_;  ///< while they are away
  QByteArray charts_;  ///< meanwhile
  bool away_ = true;
  bool shown_ = false;  ///< since the window is there
};

}  // namespace luce::desktop
