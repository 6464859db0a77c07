// The board as a table, a candidate a line: what can be dragged there can be typed here, and every
// number stands in full.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/desktop/playground/board_layout.h"
#include "app/desktop/playground/playground_document.h"

namespace luce::desktop {

class NumbersModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  explicit NumbersModel(PlaygroundDocument& document, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  enum class Kind {
    Name,
    Drawn,
    Probability,
    Action,
    Propensity,
    Offset,  // can be set
    Score,
    Gradient,
    Policy,
    NextPolicy,
    Ratio,
    Reward,
    Advantage,  // follow
  };
  struct Column {
    Kind kind;
    std::size_t task = 0;
  };
  void rebuild();
  double numberAt(std::size_t candidate, const Column& column) const;
  bool setNumber(std::size_t candidate, const Column& column, double number);
  bool setChecked(std::size_t candidate, const Column& column, bool checked);
  QString titleOf(const Column& column) const;
  QString helpOf(Kind kind) const;

  PlaygroundDocument& document_;
  std::vector<Column> columns_;
  std::size_t candidates_ = 0;
};

}  // namespace luce::desktop
