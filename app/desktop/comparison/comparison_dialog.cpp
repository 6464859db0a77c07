#include "app/desktop/comparison/comparison_dialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <ostream>

#include "app/desktop/core_words.h"
#include "app/desktop/file_question.h"
#include "app/desktop/row_table.h"
#include "app/desktop/window/first_size.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

constexpr int kSchemeRole = Qt::UserRole;
constexpr int kMostSeeds = 100;
constexpr int kUsualSeeds = 3;
constexpr int kChoiceWidth = 250;

QString timeLeft(double seconds) {
  const int whole = static_cast<int>(seconds + 1);
  if (whole < 60) return ComparisonDialog::tr("%1 s left").arg(whole);
  if (whole < 3600) return ComparisonDialog::tr("%1 min left").arg(whole / 60 + 1);
  return ComparisonDialog::tr("%1 h %2 min left").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString meaningOf(const std::string& scheme) {
  return scheme == kSupervisedOnly
             ? ComparisonDialog::tr("No alignment: as many epochs, all of them supervised.")
             : wordsOfCore(QString::fromStdString(findScheme(scheme).description().meaning));
}

}  // namespace

ComparisonDialog::ComparisonDialog(Study& study, QWidget* parent)
    : QDialog(parent),
      study_(study),
      schemes_(new QListWidget),
      seeds_(new QSpinBox),
      count_(new QLabel),
      start_(new QPushButton(tr("&Start"))),
      stop_(new QPushButton(tr("S&top"))),
      all_(new QPushButton(tr("&All"))),
      none_(new QPushButton(tr("&None"))),
      progress_(new QProgressBar),
      stage_(new QLabel),
      chart_(new ComparisonChart),
      model_(new ComparisonModel(this)),
      table_(new QTableView),
      copy_(new QPushButton(tr("&Copy"))),
      save_(new QPushButton(tr("Sa&ve as CSV…"))),
      close_(new QPushButton(tr("C&lose"))) {
  setWindowTitle(tr("Compare schemes"));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  auto* layout = new QHBoxLayout(this);
  layout->addWidget(buildChoice());
  layout->addWidget(buildResult(), 1);
  resizeWithinScreen(*this, {1240, 800});
  connect(schemes_, &QListWidget::itemChanged, this, &ComparisonDialog::update);
  connect(seeds_, &QSpinBox::valueChanged, this, &ComparisonDialog::update);
  connect(start_, &QPushButton::clicked, this, &ComparisonDialog::start);
  connect(stop_, &QPushButton::clicked, &study_, &Study::stopComparison);
  connect(copy_, &QPushButton::clicked, this, &ComparisonDialog::copy);
  connect(save_, &QPushButton::clicked, this, &ComparisonDialog::chooseCsv);
  connect(close_, &QPushButton::clicked, this, &QDialog::reject);
  connectStudy();
  update();
}

