// The policies from elsewhere that a workspace keeps, one a row; those that were removed behind the
// others, if they are shown. A name that is typed is asked for, not taken.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "app/desktop/study/values.h"

namespace luce::desktop {

class PolicyModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    kName,
    kDataset,
    kFile,
    kSize,
    kScored,
    kTemperature,
    kImported,
    kSha256,
    kColumns
  };

  using QAbstractTableModel::QAbstractTableModel;

  /// workspace: null = no rows.
  void show(std::shared_ptr<const WorkspaceView> workspace);
  void showRemoved(bool shown);
  const PolicyRecord& policy(int row) const { return *rows_[static_cast<std::size_t>(row)]; }
  /// −1 if it is not shown.
  int rowOf(std::int64_t policy) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 Q_SIGNALS:
  void renameAsked(std::int64_t policy, QString name);

 private:
  void fill();
  QString text(const PolicyRecord& policy, int column) const;

  std::shared_ptr<const WorkspaceView> workspace_;
  std::vector<const PolicyRecord*> rows_;  ///< of workspace_
  bool removedShown_ = false;
};

}  // namespace luce::desktop
