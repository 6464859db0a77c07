#include "app/desktop/loop/loop_table_model.h"

#include <QFont>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/loop/loop_words.h"
#include "app/desktop/loop/ranker_look.h"

namespace luce::desktop {

namespace {

constexpr int kDigitsInFull = 9;
constexpr double kPixelRatio = 2;

bool excludesZero(const SeedMean& difference) {
  return std::isfinite(difference.halfWidth) && std::abs(difference.mean) > difference.halfWidth;
}

QString full(double number) {
  return std::isnan(number) ? QString() : QString::number(number, 'g', kDigitsInFull);
}

const LoopMeasure& measureOf(int column) {
  return loopMeasures()[static_cast<std::size_t>(column - LoopTableModel::FirstMeasure)];
}

}  // namespace

void LoopTableModel::show(std::shared_ptr<const LoopView> view) {
  const bool same = view && view_ && view->rankers == view_->rankers;
  if (!same) beginResetModel();
  view_ = std::move(view);
  if (!same) {
    order_.resize(view_ ? view_->rankers.size() : 0);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    arrange();
    endResetModel();
    return;
  }
  sort(sortColumn_, sortOrder_);
  Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  Q_EMIT headerDataChanged(Qt::Horizontal, Difference, Difference);
}

void LoopTableModel::setMeasure(std::size_t measure) {
  if (measure == measure_) return;
  measure_ = measure;
  if (rowCount() == 0) return;
  if (sortColumn_ == Difference) sort(sortColumn_, sortOrder_);
  Q_EMIT dataChanged(index(0, Difference), index(rowCount() - 1, Difference));
  Q_EMIT headerDataChanged(Qt::Horizontal, Difference, Difference);
}

int LoopTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int LoopTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : FirstMeasure + static_cast<int>(loopMeasures().size());
}

SeedMean LoopTableModel::value(std::size_t ranker, int column) const {
  if (column == Difference) {
    // There are none in results of which only means are known.
    if (view_->differences.empty()) return {std::nan(""), std::nan("")};
    return view_->differences[measure_][ranker];
  }
  return view_->means[static_cast<std::size_t>(column - FirstMeasure)][ranker];
}

QString LoopTableModel::textOf(std::size_t ranker, int column) const {
  if (column == Ranker) return view_->rankers[ranker].name;
  const SeedMean shown = value(ranker, column);
  if (column != Difference) return meanText(shown);
  if (ranker == view_->against || !std::isfinite(shown.mean)) return QStringLiteral("–");
  const QString sign = !excludesZero(shown) ? QString()
                       : shown.mean > 0     ? QStringLiteral("▲ ")
                                            : QStringLiteral("▼ ");
  return sign + (shown.mean > 0 ? "+" : "") + meanText(shown);
}

QVariant LoopTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !view_) return {};
  const std::size_t ranker = this->ranker(index.row());
  const ShownRanker& shown = view_->rankers[ranker];
  switch (role) {
    case Qt::DisplayRole:
      return textOf(ranker, index.column());
    case Qt::DecorationRole: {
      if (index.column() != Ranker) return {};
      const auto again = std::count_if(
          view_->rankers.begin(), view_->rankers.begin() + static_cast<std::ptrdiff_t>(ranker),
          [&](const ShownRanker& other) { return other.kind == shown.kind; });
      return rankerLook(shown.kind, static_cast<int>(again)).icon(kPixelRatio);
    }
    case Qt::CheckStateRole:
      if (index.column() != Ranker) return {};
      return std::find(hidden_.begin(), hidden_.end(), shown.name) == hidden_.end() ? Qt::Checked
                                                                                    : Qt::Unchecked;
    case Qt::TextAlignmentRole:
      return index.column() == Ranker ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                      : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole: {
      if (index.column() != Difference || ranker == view_->against ||
          !excludesZero(value(ranker, Difference))) {
        return {};
      }
      QFont bold;
      bold.setBold(true);
      return bold;
    }
    case Qt::ToolTipRole:
      if (index.column() == Ranker) return tr("Ticked: its lines are drawn.");
      if (index.column() == Difference && excludesZero(value(ranker, Difference))) {
        return tr("The 95 % interval of the difference does not hold zero.");
      }
      return headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole);
    default:
      return {};
  }
}

