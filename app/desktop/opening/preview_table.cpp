#include "app/desktop/opening/preview_table.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>
#include <set>

#include "app/desktop/text_size.h"

namespace luce::desktop {

namespace {

constexpr int kSelectionAlpha = 60;
/// So many fields are measured for the columns' widths, which takes a few milliseconds.
constexpr int kMeasuredCells = 1000;
constexpr int kCellMargins = 10;
constexpr int kMostWidth = 240;

struct MenuGroup {
  const char* title;
  std::vector<std::pair<ColumnRole, const char*>> roles;  ///< with their key
};

const std::vector<MenuGroup>& menuGroups() {
  static const std::vector<MenuGroup> groups{
      {QT_TRANSLATE_NOOP("PreviewTable", "Names and time"),
       {{ColumnRole::Slate, "&slate"},
        {ColumnRole::Item, "&item"},
        {ColumnRole::User, "&user"},
        {ColumnRole::Time, "tim&e"}}},
      {QT_TRANSLATE_NOOP("PreviewTable", "What people did"), {{ColumnRole::Task, "&task"}}},
      {QT_TRANSLATE_NOOP("PreviewTable", "How it was shown"),
       {{ColumnRole::Position, "&position"},
        {ColumnRole::Propensity, "p&ropensity"},
        {ColumnRole::Examination, "e&xamination"},
        {ColumnRole::LoggingModel, "&logging model's probability"}}},
      {QT_TRANSLATE_NOOP("PreviewTable", "Features"),
       {{ColumnRole::CandidateNumber, "candidate feature, &number"},
        {ColumnRole::CandidateCategory, "candidate feature, &category"},
        {ColumnRole::ContextNumber, "context &feature, number"},
        {ColumnRole::ContextCategory, "context feature, c&ategory"}}},
      {"", {{ColumnRole::Ignored, "i&gnored"}}}};
  return groups;
}

}  // namespace

void PreviewTable::softenSelection() {
  QPalette soft = QApplication::palette();
  QColor selected = soft.color(QPalette::Active, QPalette::Highlight);
  selected.setAlpha(kSelectionAlpha);
  soft.setColor(QPalette::Highlight, selected);
  soft.setColor(QPalette::HighlightedText, soft.color(QPalette::Text));
  if (soft != palette()) setPalette(soft);
}

PreviewTable::PreviewTable(QWidget* parent)
    : QTableView(parent), model_(new PreviewModel(this)), header_(new RoleHeader(this)) {
  setHorizontalHeader(header_);
  setModel(model_);
  setSelectionBehavior(SelectColumns);
  setSelectionMode(ExtendedSelection);
  setWordWrap(false);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(ScrollPerPixel);
  setAlternatingRowColors(true);
  followTextSize(*this);
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setHighlightSections(false);
  verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
  verticalHeader()->setToolTip(tr("Line in the file"));
  setAccessibleName(tr("First records of the log"));
  setToolTip(
      tr("Choose a column's role with a click on it, with the right mouse button, or with "
         "the space bar; several columns at once when several are selected."));
  connect(header_, &RoleHeader::roleAsked, this, &PreviewTable::showMenu);
  softenSelection();
}

void PreviewTable::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::ApplicationPaletteChange) softenSelection();
}

void PreviewTable::show(std::shared_ptr<const LogInspection> log, const MappingDraft& draft) {
  const int column = std::max(currentColumn(), 0);
  const bool sameColumns = model_->draft().header() == draft.header() && model_->rowCount() > 0;
  const int left = horizontalScrollBar()->value(), top = verticalScrollBar()->value();
  model_->show(std::move(log), draft);
  if (!sameColumns) fitColumns();
  if (!currentIndex().isValid() && model_->rowCount() > 0 && model_->columnCount() > 0) {
    setCurrentIndex(model_->index(0, std::min(column, model_->columnCount() - 1)));
    if (sameColumns) {
      horizontalScrollBar()->setValue(left);
      verticalScrollBar()->setValue(top);
    }
  }
}

