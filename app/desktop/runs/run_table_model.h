// All runs of a workspace, with those that were put away: what they are, what they came to, and
// every field of their experiments. Rows stand by the run's number.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/desktop/runs/run_filter.h"
#include "app/desktop/study/values.h"

namespace luce::desktop {

class RunTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    kOverlay,  ///< a box: laid over the charts or not; and the run's colour
    kName,
    kHeldOut,
    kKeptStep,
    kScheme,
    kSeed,
    kDataset,
    kStatus,
    kStarted,
    kDuration,
    kNote,
    kFirstParameter,  ///< the fields of the experiment but scheme and seed, by key
  };

  using QAbstractTableModel::QAbstractTableModel;

  /// Null = nothing. Rows that stay keep their place, so that selections survive.
  void show(std::shared_ptr<const WorkspaceView> view);
  /// The dataset that is open; runs on others are drawn greyed.
  void setDataset(const QString& dataset);
  /// Drawn bold; 0 = none.
  void setOpened(std::int64_t run);
  /// Against which differing values are marked; 0 = none.
  void setReference(std::int64_t run);
  void setReadOnly(bool readOnly) { readOnly_ = readOnly; }

  const RunEntry& entry(int row) const { return *rows_[static_cast<std::size_t>(row)]; }
  /// −1 if there is none.
  int rowOf(std::int64_t run) const;
  bool isPutAway(int row) const { return !entry(row).record.removed.empty(); }
  bool isOfDataset(int row) const;

  /// Runs whose box is ticked.
  const std::set<std::int64_t>& overlaid() const { return overlaid_; }
  void setOverlaid(const std::vector<int>& rows, bool overlaid);
  /// Of all runs, those that were put away as well.
  void clearOverlaid();

  /// For filters and sorting. The text is as shown.
  RunCell cell(int row, int column) const;
  /// As columns are named in filters and settings, see RunFilter.
  QStringList keys() const;
  /// Whether the rows have more than one value in the column of a field.
  bool differs(int column, const std::vector<int>& rows) const;
  /// As a table with a heading, tabs between cells and numbers in full.
  QString text(const std::vector<int>& rows, const std::vector<int>& columns) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

 Q_SIGNALS:
  void renameAsked(qint64 run, QString name);
  void noteAsked(qint64 run, QString note);
  void overlaidChanged();

 private:
  void arrangeColumns();
  void replaceRows(std::vector<const RunEntry*> rows);
  void tellChanged();
  void tellLooksChanged();
  /// What is put away is no longer overlaid, what is brought back is overlaid as before.
  void followOverlaid();
  /// Null where the run has none.
  const RunParameter::Value* value(const RunEntry& entry, std::size_t parameter) const;
  const RunParameter* parameterOf(int column) const;
  int valueIndex(const RunEntry& entry, int column) const;
  bool differsFromReference(int row, int column) const;
  QString title(int column) const;
  QString help(int column) const;
  QString toolTip(int row, int column) const;

  std::shared_ptr<const WorkspaceView> view_;
  std::vector<const RunEntry*> rows_;
  std::vector<std::size_t> columns_;  ///< which parameter, from kFirstParameter on
  std::optional<std::size_t> scheme_, seed_;
  std::string dataset_;
  std::int64_t opened_ = 0, reference_ = 0;
  std::set<std::int64_t> overlaid_;
  std::set<std::int64_t> putAwayOverlaid_;  ///< overlaid again once they are brought back
  bool readOnly_ = false;
};

}  // namespace luce::desktop
