// The candidates of a changed slate as a table: every number before and after.
#pragma once

#include <QAbstractTableModel>
#include <string>
#include <vector>

#include "app/desktop/whatif/what_if_session.h"

namespace luce::desktop {

class WhatIfModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;

  void show(const std::vector<WhatIfRow>& rows, const std::vector<std::string>& tasks);
  const std::vector<WhatIfRow>& rows() const { return rows_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  /// Qt::UserRole: what to sort by.
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

  /// What is asked first comes first; task t is in column kFirstTask + t.
  static constexpr int kItem = 0, kRank = 1, kPolicy = 2, kScore = 3, kFirstTask = 4;

 Q_SIGNALS:
  void dropAsked(int candidate, bool dropped);

 private:
  double value(const JudgedCandidate& candidate, int column) const;
  QString text(const JudgedCandidate& candidate, int column) const;
  QString cell(const WhatIfRow& row, int column) const;
  QVariant colour(const WhatIfRow& row, int column) const;
  QString help(const WhatIfRow& row) const;

  std::vector<WhatIfRow> rows_;
  std::vector<std::string> tasks_;
};

}  // namespace luce::desktop
