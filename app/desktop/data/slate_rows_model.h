// The slates of a dataset, or those that meet a condition, as a table whose rows are read page by
// page as they come into view. A row that has not come yet shows its number and dots.
#pragma once

#include <QAbstractTableModel>
#include <QTimer>
#include <list>
#include <unordered_map>
#include <vector>

#include "app/desktop/data/browse_worker.h"

namespace luce::desktop {

class SlateRowsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  static constexpr std::int64_t kPageRows = 256;

  explicit SlateRowsModel(QObject* parent = nullptr);

  /// All slates of a dataset: numbers 0 … slates − 1.
  void setDataset(std::vector<BrowserColumn> columns, std::int64_t slates);
  void showAll();
  /// From now on only slates that are added.
  void showMatches();
  void addMatches(std::span<const std::int64_t> slates);
  bool showsMatches() const { return filtered_; }

  void setPage(int question, const PageAnswer& page);
  /// Raised with every change of what is listed; answers to older ones are not taken.
  int question() const { return question_; }

  std::int64_t slate(int row) const;
  /// −1 if it is not listed.
  int rowOf(std::int64_t slate) const;
  const std::vector<BrowserColumn>& columns() const { return columns_; }
  /// Whether the row's values are there.
  bool loaded(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 Q_SIGNALS:
  void pagesWanted(int question, std::vector<luce::desktop::PageRequest> pages);

 private:
  const BrowserRow* rowAt(int row) const;
  void want(std::int64_t page) const;
  void askWanted();
  void forget();

  std::vector<BrowserColumn> columns_;
  std::int64_t slates_ = 0;
  bool filtered_ = false;
  std::vector<std::int64_t> matches_;
  int question_ = 0;
  std::unordered_map<std::int64_t, std::vector<BrowserRow>> pages_;
  std::list<std::int64_t> order_;  // of pages_, the newest first
  // Pages that were looked at but are not there, the newest first: data() is const.
  mutable std::list<std::int64_t> wanted_;
  mutable QTimer asking_;
};

}  // namespace luce::desktop
