// Lessons in the window: the menu, the panel, what points at controls, and the presenter mode.
#pragma once

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QObject>
#include <QPointer>

#include "app/desktop/lessons/lesson_facts.h"
#include "app/desktop/lessons/lesson_library.h"
#include "app/desktop/lessons/lesson_panel.h"
#include "app/desktop/lessons/lesson_player.h"
#include "app/desktop/lessons/lesson_progress.h"
#include "app/desktop/lessons/presenter_mode.h"
#include "app/desktop/lessons/spotlight.h"
#include "app/desktop/window/appearance.h"
#include "app/desktop/window/side_docks.h"

namespace luce::desktop {

class LessonDesk : public QObject {
  Q_OBJECT

 public:
  /// Once the window has its menus, panels and pages. appearance: null = letters keep their size.
  LessonDesk(MainWindow& window, SideDocks& docks, Appearance* appearance);
  ~LessonDesk() override;

  void begin(const QString& id);
  /// Points at the control, or away from it when it is pointed at already.
  void showControl(const QString& name);
  /// Opens a lesson from anywhere and begins it.
  void openFile(const QString& file);

  LessonLibrary& library() { return library_; }
  LessonProgress& progress() { return progress_; }
  LessonFacts& facts() { return facts_; }
  LessonPlayer& player() { return player_; }
  LessonPanel& panel() { return *panel_; }
  QDockWidget& dock() { return *dock_; }
  Spotlight* spotlight() { return spotlight_; }
  PresenterMode& presenter() { return *presenter_; }
  QMenu& menu() { return *menu_; }
  QAction& presenterAction() { return *present_; }

 protected:
  /// Hears when the panel is closed by hand.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QAction* add(const QString& text, const QKeySequence& keys, const QString& help);
  void buildMenu();
  void fillMenu();
  void connectPlayer();
  void updateActions();
  /// Whether there is a study, whose pages have panels.
  bool isBesidePanels() const;
  bool showsLoop() const;
  void showDock();
  void offerSample();
  void setFact(const QString& name, const QString& value);
  void chooseFile();

  MainWindow& window_;
  LessonLibrary library_;
  LessonProgress progress_;
  LessonFacts facts_;
  LessonPlayer player_;
  LessonPanel* panel_;
  QDockWidget* dock_;
  bool wanted_ = false;      ///< the panel was shown, and not closed by hand since
  bool leavesLoop_ = false;  ///< until the panels stand again after the presenter mode
  QPointer<Spotlight> spotlight_;
  PresenterMode* presenter_;
  QMenu* menu_ = nullptr;
  QAction* lessonsEnd_ = nullptr;  ///< lessons stand before it
  QList<QAction*> lessonActions_;
  QAction* next_ = nullptr;
  QAction* previous_ = nullptr;
  QAction* show_ = nullptr;
  QAction* present_ = nullptr;
};

}  // namespace luce::desktop
