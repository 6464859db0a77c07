#include "app/desktop/tuning/sweep_page.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <ostream>

#include "app/desktop/core_words.h"
#include "app/desktop/file_question.h"
#include "app/desktop/row_table.h"
#include "app/desktop/tuning/outcome_text.h"
#include "app/desktop/tuning/sliders_setting.h"
#include "app/desktop/window/column_area.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

constexpr int kControlsWidth = 330;
constexpr int kNarrowButton = 60;  ///< beside panels on a small screen

}  // namespace

SweepPage::SweepPage(Study& study, TuningWorker& worker, QWidget* parent)
    : QWidget(parent),
      study_(study),
      worker_(worker),
      controls_(new SweepControls),
      chart_(new ParetoChart),
      table_(new QTableView),
      horizontal_(new QComboBox),
      vertical_(new QComboBox),
      onlyFront_(new QCheckBox(tr("&Front only"))),
      use_(new QPushButton(tr("&Use these weights"))),
      copy_(new QPushButton(tr("C&opy"))),
      save_(new QPushButton(tr("Sa&ve as CSV…"))) {
  auto* scroll = new ColumnArea(controls_, kControlsWidth);
  auto* splitter = new QSplitter(Qt::Horizontal);
  splitter->addWidget(scroll);
  splitter->addWidget(buildResult());
  splitter->setStretchFactor(0, 0);
  splitter->setStretchFactor(1, 1);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter);
  connect(controls_, &SweepControls::runAsked, this, &SweepPage::run);
  connect(controls_, &SweepControls::cancelAsked, this, [this] {
    worker_.cancelSweep();
    ++question_;
    running_ = false;
    controls_->setRunning(false);
    controls_->tell(tr("Cancelled."));
  });
  connect(controls_, &SweepControls::standardAsked, this, [this] {
    if (const auto setting = slidersSetting(study_)) {
      controls_->setBase(study_.dataset()->table->schema().tasks, *setting);
    }
  });
  connectStudy();
  connectWorker();
  followPredictions();
  updateButtons();
}

QWidget* SweepPage::buildResult() {
  for (QComboBox* box : {horizontal_, vertical_}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(box, &QComboBox::currentIndexChanged, this, &SweepPage::drawAxes);
  }
  horizontal_->setAccessibleName(tr("Outcome to the right"));
  horizontal_->setToolTip(tr("The outcome to the right"));
  vertical_->setAccessibleName(tr("Outcome upwards"));
  vertical_->setToolTip(tr("The outcome upwards"));
  auto* choice = new QWidget;
  auto* line = new QHBoxLayout(choice);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(vertical_);
  line->addWidget(new QLabel(tr("against")));
  line->addWidget(horizontal_);
  line->addStretch();
  chart_->addUnderNote(choice);

  table_->setModel(&model_);
  showAsRows(*table_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
  table_->horizontalHeader()->setSortIndicatorClearable(true);
  table_->setSortingEnabled(true);
  table_->setAccessibleName(tr("Settings that were tried"));
  table_->setWhatsThis(
      tr("Every setting that was tried, with what it would earn on the held-out slates. A double "
         "click hands a setting to the sliders."));
  save_->setWhatsThis(tr("Write all settings and outcomes into a file."));
  auto* copyKey = new QAction(table_);
  copyKey->setShortcut(QKeySequence::Copy);
  copyKey->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(copyKey);
  connect(copyKey, &QAction::triggered, this, &SweepPage::copy);
  connect(table_, &QTableView::activated, this,
          [this](const QModelIndex& index) { use(model_.point(index.row())); });
  // Sorting and filtering take the selection away; the chosen point keeps it.
  connect(&model_, &QAbstractItemModel::modelReset, this, [this] { choose(chart_->chosen()); });
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) choose(model_.point(current.row()));
          });
  connect(chart_, &ParetoChart::pointChosen, this, &SweepPage::choose);
  connect(chart_, &ParetoChart::pointUsed, this, &SweepPage::use);

  onlyFront_->setToolTip(tr("List only the settings that no other one beats in both outcomes"));
  use_->setToolTip(
      tr("Make the chosen setting the sliders' own (double click, or Enter); undo takes "
         "it back"));
  copy_->setToolTip(tr("Copy the table as text (Ctrl+C in the table)"));
  connect(onlyFront_, &QCheckBox::toggled, &model_, &SweepModel::setOnlyFront);
  connect(use_, &QPushButton::clicked, this, [this] { use(chart_->chosen()); });
  connect(copy_, &QPushButton::clicked, this, &SweepPage::copy);
  connect(save_, &QPushButton::clicked, this, &SweepPage::chooseCsv);
  for (QPushButton* button : {use_, copy_, save_}) button->setMinimumWidth(kNarrowButton);
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(4, 2, 4, 0);
  buttons->addWidget(use_);
  buttons->addWidget(onlyFront_);
  buttons->addStretch();
  buttons->addWidget(copy_);
  buttons->addWidget(save_);
  auto* lower = new QWidget;
  auto* column = new QVBoxLayout(lower);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(buttons);
  column->addWidget(table_, 1);
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(chart_);
  splitter->addWidget(lower);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  splitter->setChildrenCollapsible(false);
  return splitter;
}

