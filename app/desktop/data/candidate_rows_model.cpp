#include "app/desktop/data/candidate_rows_model.h"

#include <QGuiApplication>
#include <QPalette>

#include "app/desktop/data/browser_text.h"

namespace luce::desktop {

void CandidateRowsModel::setColumns(std::vector<BrowserColumn> columns) {
  beginResetModel();
  columns_ = std::move(columns);
  candidates_.reset();
  endResetModel();
}

void CandidateRowsModel::setCandidates(std::shared_ptr<const BrowserCandidates> candidates) {
  beginResetModel();
  candidates_ = std::move(candidates);
  endResetModel();
}

int CandidateRowsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !candidates_ ? 0 : static_cast<int>(candidates_->rows.size());
}

int CandidateRowsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant CandidateRowsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto column = static_cast<std::size_t>(index.column());
  const BrowserKind kind = columns_[column].kind;
  const BrowserCell& cell = candidates_->rows[static_cast<std::size_t>(index.row())].cells[column];
  switch (role) {
    case Qt::DisplayRole:
      return shownText(cell, kind);
    case Qt::ToolTipRole:
      return copyText(cell, kind);
    case Qt::UserRole:
      return sortValue(cell);
    case Qt::TextAlignmentRole:
      return kind == BrowserKind::Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
      return std::holds_alternative<std::monostate>(cell)
                 ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
                 : QVariant();
    default:
      return {};
  }
}

QVariant CandidateRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const BrowserColumn& column = columns_[static_cast<std::size_t>(section)];
  if (role == Qt::DisplayRole) return QString::fromStdString(column.name);
  if (role == Qt::ToolTipRole) return QString::fromStdString(column.meaning);
  return {};
}

}  // namespace luce::desktop
