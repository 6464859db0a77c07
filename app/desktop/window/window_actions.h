// The commands of the window and where they stand: menus, tool bar, keys.
#pragma once

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QObject>
#include <QUndoStack>
#include <vector>

#include "app/desktop/window/command_palette.h"

namespace luce::desktop {

/// What decides which commands can be used now.
struct CommandState {
  bool busy = false;      ///< a file is being opened
  bool training = false;  ///< a run is
  bool dataset = false;   ///< one is open
  bool writes = false;    ///< the workspace can be written to
  bool run = false;       ///< one is open
};

class WindowActions : public QObject {
  Q_OBJECT

 public:
  /// Fills the window's menu bar. Connect each action's triggered().
  WindowActions(QMainWindow& window, QUndoStack& undo);

  enum class PageNeeds { Nothing, Log };
  /// A page of the window, under View with Alt+1, Alt+2 …; grey without the log that it needs.
  QAction* addPage(const QString& title, const QString& help, PageNeeds needs);
  /// A panel's toggle, under View ▸ Panels.
  void addPanel(QAction* toggle);
  /// Every command that stands in a menu now, in order.
  std::vector<NamedCommand> commands() const;
  void setAvailable(const CommandState& now);

  QMenu* file;
  QAction* open;
  QAction* openFolder;
  QAction* openSample;
  QAction* startPage;
  QMenu* recent;
  QAction* exportRun;
  QAction* importPolicy;
  QAction* policies;
  QAction* settings;
  QAction* quit;

  QAction* undo;
  QAction* redo;

  QAction* train;
  QAction* pause;  ///< checkable
  QAction* stop;
  QAction* compare;
  QAction* openExperiment;
  QAction* saveExperiment;
  QMenu* experiment;

  QMenu* view;
  QMenu* panels;
  QAction* playground;
  QAction* resetLayout;
  QAction* fullScreen;  ///< checkable

  QAction* palette;
  QAction* shortcuts;
  QAction* whatsThis;
  QAction* about;

 private:
  QAction* add(QMenu* menu, const QString& text, const QKeySequence& keys, const char* picture,
               const QString& help);

  QMainWindow& window_;
  QAction* pagesEnd_ = nullptr;  ///< new pages stand before it
  int pages_ = 0;
  std::vector<QAction*> logPages_;
};

}  // namespace luce::desktop
