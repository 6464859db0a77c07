#include "app/desktop/runs/run_proxy.h"

#include <cmath>
#include <utility>

namespace luce::desktop {

RunProxy::RunProxy(RunTableModel& runs, QObject* parent)
    : QSortFilterProxyModel(parent), runs_(runs) {
  // The C locale compares bytes, numbers included.
  if (collator_.locale().language() == QLocale::C) collator_.setLocale(QLocale::English);
  collator_.setNumericMode(true);
  setSourceModel(&runs);
}

void RunProxy::setFilter(RunFilter filter) {
  filter_ = std::move(filter);
  invalidateFilter();
}

void RunProxy::setShowsPutAway(bool shows) {
  showsPutAway_ = shows;
  invalidateFilter();
}

std::vector<int> RunProxy::shownRows() const {
  std::vector<int> rows;
  rows.reserve(static_cast<std::size_t>(rowCount()));
  for (int row = 0; row < rowCount(); ++row) rows.push_back(mapToSource(index(row, 0)).row());
  return rows;
}

bool RunProxy::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
  if (runs_.isPutAway(row) && !showsPutAway_) return false;
  return filter_.matches([&](int column) { return runs_.cell(row, column); });
}

bool RunProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const int column = left.column();
  if (column == RunTableModel::kStarted) {
    const std::string& a = runs_.entry(left.row()).record.started;
    const std::string& b = runs_.entry(right.row()).record.started;
    return a != b ? a < b : left.row() < right.row();
  }
  const RunCell a = runs_.cell(left.row(), column), b = runs_.cell(right.row(), column);
  const bool hasA = !std::isnan(a.number), hasB = !std::isnan(b.number);
  if (hasA && hasB) return a.number != b.number ? a.number < b.number : left.row() < right.row();
  // Among texts, numbers and what is missing stand apart.
  if (hasA != hasB) return hasA == (sortOrder() == Qt::AscendingOrder);
  const int order = collator_.compare(a.text, b.text);
  return order != 0 ? order < 0 : left.row() < right.row();
}

}  // namespace luce::desktop
