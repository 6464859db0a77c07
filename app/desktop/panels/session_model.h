// The slates of a dataset as a table: key, time, candidates, reward, part of the split. Reads the
// dataset in place, so a million slates cost nothing.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <vector>

#include "core/dataset/slate_table.h"
#include "core/dataset/split.h"
#include "core/policy/value_model.h"

namespace luce::desktop {

enum class SplitPart : std::uint8_t { Train, Validation, Test };

class SessionModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Key, Time, Candidates, Reward, Part, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void setTable(std::shared_ptr<const SlateTable> table, const SplitSettings& split);
  void setSplit(const SplitSettings& split);
  void setRewardWeights(const TaskWeights& weights);

  /// Rows shown: those of the part (none = all) whose key contains the text.
  void setFilter(std::optional<SplitPart> part, const QString& text);

  std::uint32_t slate(int row) const { return shown_[static_cast<std::size_t>(row)]; }
  /// −1 if the filter hides it.
  int rowOf(std::uint32_t slate) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

 private:
  void assignParts(const SplitSettings& split);
  void choose();
  double rewardOf(std::uint32_t slate) const;
  double sortKey(std::uint32_t slate, int column) const;

  std::shared_ptr<const SlateTable> table_;
  std::vector<SplitPart> part_;
  std::vector<std::uint32_t> shown_;
  TaskWeights weights_;
  std::optional<SplitPart> filterPart_;
  QString filterText_;
  int sortColumn_ = -1;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace luce::desktop
