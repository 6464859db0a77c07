#include "app/desktop/tuning/importance_model.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr double kWhole = 100;
constexpr int kDigitsInFull = 9;

QString percent(double share) {
  return std::isnan(share) ? QStringLiteral("–")
                           : QString("%1 %").arg(QString::number(kWhole * share, 'f', 1));
}

}  // namespace

void ImportanceModel::setTasks(const std::vector<std::string>& tasks) {
  beginResetModel();
  tasks_ = tasks;
  weights_.assign(tasks.size(), std::numeric_limits<double>::quiet_NaN());
  importance_.clear();
  wanted_.assign(tasks.size(), tasks.empty() ? 0 : kWhole / static_cast<double>(tasks.size()));
  endResetModel();
  Q_EMIT wantedChanged();
}

void ImportanceModel::show(const TaskWeights& weights,
                           const std::vector<TaskImportance>& importance) {
  weights_ = weights;
  importance_ = importance;
  if (tasks_.empty()) return;
  Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ImportanceModel::setWanted(const std::vector<double>& percent) {
  wanted_ = percent;
  if (!tasks_.empty()) Q_EMIT dataChanged(index(0, Wanted), index(rowCount() - 1, Wanted));
  Q_EMIT wantedChanged();
}

double ImportanceModel::wantedSum() const {
  return std::accumulate(wanted_.begin(), wanted_.end(), 0.0);
}

std::vector<double> ImportanceModel::present() const {
  std::vector<double> shares;
  for (const TaskImportance& task : importance_) {
    if (std::isnan(task.gapShare)) return {};
    shares.push_back(kWhole * task.gapShare);
  }
  return shares;
}

int ImportanceModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(tasks_.size());
}

int ImportanceModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

double ImportanceModel::value(std::size_t task, int column) const {
  if (column == Weight) return weights_[task];
  if (column == Wanted) return wanted_[task] / kWhole;
  if (importance_.empty()) return std::numeric_limits<double>::quiet_NaN();
  switch (column) {
    case GapShare:
      return importance_[task].gapShare;
    case RegretShare:
      return importance_[task].regretShare;
    default:
      return importance_[task].regret;
  }
}

QVariant ImportanceModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto task = static_cast<std::size_t>(index.row());
  const int column = index.column();
  const bool share = column == GapShare || column == RegretShare || column == Wanted;
  switch (role) {
    case Qt::DisplayRole:
      if (column == Task) return QString::fromStdString(tasks_[task]);
      return share ? percent(value(task, column)) : theme::number(value(task, column));
    case Qt::EditRole:
      return column == Wanted ? QVariant(wanted_[task]) : QVariant();
    case Qt::TextAlignmentRole:
      return column == Task ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case kShareRole:
      return share && !std::isnan(value(task, column)) ? QVariant(value(task, column)) : QVariant();
    case Qt::ToolTipRole:
      if (column == GapShare && known()) {
        return tr("Without %1 the ranking loses %2 of its NDCG.")
            .arg(QString::fromStdString(tasks_[task]), percent(importance_[task].gap));
      }
      return headerData(column, Qt::Horizontal, Qt::ToolTipRole);
    default:
      return {};
  }
}

QVariant ImportanceModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const QStringList names{
      tr("Task"),   tr("Weight"),      tr("Share by NDCG gap"), tr("Share by regret"),
      tr("Regret"), tr("Wanted share")};
  const QStringList meanings{
      {},
      tr("The slider's"),
      tr("Influence: how much of its NDCG the ranking by all weights loses when this task's weight "
         "is zero, as a share of all such losses."),
      tr("Service: how near the ranking comes to the one by this task alone, as a share of all. A "
         "task may be served well without influence, by resembling another."),
      tr("How far the ranking stays behind the task's own: 0 = as good, 1 = no better than "
         "chance."),
      tr("Share by NDCG gap that Solve is to find weights for, in percent. 0: weight zero.")};
  if (role == Qt::DisplayRole) return names.value(section);
  return role == Qt::ToolTipRole ? QVariant(meanings.value(section)) : QVariant();
}

Qt::ItemFlags ImportanceModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  return index.column() == Wanted ? flags | Qt::ItemIsEditable : flags;
}

bool ImportanceModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || index.column() != Wanted || role != Qt::EditRole) return false;
  bool read = false;
  const double percent = value.toDouble(&read);
  if (!read || !(percent >= 0 && percent <= kWhole)) return false;
  wanted_[static_cast<std::size_t>(index.row())] = percent;
  Q_EMIT dataChanged(index, index);
  Q_EMIT wantedChanged();
  return true;
}

QString ImportanceModel::text() const {
  QStringList lines, heading;
  for (int column = 0; column < ColumnCount; ++column) {
    heading.append(headerData(column, Qt::Horizontal).toString());
  }
  lines.append(heading.join('\t'));
  for (std::size_t task = 0; task < tasks_.size(); ++task) {
    QStringList cells{QString::fromStdString(tasks_[task])};
    for (int column = Weight; column < ColumnCount; ++column) {
      const double number = value(task, column);
      cells.append(std::isnan(number) ? QString() : QString::number(number, 'g', kDigitsInFull));
    }
    lines.append(cells.join('\t'));
  }
  return lines.join('\n') + '\n';
}

}  // namespace luce::desktop
