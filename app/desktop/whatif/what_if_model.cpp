#include "app/desktop/whatif/what_if_model.h"

#include <QFont>
#include <cmath>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

/// Two numbers share a cell.
constexpr int kDigits = 3;
/// Below, noughts would fill the cell.
constexpr double kSmallest = 1e-3;

QString shortNumber(double value) {
  const bool small = value != 0 && std::abs(value) < kSmallest;
  return small ? QString::number(value, 'e', 1) : QString::number(value, 'g', kDigits);
}

}  // namespace

void WhatIfModel::show(const std::vector<WhatIfRow>& rows, const std::vector<std::string>& tasks) {
  const bool sameShape = rows.size() == rows_.size() && tasks == tasks_;
  if (!sameShape) beginResetModel();
  rows_ = rows;
  tasks_ = tasks;
  if (!sameShape) {
    endResetModel();
  } else if (!rows_.empty()) {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  }
}

int WhatIfModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int WhatIfModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kFirstTask + static_cast<int>(tasks_.size());
}

double WhatIfModel::value(const JudgedCandidate& candidate, int column) const {
  if (column == kScore) return candidate.score;
  if (column == kPolicy) return candidate.policy;
  if (column == kRank) return static_cast<double>(candidate.rank);
  return candidate.probabilities[static_cast<std::size_t>(column - kFirstTask)];
}

QString WhatIfModel::text(const JudgedCandidate& candidate, int column) const {
  return column == kRank ? QString::number(candidate.rank) : shortNumber(value(candidate, column));
}

QString WhatIfModel::cell(const WhatIfRow& row, int column) const {
  if (column == kItem) {
    const QString item = QString::fromStdString(row.item);
    return row.added ? QString("+ %1").arg(item) : row.changed ? QString("%1 *").arg(item) : item;
  }
  const QString before = row.before ? text(*row.before, column) : tr("–");
  const QString after = row.after ? text(*row.after, column) : tr("–");
  if (before == after) return after;
  QString result = QString("%1 → %2").arg(before, after);
  if (column == kRank && row.before && row.after) {
    const std::int64_t up = row.before->rank - row.after->rank;
    result +=
        QString(" %1%2").arg(up > 0 ? QStringLiteral("▲") : QStringLiteral("▼")).arg(std::abs(up));
  }
  return result;
}

QVariant WhatIfModel::colour(const WhatIfRow& row, int column) const {
  if (column == kItem || !row.before || !row.after) return {};
  if (text(*row.before, column) == text(*row.after, column)) return {};
  const double change = value(*row.after, column) - value(*row.before, column);
  const bool better = column == kRank ? change < 0 : change > 0;
  return better ? theme::kGain : theme::kReward;
}

QString WhatIfModel::help(const WhatIfRow& row) const {
  if (row.dropped) return tr("Left out of the slate; check it to restore it.");
  if (row.added) return tr("Added to the slate; uncheck it to leave it out.");
  return row.changed ? tr("Its features are not those of the log.") : QString();
}

QVariant WhatIfModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const WhatIfRow& row = rows_[static_cast<std::size_t>(index.row())];
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return cell(row, column);
    case Qt::UserRole:
      if (column == kItem) return QString::fromStdString(row.item);
      return row.after ? value(*row.after, column) : column == kRank ? 1e300 : -1e300;
    case Qt::CheckStateRole:
      return column == kItem ? QVariant(row.dropped ? Qt::Unchecked : Qt::Checked) : QVariant();
    case Qt::TextAlignmentRole:
      return column == kItem ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                             : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      return colour(row, column);
    case Qt::ToolTipRole:
      return help(row);
    case Qt::FontRole: {
      QFont font;
      font.setItalic(column == kItem && (row.added || row.changed));
      font.setStrikeOut(column == kItem && row.dropped);
      return font;
    }
    default:
      return {};
  }
}

bool WhatIfModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || role != Qt::CheckStateRole || index.column() != kItem) return false;
  const WhatIfRow& row = rows_[static_cast<std::size_t>(index.row())];
  Q_EMIT dropAsked(static_cast<int>(row.candidate), value.toInt() != Qt::Checked);
  return true;
}

Qt::ItemFlags WhatIfModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  if (index.isValid() && index.column() == kItem) flags |= Qt::ItemIsUserCheckable;
  return flags;
}

QVariant WhatIfModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const bool tip = role == Qt::ToolTipRole;
  if (!tip && role != Qt::DisplayRole) return {};
  if (section == kItem) return tip ? tr("Uncheck a candidate to leave it out") : tr("Item");
  if (section == kScore) return tip ? tr("Score: Σ weight · p(task)") : tr("s");
  if (section == kPolicy) {
    return tip ? tr("Probability of the first place under the policy") : tr("π");
  }
  if (section == kRank) return tip ? tr("Place by the score") : tr("Rank");
  return tip ? tr("Predicted probability of the action")
             : tr("p(%1)").arg(
                   QString::fromStdString(tasks_[static_cast<std::size_t>(section - kFirstTask)]));
}

}  // namespace luce::desktop
