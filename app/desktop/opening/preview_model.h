// The first records of a log as a table, with the meaning of each column.
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <map>
#include <memory>

#include "app/desktop/opening/mapping_draft.h"
#include "core/dataset/importers/inspection.h"

namespace luce::desktop {

/// Roles of one kind share a colour: what names things, how the slate was made, what people did,
/// features of the slate, features of the candidate.
QColor colourOf(ColumnRole role);
/// For people.
QString roleTitle(ColumnRole role);

class PreviewModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;

  void show(std::shared_ptr<const LogInspection> log, const MappingDraft& draft);
  /// Roles have changed, the records have not.
  void showDraft(const MappingDraft& draft);
  const MappingDraft& draft() const { return draft_; }
  /// The row that begins on this line of the first file; -1 if it is not shown.
  int rowOfLine(std::int64_t line) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  const ImportProblem* problemAt(const QModelIndex& index) const;

  std::shared_ptr<const LogInspection> log_;
  MappingDraft draft_;
};

}  // namespace luce::desktop
