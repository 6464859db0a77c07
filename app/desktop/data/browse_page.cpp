#include "app/desktop/data/browse_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/core_words.h"
#include "app/desktop/row_table.h"
#include "app/desktop/theme.h"
#include "app/desktop/window/icons.h"

namespace luce::desktop {

namespace {

constexpr int kMostCopied = 100'000;
/// How long typing must rest before a condition is judged.
constexpr int kCheckDelay = 700;  // ms

void prepare(QTableView& view) {
  showAsRows(view);
  view.setSelectionMode(QAbstractItemView::ExtendedSelection);
  view.setEditTriggers(QAbstractItemView::NoEditTriggers);
  view.setWordWrap(false);
  view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view.horizontalHeader()->setStretchLastSection(true);
}

void copyOn(QTableView* view, const std::function<void()>& action) {
  auto* shortcut = new QShortcut(QKeySequence::Copy, view, nullptr, nullptr, Qt::WidgetShortcut);
  QObject::connect(shortcut, &QShortcut::activated, view, action);
}

std::vector<BrowserColumn> columnsOf(const std::vector<BrowserExpression>& expressions) {
  std::vector<BrowserColumn> columns;
  for (const BrowserExpression& expression : expressions) columns.push_back(expression.column);
  return columns;
}

}  // namespace

BrowsePage::BrowsePage(QWidget* parent)
    : QWidget(parent),
      condition_(new ConditionEdit),
      cancel_(new QPushButton(tr("Cancel"))),
      progress_(new QProgressBar),
      count_(new QLabel),
      goTo_(new QLineEdit),
      mistake_(new QLabel),
      view_(new QTableView),
      candidatePanel_(new QWidget),
      candidateTitle_(new QLabel),
      candidateView_(new QTableView) {
  condition_->setClearButtonEnabled(true);
  condition_->setAccessibleName(tr("Condition"));
  condition_->setObjectName("slate_condition");
  condition_->setToolTip(
      tr("Which slates to list, as an expression over the columns: =, <>, <, >=, AND, OR, NOT, IN, "
         "LIKE, IS NULL. Texts go in single quotes. Enter searches, an empty line lists all."));
  goTo_->setPlaceholderText(tr("Go to a key or #number"));
  goTo_->setClearButtonEnabled(true);
  goTo_->setAccessibleName(tr("Go to slate"));
  goTo_->setWhatsThis(tr("The key of a slate, or # and its number; Enter shows it in the list."));
  progress_->setAccessibleName(tr("Progress of the search"));
  cancel_->setWhatsThis(tr("End the search; the list stays as it was."));
  goTo_->setFixedWidth(fontMetrics().horizontalAdvance(goTo_->placeholderText()) + 40);
  progress_->setMaximumWidth(110);
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  mistake_->setWordWrap(true);
  mistake_->setTextFormat(Qt::PlainText);
  mistake_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  QPalette warning = mistake_->palette();
  warning.setColor(QPalette::WindowText, theme::kReward);
  mistake_->setPalette(warning);
  for (QWidget* widget : {static_cast<QWidget*>(progress_), static_cast<QWidget*>(cancel_),
                          static_cast<QWidget*>(mistake_)}) {
    widget->hide();
  }
  checking_.setSingleShot(true);
  checking_.setInterval(kCheckDelay);
  buildTables();

  auto* line = new QHBoxLayout;
  line->addWidget(condition_, 1);
  line->addWidget(progress_);
  line->addWidget(cancel_);
  line->addWidget(count_);
  line->addWidget(goTo_);
  auto* tables = new QSplitter(Qt::Vertical);
  tables->addWidget(view_);
  tables->addWidget(candidatePanel_);
  tables->setStretchFactor(0, 3);
  tables->setStretchFactor(1, 2);
  tables->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(6, 6, 6, 0);
  layout->addLayout(line);
  layout->addWidget(mistake_);
  layout->addWidget(tables, 1);

  connect(condition_, &QLineEdit::returnPressed, this, &BrowsePage::search);
  connect(condition_, &QLineEdit::textChanged, this, [this](const QString& text) {
    showMistake({});
    checking_.stop();
    if (text.trimmed().isEmpty()) {
      search();
    } else {
      checking_.start();
    }
  });
  connect(&checking_, &QTimer::timeout, this, [this] {
    if (condition_->proposes()) {
      checking_.start();
      return;
    }
    if (source_ && !searching_) worker_.check(source_, ++question_, condition_->text());
  });
  connect(cancel_, &QPushButton::clicked, this, &BrowsePage::cancelSearch);
  connect(goTo_, &QLineEdit::returnPressed, this, &BrowsePage::goTo);
  connectWorker();
}

void BrowsePage::buildTables() {
  prepare(*view_);
  view_->setModel(&rows_);
  view_->setAccessibleName(tr("Slates"));
  view_->setWhatsThis(
      tr("All slates of the log that meet the condition. A double click opens the candidates of "
         "one."));
  prepare(*candidateView_);
  sortedCandidates_.setSourceModel(&candidates_);
  sortedCandidates_.setSortRole(Qt::UserRole);
  candidateView_->setModel(&sortedCandidates_);
  candidateView_->setSortingEnabled(true);
  candidateView_->horizontalHeader()->setSortIndicatorClearable(true);
  candidateView_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  candidateView_->setAccessibleName(tr("Candidates of the slate"));
  candidateView_->setWhatsThis(tr("The candidates of the slate as they were logged."));
  widths_ = new ColumnWidths(view_, "data/slate_widths");
  candidateWidths_ = new ColumnWidths(candidateView_, "data/candidate_widths");

  QFont bold = candidateTitle_->font();
  bold.setBold(true);
  candidateTitle_->setFont(bold);
  candidateTitle_->setTextFormat(Qt::PlainText);
  candidateTitle_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton;
  close->setIcon(icon("close"));
  close->setAutoRaise(true);
  close->setToolTip(tr("Close the candidates"));
  close->setAccessibleName(tr("Close the candidates"));
  auto* heading = new QHBoxLayout;
  heading->addWidget(candidateTitle_, 1);
  heading->addWidget(close);
  auto* layout = new QVBoxLayout(candidatePanel_);
  layout->setContentsMargins(0, 2, 0, 0);
  layout->setSpacing(2);
  layout->addLayout(heading);
  layout->addWidget(candidateView_, 1);
  candidatePanel_->hide();

  connect(close, &QToolButton::clicked, this, [this] {
    candidatePanel_->hide();
    opened_ = -1;
    view_->setFocus();
  });
  connect(view_, &QTableView::activated, this,
          [this](const QModelIndex& index) { openCandidates(rows_.slate(index.row())); });
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            if (!current.isValid()) return;
            const std::int64_t slate = rows_.slate(current.row());
            if (candidatePanel_->isVisible()) openCandidates(slate);
            Q_EMIT slateChosen(static_cast<std::uint32_t>(slate));
          });
  copyOn(view_, [this] { copySlates(); });
  copyOn(candidateView_, [this] { copyCandidates(); });
}

