#include "app/desktop/panels/session_model.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

QString partName(SplitPart part) {
  switch (part) {
    case SplitPart::Train:
      return SessionModel::tr("train");
    case SplitPart::Validation:
      return SessionModel::tr("validation");
    case SplitPart::Test:
      break;
  }
  return SessionModel::tr("test");
}

QString timeText(double seconds) {
  if (std::isnan(seconds)) return {};
  const auto time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), Qt::UTC);
  return time.toString("yyyy-MM-dd HH:mm:ss");
}

}  // namespace

void SessionModel::setTable(std::shared_ptr<const SlateTable> table, const SplitSettings& split) {
  beginResetModel();
  table_ = std::move(table);
  weights_.assign(table_->taskCount(), 1.0);
  filterText_.clear();
  sortColumn_ = -1;
  assignParts(split);
  choose();
  endResetModel();
}

void SessionModel::setSplit(const SplitSettings& split) {
  if (!table_) return;
  beginResetModel();
  assignParts(split);
  choose();
  endResetModel();
}

void SessionModel::assignParts(const SplitSettings& settings) {
  part_.assign(table_->slateCount(), SplitPart::Train);
  try {
    const Split split = splitSlates(*table_, settings);
    for (const std::uint32_t slate : split.validation) part_[slate] = SplitPart::Validation;
    for (const std::uint32_t slate : split.test) part_[slate] = SplitPart::Test;
  } catch (const Error&) {
    // Training tells why such a split cannot be; until then every slate counts as training.
    return;
  }
}

void SessionModel::setRewardWeights(const TaskWeights& weights) {
  if (weights == weights_ || !table_) return;
  weights_ = weights;
  if (rowCount() > 0) {
    Q_EMIT dataChanged(index(0, Reward), index(rowCount() - 1, Reward), {Qt::DisplayRole});
  }
}

void SessionModel::setFilter(std::optional<SplitPart> part, const QString& text) {
  beginResetModel();
  filterPart_ = part;
  filterText_ = text;
  choose();
  endResetModel();
}

void SessionModel::choose() {
  shown_.clear();
  if (!table_) return;
  const std::string text = filterText_.toStdString();
  for (std::uint32_t slate = 0; slate < table_->slateCount(); ++slate) {
    if (filterPart_ && part_[slate] != *filterPart_) continue;
    if (!text.empty() && table_->slateKey(slate).find(text) == std::string_view::npos) continue;
    shown_.push_back(slate);
  }
  if (sortColumn_ < 0) return;
  std::stable_sort(shown_.begin(), shown_.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (sortOrder_ == Qt::DescendingOrder) std::swap(a, b);
    return sortColumn_ == Key ? table_->slateKey(a) < table_->slateKey(b)
                              : sortKey(a, sortColumn_) < sortKey(b, sortColumn_);
  });
}

double SessionModel::sortKey(std::uint32_t slate, int column) const {
  switch (column) {
    case Time:
      return table_->times().empty() ? 0 : table_->times()[slate];
    case Candidates:
      return static_cast<double>(table_->candidates(slate).count);
    case Reward:
      return rewardOf(slate);
    default:
      return static_cast<double>(part_[slate]);
  }
}

void SessionModel::sort(int column, Qt::SortOrder order) {
  beginResetModel();
  sortColumn_ = column;
  sortOrder_ = order;
  choose();
  endResetModel();
}

int SessionModel::rowOf(std::uint32_t slate) const {
  const auto found = std::find(shown_.begin(), shown_.end(), slate);
  return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

double SessionModel::rewardOf(std::uint32_t slate) const {
  if (table_->shape() == LogShape::Bandit) {
    return reward(table_->logged().labels.row(slate), weights_);
  }
  const CandidateRange range = table_->candidates(slate);
  double sum = 0;
  for (std::int64_t row = range.first; row < range.first + range.count; ++row) {
    sum += reward(table_->logged().labels.row(static_cast<std::size_t>(row)), weights_);
  }
  return sum;
}

int SessionModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int SessionModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool number = index.column() == Candidates || index.column() == Reward;
    return number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
  }
  if (role != Qt::DisplayRole) return {};
  const std::uint32_t slate = shown_[static_cast<std::size_t>(index.row())];
  switch (index.column()) {
    case Key:
      return QString::fromStdString(std::string(table_->slateKey(slate)));
    case Time:
      return table_->times().empty() ? QString() : timeText(table_->times()[slate]);
    case Candidates:
      return static_cast<qlonglong>(table_->candidates(slate).count);
    case Reward:
      return theme::number(rewardOf(slate));
    case Part:
      return partName(part_[slate]);
    default:
      return {};
  }
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  const QStringList names{tr("Slate"), tr("Time (UTC)"), tr("Items"), tr("Reward"), tr("Part")};
  return names.value(section);
}

}  // namespace luce::desktop
