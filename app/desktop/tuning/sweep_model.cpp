#include "app/desktop/tuning/sweep_model.h"

#include <QFont>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme.h"
#include "app/desktop/tuning/outcome_text.h"

namespace luce::desktop {

namespace {

constexpr int kNumber = 0;
constexpr int kFirstWeight = 1;
constexpr int kDigitsInFull = 9;

}  // namespace

void SweepModel::show(std::shared_ptr<const SweepView> sweep) {
  beginResetModel();
  sweep_ = std::move(sweep);
  front_.assign(sweep_ ? result().points.size() : 0, false);
  sortColumn_ = -1;
  arrange();
  endResetModel();
}

void SweepModel::setFront(const std::vector<bool>& front) {
  beginResetModel();
  front_ = front;
  arrange();
  endResetModel();
}

void SweepModel::setOnlyFront(bool only) {
  beginResetModel();
  onlyFront_ = only;
  arrange();
  endResetModel();
}

void SweepModel::arrange() {
  shown_.clear();
  if (!sweep_) return;
  for (std::size_t i = 0; i < front_.size(); ++i) {
    if (front_[i] || !onlyFront_) shown_.push_back(i);
  }
  if (sortColumn_ < 0) return;
  const bool descending = sortOrder_ == Qt::DescendingOrder;
  std::stable_sort(shown_.begin(), shown_.end(), [&](std::size_t a, std::size_t b) {
    const double first = value(a, sortColumn_), second = value(b, sortColumn_);
    if (std::isnan(first) || std::isnan(second)) return !std::isnan(first) && std::isnan(second);
    return descending ? second < first : first < second;
  });
}

void SweepModel::sort(int column, Qt::SortOrder order) {
  beginResetModel();
  sortColumn_ = column;
  sortOrder_ = order;
  arrange();
  endResetModel();
}

int SweepModel::rowOf(int point) const {
  const auto found = std::find(shown_.begin(), shown_.end(), static_cast<std::size_t>(point));
  return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

double SweepModel::value(std::size_t point, int column) const {
  const SweepPoint& shown = result().points[point];
  if (column == kNumber) return static_cast<double>(point + 1);
  if (column == firstOutcome() - 1) return shown.setting.temperature;
  return column < firstOutcome()
             ? shown.setting.weights[static_cast<std::size_t>(column - kFirstWeight)]
             : shown.outcomes[static_cast<std::size_t>(column - firstOutcome())].value;
}

int SweepModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int SweepModel::columnCount(const QModelIndex& parent) const {
  if (parent.isValid() || !sweep_) return 0;
  return firstOutcome() + static_cast<int>(result().outcomes.size());
}

QVariant SweepModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const std::size_t point = shown_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole: {
      const bool interval = index.column() >= firstOutcome();
      if (!interval) return theme::number(value(point, index.column()));
      const Interval& outcome = result().points[point].outcomes[static_cast<std::size_t>(
          index.column() - firstOutcome())];
      return outcome.low == outcome.high
                 ? theme::number(outcome.value)
                 : theme::withInterval(outcome.value, outcome.low, outcome.high);
    }
    case Qt::ToolTipRole:
      return pointText(result(), result().points[point]);
    case Qt::TextAlignmentRole:
      return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole: {
      if (!front_[point]) return {};
      QFont bold;
      bold.setBold(true);
      return bold;
    }
    default:
      return {};
  }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || !sweep_) return {};
  if (section >= firstOutcome()) {
    const Outcome& outcome = result().outcomes[static_cast<std::size_t>(section - firstOutcome())];
    if (role == Qt::DisplayRole) return outcomeName(outcome);
    return role == Qt::ToolTipRole ? QVariant(outcomeHelp(outcome)) : QVariant();
  }
  if (role == Qt::ToolTipRole) {
    return section == kNumber ? tr("In the order in which settings were tried; bold: on the front")
           : section == firstOutcome() - 1 ? tr("Temperature")
                                           : tr("Value weight");
  }
  if (role != Qt::DisplayRole) return {};
  if (section == kNumber) return tr("Point");
  if (section == firstOutcome() - 1) return QStringLiteral("τ");
  return QString("w(%1)").arg(
      QString::fromStdString(result().tasks[static_cast<std::size_t>(section - kFirstWeight)]));
}

QString SweepModel::text() const {
  if (!sweep_) return {};
  QStringList lines, heading;
  for (int column = 0; column < columnCount(); ++column) {
    const QString name = headerData(column, Qt::Horizontal).toString();
    heading.append(name);
    if (column < firstOutcome()) continue;
    heading.append(tr("%1, low").arg(name));
    heading.append(tr("%1, high").arg(name));
  }
  lines.append(heading.join('\t'));
  const auto full = [](double number) {
    return std::isnan(number) ? QString() : QString::number(number, 'g', kDigitsInFull);
  };
  for (const std::size_t point : shown_) {
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column) {
      cells.append(full(value(point, column)));
      if (column < firstOutcome()) continue;
      const Interval& outcome =
          result().points[point].outcomes[static_cast<std::size_t>(column - firstOutcome())];
      cells.append(full(outcome.low));
      cells.append(full(outcome.high));
    }
    lines.append(cells.join('\t'));
  }
  return lines.join('\n') + '\n';
}

}  // namespace luce::desktop
