#include "app/desktop/evaluation/evaluation_page.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <utility>

#include "app/desktop/core_words.h"
#include "app/desktop/file_question.h"
#include "app/desktop/scrub/kept_weights_note.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

constexpr int kProgressSteps = 1000;
}  // namespace

EvaluationPage::EvaluationPage(Study& study, QWidget* parent)
    : QWidget(parent),
      study_(study),
      compare_(new PolicyChoice(study)),
      slates_(new QComboBox),
      rows_(new QComboBox),
      interval_(new QComboBox),
      rule_(new QComboBox),
      progress_(new QProgressBar),
      cancel_(new QPushButton(tr("Cancel"))),
      again_(new QPushButton(tr("Evaluate"))),
      pages_(new QStackedLayout),
      message_(new QLabel),
      refusal_(new QLabel),
      results_(new EvaluationResults),
      policies_(study, *this) {
  message_->setWordWrap(true);
  message_->setTextFormat(Qt::RichText);
  message_->setMargin(6);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  message_->setAlignment(Qt::AlignCenter);
  refusal_->setWordWrap(true);
  refusal_->setTextFormat(Qt::PlainText);
  refusal_->setMargin(6);
  refusal_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  refusal_->hide();
  pages_->addWidget(message_);
  pages_->addWidget(results_);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(buildChoices());
  layout->addWidget(new KeptWeightsNote(study));
  layout->addWidget(refusal_);
  layout->addLayout(pages_, 1);
  connectStudy();
  connect(&worker_, &EvaluationWorker::progressed, this,
          [this](int number, double fraction, const QString& stage) {
            if (number != question_.number || policies_.keeping()) return;
            progress_->setValue(static_cast<int>(kProgressSteps * fraction));
            progress_->setFormat(wordsOfCore(stage) + " · %p %");
          });
  connect(&worker_, &EvaluationWorker::evaluated, this,
          [this](std::shared_ptr<const EvaluationView> view) {
            if (view->number == question_.number) showEvaluation(std::move(view));
          });
  connect(&worker_, &EvaluationWorker::segmented, this,
          [this](std::shared_ptr<const SegmentedView> view) {
            if (view->number == question_.number) showSegments(std::move(view));
          });
  connect(&worker_, &EvaluationWorker::cancelled, this, [this](int number) {
    if (number == question_.number) showMessage(tr("The evaluation was cancelled."), true);
  });
  connect(&worker_, &EvaluationWorker::refused, this, [this](int number, const QString& reason) {
    if (number == question_.number) showMessage(wordsOfCore(reason).toHtmlEscaped(), true);
  });
  connect(cancel_, &QPushButton::clicked, this, [this] {
    worker_.cancel();
    policies_.cancel();
    compare_->stopAwaiting();
    showWork();
  });
  connect(results_, &EvaluationResults::cutChosen, this, &EvaluationPage::askSegments);
  connectPolicies();
  connect(again_, &QPushButton::clicked, this, &EvaluationPage::ask);
  again_->hide();
  showWork();
  invalidate();
}

