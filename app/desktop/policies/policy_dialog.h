// The policies from elsewhere that the workspace keeps: where they came from, their names; removes
// them and brings them back.
#pragma once

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include "app/desktop/policies/policy_book.h"
#include "app/desktop/policies/policy_model.h"

namespace luce::desktop {

class PolicyDialog : public QDialog {
  Q_OBJECT

 public:
  PolicyDialog(Study& study, PolicyBook& book, QWidget* parent);

  QTableView& table() { return *table_; }
  PolicyModel& model() { return *model_; }
  QPushButton& removeButton() { return *remove_; }
  QCheckBox& removedBox() { return *removed_; }

 Q_SIGNALS:
  void fileAsked();

 private:
  QLayout* buildButtons();
  void addUndo(QUndoStack& stack);
  void showPolicies();
  void updateButtons();
  std::vector<std::int64_t> selected() const;

  Study& study_;
  PolicyBook& book_;
  PolicyModel* model_;
  QTableView* table_;
  QLabel* message_;
  QPushButton *add_, *rename_, *remove_, *bringBack_;
  QPushButton* close_ = nullptr;
  QCheckBox* removed_;
};

}  // namespace luce::desktop
