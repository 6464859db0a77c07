#include "app/desktop/runs/run_columns.h"

#include <QHeaderView>
#include <algorithm>

#include "app/desktop/kept_settings.h"

namespace luce::desktop {

namespace {

constexpr const char* kHiddenKey = "runs/hidden_columns";
constexpr const char* kDifferencesKey = "runs/only_differences";
constexpr int kWidestColumn = 260;
/// So many rows tell how wide a column needs to be.
constexpr int kRowsForWidth = 60;

}  // namespace

RunColumns::RunColumns(QTableView& view, RunTableModel& runs, RunProxy& proxy)
    : QObject(&view), view_(view), runs_(runs), proxy_(proxy) {
  const KeptSettings settings;
  hidden_ = settings.value(kHiddenKey, QStringList{"kept_step", "seconds"}).toStringList();
  onlyDifferences_ = settings.value(kDifferencesKey, true).toBool();
  QHeaderView& header = *view.horizontalHeader();
  header.setResizeContentsPrecision(kRowsForWidth);
  header.setSectionsMovable(true);
  header.setContextMenuPolicy(Qt::CustomContextMenu);
  connect(&header, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
    QMenu menu;
    fill(menu);
    menu.exec(view_.horizontalHeader()->mapToGlobal(place));
  });
}

void RunColumns::setOnlyDifferences(bool only) {
  if (only == onlyDifferences_) return;
  onlyDifferences_ = only;
  KeptSettings().setValue(kDifferencesKey, only);
  update();
}

bool RunColumns::isShown(int column, const std::vector<int>& rows) const {
  if (hidden_.contains(nameOf(column))) return false;
  return column < RunTableModel::kFirstParameter || !onlyDifferences_ ||
         runs_.differs(column, rows);
}

QString RunColumns::nameOf(int column) const {
  return runs_.keys().value(column);
}

void RunColumns::update() {
  const std::vector<int> rows = proxy_.shownRows();
  view_.setUpdatesEnabled(false);
  for (int column = 0; column < runs_.columnCount(); ++column) {
    const bool shows = isShown(column, rows);
    const bool showed = !view_.isColumnHidden(column);
    if (shows != showed) view_.setColumnHidden(column, !shows);
    if (shows && !rows.empty()) widen(column);
  }
  view_.setUpdatesEnabled(true);
}

void RunColumns::widen(int column) {
  const int width = view_.columnWidth(column);
  const auto given = given_.find(nameOf(column));
  // People may have changed the width.
  const int own =
      given == given_.end() ? view_.horizontalHeader()->defaultSectionSize() : given->second;
  if (width != own) return;
  view_.resizeColumnToContents(column);
  // What is written fat, as the opened run is, needs more room than before; narrower it need not
  // be.
  const int least = given == given_.end() ? 0 : own;
  const int wanted = std::clamp(view_.columnWidth(column), least, std::max(least, kWidestColumn));
  view_.setColumnWidth(column, wanted);
  given_[nameOf(column)] = wanted;
}

void RunColumns::choose(const QString& key, bool shown) {
  hidden_.removeAll(key);
  if (!shown) hidden_.append(key);
  KeptSettings().setValue(kHiddenKey, hidden_);
  update();
}

void RunColumns::fill(QMenu& menu) {
  QMenu* fields = nullptr;
  for (int column = RunTableModel::kHeldOut; column < runs_.columnCount(); ++column) {
    if (column == RunTableModel::kFirstParameter) {
      menu.addSeparator();
      QAction* only = menu.addAction(tr("Only fields in which runs differ"));
      only->setCheckable(true);
      only->setChecked(onlyDifferences_);
      connect(only, &QAction::toggled, this, &RunColumns::setOnlyDifferences);
      fields = menu.addMenu(tr("Fields of the experiment"));
    }
    const QString key = nameOf(column);
    QAction* action = (fields == nullptr ? menu : *fields)
                          .addAction(runs_.headerData(column, Qt::Horizontal).toString());
    action->setCheckable(true);
    action->setChecked(!hidden_.contains(key));
    connect(action, &QAction::toggled, this, [this, key](bool shown) { choose(key, shown); });
  }
}

std::vector<int> RunColumns::shown() const {
  std::vector<int> columns;
  for (int place = 0; place < runs_.columnCount(); ++place) {
    const int column = view_.horizontalHeader()->logicalIndex(place);
    if (!view_.isColumnHidden(column)) columns.push_back(column);
  }
  return columns;
}

}  // namespace luce::desktop