QWidget* ComparisonDialog::buildChoice() {
  for (const std::string& scheme : comparableSchemes()) {
    auto* item = new QListWidgetItem(QString::fromStdString(comparedTitle(scheme)));
    item->setData(kSchemeRole, QString::fromStdString(scheme));
    item->setToolTip(meaningOf(scheme));
    const bool usual = scheme == kSupervisedOnly || scheme == study_.experiment().objective.scheme;
    item->setCheckState(usual ? Qt::Checked : Qt::Unchecked);
    schemes_->addItem(item);
  }
  schemes_->setAccessibleName(tr("Schemes to compare"));
  schemes_->setWhatsThis(tr("The clipping schemes to train the experiment under."));
  all_->setWhatsThis(tr("Compare all schemes."));
  none_->setWhatsThis(tr("Start again with none."));
  start_->setWhatsThis(tr("Train one run after another, each scheme with each seed."));
  stop_->setWhatsThis(tr("End after the step in progress; finished runs stay."));
  progress_->setAccessibleName(tr("Progress of the comparison"));
  save_->setWhatsThis(tr("Write the result into a file."));
  close_->setWhatsThis(tr("Close this window; a comparison in progress is stopped."));
  close_->setToolTip(close_->whatsThis());
  seeds_->setRange(1, kMostSeeds);
  seeds_->setValue(kUsualSeeds);
  seeds_->setToolTip(
      tr("Each scheme is trained with so many seeds: other initial weights, another "
         "order of slates. At least 3 give an interval worth looking at."));
  count_->setWordWrap(true);
  stage_->setWordWrap(true);
  // So that nothing moves while the words change.
  stage_->setMinimumHeight(2 * stage_->fontMetrics().lineSpacing());
  stage_->setAlignment(Qt::AlignTop);
  progress_->setRange(0, 1000);
  auto* schemesLabel = new QLabel(tr("S&chemes; differences are to the first one chosen"));
  schemesLabel->setWordWrap(true);
  schemesLabel->setBuddy(schemes_);
  auto* seedsLabel = new QLabel(tr("S&eeds"));
  seedsLabel->setBuddy(seeds_);
  connect(all_, &QPushButton::clicked, this, [this] { checkAll(true); });
  connect(none_, &QPushButton::clicked, this, [this] { checkAll(false); });
  for (QPushButton* button : {all_, none_, stop_, copy_, save_, close_})
    button->setAutoDefault(false);
  auto* quick = new QHBoxLayout;
  quick->addWidget(all_);
  quick->addWidget(none_);
  auto* seeds = new QHBoxLayout;
  seeds->addWidget(seedsLabel);
  seeds->addWidget(seeds_, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(start_);
  buttons->addWidget(stop_);
  auto* choice = new QWidget;
  choice->setFixedWidth(kChoiceWidth);
  auto* column = new QVBoxLayout(choice);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(schemesLabel);
  column->addWidget(schemes_, 1);
  column->addLayout(quick);
  column->addLayout(seeds);
  column->addWidget(count_);
  column->addLayout(buttons);
  column->addWidget(progress_);
  column->addWidget(stage_);
  return choice;
}

QWidget* ComparisonDialog::buildResult() {
  auto* scroll = new QScrollArea;
  scroll->setWidget(chart_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  table_->setModel(model_);
  showAsRows(*table_);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
  table_->horizontalHeader()->setSortIndicatorClearable(true);
  table_->setSortingEnabled(true);
  table_->setAccessibleName(tr("Result of the comparison"));
  table_->setWhatsThis(
      tr("Reward of each scheme on the test slates over its seeds, with intervals. The runs "
         "panel has the validation slates' instead."));
  chart_->setWhatsThis(
      tr("Reward on the test slates by scheme: dots are seeds, bars their mean with its 95 % "
         "interval."));
  table_->resizeColumnsToContents();
  auto* copyKey = new QAction(table_);
  copyKey->setShortcut(QKeySequence::Copy);
  copyKey->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(copyKey);
  connect(copyKey, &QAction::triggered, this, &ComparisonDialog::copy);
  copy_->setToolTip(tr("Copy the table as text (Ctrl+C in the table)"));
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(scroll);
  splitter->addWidget(table_);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  splitter->setChildrenCollapsible(false);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(copy_);
  buttons->addWidget(save_);
  buttons->addWidget(close_);
  auto* result = new QWidget;
  auto* column = new QVBoxLayout(result);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(splitter, 1);
  column->addLayout(buttons);
  return result;
}

void ComparisonDialog::connectStudy() {
  connect(&study_, &Study::busyChanged, this, &ComparisonDialog::update);
  connect(&study_, &Study::trainingChanged, this, &ComparisonDialog::update);
  connect(&study_, &Study::datasetChanged, this, [this] {
    showResult(nullptr);
    stage_->clear();
    progress_->reset();
    update();
  });
  connect(&study_, &Study::comparisonProgressed, this, &ComparisonDialog::showProgress);
  connect(&study_, &Study::comparisonChanged, this, &ComparisonDialog::showResult);
  connect(&study_, &Study::comparisonEnded, this, &ComparisonDialog::showEnd);
}

std::vector<std::string> ComparisonDialog::chosen() const {
  std::vector<std::string> ids;
  for (int row = 0; row < schemes_->count(); ++row) {
    const QListWidgetItem* item = schemes_->item(row);
    if (item->checkState() == Qt::Checked) {
      ids.push_back(item->data(kSchemeRole).toString().toStdString());
    }
  }
  return ids;
}

void ComparisonDialog::checkAll(bool checked) {
  for (int row = 0; row < schemes_->count(); ++row) {
    schemes_->item(row)->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
  }
}

void ComparisonDialog::update() {
  const int schemes = static_cast<int>(chosen().size());
  const bool comparing = study_.comparing();
  const bool free =
      study_.dataset() != nullptr && !study_.busy() && !study_.training() && !study_.readOnly();
  start_->setEnabled(free && schemes > 0);
  stop_->setEnabled(comparing);
  for (QWidget* choice : {static_cast<QWidget*>(schemes_), static_cast<QWidget*>(seeds_),
                          static_cast<QWidget*>(all_), static_cast<QWidget*>(none_)}) {
    choice->setEnabled(!comparing);
  }
  if (study_.dataset() == nullptr) {
    count_->setText(tr("Open a log first."));
  } else if (study_.readOnly()) {
    count_->setText(wordsOfCore(study_.whyReadOnly()));
  } else if (study_.training()) {
    count_->setText(tr("Training goes on; a comparison can start when it has ended."));
  } else {
    count_->setText(tr("%1 runs on %2, with the experiment as it is set when you start")
                        .arg(schemes * seeds_->value())
                        .arg(QString::fromStdString(study_.dataset()->summary.name)));
  }
  const auto* compared = model_->schemes();
  const bool any = compared != nullptr &&
                   std::any_of(compared->begin(), compared->end(),
                               [](const ComparedScheme& one) { return one.finished > 0; });
  copy_->setEnabled(any);
  save_->setEnabled(any);
}

void ComparisonDialog::start() {
  progress_->setValue(0);
  stage_->setText(tr("preparing"));
  study_.startComparison(chosen(), seeds_->value());
}

void ComparisonDialog::showProgress(const ComparisonProgress& progress) {
  progress_->setValue(static_cast<int>(1000 * progress.fraction));
  stage_->setText(tr("run %1 of %2 · %3 · %4")
                      .arg(progress.run + 1)
                      .arg(progress.runs)
                      .arg(QString::fromStdString(comparedRunName(progress.scheme, progress.seed)),
                           timeLeft(progress.secondsLeft)));
}

void ComparisonDialog::showResult(std::shared_ptr<const std::vector<ComparedScheme>> schemes) {
  if (schemes) {
    chart_->show(*schemes);
  } else {
    chart_->clear();
  }
  model_->show(std::move(schemes));
  table_->resizeColumnsToContents();
  update();
}

void ComparisonDialog::showEnd(bool stopped) {
  int finished = 0, failed = 0;
  if (model_->schemes() != nullptr) {
    for (const ComparedScheme& scheme : *model_->schemes()) {
      finished += scheme.finished;
      failed += scheme.failed;
    }
  }
  stage_->setText((stopped ? tr("Stopped: ") : QString()) +
                  (failed == 0 ? tr("%1 runs finished").arg(finished)
                               : tr("%1 runs finished, %2 failed").arg(finished).arg(failed)));
  if (!stopped) progress_->setValue(progress_->maximum());
  update();
}

void ComparisonDialog::copy() {
  QApplication::clipboard()->setText(model_->text());
}

void ComparisonDialog::saveCsv(const QString& file) const {
  if (model_->schemes() == nullptr) return;
  writeFileSafely(file.toStdString(),
                  [&](std::ostream& stream) { stream << comparisonToCsv(*model_->schemes()); });
}

void ComparisonDialog::chooseCsv() {
  const QString file = askForFile(this, {.what = FileQuestion::For::Saving,
                                         .title = tr("Save the table"),
                                         .place = QDir::home().filePath("comparison.csv"),
                                         .filters = {tr("CSV (*.csv)")}});
  if (file.isEmpty()) return;
  try {
    saveCsv(file);
  } catch (const Error& error) {
    QMessageBox::warning(this, tr("The table could not be saved"), wordsOfCore(error.what()));
  }
}

void ComparisonDialog::reject() {
  if (study_.comparing()) {
    // A stray Escape must not end an hour of training.
    QMessageBox box(QMessageBox::Question, tr("Stop the comparison?"),
                    tr("Closing this window stops the comparison. Finished runs stay."),
                    QMessageBox::Yes | QMessageBox::Cancel, this);
    box.button(QMessageBox::Yes)->setText(tr("&Stop"));
    box.setDefaultButton(QMessageBox::Cancel);
    if (box.exec() != QMessageBox::Yes) return;
  }
  QDialog::reject();
}

void ComparisonDialog::done(int result) {
  study_.stopComparison();
  QDialog::done(result);
}

}  // namespace luce::desktop
