#include "app/desktop/inspector/candidate_model.h"

#include <QPointF>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

using Kind = CandidateColumn::Kind;

constexpr double kLeastRatioScale = 0.30103;  // a ratio of 2 fills half a cell
constexpr double kMostRatioScale = 3;

QString count(double value) {
  return std::isnan(value) ? QStringLiteral("–") : QString::number(static_cast<int>(value));
}

/// Orders texts by the numbers in them ("item-9" before "item-10") in every locale, in any case:
/// digits are preceded by how many there are.
QString naturalKey(const QString& text) {
  QString key;
  for (qsizetype i = 0; i < text.size();) {
    if (!text[i].isDigit()) {
      key += text[i++].toCaseFolded();
      continue;
    }
    while (i < text.size() && text[i] == '0') ++i;
    const qsizetype first = i;
    while (i < text.size() && text[i].isDigit()) ++i;
    key += QChar(static_cast<ushort>(i - first + 1));
    key += QStringView(text).mid(first, i - first);
  }
  return key;
}

QString moveText(double places) {
  if (std::isnan(places)) return QStringLiteral("–");
  if (places == 0) return QStringLiteral("=");
  return QString(places > 0 ? "▲%1" : "▼%1").arg(std::abs(static_cast<int>(places)));
}

}  // namespace

void CandidateModel::show(std::shared_ptr<const SlateTable> table, std::uint32_t slate,
                          std::shared_ptr<const std::vector<CandidateView>> candidates) {
  const bool sameTable = table == table_;
  const bool sameSlate =
      sameTable && slate == slate_ && candidates_ && candidates->size() == candidates_->size();
  if (!sameSlate) {
    beginResetModel();
    if (!sameTable) columns_ = candidateColumns(table->schema());
    table_ = std::move(table);
    slate_ = slate;
    features_ = editableSlate(*table_, slate);
    categories_.clear();
    hovered_.reset();
    order_.clear();
  }
  candidates_ = std::move(candidates);
  measure();
  if (sameSlate) {
    rearrange();
  } else {
    order_ = ordered();
    endResetModel();
  }
}

void CandidateModel::setCategories(std::vector<std::vector<QString>> texts) {
  categories_ = std::move(texts);
  rearrange();
}

void CandidateModel::setFilter(const QString& text) {
  if (text == filter_) return;
  filter_ = text;
  rearrange();
}

void CandidateModel::setHovered(std::optional<std::size_t> candidate) {
  if (candidate == hovered_) return;
  const std::optional<std::size_t> before = std::exchange(hovered_, candidate);
  for (const auto& changed : {before, candidate}) {
    const int row = changed ? rowOf(*changed) : -1;
    if (row >= 0) {
      Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1), {Qt::BackgroundRole});
    }
  }
}

int CandidateModel::rowOf(std::size_t candidate) const {
  const auto found = std::find(order_.begin(), order_.end(), candidate);
  return found == order_.end() ? -1 : static_cast<int>(found - order_.begin());
}

int CandidateModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int CandidateModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

void CandidateModel::measure() {
  scales_ = {};
  const auto widen = [](double& scale, double value) {
    if (std::isfinite(value)) scale = std::max(scale, std::abs(value));
  };
  scales_.ratio = kLeastRatioScale;
  for (const CandidateView& candidate : *candidates_) {
    widen(scales_.probability, candidate.policy);
    widen(scales_.probability, candidate.behaviour);
    widen(scales_.score, candidate.score);
    widen(scales_.reward, candidate.reward);
    widen(scales_.advantage, candidate.advantage);
    widen(scales_.ratio, std::log10(candidate.ratio));
    scales_.negativeScore = scales_.negativeScore || candidate.score < 0;
    scales_.negativeReward = scales_.negativeReward || candidate.reward < 0;
  }
  scales_.ratio = std::min(scales_.ratio, kMostRatioScale);
}