void BrowsePage::connectWorker() {
  connect(&rows_, &SlateRowsModel::pagesWanted, this,
          [this](int question, const std::vector<PageRequest>& pages) {
            if (source_) worker_.readPages(source_, question, pages);
          });
  connect(&worker_, &BrowseWorker::pageRead, this,
          [this](int question, const auto& page) { rows_.setPage(question, *page); });
  connect(
      &worker_, &BrowseWorker::candidatesRead, this,
      [this](int question, std::int64_t slate, const auto& candidates) {
        if (question != candidateQuestion_) return;
        candidates_.setCandidates(candidates);
        const auto count = [](std::int64_t value) {
          return QLocale().toString(static_cast<qlonglong>(value));
        };
        const auto shown = static_cast<std::int64_t>(candidates->rows.size());
        const QString listed =
            shown < candidates->total
                ? tr("the first %1 of %2 candidates").arg(count(shown), count(candidates->total))
                : tr("%1 %2").arg(count(shown), shown == 1 ? tr("candidate") : tr("candidates"));
        candidateTitle_->setText(
            tr("Slate %1 (number %2): %3")
                .arg(QString::fromStdString(candidates->key), count(slate + 1), listed));
      });
  connect(&worker_, &BrowseWorker::checked, this, [this](int question, const QString& reason) {
    if (question == question_) showMistake(reason);
  });
  connect(&worker_, &BrowseWorker::found, this,
          [this](int question, const auto& slates, double fraction) {
            if (question != question_ || !searching_) return;
            if (!std::exchange(cleared_, true)) rows_.showMatches();
            rows_.addMatches(*slates);
            searched_ = fraction;
            progress_->setValue(static_cast<int>(1000 * fraction));
            showCount();
          });
  connect(&worker_, &BrowseWorker::searched, this, [this](int question) {
    if (question != question_ || !searching_) return;
    if (!cleared_) rows_.showMatches();
    searched_ = 1;
    endSearch();
  });
  connect(&worker_, &BrowseWorker::searchRefused, this,
          [this](int question, const QString& reason) {
            if (question != question_) return;
            endSearch();
            showMistake(reason);
          });
  connect(&worker_, &BrowseWorker::keySearched, this, [this](int question, double fraction) {
    if (question == keyQuestion_) {
      Q_EMIT told(tr("Searching the slate: %1 %").arg(static_cast<int>(100 * fraction)));
    }
  });
  connect(&worker_, &BrowseWorker::keyFound, this, [this](int question, std::int64_t slate) {
    if (question != keyQuestion_) return;
    bool isNumber = false;
    const qlonglong number = goTo_->text().trimmed().toLongLong(&isNumber);
    if (slate < 0 && isNumber) slate = number - 1;
    if (slate < 0 || slate >= source_->dataset.slates) {
      Q_EMIT told(tr("No slate has the key or number \"%1\".").arg(goTo_->text().trimmed()));
      return;
    }
    Q_EMIT told({});
    reach(slate);
  });
  connect(&worker_, &BrowseWorker::copied, this, [this](const QString& lines, int rows) {
    QGuiApplication::clipboard()->setText(lines);
    Q_EMIT told(tr("Copied %L1 slates.").arg(rows));
  });
  connect(&worker_, &BrowseWorker::refused, this, &BrowsePage::showMistake);
}

