// The tool bar of the study: opening, undoing, training under a name, and what goes on.
#pragma once

#include <QLineEdit>
#include <QToolBar>

#include "app/desktop/study/study.h"
#include "app/desktop/window/progress_strip.h"
#include "app/desktop/window/window_actions.h"

namespace luce::desktop {

class StudyBar : public QToolBar {
  Q_OBJECT

 public:
  StudyBar(Study& study, const WindowActions& actions, QWidget* parent = nullptr);

  QLineEdit& runName() { return *runName_; }
  ProgressStrip& progress() { return *progress_; }
  /// Shows the name that a run gets without one.
  void suggestRunName();
  /// The name that was typed, or the suggested one; the next run gets another.
  QString takeRunName();

 private:
  Study& study_;
  QLineEdit* runName_;
  ProgressStrip* progress_;
};

}  // namespace luce::desktop
