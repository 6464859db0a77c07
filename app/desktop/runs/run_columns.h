// Which columns of the runs table are shown: those that people chose, and of the experiments'
// fields all, or only those in which the shown runs differ. Remembered between sessions.
#pragma once

#include <QMenu>
#include <QObject>
#include <QStringList>
#include <QTableView>
#include <map>

#include "app/desktop/runs/run_proxy.h"

namespace luce::desktop {

class RunColumns : public QObject {
  Q_OBJECT

 public:
  RunColumns(QTableView& view, RunTableModel& runs, RunProxy& proxy);

  bool onlyDifferences() const { return onlyDifferences_; }
  void setOnlyDifferences(bool only);
  /// Hides and shows columns for the runs shown now, as wide as they need.
  void update();
  /// One check box a column.
  void fill(QMenu& menu);
  /// Of the columns that are shown, in the order shown.
  std::vector<int> shown() const;

 private:
  bool isShown(int column, const std::vector<int>& rows) const;
  QString nameOf(int column) const;
  /// To what it needs now, unless its width was changed by hand.
  void widen(int column);
  void choose(const QString& key, bool shown);

  QTableView& view_;
  RunTableModel& runs_;
  RunProxy& proxy_;
  QStringList hidden_;            ///< keys
  std::map<QString, int> given_;  ///< widths by key
  bool onlyDifferences_ = true;
};

}  // namespace luce::desktop
