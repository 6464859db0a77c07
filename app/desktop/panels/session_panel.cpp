#include "app/desktop/panels/session_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/row_table.h"

namespace luce::desktop {

namespace {

/// To measure every row of a long log takes long.
constexpr int kMeasuredRows = 60;
constexpr int kKeyMargin = 12;

}  // namespace

SessionPanel::SessionPanel(QWidget* parent)
    : QWidget(parent),
      dataset_(new QComboBox),
      part_(new QComboBox),
      filter_(new QLineEdit),
      view_(new QTableView),
      count_(new QLabel) {
  dataset_->setToolTip(tr("Dataset"));
  dataset_->setAccessibleName(tr("Dataset"));
  part_->addItem(tr("all slates"));
  part_->addItem(tr("training"), static_cast<int>(SplitPart::Train));
  part_->addItem(tr("validation (held out)"), static_cast<int>(SplitPart::Validation));
  part_->addItem(tr("test"), static_cast<int>(SplitPart::Test));
  part_->setToolTip(tr("Which slates to list"));
  filter_->setPlaceholderText(tr("Find a slate"));
  filter_->setAccessibleName(tr("Find a slate"));
  filter_->setWhatsThis(tr("Lists only the slates whose key contains this text."));
  filter_->setClearButtonEnabled(true);
  view_->setModel(&model_);
  showAsRows(*view_);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->setSortingEnabled(true);
  view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  view_->horizontalHeader()->setStretchLastSection(true);
  view_->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
  view_->setAccessibleName(tr("Sessions"));
  view_->setObjectName("slate_list");
  part_->setObjectName("slate_part");
  view_->setWhatsThis(
      tr("The slates with their time, size, reward and part of the split. The chosen one is shown "
         "in the charts."));
  filterDelay_.setSingleShot(true);
  filterDelay_.setInterval(150);

  auto* choices = new QHBoxLayout;
  choices->addWidget(part_, 1);
  choices->addWidget(filter_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->addWidget(dataset_);
  layout->addLayout(choices);
  layout->addWidget(view_, 1);
  layout->addWidget(count_);

  connect(dataset_, &QComboBox::textActivated, this, &SessionPanel::datasetChosen);
  connect(part_, &QComboBox::currentIndexChanged, this, &SessionPanel::filter);
  connect(filter_, &QLineEdit::textChanged, &filterDelay_, qOverload<>(&QTimer::start));
  connect(&filterDelay_, &QTimer::timeout, this, &SessionPanel::filter);
  // Sorting and filtering take the selection away; the shown slate keeps it.
  connect(&model_, &QAbstractItemModel::modelReset, this, [this] {
    if (shown_) select(*shown_);
  });
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) Q_EMIT slateChosen(model_.slate(current.row()));
          });
}

void SessionPanel::setDatasets(const QStringList& names, const QString& shown) {
  const QSignalBlocker quiet(dataset_);
  dataset_->clear();
  dataset_->addItems(names);
  dataset_->setCurrentText(shown);
}

void SessionPanel::setTable(std::shared_ptr<const SlateTable> table, const SplitSettings& split) {
  split_ = split;
  shown_.reset();
  {
    const QSignalBlocker quiet(filter_);
    filter_->clear();
  }
  model_.setTable(std::move(table), split);
  view_->resizeColumnsToContents();
  widenKeys();
  filter();
}

// What tells later keys apart is often longer than in the first rows.
void SessionPanel::widenKeys() {
  const int rows = model_.rowCount();
  int widest = 0;
  for (int row = rows - 1; row >= 0; row -= std::max(1, rows / kMeasuredRows)) {
    const QString key = model_.index(row, 0).data().toString();
    widest = std::max(widest, view_->fontMetrics().horizontalAdvance(key));
  }
  view_->setColumnWidth(0, std::max(view_->columnWidth(0), widest + kKeyMargin));
}

void SessionPanel::setExperiment(const SplitSettings& split, const TaskWeights& rewardWeights) {
  if (split != split_) {
    split_ = split;
    model_.setSplit(split);
  }
  model_.setRewardWeights(rewardWeights);
}

void SessionPanel::select(std::uint32_t slate) {
  shown_ = slate;
  const int row = model_.rowOf(slate);
  if (row < 0 || view_->currentIndex().row() == row) return;
  const QSignalBlocker quiet(this);
  view_->selectRow(row);
}

void SessionPanel::filter() {
  std::optional<SplitPart> part;
  if (part_->currentData().isValid()) part = static_cast<SplitPart>(part_->currentData().toInt());
  model_.setFilter(part, filter_->text());
  count_->setText(tr("%n slates", nullptr, model_.rowCount()));
}

}  // namespace luce::desktop
