#include "app/desktop/opening/problem_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStringList>
#include <algorithm>

#include "app/desktop/core_words.h"

namespace luce::desktop {

namespace {

constexpr int kMostFileWidth = 150;
constexpr int kMostFieldWidth = 150;
constexpr int kMostFoundWidth = 180;

QString fieldOf(const ImportProblem& problem) {
  if (!problem.columnName.empty()) return QString::fromStdString(problem.columnName);
  return problem.column > 0 ? QString::number(problem.column) : QString();
}

}  // namespace

void ProblemModel::show(std::vector<ImportProblem> problems) {
  beginResetModel();
  problems_ = std::move(problems);
  endResetModel();
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(problems_.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
  const ImportProblem& problem = problems_[static_cast<std::size_t>(index.row())];
  if (role == Qt::ToolTipRole) {
    return QString("<p>%1</p>")
        .arg(wordsOfCore(QString::fromStdString(problem.text())).toHtmlEscaped());
  }
  if (role == Qt::TextAlignmentRole && index.column() == Line) {
    return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case File:
      return QString::fromStdString(problem.file.filename().string());
    case Line:
      return problem.line > 0 ? QString::number(problem.line) : QString();
    case Field:
      return fieldOf(problem);
    case Found:
      return wordsOfCore(QString::fromStdString(problem.found));
    case Expected:
      return wordsOfCore(QString::fromStdString(problem.expected));
    default:
      return wordsOfCore(QString::fromStdString(problem.remedy));
  }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case File:
      return tr("File");
    case Line:
      return tr("Line");
    case Field:
      return tr("Column");
    case Found:
      return tr("Found");
    case Expected:
      return tr("Expected");
    default:
      return tr("What to do");
  }
}

ProblemTable::ProblemTable(QWidget* parent) : QTableView(parent), model_(new ProblemModel(this)) {
  setModel(model_);
  setSelectionBehavior(SelectRows);
  setSelectionMode(SingleSelection);
  setShowGrid(false);
  setAlternatingRowColors(true);
  setVerticalScrollMode(ScrollPerPixel);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 6);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  horizontalHeader()->setHighlightSections(false);
  setAccessibleName(tr("Problems of the log"));
  connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
    Q_EMIT chosen(model_->problems()[static_cast<std::size_t>(index.row())]);
  });
}

void ProblemTable::show(std::vector<ImportProblem> problems) {
  model_->show(std::move(problems));
  fitColumns();
}

void ProblemTable::fitColumns() {
  resizeColumnsToContents();
  const auto limit = [this](int column, int most) {
    setColumnWidth(column, std::min(columnWidth(column), most));
  };
  limit(ProblemModel::File, kMostFileWidth);
  limit(ProblemModel::Field, kMostFieldWidth);
  limit(ProblemModel::Found, kMostFoundWidth);
  int before = 0;
  for (int column = 0; column < ProblemModel::Expected; ++column) before += columnWidth(column);
  limit(ProblemModel::Expected, std::max(kMostFoundWidth, (viewport()->width() - before) / 2));
  const int left = viewport()->width() - before - columnWidth(ProblemModel::Expected);
  setColumnWidth(ProblemModel::Remedy, std::max(left, kMostFoundWidth));
  resizeRowsToContents();
}

void ProblemTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fitColumns();
}

QString ProblemTable::text() const {
  QStringList lines;
  for (const ImportProblem& problem : model_->problems()) {
    lines.append(QString::fromStdString(problem.text()));
  }
  return lines.join('\n');
}

void ProblemTable::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    QApplication::clipboard()->setText(text());
  } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
             currentIndex().isValid()) {
    Q_EMIT chosen(model_->problems()[static_cast<std::size_t>(currentIndex().row())]);
  } else {
    QTableView::keyPressEvent(event);
  }
}

}  // namespace luce::desktop
