// The candidates of one slate with all their columns, as they lie in the workspace.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "core/workspace/slate_browser.h"

namespace luce::desktop {

class CandidateRowsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setColumns(std::vector<BrowserColumn> columns);
  void setCandidates(std::shared_ptr<const BrowserCandidates> candidates);
  const std::vector<BrowserColumn>& columns() const { return columns_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  /// Qt::UserRole: the value to sort by; Qt::ToolTipRole: the value to be copied.
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<BrowserColumn> columns_;
  std::shared_ptr<const BrowserCandidates> candidates_;
};

}  // namespace luce::desktop
