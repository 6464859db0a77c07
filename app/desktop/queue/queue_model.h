// The list of runs: those that are over, the one that trains, those that wait, in this order. The
// waiting ones can be dragged to another place among them.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/desktop/queue/queued_run.h"

namespace luce::desktop {

class QueueModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Run, State, HeldOut, kColumns };
  /// The share of its steps that a run has made; invalid unless it runs.
  static constexpr int kFractionRole = Qt::UserRole + 1;

  using QAbstractTableModel::QAbstractTableModel;

  const std::vector<QueuedRun>& runs() const { return runs_; }
  /// Row of a run; −1 if it is not there.
  int rowOf(int id) const;
  /// How many wait; they are the last rows.
  int waiting() const;

  /// The one that is open: runs on others wait for it.
  void setDataset(const QString& dataset);
  void append(const QueuedRun& run);
  /// The run of the same id becomes this one.
  void replace(const QueuedRun& run);
  void remove(int id);
  void clear();
  /// The run stands before what is at that row now; rows(): at the end. Only among those of the
  /// same kind, else false.
  bool moveBefore(int id, int row);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QModelIndexList& indexes) const override;
  bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                    const QModelIndex& parent) override;

 private:
  int firstWaiting() const { return static_cast<int>(runs_.size()) - waiting(); }

  std::vector<QueuedRun> runs_;
  QString dataset_;
};

}  // namespace luce::desktop
