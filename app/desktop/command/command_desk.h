// "Copy the command": what is on screen as luce-cli commands that do the same.
#pragma once

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QObject>

#include "app/desktop/evaluation/evaluation_page.h"
#include "app/desktop/runs/run_panel.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class CommandDesk : public QObject {
  Q_OBJECT

 public:
  /// Adds its actions to the end of `menu`, and one to the runs' own menu. runName: where a person
  /// names the next run.
  CommandDesk(Study& study, RunPanel& runs, EvaluationPage& evaluation, QLineEdit& runName,
              QMenu& menu);

  QAction& trainAction() { return *train_; }
  QAction& evaluateAction() { return *evaluate_; }
  QAction& runAction() { return *ofRun_; }
  /// Trains what the sliders show.
  QString trainText() const;
  /// Judges the opened run as the evaluation page does.
  QString evaluateText() const;
  /// Trains what the run was, under another name, and judges it.
  QString runText(const RunRecord& run) const;

 Q_SIGNALS:
  void told(QString message);

 private:
  QAction* add(const QString& text, const QString& help);
  void updateActions();
  void copy(const QString& text, bool writes);
  const RunRecord* selectedRun() const;

  Study& study_;
  RunPanel& panel_;
  EvaluationPage& evaluation_;
  QLineEdit& runName_;
  QAction* train_;
  QAction* evaluate_;
  QAction* ofRun_;
};

}  // namespace luce::desktop
