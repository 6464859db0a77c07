// What is wrong with a log, one line a problem, with the remedy; can be copied.
#pragma once

#include <QAbstractTableModel>
#include <QTableView>
#include <vector>

#include "core/dataset/importers/import_problem.h"

namespace luce::desktop {

class ProblemModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { File, Line, Field, Found, Expected, Remedy, kColumns };
  using QAbstractTableModel::QAbstractTableModel;

  void show(std::vector<ImportProblem> problems);
  const std::vector<ImportProblem>& problems() const { return problems_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<ImportProblem> problems_;
};

class ProblemTable : public QTableView {
  Q_OBJECT

 public:
  explicit ProblemTable(QWidget* parent = nullptr);

  void show(std::vector<ImportProblem> problems);
  /// Everything as text, one problem a line.
  QString text() const;
  ProblemModel& problemModel() { return *model_; }

 Q_SIGNALS:
  /// Double click or Enter.
  void chosen(luce::ImportProblem problem);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitColumns();

  ProblemModel* model_;
};

}  // namespace luce::desktop
