// The candidates of the shown slate as a table that can be sorted and copied.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QWidget>
#include <memory>
#include <string>
#include <vector>

#include "core/policy/policy_view.h"

namespace luce::desktop {

class CandidateModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;
  void setCandidates(std::shared_ptr<const std::vector<CandidateView>> candidates,
                     const std::vector<std::string>& tasks);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  /// Qt::UserRole: the number to sort by.
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Cell {
    QString text;
    QVariant number;
  };
  Cell cell(const CandidateView& candidate, int column) const;
  QString actions(const CandidateView& candidate) const;
  QString meaning(int column) const;

  std::shared_ptr<const std::vector<CandidateView>> candidates_;
  std::vector<std::string> tasks_;
};

class CandidatePanel : public QWidget {
  Q_OBJECT

 public:
  explicit CandidatePanel(QWidget* parent = nullptr);
  void show(std::shared_ptr<const std::vector<CandidateView>> candidates,
            const std::vector<std::string>& tasks);
  QTableView& view() { return *view_; }

 private:
  void fitColumns();
  void copySelection();

  CandidateModel model_;
  QSortFilterProxyModel sorted_;
  QTableView* view_;
};

}  // namespace luce::desktop
