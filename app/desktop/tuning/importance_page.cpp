#include "app/desktop/tuning/importance_page.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <cmath>

#include "app/desktop/core_words.h"
#include "app/desktop/row_table.h"
#include "app/desktop/theme.h"
#include "app/desktop/tuning/share_delegate.h"
#include "app/desktop/tuning/sliders_setting.h"

namespace luce::desktop {

namespace {

constexpr double kWhole = 100;
/// Of the sum of wanted shares, in percent: a third each is as near as people write it.
constexpr double kSumTolerance = 0.11;

}  // namespace

ImportancePage::ImportancePage(Study& study, TuningWorker& worker, QWidget* parent)
    : QWidget(parent),
      study_(study),
      worker_(worker),
      pages_(new QStackedLayout),
      empty_(new QLabel(tr("Train, or open a run, to see how much each task decides in its ranking "
                           "of the held-out slates."))),
      table_(new QTableView),
      sum_(new QLabel),
      even_(new QPushButton(tr("&Even"))),
      present_(new QPushButton(tr("As &now"))),
      scale_(new QPushButton(tr("S&cale to 100 %"))),
      solve_(new QPushButton(tr("&Solve"))),
      cancel_(new QPushButton(tr("&Cancel"))),
      nearest_(new QPushButton(tr("&Use the nearest"))),
      copy_(new QPushButton(tr("C&opy"))),
      progress_(new QProgressBar),
      message_(new QLabel) {
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setForegroundRole(QPalette::PlaceholderText);
  empty_->setBackgroundRole(QPalette::Base);
  empty_->setAutoFillBackground(true);
  pages_->addWidget(empty_);
  pages_->addWidget(buildContent());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(pages_);
  connect(&model_, &ImportanceModel::wantedChanged, this, &ImportancePage::updateButtons);
  connectStudy();
  connectWorker();
  updateButtons();
}

QWidget* ImportancePage::buildContent() {
  auto* hint = new QLabel(tr(
      "How much each task decides when the sliders' weights rank the held-out slates. By NDCG gap: "
      "its influence, what the ranking loses without it. By regret: how well it is served, however "
      "that comes. Write the shares by NDCG gap that you want; Solve finds weights for them."));
  hint->setWordWrap(true);
  table_->setModel(&model_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  showAsRows(*table_, kDrawnRowMargin);
  table_->setSelectionBehavior(QAbstractItemView::SelectItems);
  table_->setEditTriggers(QAbstractItemView::AllEditTriggers);
  table_->setAccessibleName(tr("Importance of the tasks"));
  table_->setWhatsThis(
      tr("How much each task decides the ranking, by NDCG gap and by regret, and the shares that "
         "you want. Type into the last column, then Solve."));
  table_->setItemDelegateForColumn(ImportanceModel::GapShare,
                                   new ShareDelegate(theme::kPolicy, table_));
  table_->setItemDelegateForColumn(ImportanceModel::RegretShare,
                                   new ShareDelegate(theme::kEntropy, table_));
  // The one that edits is the table's own, see NameDelegate.
  table_->setItemDelegate(new ShareDelegate(theme::kLogging, table_));
  auto* copyKey = new QAction(table_);
  copyKey->setShortcut(QKeySequence::Copy);
  copyKey->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(copyKey);
  const auto copy = [this] { QApplication::clipboard()->setText(model_.text()); };
  connect(copyKey, &QAction::triggered, this, copy);
  connect(copy_, &QPushButton::clicked, this, copy);
  copy_->setToolTip(tr("Copy the table as text (Ctrl+C in the table)"));

  even_->setToolTip(tr("The same share for each task"));
  present_->setToolTip(tr("The present shares by NDCG gap"));
  scale_->setToolTip(tr("Keep the wanted shares' ratios and make their sum 100 %"));
  solve_->setToolTip(tr("Find weights with the wanted shares and set the sliders to them"));
  nearest_->setToolTip(tr("Set the sliders to the weights that came nearest"));
  connect(even_, &QPushButton::clicked, this, [this] {
    const auto tasks = static_cast<std::size_t>(model_.rowCount());
    model_.setWanted(std::vector<double>(tasks, kWhole / static_cast<double>(tasks)));
  });
  connect(present_, &QPushButton::clicked, this, [this] { model_.setWanted(model_.present()); });
  connect(scale_, &QPushButton::clicked, this, [this] {
    std::vector<double> wanted = model_.wanted();
    const double sum = model_.wantedSum();
    for (double& share : wanted) share *= kWhole / sum;
    model_.setWanted(wanted);
  });
  connect(solve_, &QPushButton::clicked, this, &ImportancePage::solve);
  connect(cancel_, &QPushButton::clicked, this, [this] {
    stopSolving();
    message_->setText(tr("Cancelled."));
  });
  connect(nearest_, &QPushButton::clicked, this, [this] {
    if (!missed_) return;
    useSetting(study_, study_.dataset()->table->schema().tasks, missed_->weights, std::nullopt,
               tr("weights nearest to the wanted shares"));
  });
  progress_->setRange(0, 1000);
  progress_->setMaximumWidth(220);
  progress_->setAccessibleName(tr("Progress of solving"));
  cancel_->setWhatsThis(tr("End the search for weights; the sliders stay as they are."));
  message_->setWordWrap(true);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  message_->setAlignment(Qt::AlignTop);

  auto* wantedLine = new QHBoxLayout;
  wantedLine->addWidget(copy_);
  wantedLine->addStretch();
  wantedLine->addWidget(sum_);
  for (QPushButton* button : {even_, present_, scale_}) wantedLine->addWidget(button);
  auto* solveLine = new QHBoxLayout;
  solveLine->addStretch();
  solveLine->addWidget(progress_);
  for (QPushButton* button : {solve_, cancel_, nearest_}) solveLine->addWidget(button);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->addWidget(hint);
  column->addWidget(table_);
  column->addLayout(wantedLine);
  column->addLayout(solveLine);
  column->addWidget(message_, 1);
  return content;
}

void ImportancePage::connectStudy() {
  connect(&study_, &Study::datasetChanged, this, &ImportancePage::forget);
  connect(&study_, &Study::predictionsChanged, this, [this] {
    missed_.reset();
    asked_.clear();
    // Training brings new predictions again and again: a search on slightly older ones may end.
    if (!study_.hasPredictions()) {
      if (running_) stopSolving();
      model_.show(TaskWeights(static_cast<std::size_t>(model_.rowCount())), {});
    }
    ask();
  });
  connect(&study_, &Study::experimentChanged, this, &ImportancePage::ask);
}

void ImportancePage::connectWorker() {
  connect(&worker_, &TuningWorker::weighed, this,
          [this](int question, const std::shared_ptr<const std::vector<TaskImportance>>& all) {
            if (question != weighing_) return;
            model_.show(asked_, *all);
            updateButtons();
          });
  connect(&worker_, &TuningWorker::solveProgressed, this, [this](int question, double fraction) {
    if (question == solving_) progress_->setValue(static_cast<int>(1000 * fraction));
  });
  connect(&worker_, &TuningWorker::solved, this,
          [this](int question, std::shared_ptr<const ImportanceSolution> solution) {
            if (question == solving_) showSolution(std::move(solution));
          });
  connect(&worker_, &TuningWorker::solveRefused, this, [this](int question, const QString& reason) {
    if (question != solving_) return;
    stopSolving();
    message_->setText(wordsOfCore(reason));
  });
}

void ImportancePage::forget() {
  stopSolving();
  ++weighing_;
  missed_.reset();
  asked_.clear();
  message_->clear();
  model_.setTasks(study_.dataset()->table->schema().tasks);
  fitHeight();
  ask();
}

void ImportancePage::fitHeight() {
  table_->resizeColumnsToContents();
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  table_->horizontalHeader()->setSectionResizeMode(ImportanceModel::Weight,
                                                   QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(ImportanceModel::Regret,
                                                   QHeaderView::ResizeToContents);
  int height = table_->horizontalHeader()->sizeHint().height() + 2 * table_->frameWidth();
  for (int row = 0; row < model_.rowCount(); ++row) height += table_->rowHeight(row);
  table_->setMaximumHeight(height);
  table_->setMinimumHeight(std::min(height, 200));
}

void ImportancePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (stale_) ask();
}

void ImportancePage::ask() {
  const auto setting = slidersSetting(study_);
  pages_->setCurrentIndex(study_.hasPredictions() ? 1 : 0);
  // While no one looks, training has the processors for itself.
  stale_ = !isVisible();
  if (stale_ || !setting || !study_.hasPredictions()) {
    updateButtons();
    return;
  }
  if (setting->weights == asked_ && model_.known()) return;
  asked_ = setting->weights;
  worker_.weigh(++weighing_, study_.samplePredictions(), asked_);
  updateButtons();
}

void ImportancePage::solve() {
  const auto setting = slidersSetting(study_);
  if (!setting || !study_.hasPredictions()) return;
  missed_.reset();
  running_ = true;
  progress_->setValue(0);
  message_->clear();
  std::vector<double> wanted = model_.wanted();
  const double sum = model_.wantedSum();
  for (double& share : wanted) share /= sum;
  worker_.solve(++solving_, study_.samplePredictions(), study_.dataset()->table->schema().tasks,
                setting->weights, wanted);
  updateButtons();
}

void ImportancePage::stopSolving() {
  worker_.cancelSolving();
  ++solving_;
  running_ = false;
  progress_->setValue(0);
  updateButtons();
}

void ImportancePage::showSolution(std::shared_ptr<const ImportanceSolution> solution) {
  running_ = false;
  progress_->setValue(progress_->maximum());
  if (solution->converged) {
    message_->setText(tr("Found after %1 rankings; the largest miss is %2 percentage points. The "
                         "sliders are set.")
                          .arg(solution->evaluations)
                          .arg(kWhole * solution->error, 0, 'f', 2));
    useSetting(study_, study_.dataset()->table->schema().tasks, solution->weights, std::nullopt,
               tr("weights for wanted shares"));
  } else {
    missed_ = solution;
    message_->setText(tr("Not reached in %1 rankings. %2 The sliders stay as they are.")
                          .arg(solution->evaluations)
                          .arg(QString::fromStdString(solution->reason)));
  }
  updateButtons();
}

void ImportancePage::updateButtons() {
  const bool ready = study_.hasPredictions() && model_.rowCount() > 0;
  const double sum = model_.wantedSum();
  const bool whole = std::abs(sum - kWhole) < kSumTolerance;
  sum_->setText(tr("Wanted: %1 %").arg(sum, 0, 'f', 1));
  sum_->setToolTip(whole ? QString() : tr("Solve needs shares that add up to 100 %."));
  QPalette colours = palette();
  if (!whole) colours.setColor(QPalette::WindowText, theme::kReward);
  sum_->setPalette(colours);
  solve_->setEnabled(ready && !running_ && whole);
  cancel_->setEnabled(running_);
  nearest_->setEnabled(missed_ != nullptr && !running_);
  scale_->setEnabled(!whole && sum > 0);
  present_->setEnabled(!model_.present().empty());
  copy_->setEnabled(model_.known());
}

}  // namespace luce::desktop
