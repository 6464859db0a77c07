// Each task's weight and importance, and the share that it is wanted to have (editable).
#pragma once

#include <QAbstractTableModel>
#include <string>
#include <vector>

#include "core/policy/value_model.h"
#include "core/tuning/importance.h"

namespace luce::desktop {

class ImportanceModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Task, Weight, GapShare, RegretShare, Regret, Wanted, ColumnCount };
  /// 0..1, to be drawn as a bar; invalid where there is none.
  static constexpr int kShareRole = Qt::UserRole;

  using QAbstractTableModel::QAbstractTableModel;

  /// Wanted shares become even.
  void setTasks(const std::vector<std::string>& tasks);
  /// importance: empty = not known.
  void show(const TaskWeights& weights, const std::vector<TaskImportance>& importance);
  bool known() const { return !importance_.empty(); }

  /// In percent, one a task.
  const std::vector<double>& wanted() const { return wanted_; }
  void setWanted(const std::vector<double>& percent);
  double wantedSum() const;
  /// The present shares by NDCG gap in percent; empty where there are none.
  std::vector<double> present() const;
  /// With a heading, tabs between cells, numbers in full.
  QString text() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

 Q_SIGNALS:
  void wantedChanged();

 private:
  double value(std::size_t task, int column) const;

  std::vector<std::string> tasks_;
  TaskWeights weights_;
  std::vector<TaskImportance> importance_;
  std::vector<double> wanted_;
};

}  // namespace luce::desktop
