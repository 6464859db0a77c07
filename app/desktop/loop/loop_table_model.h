// What the rankers of a feedback loop came to: means over rounds with intervals over seeds, and the
// paired difference to one of them. A ranker's tick shows and hides its lines.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "app/desktop/loop/loop_view.h"

namespace luce::desktop {

class LoopTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Ranker, Difference, FirstMeasure };

  using QAbstractTableModel::QAbstractTableModel;

  /// Null = nothing.
  void show(std::shared_ptr<const LoopView> view);
  /// Whose difference is shown; see loopMeasures().
  void setMeasure(std::size_t measure);
  void setShown(const QString& ranker, bool shown);
  /// The ranker in that row.
  std::size_t ranker(int row) const { return order_[static_cast<std::size_t>(row)]; }
  /// The table as it stands, with a heading, tabs between cells, numbers in full.
  QString text() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  /// Column Ranker ascending: the loop's order. What is not known comes last either way.
  void sort(int column, Qt::SortOrder order) override;

 Q_SIGNALS:
  void rankerShown(QString name, bool shown);

 private:
  SeedMean value(std::size_t ranker, int column) const;
  QString textOf(std::size_t ranker, int column) const;
  void arrange();

  std::shared_ptr<const LoopView> view_;
  std::vector<std::size_t> order_;
  std::vector<QString> hidden_;
  std::size_t measure_ = 0;
  int sortColumn_ = Ranker;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace luce::desktop
