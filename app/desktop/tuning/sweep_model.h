// The points of a sweep as a table: number, setting, outcomes with intervals.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "app/desktop/tuning/tuning_worker.h"

namespace luce::desktop {

class SweepModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;

  /// Null = nothing. The sorting is forgotten, since the columns may be others.
  void show(std::shared_ptr<const SweepView> sweep);
  /// One a point: drawn bold, and what is left when only the front is shown.
  void setFront(const std::vector<bool>& front);
  void setOnlyFront(bool only);

  /// The sweep's point in that row.
  int point(int row) const { return static_cast<int>(shown_[static_cast<std::size_t>(row)]); }
  /// −1 where it is not shown.
  int rowOf(int point) const;
  /// The table as it stands, with a heading, tabs between cells, numbers in full.
  QString text() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  /// column: −1 = the sweep's order. What is not known comes last either way.
  void sort(int column, Qt::SortOrder order) override;

 private:
  const SweepResult& result() const { return sweep_->result; }
  int firstOutcome() const { return static_cast<int>(result().tasks.size()) + 2; }
  double value(std::size_t point, int column) const;
  void arrange();

  std::shared_ptr<const SweepView> sweep_;
  std::vector<bool> front_;
  std::vector<std::size_t> shown_;
  bool onlyFront_ = false;
  int sortColumn_ = -1;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace luce::desktop