bool LoopTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Ranker) return false;
  setShown(view_->rankers[ranker(index.row())].name, value.toInt() == Qt::Checked);
  return true;
}

void LoopTableModel::setShown(const QString& ranker, bool shown) {
  std::erase(hidden_, ranker);
  if (!shown) hidden_.push_back(ranker);
  if (rowCount() > 0) {
    Q_EMIT dataChanged(index(0, Ranker), index(rowCount() - 1, Ranker), {Qt::CheckStateRole});
  }
  Q_EMIT rankerShown(ranker, shown);
}

Qt::ItemFlags LoopTableModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  if (index.isValid() && index.column() == Ranker) flags |= Qt::ItemIsUserCheckable;
  return flags;
}

QVariant LoopTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  if (section == Ranker) {
    if (role == Qt::DisplayRole) return tr("Ranker");
    return role == Qt::ToolTipRole ? QVariant(tr("In the order of the loop")) : QVariant();
  }
  if (section == Difference) {
    const LoopMeasure& measure = loopMeasures()[measure_];
    const QString other = view_ ? view_->rankers[view_->against].name : QString();
    if (role == Qt::DisplayRole) return tr("Δ %1").arg(titleOf(measure));
    if (role != Qt::ToolTipRole) return {};
    return tr("How much more than “%1”: the mean over rounds from 2 on of the difference seed by "
              "seed, with its 95 % interval. ▲ and ▼ stand where it does not hold zero.")
        .arg(other);
  }
  if (role == Qt::DisplayRole) return titleOf(measureOf(section));
  if (role != Qt::ToolTipRole) return {};
  return tr("%1 Mean over rounds from 2 on, with its 95 % interval over seeds.")
      .arg(helpOf(measureOf(section)));
}

void LoopTableModel::arrange() {
  const bool descending = sortOrder_ == Qt::DescendingOrder;
  std::sort(order_.begin(), order_.end());
  if (sortColumn_ == Ranker) {
    if (descending) std::reverse(order_.begin(), order_.end());
    return;
  }
  std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    const double first = value(a, sortColumn_).mean, second = value(b, sortColumn_).mean;
    if (std::isnan(first) || std::isnan(second)) return !std::isnan(first) && std::isnan(second);
    return descending ? second < first : first < second;
  });
}

void LoopTableModel::sort(int column, Qt::SortOrder order) {
  sortColumn_ = std::max(0, column);
  sortOrder_ = column < 0 ? Qt::AscendingOrder : order;
  if (!view_) return;
  Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  const std::vector<std::size_t> before = order_;
  arrange();
  QModelIndexList from = persistentIndexList(), to;
  for (const QModelIndex& index : from) {
    const std::size_t shown = before[static_cast<std::size_t>(index.row())];
    const auto place = std::find(order_.begin(), order_.end(), shown);
    to.append(createIndex(static_cast<int>(place - order_.begin()), index.column()));
  }
  changePersistentIndexList(from, to);
  Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QString LoopTableModel::text() const {
  if (!view_) return {};
  QStringList heading{tr("Ranker"), tr("Kind")};
  for (int column = Difference; column < columnCount(); ++column) {
    QString name = headerData(column, Qt::Horizontal).toString();
    if (column == Difference) name += tr(" to %1").arg(view_->rankers[view_->against].name);
    heading << name << tr("%1, ±").arg(name);
  }
  QStringList lines{heading.join('\t')};
  for (const std::size_t ranker : order_) {
    QStringList cells{view_->rankers[ranker].name,
                      QString::fromStdString(view_->rankers[ranker].kind)};
    for (int column = Difference; column < columnCount(); ++column) {
      const SeedMean shown = value(ranker, column);
      cells << full(shown.mean) << full(shown.halfWidth);
    }
    lines << cells.join('\t');
  }
  return lines.join('\n') + '\n';
}

}  // namespace luce::desktop
