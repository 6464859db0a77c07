// The estimates of a policy's value as a table, one row an estimator; beside them, when two
// policies are compared, the other's estimates and the paired difference.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "app/desktop/evaluation/evaluation_values.h"

namespace luce::desktop {

class EstimateModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    Estimator,
    Value,
    IntervalText,
    Parameter,
    Other,
    Difference,
    DifferenceInterval,
    ColumnCount
  };

  using QAbstractTableModel::QAbstractTableModel;

  /// Null = nothing.
  void show(std::shared_ptr<const EvaluationView> view);
  /// The estimator of a row; null for the logging policy's own value.
  const ValueEstimatorDescription* estimatorAt(int row) const;
  /// The table as it stands, with a heading, tabs between cells.
  QString text() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  /// Estimators that are not available are dimmed; their tip says why.
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

 private:
  const PairedDifference* differenceAt(int row) const;
  QString cell(int row, int column) const;
  QString tip(int row) const;
  /// How a parameter came about, see EstimatedValue::parameterChoice.
  static QString wordsOfChoice(const std::string& choice);

  std::shared_ptr<const EvaluationView> view_;
  std::vector<ValueEstimator> shown_;  ///< available ones first; then the logging policy's row
};

}  // namespace luce::desktop