void PreviewTable::showDraft(const MappingDraft& draft) {
  model_->showDraft(draft);
}

void PreviewTable::fitColumns() {
  const int rows =
      std::min(model_->rowCount(), kMeasuredCells / std::max(1, model_->columnCount()));
  for (int column = 0; column < model_->columnCount(); ++column) {
    int widest = 0;
    for (int row = 0; row < rows; ++row) {
      const QString text = model_->data(model_->index(row, column), Qt::DisplayRole).toString();
      widest = std::max(widest, fontMetrics().horizontalAdvance(text));
    }
    widest = std::min(widest + kCellMargins, kMostWidth);
    setColumnWidth(column, std::max(header_->wantedWidth(column), widest));
  }
}

void PreviewTable::goTo(std::int64_t line, int column) {
  if (model_->rowCount() == 0 || model_->columnCount() == 0) return;
  const int row = model_->rowOfLine(line);
  const QModelIndex index =
      model_->index(std::max(row, 0), std::clamp(column, 0, model_->columnCount() - 1));
  // Unselected, so that the colour of what is wrong is seen.
  selectionModel()->setCurrentIndex(index, QItemSelectionModel::Clear);
  scrollTo(index, row >= 0 ? PositionAtCenter : EnsureVisible);
}

std::vector<std::size_t> PreviewTable::selectedColumns() const {
  std::set<std::size_t> columns;
  if (selectionModel() != nullptr) {
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
      for (int column = range.left(); column <= range.right(); ++column) {
        columns.insert(static_cast<std::size_t>(column));
      }
    }
  }
  if (columns.empty() && currentColumn() >= 0) {
    columns.insert(static_cast<std::size_t>(currentColumn()));
  }
  return {columns.begin(), columns.end()};
}

QMenu* PreviewTable::makeRoleMenu() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const std::vector<std::size_t> columns = selectedColumns();
  for (const MenuGroup& group : menuGroups()) {
    menu->addSection(QCoreApplication::translate("PreviewTable", group.title));
    for (const auto& [role, title] : group.roles) {
      QAction* action = menu->addAction(QString::fromUtf8(title));
      action->setData(static_cast<int>(role));
      QPixmap patch(12, 12);
      patch.fill(colourOf(role));
      action->setIcon(patch);
      action->setCheckable(true);
      action->setChecked(
          std::all_of(columns.begin(), columns.end(),
                      [&, role = role](std::size_t c) { return model_->draft().role(c) == role; }));
      // Two columns cannot both name the slate.
      action->setEnabled(columns.size() == 1 || !isSingleRole(role));
      connect(action, &QAction::triggered, this,
              [this, columns, role = role] { Q_EMIT roleChosen(columns, role); });
    }
  }
  return menu;
}

void PreviewTable::showMenu(int column) {
  if (column < 0 || column >= model_->columnCount()) return;
  const std::vector<std::size_t> selected = selectedColumns();
  if (std::find(selected.begin(), selected.end(), static_cast<std::size_t>(column)) ==
      selected.end()) {
    selectColumn(column);
  }
  if (!model_->draft().canChange(static_cast<std::size_t>(column))) return;
  const QRect role = header_->roleRect(column);
  makeRoleMenu()->popup(header_->viewport()->mapToGlobal(role.bottomLeft()));
}

void PreviewTable::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Keyboard) {
    showMenu(currentColumn());
    return;
  }
  const int column = columnAt(event->pos().x());
  if (column < 0) return;
  const std::vector<std::size_t> selected = selectedColumns();
  if (std::find(selected.begin(), selected.end(), static_cast<std::size_t>(column)) ==
      selected.end()) {
    selectColumn(column);
  }
  makeRoleMenu()->popup(event->globalPos());
}

void PreviewTable::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space || event->key() == Qt::Key_F4) {
    showMenu(currentColumn());
    return;
  }
  QTableView::keyPressEvent(event);
}

void PreviewTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (current.column() != previous.column()) Q_EMIT currentColumnChanged(current.column());
}

}  // namespace luce::desktop
