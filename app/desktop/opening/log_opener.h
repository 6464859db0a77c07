// From chosen files to a dataset: looks at the log, shows what its columns mean, has it imported,
// and where that fails shows why and goes back.
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include "app/desktop/opening/inspection_worker.h"
#include "app/desktop/opening/open_log_dialog.h"
#include "app/desktop/opening/problem_dialog.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class LogOpener : public QObject {
  Q_OBJECT

 public:
  /// window: over which dialogs appear.
  LogOpener(Study& study, QWidget* window);

  /// Files, folders or archives of one log. Formats without columns to map are imported at once.
  /// experiment: to be loaded with the dataset; empty = none.
  void open(const QStringList& logs, const QString& experiment = {});
  /// Ends the look in progress.
  void cancel();
  bool looking() const { return stage_ != Stage::Idle; }
  /// Shows why an import failed, with what can be done.
  void showProblems(const Failure& failure);
  /// To the columns as they were, after an import that came to nothing.
  void goBack();

  /// Null while there is none.
  OpenLogDialog* dialog() { return dialog_; }
  ProblemDialog* problemDialog() { return problemDialog_; }

 Q_SIGNALS:
  void lookingChanged();
  void failed(luce::desktop::Failure failure);
  /// After an import that left something out.
  void leftOut(QString title, QString text);

 private:
  enum class Stage { Idle, First, Remembered };

  void setStage(Stage stage);
  void takeLook(const OpenLogDialog::Log& log);
  void showDialog(OpenLogDialog::Log guess, OpenLogDialog::Log remembered);
  void import(const LogImport& log);
  void takeOutcome(const ImportOutcome& outcome);
  QStringList takenNames() const;
  /// Where the same files were imported before: in the open workspace, or in one of their name.
  void offerEarlier();

  Study& study_;
  QWidget* window_;
  InspectionWorker worker_;
  Stage stage_ = Stage::Idle;
  int request_ = -1;
  QStringList files_;
  QString experiment_;
  OpenLogDialog::Log guess_;
  QPointer<OpenLogDialog> dialog_;
  QPointer<ProblemDialog> problemDialog_;
  std::optional<LogImport> import_;  ///< asked of the study last
  bool importing_ = false;
};

}  // namespace luce::desktop
