#include "app/desktop/panels/candidate_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

enum Leading { kItem, kShown, kRank, kLeadingCount };
enum Trailing { kScore, kPolicy, kLogging, kRatio, kReward, kActions, kTrailingCount };

}  // namespace

void CandidateModel::setCandidates(std::shared_ptr<const std::vector<CandidateView>> candidates,
                                   const std::vector<std::string>& tasks) {
  const bool sameShape =
      candidates_ && candidates->size() == candidates_->size() && tasks == tasks_;
  if (!sameShape) beginResetModel();
  candidates_ = std::move(candidates);
  tasks_ = tasks;
  if (!sameShape) {
    endResetModel();
  } else if (!candidates_->empty()) {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  }
}

int CandidateModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !candidates_ ? 0 : static_cast<int>(candidates_->size());
}

int CandidateModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kLeadingCount + static_cast<int>(tasks_.size()) + kTrailingCount;
}

QString CandidateModel::actions(const CandidateView& candidate) const {
  if (candidate.labels.empty()) return tr("not shown");
  QStringList names;
  for (std::size_t task = 0; task < tasks_.size(); ++task) {
    const float label = candidate.labels[task];
    const QString name = QString::fromStdString(tasks_[task]);
    if (label == 1) {
      names.append(name);
    } else if (label > 0) {
      names.append(QString("%1 %2").arg(name, theme::number(label)));
    }
  }
  return names.join(", ");
}

CandidateModel::Cell CandidateModel::cell(const CandidateView& candidate, int column) const {
  const auto number = [](double value) {
    return Cell{theme::number(value), std::isnan(value) ? -1e300 : value};
  };
  const auto count = [](int value) {
    return Cell{value > 0 ? QString::number(value) : QStringLiteral("–"), value};
  };
  if (column == kItem) {
    const QString item = QString::fromStdString(candidate.item);
    return {item, item};
  }
  if (column == kShown) return count(candidate.position);
  if (column == kRank) return count(static_cast<int>(candidate.rank));
  const int task = column - kLeadingCount;
  if (task < static_cast<int>(tasks_.size())) {
    return number(candidate.probabilities[static_cast<std::size_t>(task)]);
  }
  switch (task - static_cast<int>(tasks_.size())) {
    case kScore:
      return number(candidate.score);
    case kPolicy:
      return number(candidate.policy);
    case kLogging:
      return number(candidate.behaviour);
    case kRatio:
      return number(candidate.ratio);
    case kReward:
      return number(candidate.reward);
    default:
      return {actions(candidate), actions(candidate)};
  }
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const CandidateView& candidate = (*candidates_)[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return cell(candidate, index.column()).text;
    case Qt::UserRole:
      return cell(candidate, index.column()).number;
    case Qt::TextAlignmentRole:
      return index.column() == kItem || index.column() == columnCount() - 1
                 ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                 : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      return candidate.reward > 0 && index.column() == columnCount() - 1 ? QVariant(theme::kReward)
                                                                         : QVariant();
    default:
      return {};
  }
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::ToolTipRole) return meaning(section);
  if (role != Qt::DisplayRole) return {};
  const QStringList leading{tr("Item"), tr("Shown"), tr("Rank")};
  const QStringList trailing{tr("s"), tr("π"), tr("π_β"), tr("ρ"), tr("r"), tr("Actions")};
  if (section < kLeadingCount) return leading[section];
  const int task = section - kLeadingCount;
  const int tasks = static_cast<int>(tasks_.size());
  if (task < tasks) {
    return tr("p(%1)").arg(QString::fromStdString(tasks_[static_cast<std::size_t>(task)]));
  }
  return trailing.value(task - tasks);
}

QString CandidateModel::meaning(int column) const {
  const QStringList leading{tr("The item"), tr("Place at which it was shown"),
                            tr("Place by the score")};
  const QStringList trailing{tr("Score: Σ weight · p(task)"),
                             tr("Probability of the first place under the policy"),
                             tr("Probability of the first place when the log was made"),
                             tr("Importance ratio: what the row weighs in estimates"),
                             tr("Reward: Σ reward weight · action"),
                             tr("What the user did")};
  if (column < kLeadingCount) return leading[column];
  const int task = column - kLeadingCount;
  const int tasks = static_cast<int>(tasks_.size());
  return task < tasks ? tr("Predicted probability of the action") : trailing.value(task - tasks);
}

CandidatePanel::CandidatePanel(QWidget* parent) : QWidget(parent), view_(new QTableView) {
  sorted_.setSourceModel(&model_);
  sorted_.setSortRole(Qt::UserRole);
  view_->setModel(&sorted_);
  view_->setSortingEnabled(true);
  view_->sortByColumn(kRank, Qt::AscendingOrder);
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setAlternatingRowColors(true);
  view_->setShowGrid(false);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 6);
  view_->horizontalHeader()->setStretchLastSection(true);
  view_->setAccessibleName(tr("Candidates"));
  auto* copy = new QShortcut(QKeySequence::Copy, view_, nullptr, nullptr, Qt::WidgetShortcut);
  connect(copy, &QShortcut::activated, this, &CandidatePanel::copySelection);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(view_);
}

void CandidatePanel::show(std::shared_ptr<const std::vector<CandidateView>> candidates,
                          const std::vector<std::string>& tasks) {
  const int columns = sorted_.columnCount();
  model_.setCandidates(std::move(candidates), tasks);
  if (columns != sorted_.columnCount()) fitColumns();
}

/// Wide enough for every number that can come, so that columns stand still while numbers change.
void CandidatePanel::fitColumns() {
  view_->resizeColumnsToContents();
  const int number = view_->fontMetrics().horizontalAdvance("0.00012345");
  for (int column = kLeadingCount; column < sorted_.columnCount() - 1; ++column) {
    view_->setColumnWidth(column,
                          std::max(number, view_->horizontalHeader()->sectionSizeHint(column)));
  }
}

void CandidatePanel::copySelection() {
  QStringList lines;
  QStringList cells;
  for (int column = 0; column < sorted_.columnCount(); ++column) {
    cells.append(sorted_.headerData(column, Qt::Horizontal).toString());
  }
  lines.append(cells.join('\t'));
  for (const QModelIndex& row : view_->selectionModel()->selectedRows()) {
    cells.clear();
    for (int column = 0; column < sorted_.columnCount(); ++column) {
      cells.append(sorted_.index(row.row(), column).data().toString());
    }
    lines.append(cells.join('\t'));
  }
  QGuiApplication::clipboard()->setText(lines.join('\n'));
}

}  // namespace luce::desktop
