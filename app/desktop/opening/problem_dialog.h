// Why a log was refused, and what can be done about it.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QPushButton>

#include "app/desktop/opening/problem_table.h"
#include "app/desktop/study/values.h"

namespace luce::desktop {

class ProblemDialog : public QDialog {
  Q_OBJECT

 public:
  /// canChange: whether there is a mapping to go back to; canLeaveOut: whether it makes sense to
  /// import the rest.
  ProblemDialog(const Failure& failure, bool canChange, bool canLeaveOut,
                QWidget* parent = nullptr);

  ProblemTable& table() { return *table_; }
  QLabel& countLabel() { return *count_; }
  /// Null where there is nothing to go back to.
  QPushButton* changeButton() { return change_; }
  QPushButton* leaveOutButton() { return leaveOut_; }
  QPushButton& copyButton() { return *copy_; }

 Q_SIGNALS:
  void changeAsked();
  void leaveOutAsked();

 private:
  void copy() const;

  ProblemTable* table_;
  QLabel* count_;
  QPushButton* copy_;
  QPushButton* change_ = nullptr;
  QPushButton* leaveOut_ = nullptr;
  std::int64_t total_;
};

}  // namespace luce::desktop
