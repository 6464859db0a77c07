#include "app/desktop/inspector/slate_inspector.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/inspector/candidate_bar_delegate.h"
#include "app/desktop/row_table.h"

namespace luce::desktop {

namespace {

using Kind = CandidateColumn::Kind;

constexpr int kRankColumn = 2;
constexpr int kMeasuredRows = 60;
constexpr int kWidestText = 220;

}  // namespace

SlateInspector::SlateInspector(QWidget* parent)
    : QWidget(parent),
      search_(new QLineEdit),
      count_(new QLabel),
      view_(new QTableView),
      columns_(new ColumnChooser(*view_)) {
  view_->setModel(&model_);
  view_->setItemDelegate(new CandidateBarDelegate(view_));
  view_->setSortingEnabled(true);
  view_->sortByColumn(kRankColumn, Qt::AscendingOrder);
  showAsRows(*view_);
  view_->setMouseTracking(true);
  view_->viewport()->installEventFilter(this);
  view_->horizontalHeader()->setStretchLastSection(true);
  view_->horizontalHeader()->setSectionsMovable(true);
  view_->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
  view_->setAccessibleName(tr("Candidates"));
  view_->setWhatsThis(
      tr("The candidates of the shown slate. p: the estimator's probabilities; s: the score; π_θ "
         "and π_β: how likely the policy and the logging policy place the candidate first; ρ: the "
         "importance ratio; A: the advantage; r: the reward. A click on a title sorts."));
  search_->setPlaceholderText(tr("Search (Ctrl+F)"));
  search_->setClearButtonEnabled(true);
  search_->setMaximumWidth(260);
  search_->setAccessibleName(tr("Search candidates"));
  search_->setToolTip(tr("Only candidates whose item, categories or actions contain this"));
  search_->setWhatsThis(
      tr("Shows only the candidates whose item, categories or actions contain the text."));
  search_->installEventFilter(this);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(6, 2, 6, 0);
  top->addWidget(search_);
  top->addWidget(count_);
  top->addStretch();
  top->addWidget(columns_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addLayout(top);
  layout->addWidget(view_);

  auto* copy = new QShortcut(QKeySequence::Copy, view_, nullptr, nullptr, Qt::WidgetShortcut);
  connect(copy, &QShortcut::activated, this,
          [this] { QGuiApplication::clipboard()->setText(copied()); });
  auto* find =
      new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
  connect(find, &QShortcut::activated, this, [this] {
    search_->setFocus();
    search_->selectAll();
  });
  connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
    model_.setFilter(text.trimmed());
    showCount();
  });
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &SlateInspector::tellSelection);
  connect(view_, &QTableView::entered, this, [this](const QModelIndex& index) {
    const std::size_t candidate = model_.candidateAt(index.row());
    model_.setHovered(candidate);
    Q_EMIT candidateHovered(candidate);
  });
  connect(&categories_, &SlateCategoriesReader::ready, this,
          [this](const auto& table, quint32 slate, const auto& texts) {
            if (table == table_ && slate == slate_) model_.setCategories(*texts);
          });
}

void SlateInspector::show(const QString& workspace, const DatasetView& dataset, std::uint32_t slate,
                          std::shared_ptr<const std::vector<CandidateView>> candidates) {
  const bool newTable = dataset.table != table_;
  const bool newSlate = newTable || slate != slate_;
  if (newSlate && slate_) Q_EMIT candidateSelected(std::nullopt);
  table_ = dataset.table;
  slate_ = slate;
  model_.show(dataset.table, slate, std::move(candidates));
  if (newTable) columns_->setColumns(model_.columns());
  if (newTable) fitColumns();
  if (newSlate) readCategories(workspace, dataset, slate);
  showCount();
}

void SlateInspector::readCategories(const QString& workspace, const DatasetView& dataset,
                                    std::uint32_t slate) {
  if (candidateFeatures(dataset.table->schema(), FeatureKind::Category).empty()) return;
  if (!source_ || source_->dataset.id != dataset.summary.id ||
      source_->workspace != workspace.toStdString()) {
    source_ = std::make_shared<const BrowseSource>(
        BrowseSource{workspace.toStdString(), dataset.summary});
  }
  categories_.read(source_, dataset.table, slate);
}

/// Wide enough for every number that can come, so that columns stand still while numbers change.
void SlateInspector::fitColumns() {
  view_->resizeColumnsToContents();
  const int number = view_->fontMetrics().horizontalAdvance("-0.00012345");
  for (int column = 0; column < model_.columnCount(); ++column) {
    const Kind kind = model_.columns()[static_cast<std::size_t>(column)].kind;
    const int title = view_->horizontalHeader()->sectionSizeHint(column);
    if (kind == Kind::Item || kind == Kind::Category) {
      view_->setColumnWidth(
          column, std::clamp(view_->columnWidth(column), std::max(title, 90), kWidestText));
    } else if (kind == Kind::Shown || kind == Kind::Rank || kind == Kind::Move) {
      view_->setColumnWidth(column, title);
    } else if (kind != Kind::Actions) {
      view_->setColumnWidth(column, std::max(number, title));
    }
  }
}

void SlateInspector::showCount() {
  const int shown = model_.rowCount();
  const auto all = static_cast<int>(model_.candidateCount());
  count_->setText(shown == all ? tr("%L1 candidates").arg(all)
                               : tr("%L1 of %L2 candidates").arg(shown).arg(all));
}

void SlateInspector::select(std::optional<std::size_t> candidate) {
  const QScopedValueRollback quiet(quiet_, true);
  const int row = candidate ? model_.rowOf(*candidate) : -1;
  if (row < 0) {
    view_->clearSelection();
    return;
  }
  view_->selectRow(row);
  view_->scrollTo(model_.index(row, 0));
}

void SlateInspector::tellSelection() {
  if (quiet_) return;
  const QModelIndexList rows = view_->selectionModel()->selectedRows();
  Q_EMIT candidateSelected(rows.isEmpty() ? std::nullopt
                                          : std::optional(model_.candidateAt(rows.front().row())));
}

QString SlateInspector::copied() const {
  std::vector<int> columns;
  for (int place = 0; place < model_.columnCount(); ++place) {
    const int column = view_->horizontalHeader()->logicalIndex(place);
    if (!view_->isColumnHidden(column)) columns.push_back(column);
  }
  std::vector<int> rows;
  for (const QModelIndex& index : view_->selectionModel()->selectedRows()) {
    rows.push_back(index.row());
  }
  for (int row = 0; rows.empty() && row < model_.rowCount(); ++row) rows.push_back(row);
  std::sort(rows.begin(), rows.end());
  QStringList lines, cells;
  for (const int column : columns) {
    cells.append(model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
  }
  lines.append(cells.join('\t'));
  for (const int row : rows) {
    cells.clear();
    for (const int column : columns) cells.append(model_.index(row, column).data().toString());
    lines.append(cells.join('\t'));
  }
  return lines.join('\n');
}

bool SlateInspector::eventFilter(QObject* watched, QEvent* event) {
  if (watched == view_->viewport() && event->type() == QEvent::Leave) {
    model_.setHovered(std::nullopt);
    Q_EMIT candidateHovered(std::nullopt);
  }
  if (watched == search_ && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
      search_->clear();
      view_->setFocus();
      return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return) {
      view_->setFocus();
      if (!view_->selectionModel()->hasSelection() && model_.rowCount() > 0) view_->selectRow(0);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace luce::desktop
