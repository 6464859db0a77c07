// Segments as a table: one row each below a first one of everything, the measures of one task.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "core/evaluation/segments.h"

namespace luce::desktop {

/// A measure that was computed elsewhere, as a further column: an off-policy estimate, say.
struct SegmentEstimates {
  QString title;
  QString help;
  Interval all;
  std::vector<Interval> segments;  ///< in the segmentation's order; NaN = not known
};

class SegmentModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    Name,
    Slates,
    Rows,
    MeanReward,
    Estimate,  ///< only with estimates
    Ndcg,
    Rate,
    Predicted,
    Auc,
    LogLoss,
    CalibrationError,
    ColumnCount
  };
  /// Length of the cell's bar, 0..1; invalid = none.
  static constexpr int kBarRole = Qt::UserRole + 1;
  /// Where the bar of everything ends.
  static constexpr int kAllRole = Qt::UserRole + 2;

  using QAbstractTableModel::QAbstractTableModel;

  /// The sorting stays as it was. Null = nothing.
  void show(std::shared_ptr<const Segmentation> segmentation);
  void setTask(std::size_t task);
  void setEstimates(const SegmentEstimates& estimates);
  const Segmentation* segmentation() const { return segmentation_.get(); }
  bool hasEstimates() const { return !estimates_.title.isEmpty(); }
  /// The segment of a row; null for the first row, which is everything.
  const Segment* segmentAt(int row) const;
  /// The table as it stands, with a heading, tabs between cells.
  QString text() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  /// Too little data behind a cell: Qt::ToolTipRole says so, Qt::ForegroundRole dims it.
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  /// column: −1 = the segmentation's order. What is not known comes last either way.
  void sort(int column, Qt::SortOrder order) override;

 private:
  /// A row's number in the segmentation; kAll for everything.
  static constexpr std::size_t kAll = static_cast<std::size_t>(-1);
  std::size_t numberAt(int row) const;
  const Segment& entry(std::size_t number) const;
  Interval estimate(std::size_t number) const;
  double value(std::size_t number, int column) const;
  QString cell(std::size_t number, int column) const;
  QString doubt(const Segment& segment, int column) const;
  QVariant bar(std::size_t number, int column) const;
  void arrange();

  std::shared_ptr<const Segmentation> segmentation_;
  SegmentEstimates estimates_;
  std::size_t task_ = 0;
  std::vector<std::size_t> shown_;  ///< numbers of the segments
  int sortColumn_ = -1;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace luce::desktop