void BrowsePage::setSource(BrowseWorker::Source source) {
  worker_.cancelAll();
  source_ = std::move(source);
  ++question_;
  ++keyQuestion_;
  ++candidateQuestion_;
  checking_.stop();
  searched_ = 1;
  {
    const QSignalBlocker quiet(condition_);
    condition_->clear();
  }
  goTo_->clear();
  candidatePanel_->hide();
  opened_ = -1;
  const DatasetSummary& dataset = source_->dataset;
  const BrowserColumns columns(dataset.schema, DatasetTables(dataset.id, dataset.schema));
  rows_.setDataset(columnsOf(columns.slate), dataset.slates);
  candidates_.setColumns(columnsOf(columns.candidate));
  candidateView_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  sortedCandidates_.sort(-1);
  widths_->apply(rows_.columns());
  candidateWidths_->apply(candidates_.columns());
  QStringList names;
  for (const std::string& name : columns.conditionNames()) {
    names.append(QString::fromStdString(name));
  }
  condition_->setNames(names);
  condition_->setPlaceholderText(
      tr("Condition, such as %1 > 0 AND item = 'a'; Enter searches")
          .arg(QString::fromStdString(typedName(dataset.schema.tasks.front()))));
  showMistake({});
  endSearch();
}

void BrowsePage::showSlate(std::int64_t slate) {
  const int row = rows_.rowOf(slate);
  if (row < 0 || view_->currentIndex().row() == row) return;
  const QSignalBlocker quiet(this);
  view_->selectRow(row);
}