void SweepPage::connectStudy() {
  connect(&study_, &Study::datasetChanged, this, [this] {
    forget();
    followSliders();
  });
  connect(&study_, &Study::experimentChanged, this, &SweepPage::followSliders);
  connect(&study_, &Study::predictionsChanged, this, &SweepPage::followPredictions);
}

void SweepPage::connectWorker() {
  connect(&worker_, &TuningWorker::sweepProgressed, this, [this](int question, double fraction) {
    if (question == question_) controls_->setProgress(fraction);
  });
  connect(&worker_, &TuningWorker::swept, this,
          [this](int question, std::shared_ptr<const SweepView> sweep) {
            if (question == question_) showSweep(std::move(sweep));
          });
  connect(&worker_, &TuningWorker::sweepRefused, this, [this](int question, const QString& reason) {
    if (question != question_) return;
    running_ = false;
    controls_->setRunning(false);
    controls_->tell(reason);
  });
  connect(&worker_, &TuningWorker::judged, this,
          [this](int question, const std::shared_ptr<const SweepPoint>& point) {
            if (question == judgement_) chart_->showCurrent(*point);
          });
}

void SweepPage::forget() {
  worker_.cancelSweep();
  ++question_;
  ++judgement_;
  running_ = false;
  sweep_.reset();
  front_.clear();
  chart_->clear();
  model_.show(nullptr);
  controls_->setRunning(false);
  controls_->setProgress(0);
  followPredictions();
  updateButtons();
}

void SweepPage::followPredictions() {
  if (!study_.hasPredictions()) {
    if (running_) {
      worker_.cancelSweep();
      ++question_;
      running_ = false;
      controls_->setRunning(false);
    }
    controls_->setReady(
        tr("Train, or open a run: settings are tried on what its estimator predicts for the "
           "held-out slates."));
    if (!sweep_) chart_->setEmptyText(tr("Train, or open a run, to try settings."));
    return;
  }
  controls_->setReady({});
  if (!sweep_) {
    chart_->setEmptyText(tr("Press Run to try settings on the held-out slates."));
  } else if (sweep_->source.predictions != study_.samplePredictions()) {
    controls_->tell(tr("The estimator is another one since these settings were tried. Run again."));
  }
}

void SweepPage::followSliders() {
  const auto setting = slidersSetting(study_);
  if (!setting) return;
  if (!sweep_) {
    if (!controls_->touched()) {
      controls_->setBase(study_.dataset()->table->schema().tasks, *setting);
    }
    return;
  }
  worker_.judge(++judgement_, sweep_, *setting);
}

void SweepPage::run() {
  const auto setting = slidersSetting(study_);
  if (!setting || !study_.hasPredictions()) return;
  const PolicySettings settings = study_.policySettings();
  running_ = true;
  controls_->setRunning(true);
  controls_->tell({});
  worker_.sweep(++question_,
                {study_.dataset()->table,
                 study_.samplePredictions(),
                 {settings.rewardWeights, settings.rows, settings.rule}},
                controls_->sweep(), *setting);
}

