// Which columns of the inspector are shown: a button with a list to tick, remembered from start to
// start by what the columns mean, not by where they stand.
#pragma once

#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <vector>

#include "app/desktop/inspector/candidate_columns.h"

namespace luce::desktop {

class ColumnChooser : public QToolButton {
  Q_OBJECT

 public:
  explicit ColumnChooser(QTableView& view, QWidget* parent = nullptr);

  /// Applies what is remembered to the view's columns.
  void setColumns(const std::vector<CandidateColumn>& columns);
  void setShown(int column, bool shown);
  bool isShown(int column) const;
  /// Back to what a new user sees.
  void reset();
  QMenu& chooser() { return menu_; }

 private:
  void rebuild();

  QTableView& view_;
  QMenu menu_;
  std::vector<CandidateColumn> columns_;
};

}  // namespace luce::desktop
