// The candidates of one slate as a table. Sorts and filters by itself, so that ten thousand
// candidates whose numbers change with every slider stay quick.
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <memory>
#include <optional>
#include <vector>

#include "app/desktop/inspector/candidate_columns.h"
#include "core/dataset/editable_slate.h"
#include "core/policy/policy_view.h"

namespace luce::desktop {

class CandidateModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Role {
    kBarRole =
        Qt::UserRole,  ///< QPointF: where the cell's bar begins and ends, 0..1; none = no bar
    kBarColourRole,    ///< QColor
    kTwoSidedRole,     ///< bool: the bar begins in the middle
    kNumberRole,       ///< double: what the cell is sorted by
  };

  using QAbstractTableModel::QAbstractTableModel;

  void show(std::shared_ptr<const SlateTable> table, std::uint32_t slate,
            std::shared_ptr<const std::vector<CandidateView>> candidates);
  /// Texts of the shown slate's categories: by category feature, then by candidate.
  void setCategories(std::vector<std::vector<QString>> texts);
  /// Keeps candidates whose item, categories or actions contain the text, in any case.
  void setFilter(const QString& text);
  /// The candidate whose row is set off; none = no row.
  void setHovered(std::optional<std::size_t> candidate);

  const std::vector<CandidateColumn>& columns() const { return columns_; }
  std::size_t candidateCount() const { return candidates_ ? candidates_->size() : 0; }
  /// Index in log order.
  std::size_t candidateAt(int row) const { return order_[static_cast<std::size_t>(row)]; }
  /// -1 if it is filtered out.
  int rowOf(std::size_t candidate) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// Missing numbers come last either way; equal ones keep the log's order.
  void sort(int column, Qt::SortOrder order) override;

 private:
  double number(const CandidateColumn& column, std::size_t candidate) const;
  QString text(const CandidateColumn& column, std::size_t candidate) const;
  QString actions(const CandidateView& candidate) const;
  QVariant bar(const CandidateColumn& column, std::size_t candidate) const;
  QColor colour(const CandidateColumn& column, double value) const;
  bool twoSided(const CandidateColumn& column) const;
  bool matches(std::size_t candidate) const;
  std::vector<std::size_t> ordered() const;
  /// Puts the rows into their order and tells views, with what has moved.
  void rearrange();
  void measure();

  std::shared_ptr<const SlateTable> table_;
  std::optional<std::uint32_t> slate_;
  std::vector<CandidateColumn> columns_;
  std::shared_ptr<const std::vector<CandidateView>> candidates_;
  EditableSlate features_;
  std::vector<std::vector<QString>> categories_;
  std::vector<std::size_t> order_;  ///< candidates by row
  std::optional<std::size_t> hovered_;
  QString filter_;
  int sortColumn_ = -1;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;

  /// Ends of the bars' scales in this slate.
  struct Scales {
    double probability = 0;                       ///< the largest π or π_β
    double score = 0, reward = 0, advantage = 0;  ///< the largest absolute value
    bool negativeScore = false, negativeReward = false;
    double ratio = 0;  ///< the largest |log10 ρ|
  };
  Scales scales_;
};

}  // namespace luce::desktop