void SweepPage::showSweep(std::shared_ptr<const SweepView> sweep) {
  chart_->choose(-1);
  sweep_ = std::move(sweep);
  running_ = false;
  controls_->setRunning(false);
  controls_->setProgress(1);
  QStringList words;
  for (const std::string& warning : sweep_->result.warnings) {
    words.append(wordsOfCore(QString::fromStdString(warning)));
  }
  words.append(
      tr("The best of many settings on the same slates is flattered by chance: judge it on others, "
         "by the test slates or a new log. Rewards count with the reward weights as they were when "
         "the sweep began; a setting that is used leaves them so."));
  controls_->tell(words.join(QStringLiteral("\n\n")));
  chart_->showCurrent(sweep_->result.base);
  model_.show(sweep_);
  table_->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
  fillAxes();
  drawAxes();
  table_->resizeColumnsToContents();
  followSliders();
}

void SweepPage::fillAxes() {
  const std::vector<Outcome>& outcomes = sweep_->result.outcomes;
  const std::size_t tasks = sweep_->result.tasks.size();
  // Two tasks are what weights are traded between; a single one is held against its certainty.
  const int firstChoice[] = {0, tasks > 1 ? 1 : static_cast<int>(outcomes.size()) - 1};
  int axis = 0;
  for (QComboBox* box : {horizontal_, vertical_}) {
    const QSignalBlocker quiet(box);
    const QString before = box->currentText();
    box->clear();
    for (const Outcome& outcome : outcomes) {
      box->addItem(outcomeName(outcome));
      box->setItemData(box->count() - 1, outcomeHelp(outcome), Qt::ToolTipRole);
    }
    const int same = before.isEmpty() ? -1 : box->findText(before);
    box->setCurrentIndex(same >= 0 ? same : firstChoice[axis]);
    ++axis;
  }
}

std::vector<std::size_t> SweepPage::axes() const {
  return {static_cast<std::size_t>(horizontal_->currentIndex()),
          static_cast<std::size_t>(vertical_->currentIndex())};
}

void SweepPage::drawAxes() {
  if (!sweep_ || horizontal_->currentIndex() < 0 || vertical_->currentIndex() < 0) return;
  const int chosen = chart_->chosen();
  front_ = paretoFront(sweep_->result, axes());
  chart_->show(sweep_, axes()[0], axes()[1], front_);
  chart_->choose(chosen);
  model_.setFront(front_);
  updateButtons();
}

void SweepPage::choose(int point) {
  if (!sweep_) return;
  chart_->choose(point);
  const int row = point < 0 ? -1 : model_.rowOf(point);
  const QSignalBlocker quiet(table_->selectionModel());
  if (row < 0) {
    table_->clearSelection();
    table_->setCurrentIndex({});
  } else {
    table_->selectRow(row);
    table_->scrollTo(model_.index(row, 0));
  }
  table_->viewport()->update();
  updateButtons();
}

void SweepPage::use(int point) {
  if (!sweep_ || point < 0) return;
  const TuningSetting& setting = sweep_->result.points[static_cast<std::size_t>(point)].setting;
  useSetting(study_, sweep_->result.tasks, setting.weights, setting.temperature,
             tr("weights of point %1").arg(point + 1));
}

void SweepPage::updateButtons() {
  use_->setEnabled(sweep_ && chart_->chosen() >= 0);
  for (QWidget* widget : {static_cast<QWidget*>(horizontal_), static_cast<QWidget*>(vertical_),
                          static_cast<QWidget*>(onlyFront_), static_cast<QWidget*>(copy_),
                          static_cast<QWidget*>(save_)}) {
    widget->setEnabled(sweep_ != nullptr);
  }
}

void SweepPage::copy() {
  QApplication::clipboard()->setText(model_.text());
}

void SweepPage::saveCsv(const QString& file) const {
  if (!sweep_) return;
  writeFileSafely(file.toStdString(),
                  [&](std::ostream& stream) { stream << sweepToCsv(sweep_->result, front_); });
}

void SweepPage::chooseCsv() {
  const QString file = askForFile(this, {.what = FileQuestion::For::Saving,
                                         .title = tr("Save the settings"),
                                         .place = QDir::home().filePath("settings.csv"),
                                         .filters = {tr("CSV (*.csv)")}});
  if (file.isEmpty()) return;
  try {
    saveCsv(file);
  } catch (const Error& error) {
    QMessageBox::warning(this, tr("The settings could not be saved"), wordsOfCore(error.what()));
  }
}

}  // namespace luce::desktop
