#include "app/desktop/data/slate_rows_model.h"

#include <QGuiApplication>
#include <QPalette>
#include <algorithm>
#include <limits>

#include "app/desktop/data/browser_text.h"

namespace luce::desktop {

namespace {

/// A screen shows two pages at most; the rest is for going back and forth.
constexpr std::size_t kMostPages = 64;
/// Older wishes than these have been scrolled past.
constexpr std::size_t kMostWanted = 4;

}  // namespace

SlateRowsModel::SlateRowsModel(QObject* parent) : QAbstractTableModel(parent) {
  asking_.setSingleShot(true);
  asking_.setInterval(0);
  connect(&asking_, &QTimer::timeout, this, &SlateRowsModel::askWanted);
}

void SlateRowsModel::forget() {
  ++question_;
  pages_.clear();
  order_.clear();
  wanted_.clear();
}

void SlateRowsModel::setDataset(std::vector<BrowserColumn> columns, std::int64_t slates) {
  beginResetModel();
  columns_ = std::move(columns);
  slates_ = slates;
  filtered_ = false;
  matches_ = {};
  forget();
  endResetModel();
}

void SlateRowsModel::showAll() {
  if (!filtered_) return;
  beginResetModel();
  filtered_ = false;
  matches_ = {};
  forget();
  endResetModel();
}

void SlateRowsModel::showMatches() {
  beginResetModel();
  filtered_ = true;
  matches_.clear();
  forget();
  endResetModel();
}

void SlateRowsModel::addMatches(std::span<const std::int64_t> slates) {
  if (slates.empty()) return;
  const int before = rowCount();
  beginInsertRows({}, before, before + static_cast<int>(slates.size()) - 1);
  matches_.insert(matches_.end(), slates.begin(), slates.end());
  endInsertRows();
}

std::int64_t SlateRowsModel::slate(int row) const {
  return filtered_ ? matches_[static_cast<std::size_t>(row)] : row;
}

int SlateRowsModel::rowOf(std::int64_t slate) const {
  if (!filtered_) return slate >= 0 && slate < rowCount() ? static_cast<int>(slate) : -1;
  const auto found = std::lower_bound(matches_.begin(), matches_.end(), slate);
  return found == matches_.end() || *found != slate ? -1
                                                    : static_cast<int>(found - matches_.begin());
}

void SlateRowsModel::setPage(int question, const PageAnswer& answer) {
  if (question != question_) return;
  wanted_.remove(answer.page);
  if (pages_.insert_or_assign(answer.page, answer.rows).second) {
    order_.push_front(answer.page);
    if (order_.size() > kMostPages) {
      pages_.erase(order_.back());
      order_.pop_back();
    }
  }
  const auto first = static_cast<int>(answer.page * kPageRows);
  const int last = std::min(first + static_cast<int>(kPageRows), rowCount()) - 1;
  if (last >= first) Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

const BrowserRow* SlateRowsModel::rowAt(int row) const {
  const auto page = pages_.find(row / kPageRows);
  if (page == pages_.end()) return nullptr;
  const auto place = static_cast<std::size_t>(row % kPageRows);
  return place < page->second.size() ? &page->second[place] : nullptr;
}

bool SlateRowsModel::loaded(int row) const {
  return rowAt(row) != nullptr;
}

void SlateRowsModel::want(std::int64_t page) const {
  if (!wanted_.empty() && wanted_.front() == page) return;
  const auto known = std::find(wanted_.begin(), wanted_.end(), page);
  if (known != wanted_.end()) {
    wanted_.splice(wanted_.begin(), wanted_, known);
    return;
  }
  wanted_.push_front(page);
  if (wanted_.size() > kMostWanted) wanted_.pop_back();
  asking_.start();
}

void SlateRowsModel::askWanted() {
  std::vector<PageRequest> requests;
  for (const std::int64_t page : wanted_) {
    PageRequest request{page, {}};
    const auto last = std::min<std::int64_t>((page + 1) * kPageRows, rowCount());
    for (std::int64_t row = page * kPageRows; row < last; ++row) {
      request.slates.push_back(slate(static_cast<int>(row)));
    }
    requests.push_back(std::move(request));
  }
  if (!requests.empty()) Q_EMIT pagesWanted(question_, std::move(requests));
}

int SlateRowsModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  const std::int64_t rows = filtered_ ? static_cast<std::int64_t>(matches_.size()) : slates_;
  return static_cast<int>(std::min<std::int64_t>(rows, std::numeric_limits<int>::max()));
}

int SlateRowsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant SlateRowsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto column = static_cast<std::size_t>(index.column());
  const BrowserKind kind = columns_[column].kind;
  if (role == Qt::TextAlignmentRole) {
    return kind == BrowserKind::Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
  }
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::ForegroundRole) return {};
  const BrowserRow* row = rowAt(index.row());
  if (role == Qt::DisplayRole) {
    if (column == 0) return QString::number(slate(index.row()) + 1);
    if (row != nullptr) return shownText(row->cells[column], kind);
    want(index.row() / kPageRows);
    return QStringLiteral("…");
  }
  if (row == nullptr) return {};
  if (role == Qt::ToolTipRole) return copyText(row->cells[column], kind);
  const bool missing = std::holds_alternative<std::monostate>(row->cells[column]);
  return missing ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
                 : QVariant();
}

QVariant SlateRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const BrowserColumn& column = columns_[static_cast<std::size_t>(section)];
  if (role == Qt::DisplayRole) return QString::fromStdString(column.name);
  if (role == Qt::ToolTipRole) return QString::fromStdString(column.meaning);
  return {};
}

}  // namespace luce::desktop