void BrowsePage::search() {
  checking_.stop();
  showMistake({});
  if (!source_) return;
  const QString text = condition_->text().trimmed();
  ++question_;
  if (text.isEmpty()) {
    worker_.cancelSearch();
    rows_.showAll();
    searched_ = 1;
    endSearch();
    return;
  }
  searching_ = true;
  cleared_ = false;
  progress_->setValue(0);
  progress_->show();
  cancel_->show();
  worker_.search(source_, question_, text);
}

void BrowsePage::cancelSearch() {
  ++question_;
  worker_.cancelSearch();
  endSearch();
}

void BrowsePage::endSearch() {
  searching_ = false;
  progress_->hide();
  cancel_->hide();
  showCount();
}

void BrowsePage::showMistake(const QString& reason) {
  mistake_->setText(wordsOfCore(reason));
  mistake_->setVisible(!reason.isEmpty());
}

void BrowsePage::showCount() {
  if (!source_) return;
  const auto slates = static_cast<qlonglong>(source_->dataset.slates);
  QString text = tr("%L1 slates").arg(slates);
  if (rows_.showsMatches()) {
    text = tr("%L1 of %L2 slates").arg(rows_.rowCount()).arg(slates);
    if (searched_ < 1 && !searching_) {
      text += tr(", the first %1 % searched").arg(static_cast<int>(100 * searched_));
    }
  }
  count_->setText(text);
}

void BrowsePage::goTo() {
  const QString text = goTo_->text().trimmed();
  if (!source_ || text.isEmpty()) return;
  ++keyQuestion_;
  bool isNumber = false;
  const qlonglong number = text.mid(1).toLongLong(&isNumber);
  if (text.startsWith('#') && isNumber && number >= 1 && number <= source_->dataset.slates) {
    reach(number - 1);
    return;
  }
  worker_.findKey(source_, keyQuestion_, text);
}

void BrowsePage::reach(std::int64_t slate) {
  const int row = rows_.rowOf(slate);
  if (row < 0) {
    Q_EMIT told(tr("Slate %L1 does not meet the condition; its candidates are shown below.")
                    .arg(slate + 1));
    openCandidates(slate);
    Q_EMIT slateChosen(static_cast<std::uint32_t>(slate));
    return;
  }
  view_->selectRow(row);
  view_->scrollTo(rows_.index(row, 0), QAbstractItemView::PositionAtCenter);
  view_->setFocus();
}

void BrowsePage::openCandidates(std::int64_t slate) {
  candidatePanel_->show();
  if (slate == opened_) return;
  opened_ = slate;
  worker_.readCandidates(source_, ++candidateQuestion_, slate);
}

void BrowsePage::copySlates() {
  std::vector<std::int64_t> slates;
  for (const QItemSelectionRange& range : view_->selectionModel()->selection()) {
    for (int row = range.top(); row <= range.bottom(); ++row) {
      if (slates.size() == kMostCopied) {
        Q_EMIT told(
            tr("More than %L1 slates are selected; select fewer to copy them.").arg(kMostCopied));
        return;
      }
      slates.push_back(rows_.slate(row));
    }
  }
  if (slates.empty()) return;
  std::sort(slates.begin(), slates.end());
  worker_.copy(source_, std::move(slates));
}

void BrowsePage::copyCandidates() {
  QStringList cells;
  for (const BrowserColumn& column : candidates_.columns()) {
    cells.append(QString::fromStdString(column.name));
  }
  QStringList lines{cells.join('\t')};
  QModelIndexList rows = candidateView_->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  for (const QModelIndex& row : rows) {
    cells.clear();
    for (int column = 0; column < sortedCandidates_.columnCount(); ++column) {
      cells.append(row.siblingAtColumn(column).data(Qt::ToolTipRole).toString());
    }
    lines.append(cells.join('\t'));
  }
  QGuiApplication::clipboard()->setText(lines.join('\n'));
  Q_EMIT told(tr("Copied %L1 candidates.").arg(rows.size()));
}

}  // namespace luce::desktop
