// The runs that are shown, sorted: those that a filter lets through, with or without those that
// were put away.
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

#include "app/desktop/runs/run_table_model.h"

namespace luce::desktop {

class RunProxy : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit RunProxy(RunTableModel& runs, QObject* parent = nullptr);

  void setFilter(RunFilter filter);
  void setShowsPutAway(bool shows);

  /// Rows of the model, in the order shown.
  std::vector<int> shownRows() const;

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  /// Numbers by size, else texts, "run 2" before "run 10"; what has neither comes last either way.
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  RunTableModel& runs_;
  RunFilter filter_;
  bool showsPutAway_ = false;
  QCollator collator_;
};

}  // namespace luce::desktop
