#include "app/desktop/evaluation/segment_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/evaluation/bar_delegate.h"
#include "app/desktop/row_table.h"

namespace luce::desktop {

namespace {

/// In less, bars cannot be told apart.
constexpr int kNarrowest = 84;

}  // namespace

SegmentTable::SegmentTable(QWidget* parent)
    : QWidget(parent),
      model_(new SegmentModel(this)),
      view_(new QTableView),
      task_(new QComboBox),
      copy_(new QPushButton(tr("&Copy"))),
      empty_(new QLabel(tr("Train, or open a run, to see where it ranks well and where not."))),
      filled_(new QWidget),
      pages_(new QStackedLayout(this)) {
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setForegroundRole(QPalette::PlaceholderText);
  view_->setModel(model_);
  view_->setItemDelegate(new BarDelegate(view_));
  showAsRows(*view_);
  view_->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
  view_->horizontalHeader()->setSortIndicatorClearable(true);
  view_->setSortingEnabled(true);
  view_->setAccessibleName(tr("Segments"));
  view_->setWhatsThis(
      tr("The reward, by segment of the slates, under the policy and the compared one. Few rows "
         "make wide intervals."));
  auto* copyKey = new QShortcut(QKeySequence::Copy, view_, nullptr, nullptr, Qt::WidgetShortcut);
  connect(copyKey, &QShortcut::activated, this, &SegmentTable::copy);
  copy_->setToolTip(tr("Copy the table as text (Ctrl+C in the table)"));
  copy_->setAutoDefault(false);
  connect(copy_, &QPushButton::clicked, this, &SegmentTable::copy);
  task_->setAccessibleName(tr("Task"));
  task_->setWhatsThis(tr("The task whose quality of prediction is shown by segment."));
  task_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  connect(task_, &QComboBox::currentIndexChanged, this, [this](int index) {
    if (index >= 0) model_->setTask(static_cast<std::size_t>(index));
  });
  connect(view_, &QTableView::activated, this, &SegmentTable::choose);
  auto* label = new QLabel(tr("&Task"));
  label->setBuddy(task_);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(6, 2, 6, 0);
  line->addWidget(label);
  line->addWidget(task_);
  line->addStretch();
  line->addWidget(copy_);
  auto* column = new QVBoxLayout(filled_);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(line);
  column->addWidget(view_, 1);
  pages_->addWidget(empty_);
  pages_->addWidget(filled_);
}

void SegmentTable::show(std::shared_ptr<const Segmentation> segmentation) {
  segmentation_ = std::move(segmentation);
  {
    const QSignalBlocker blocker(task_);
    const QString before = task_->currentText();
    task_->clear();
    if (segmentation_) {
      for (const TaskFit& fit : segmentation_->all.tasks) {
        task_->addItem(QString::fromStdString(fit.task));
      }
    }
    task_->setCurrentIndex(std::max(0, task_->findText(before)));
  }
  model_->show(segmentation_);
  if (task_->currentIndex() >= 0) model_->setTask(static_cast<std::size_t>(task_->currentIndex()));
  pages_->setCurrentWidget(segmentation_ ? filled_ : static_cast<QWidget*>(empty_));
  fit();
}

void SegmentTable::setEstimates(const SegmentEstimates& estimates) {
  model_->setEstimates(estimates);
  fit();
}

void SegmentTable::fit() {
  view_->setColumnHidden(SegmentModel::Estimate, !model_->hasEstimates());
  const bool ndcg =
      segmentation_ && segmentation_->all.judgedSlates > 0 && !segmentation_->cut.ofRows();
  view_->setColumnHidden(SegmentModel::Ndcg, !ndcg);
  view_->resizeColumnsToContents();
  for (int column = 0; column < model_->columnCount(); ++column) {
    if (view_->isColumnHidden(column)) continue;
    view_->setColumnWidth(column, std::max(kNarrowest, view_->columnWidth(column)));
  }
}

void SegmentTable::copy() const {
  QApplication::clipboard()->setText(model_->text());
}

void SegmentTable::choose(const QModelIndex& index) {
  const Segment* segment = model_->segmentAt(index.row());
  if (segment == nullptr || segment->localSlates.empty()) return;
  Q_EMIT segmentChosen(segmentation_, static_cast<int>(segment - segmentation_->segments.data()));
}

}  // namespace luce::desktop