QWidget* EvaluationPage::buildChoices() {
  rows_->setObjectName("evaluation_rows");
  slates_->addItem(tr("test slates"), static_cast<int>(JudgedSlates::Test));
  slates_->setWhatsThis(
      tr("On which slates the policy is judged. It never learned from either part."));
  rows_->setWhatsThis(
      tr("Which logged pairs of slate and item enter the estimates, and with what weight."));
  cancel_->setWhatsThis(tr("End the evaluation."));
  again_->setWhatsThis(tr("Judge the policy as it stands under the sliders."));
  progress_->setAccessibleName(tr("Progress of the evaluation"));
  slates_->addItem(tr("validation slates"), static_cast<int>(JudgedSlates::Validation));
  slates_->setItemData(1,
                       tr("Training stopped and sliders were moved by these: their numbers are a "
                          "little too good."),
                       Qt::ToolTipRole);
  for (const IntervalKind kind :
       {IntervalKind::Bootstrap, IntervalKind::Normal, IntervalKind::Bernstein}) {
    interval_->addItem(QString::fromStdString(toString(kind)), static_cast<int>(kind));
  }
  interval_->setToolTip(
      tr("Which 95 % intervals are drawn. Bootstrap: percentiles of resampled "
         "slates. Normal: the standard error. Bernstein: holds without "
         "assumptions, so wide."));
  rule_->addItem(tr("SLOPE"), static_cast<int>(ParameterRule::Slope));
  rule_->addItem(tr("error bound"), static_cast<int>(ParameterRule::MseBound));
  rule_->setToolTip(
      tr("How clipping, switching and shrinking parameters are chosen from the log."));
  auto* row = new QWidget;
  auto* grid = new QGridLayout(row);
  grid->setContentsMargins(4, 4, 4, 0);
  const auto add = [&](const QString& text, QComboBox* box) {
    // Captions above the boxes: side by side they would ask for more than a small screen has.
    auto* label = new QLabel(text);
    label->setBuddy(box);
    QString name = text;
    box->setAccessibleName(name.remove('&'));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    const int column = grid->columnCount();
    grid->addWidget(label, 0, column);
    grid->addWidget(box, 1, column);
    grid->setColumnStretch(column, 1);
  };
  add(tr("&Judge on"), slates_);
  add(tr("&Rows"), rows_);
  add(tr("&Compare with"), compare_);
  add(tr("&Intervals"), interval_);
  add(tr("&Parameters by"), rule_);
  progress_->setRange(0, kProgressSteps);
  auto* work = new QHBoxLayout;
  work->addWidget(progress_, 1);
  work->addWidget(cancel_);
  work->addWidget(again_);
  grid->addLayout(work, 2, 0, 1, grid->columnCount());
  for (QComboBox* box : {slates_, rows_, interval_, rule_}) {
    connect(box, &QComboBox::currentIndexChanged, this, &EvaluationPage::invalidate);
  }
  connect(compare_, &PolicyChoice::fileWanted, this, &EvaluationPage::choosePolicyFile);
  connect(compare_, &PolicyChoice::chosen, this, [this] { policies_.forget(); });
  connect(compare_, &PolicyChoice::changed, this, &EvaluationPage::invalidate);
  return row;
}

void EvaluationPage::connectStudy() {
  connect(&study_, &Study::datasetChanged, this, &EvaluationPage::fillRows);
  connect(&study_, &Study::runChanged, this, &EvaluationPage::invalidate);
  connect(&study_, &Study::datasetChanged, this, &EvaluationPage::invalidate);
  connect(&study_, &Study::experimentChanged, this, &EvaluationPage::invalidate);
  connect(&study_, &Study::trainingChanged, this, &EvaluationPage::invalidate);
}

void EvaluationPage::connectPolicies() {
  connect(&policies_, &PolicyDesk::fileAsked, this, &EvaluationPage::choosePolicyFile);
  connect(&policies_, &PolicyDesk::progressed, this, [this](double fraction, const QString& stage) {
    progress_->setValue(static_cast<int>(kProgressSteps * fraction));
    progress_->setFormat(wordsOfCore(stage) + " · %p %");
  });
  connect(&policies_, &PolicyDesk::keepingChanged, this, &EvaluationPage::showWork);
  connect(&policies_, &PolicyDesk::kept, this, [this](const QString& name) {
    compare_->await(name);
    showWork();
  });
  connect(&policies_, &PolicyDesk::refused, this, [this](const QString& reason) {
    // What was asked before stays, or goes on, beside the reason.
    if (stale_ && isVisible()) ask();
    refusal_->setText(wordsOfCore(reason));
    refusal_->show();
  });
  connect(&policies_, &PolicyDesk::forgotten, this, [this] {
    compare_->stopAwaiting();
    showWork();
  });
}

std::function<std::vector<std::uint32_t>()> EvaluationPage::judgedSlates() const {
  if (study_.run() == nullptr) return [] { return std::vector<std::uint32_t>(); };
  const auto which = static_cast<JudgedSlates>(slates_->currentData().toInt());
  return [table = study_.dataset()->table, settings = study_.run()->experiment.split, which] {
    Split split = splitSlates(*table, settings);
    return which == JudgedSlates::Test ? std::move(split.test) : std::move(split.validation);
  };
}

bool EvaluationPage::choosePolicyFile() {
  const QString file = askForFile(
      this,
      {.title = tr("Compare with a policy from elsewhere"),
       .filters = {tr("Scores or models (*.csv *.tsv *.pt *.pth *.ts)"), tr("All files (*)")}});
  if (!file.isEmpty()) {
    compareWithFile(file);
    return true;
  }
  compare_->showReference();
  return false;
}