double CandidateModel::number(const CandidateColumn& column, std::size_t candidate) const {
  const CandidateView& view = (*candidates_)[candidate];
  switch (column.kind) {
    case Kind::Shown:
      return view.position > 0 ? view.position : kMissing;
    case Kind::Rank:
      return view.rank > 0 ? static_cast<double>(view.rank) : kMissing;
    case Kind::Move:
      return view.position > 0 && view.rank > 0
                 ? static_cast<double>(view.position) - static_cast<double>(view.rank)
                 : kMissing;
    case Kind::Number:
      return static_cast<double>(features_.candidates[candidate].numeric[column.index]);
    case Kind::Probability:
      return view.probabilities[column.index];
    case Kind::Score:
      return view.score;
    case Kind::Policy:
      return view.policy;
    case Kind::Logging:
      return view.behaviour;
    case Kind::Ratio:
      return view.ratio;
    case Kind::Advantage:
      return view.advantage;
    case Kind::Reward:
      return view.reward;
    case Kind::Item:
    case Kind::Category:
    case Kind::Actions:
      break;
  }
  return kMissing;
}

QString CandidateModel::text(const CandidateColumn& column, std::size_t candidate) const {
  switch (column.kind) {
    case Kind::Item:
      return QString::fromStdString((*candidates_)[candidate].item);
    case Kind::Category:
      return column.index < categories_.size() ? categories_[column.index][candidate]
                                               : QStringLiteral("…");
    case Kind::Actions:
      return actions((*candidates_)[candidate]);
    case Kind::Shown:
    case Kind::Rank:
      return count(number(column, candidate));
    case Kind::Move:
      return moveText(number(column, candidate));
    default:
      return theme::number(number(column, candidate));
  }
}

QString CandidateModel::actions(const CandidateView& candidate) const {
  if (candidate.labels.empty()) return tr("not shown");
  QStringList names;
  for (std::size_t task = 0; task < candidate.labels.size(); ++task) {
    const float label = candidate.labels[task];
    const QString name = QString::fromStdString(table_->schema().tasks[task]);
    if (label == 1) {
      names.append(name);
    } else if (label > 0) {
      names.append(QString("%1 %2").arg(name, theme::number(static_cast<double>(label))));
    }
  }
  return names.join(", ");
}

bool CandidateModel::twoSided(const CandidateColumn& column) const {
  switch (column.kind) {
    case Kind::Ratio:
    case Kind::Advantage:
      return true;
    case Kind::Score:
      return scales_.negativeScore;
    case Kind::Reward:
      return scales_.negativeReward;
    default:
      return false;
  }
}

QVariant CandidateModel::bar(const CandidateColumn& column, std::size_t candidate) const {
  double scale = 0;
  switch (column.kind) {
    case Kind::Probability:
      scale = 1;
      break;
    case Kind::Policy:
    case Kind::Logging:
      scale = scales_.probability;
      break;
    case Kind::Score:
      scale = scales_.score;
      break;
    case Kind::Reward:
      scale = scales_.reward;
      break;
    case Kind::Advantage:
      scale = scales_.advantage;
      break;
    case Kind::Ratio:
      scale = scales_.ratio;
      break;
    default:
      return {};
  }
  double value = number(column, candidate);
  if (std::isnan(value) || !(scale > 0)) return {};
  if (column.kind == Kind::Ratio) value = std::log10(value);
  const double share = std::clamp(value / scale, -1.0, 1.0);
  if (!twoSided(column)) return QPointF(0, share);
  return QPointF(0.5 + std::min(share, 0.0) / 2, 0.5 + std::max(share, 0.0) / 2);
}

