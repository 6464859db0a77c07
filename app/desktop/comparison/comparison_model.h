// The result of a comparison as a table, one row a scheme, filled as runs finish.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "core/training/comparison_summary.h"

namespace luce::desktop {

class ComparisonModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    Scheme,
    Reward,
    Difference,
    LogInterval,
    EffectiveRows,
    Seconds,
    Runs,
    ColumnCount
  };

  using QAbstractTableModel::QAbstractTableModel;

  /// In the plan's order; the sorting stays as it was. Null = nothing.
  void show(std::shared_ptr<const std::vector<ComparedScheme>> schemes);
  /// Null before the first show().
  const std::vector<ComparedScheme>* schemes() const { return schemes_.get(); }
  /// The table as it stands, with a heading, tabs between cells.
  QString text() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  /// column: −1 = the plan's order. What is not known comes last either way.
  void sort(int column, Qt::SortOrder order) override;

 private:
  void arrange();
  bool comesBefore(const ComparedScheme& a, const ComparedScheme& b) const;
  QString cell(const ComparedScheme& scheme, int column) const;

  std::shared_ptr<const std::vector<ComparedScheme>> schemes_;
  std::vector<std::size_t> shown_;  ///< indices into schemes_
  int sortColumn_ = -1;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace luce::desktop