void EvaluationPage::compareWithFile(const QString& file) {
  if (study_.dataset() == nullptr || study_.workspace() == nullptr) return;
  if (study_.readOnly()) {
    Q_EMIT study_.told(
        tr("The policy is judged without being kept: %1").arg(wordsOfCore(study_.whyReadOnly())));
    return compare_->chooseFile(file);
  }
  compare_->showReference();
  refusal_->hide();
  const bool answered = view_ != nullptr && !stale_ && !evaluating_;
  stopEvaluating();
  stale_ = !answered;
  compare_->stopAwaiting();
  policies_.keep(file, judgedSlates());
}

void EvaluationPage::fillRows() {
  const QSignalBlocker blocker(rows_);
  rows_->clear();
  const SlateTable& table = *study_.dataset()->table;
  // The most informative kind first; it is the one that is judged unless another is chosen.
  for (const RowKind kind : {RowKind::Observed, RowKind::Drawn, RowKind::Article}) {
    try {
      requireRows(table, kind);
    } catch (const Error&) {
      continue;
    }
    if (kind == RowKind::Article && table.shape() == LogShape::Bandit) continue;
    rows_->addItem(QString::fromStdString(toString(kind)), static_cast<int>(kind));
    rows_->setItemData(rows_->count() - 1, wordsOfCore(QString::fromStdString(describe(kind))),
                       Qt::ToolTipRole);
  }
}

void EvaluationPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (stale_) ask();
}

void EvaluationPage::invalidate() {
  stale_ = true;
  refusal_->hide();
  if (isVisible()) ask();
}

void EvaluationPage::ask() {
  stopEvaluating();
  if (study_.run() == nullptr || study_.dataset() == nullptr || study_.workspace() == nullptr) {
    view_.reset();
    showMessage(study_.training()
                    ? tr("The run can be evaluated once its training has ended.")
                    : tr("Train, or open a run, to evaluate its policy on slates that it never "
                         "learned from."),
                false);
    return;
  }
  stale_ = false;
  question_.workspace = study_.workspace()->file;
  question_.run = QString::fromStdString(study_.run()->record.name);
  question_.dataset = study_.dataset()->summary;
  question_.table = study_.dataset()->table;
  question_.split = study_.run()->experiment.split;
  question_.slates = static_cast<JudgedSlates>(slates_->currentData().toInt());
  question_.compare = compare_->reference();
  question_.offPolicy.interval = static_cast<IntervalKind>(interval_->currentData().toInt());
  question_.offPolicy.rule = static_cast<ParameterRule>(rule_->currentData().toInt());
  try {
    question_.settings = study_.policySettings();
    question_.settings.rows = static_cast<RowKind>(rows_->currentData().toInt());
  } catch (const Error& error) {
    showMessage(wordsOfCore(error.what()).toHtmlEscaped(), false);
    return;
  }
  setEvaluating(true);
  worker_.ask(question_);
}

void EvaluationPage::askSegments(int cut) {
  if (!view_ || cut < 0 || static_cast<std::size_t>(cut) >= view_->cuts.size()) return;
  worker_.cut(question_, view_, view_->cuts[static_cast<std::size_t>(cut)]);
}

void EvaluationPage::showEvaluation(std::shared_ptr<const EvaluationView> view) {
  view_ = std::move(view);
  setEvaluating(false);
  pages_->setCurrentWidget(results_);
  results_->show(view_);
}

void EvaluationPage::showSegments(std::shared_ptr<const SegmentedView> view) {
  segmented_ = std::move(view);
  results_->showSegments(*segmented_);
}

void EvaluationPage::showMessage(const QString& text, bool again) {
  setEvaluating(false);
  again_->setVisible(again);
  view_.reset();
  segmented_.reset();
  message_->setText(text);
  pages_->setCurrentWidget(message_);
}

void EvaluationPage::stopEvaluating() {
  ++question_.number;
  worker_.cancel();
  stale_ = true;
  setEvaluating(false);
}

void EvaluationPage::setEvaluating(bool evaluating) {
  evaluating_ = evaluating;
  showWork();
}

void EvaluationPage::showWork() {
  const bool works = evaluating_ || policies_.keeping() || compare_->awaits();
  const bool begins = works && progress_->isHidden();
  progress_->setVisible(works);
  cancel_->setVisible(works);
  if (works) again_->hide();
  if (begins) {
    progress_->setValue(0);
    progress_->setFormat(tr("Waiting"));
  }
  if (works && !view_) {
    message_->setText(tr("Evaluating …"));
    pages_->setCurrentWidget(message_);
  }
}

}  // namespace luce::desktop