QColor CandidateModel::colour(const CandidateColumn& column, double value) const {
  switch (column.kind) {
    case Kind::Probability:
      return theme::task(column.index);
    case Kind::Policy:
      return theme::kPolicy;
    case Kind::Logging:
      return theme::kLogging;
    case Kind::Reward:
      return theme::kReward;
    case Kind::Advantage:
    case Kind::Move:
      return value < 0 ? theme::kLoss : theme::kGain;
    case Kind::Ratio:
      return value < 1 ? theme::kLoss : theme::kGain;
    default:
      return theme::kNeutral;
  }
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const CandidateColumn& column = columns_[static_cast<std::size_t>(index.column())];
  const std::size_t candidate = candidateAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return text(column, candidate);
    case Qt::ToolTipRole:
      return column.isText() ? text(column, candidate) : QVariant();
    case Qt::TextAlignmentRole:
      return column.isText() ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                             : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole: {
      const double value = number(column, candidate);
      if (column.kind == Kind::Move && value == value && value != 0) return colour(column, value);
      if (column.kind == Kind::Actions && (*candidates_)[candidate].reward > 0) {
        return theme::kReward;
      }
      return {};
    }
    case Qt::BackgroundRole:
      return candidate == hovered_ ? QVariant(theme::shade(theme::kPolicy)) : QVariant();
    case Qt::AccessibleTextRole:
      return tr("%1: %2").arg(column.title, text(column, candidate));
    case kBarRole:
      return bar(column, candidate);
    case kBarColourRole:
      return colour(column, number(column, candidate));
    case kTwoSidedRole:
      return twoSided(column);
    case kNumberRole:
      return number(column, candidate);
    default:
      return {};
  }
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  const CandidateColumn& column = columns_[static_cast<std::size_t>(section)];
  if (role == Qt::DisplayRole) return column.title;
  if (role == Qt::ToolTipRole) return column.meaning;
  return {};
}

bool CandidateModel::matches(std::size_t candidate) const {
  if (filter_.isEmpty()) return true;
  return std::any_of(columns_.begin(), columns_.end(), [&](const CandidateColumn& column) {
    return column.isText() && text(column, candidate).contains(filter_, Qt::CaseInsensitive);
  });
}

std::vector<std::size_t> CandidateModel::ordered() const {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < candidateCount(); ++i) {
    if (matches(i)) order.push_back(i);
  }
  if (sortColumn_ < 0 || sortColumn_ >= columnCount()) return order;
  const CandidateColumn& column = columns_[static_cast<std::size_t>(sortColumn_)];
  const bool ascending = sortOrder_ == Qt::AscendingOrder;
  if (column.isText()) {
    std::vector<std::pair<QString, std::size_t>> keys;
    for (const std::size_t i : order) keys.emplace_back(naturalKey(text(column, i)), i);
    std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) {
      return ascending ? a.first < b.first : a.first > b.first;
    });
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = keys[i].second;
    return order;
  }
  std::vector<std::pair<double, std::size_t>> keys;
  for (const std::size_t i : order) keys.emplace_back(number(column, i), i);
  const auto missing = std::stable_partition(
      keys.begin(), keys.end(), [](const auto& key) { return key.first == key.first; });
  std::stable_sort(keys.begin(), missing, [&](const auto& a, const auto& b) {
    return ascending ? a.first < b.first : a.first > b.first;
  });
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = keys[i].second;
  return order;
}

void CandidateModel::rearrange() {
  if (!candidates_) return;
  std::vector<std::size_t> order = ordered();
  if (order == order_) {
    if (!order_.empty()) {
      Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    return;
  }
  Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<std::size_t> held;
  for (const QModelIndex& index : before) held.push_back(candidateAt(index.row()));
  order_ = std::move(order);
  QModelIndexList after;
  for (std::size_t i = 0; i < held.size(); ++i) {
    const int row = rowOf(held[i]);
    after.append(row < 0 ? QModelIndex() : index(row, before[static_cast<qsizetype>(i)].column()));
  }
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged({}, VerticalSortHint);
}

void CandidateModel::sort(int column, Qt::SortOrder order) {
  sortColumn_ = column;
  sortOrder_ = order;
  rearrange();
}

}  // namespace luce::desktop
