// "Write a report…" and "Write events for TensorBoard…": of the runs that are selected in the runs
// panel, or else of the opened one. Asks where to, and shows how far it is, with a way to cancel.
#pragma once

#include <QAction>
#include <QObject>
#include <QPointer>
#include <QProgressDialog>

#include "app/desktop/report/report_worker.h"
#include "app/desktop/runs/run_panel.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class ReportDesk : public QObject {
  Q_OBJECT

 public:
  /// Adds its actions to `menu` after `previous`, and to the runs' own menu.
  ReportDesk(Study& study, RunPanel& runs, QMenu& menu, QAction& previous, QWidget& window);

  QAction& reportAction() { return *report_; }
  QAction& eventsAction() { return *events_; }
  /// Of what a report would be written now; empty = of nothing.
  QStringList runs() const;
  /// Of these runs. Not while another one is being written.
  void write(ReportOrder::Kind kind, const QString& out);
  bool busy() const { return worker_.busy(); }
  /// Null when nothing is being written.
  QProgressDialog* progress() const { return progress_; }

 Q_SIGNALS:
  void told(QString message);
  void failed(luce::desktop::Failure failure);

 private:
  QAction* newAction(const QString& text, const QString& help);
  void updateActions();
  void askForReport();
  void askForEvents();
  void showProgress(const QString& what);
  void end();

  Study& study_;
  RunPanel& panel_;
  QWidget& window_;
  QAction* report_;
  QAction* events_;
  QPointer<QProgressDialog> progress_;
  ReportWorker worker_;
};

}  // namespace luce::desktop
