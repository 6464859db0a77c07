#include "app/desktop/evaluation/evaluation_page.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/desktop/core_words.h"
#include "app/desktop/evaluation/evaluation_words.h"
#include "app/desktop/row_height.h"
#include "core/common/error.h"
#include "core/evaluation/policy_reference.h"

namespace luce::desktop {

namespace {

constexpr int kProgressSteps = 1000;
const QString kChooseFile = QStringLiteral("choose");  // in place of a policy to compare with
constexpr int kPolicyId = Qt::UserRole + 1;            // of a kept policy, whose name may change

QString referenceTo(JudgedKind kind, const QString& name = {}) {
  return QString::fromStdString(toString(PolicyReference{kind, name.toStdString()}));
}

QLabel* words() {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setTextFormat(Qt::RichText);
  label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  label->setMargin(6);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  return label;
}

QScrollArea* scrolled(QWidget* widget) {
  auto* scroll = new QScrollArea;
  scroll->setWidget(widget);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  return scroll;
}

}  // namespace

EvaluationPage::EvaluationPage(Study& study, QWidget* parent)
    : QWidget(parent),
      study_(study),
      compare_(new QComboBox),
      slates_(new QComboBox),
      rows_(new QComboBox),
      interval_(new QComboBox),
      rule_(new QComboBox),
      progress_(new QProgressBar),
      cancel_(new QPushButton(tr("Cancel"))),
      again_(new QPushButton(tr("Evaluate"))),
      pages_(new QStackedLayout),
      message_(words()),
      tabs_(new QTabWidget),
      model_(new EstimateModel(this)),
      table_(new QTableView),
      chart_(new EstimateChart),
      trust_(words()),
      ranking_(words()),
      reliability_(new ReliabilityChart),
      cut_(new QComboBox),
      segments_(new SegmentTable),
      policies_(study, *this) {
  tabs_->setDocumentMode(true);
  tabs_->addTab(buildValue(), tr("Reward"));
  tabs_->addTab(buildRanking(), tr("Ranking and calibration"));
  tabs_->addTab(buildSegments(), tr("Segments"));
  message_->setAlignment(Qt::AlignCenter);
  pages_->addWidget(message_);
  pages_->addWidget(tabs_);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(buildChoices());
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
    awaited_.clear();
    showWork();
  });
  connectPolicies();
  connect(again_, &QPushButton::clicked, this, &EvaluationPage::ask);
  again_->hide();
  showWork();
  invalidate();
}

QWidget* EvaluationPage::buildChoices() {
  compare_->setObjectName("evaluation_compare");
  rows_->setObjectName("evaluation_rows");
  table_->setObjectName("evaluation_table");
  trust_->setObjectName("evaluation_trust");
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
  compare_->setToolTip(
      tr("Another policy on the same slates: the difference is paired, which is far "
         "surer than two separate intervals."));
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
  connect(compare_, &QComboBox::currentIndexChanged, this, [this] {
    if (compare_->currentData().toString() == kChooseFile) {
      // Once the box has closed its list.
      QMetaObject::invokeMethod(
          this, [this] { choosePolicyFile(); }, Qt::QueuedConnection);
    } else {
      policies_.forget();
      invalidate();
    }
  });
  return row;
}

QWidget* EvaluationPage::buildValue() {
  table_->setModel(model_);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setShowGrid(false);
  table_->setAlternatingRowColors(true);
  table_->verticalHeader()->hide();
  followTextSize(*table_);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setAccessibleName(tr("Estimates of the policy's reward"));
  table_->setWhatsThis(
      tr("The same in numbers, with the parameters that were chosen and the difference to the "
         "compared policy."));
  auto* copyKey = new QAction(tr("Copy"), table_);
  copyKey->setShortcut(QKeySequence::Copy);
  copyKey->setShortcutContext(Qt::WidgetShortcut);
  connect(copyKey, &QAction::triggered, this, &EvaluationPage::copy);
  table_->addAction(copyKey);
  table_->setContextMenuPolicy(Qt::ActionsContextMenu);
  auto* right = new QSplitter(Qt::Vertical);
  right->addWidget(table_);
  right->addWidget(scrolled(trust_));
  right->setSizes({360, 240});
  auto* both = new QSplitter(Qt::Horizontal);
  both->addWidget(scrolled(chart_));
  both->addWidget(right);
  both->setStretchFactor(0, 1);
  both->setStretchFactor(1, 1);
  return both;
}

QWidget* EvaluationPage::buildRanking() {
  auto* both = new QSplitter(Qt::Horizontal);
  both->addWidget(reliability_);
  both->addWidget(scrolled(ranking_));
  both->setSizes({360, 300});
  return both;
}

QWidget* EvaluationPage::buildSegments() {
  cut_->setAccessibleName(tr("Segments by"));
  cut_->setWhatsThis(tr("By which category of the slate or the user to divide the slates."));
  cut_->setMinimumContentsLength(20);
  auto* label = new QLabel(tr("&Segments by"));
  label->setBuddy(cut_);
  auto* line = new QHBoxLayout;
  line->addWidget(label);
  line->addWidget(cut_);
  line->addStretch();
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->addLayout(line);
  column->addWidget(segments_, 1);
  connect(cut_, &QComboBox::currentIndexChanged, this, &EvaluationPage::askSegments);
  return page;
}

void EvaluationPage::connectStudy() {
  connect(&study_, &Study::datasetChanged, this, &EvaluationPage::fillRows);
  connect(&study_, &Study::runChanged, this, &EvaluationPage::invalidate);
  connect(&study_, &Study::datasetChanged, this, &EvaluationPage::invalidate);
  connect(&study_, &Study::experimentChanged, this, &EvaluationPage::invalidate);
  connect(&study_, &Study::trainingChanged, this, &EvaluationPage::invalidate);
  connect(&study_, &Study::workspaceChanged, this, &EvaluationPage::fillComparisons);
  connect(&study_, &Study::runChanged, this, &EvaluationPage::fillComparisons);
}

void EvaluationPage::connectPolicies() {
  connect(&policies_, &PolicyDesk::fileAsked, this, &EvaluationPage::choosePolicyFile);
  connect(&policies_, &PolicyDesk::progressed, this, [this](double fraction, const QString& stage) {
    progress_->setValue(static_cast<int>(kProgressSteps * fraction));
    progress_->setFormat(wordsOfCore(stage) + " · %p %");
  });
  connect(&policies_, &PolicyDesk::keepingChanged, this, &EvaluationPage::showWork);
  connect(&policies_, &PolicyDesk::kept, this, [this](const QString& name) {
    awaited_ = referenceTo(JudgedKind::Kept, name);
    showWork();
  });
  connect(&policies_, &PolicyDesk::refused, this, [this](const QString& reason) {
    stopEvaluating();
    // Until something else is asked for, also when the page is left and looked at again.
    stale_ = false;
    showMessage(wordsOfCore(reason).toHtmlEscaped(), study_.run() != nullptr);
  });
  connect(&policies_, &PolicyDesk::forgotten, this, [this] {
    awaited_.clear();
    showWork();
  });
}

void EvaluationPage::fillComparisons() {
  QString chosen = compare_->currentData().toString();
  const auto policy = compare_->currentData(kPolicyId).toLongLong();
  const QSignalBlocker blocker(compare_);
  compare_->clear();
  compare_->addItem(tr("no other policy"), QString());
  compare_->addItem(tr("uniform"), referenceTo(JudgedKind::Uniform));
  compare_->addItem(tr("logging policy"), referenceTo(JudgedKind::Logging));
  compare_->addItem(tr("its supervised start"), referenceTo(JudgedKind::Supervised));
  if (study_.workspace() != nullptr && study_.dataset() != nullptr && study_.run() != nullptr) {
    for (const RunEntry& entry : study_.workspace()->runs) {
      if (entry.record.dataset != study_.dataset()->summary.name ||
          entry.record.name == study_.run()->record.name) {
        continue;
      }
      const QString name = QString::fromStdString(entry.record.name);
      compare_->addItem(tr("run %1").arg(name), referenceTo(JudgedKind::Run, name));
    }
  }
  addKeptPolicies();
  for (const QString& file : policyFiles_) {
    compare_->addItem(tr("file %1").arg(QFileInfo(file).fileName()),
                      referenceTo(JudgedKind::File, file));
    compare_->setItemData(compare_->count() - 1, file, Qt::ToolTipRole);
  }
  compare_->addItem(tr("a file…"), kChooseFile);
  compare_->setItemData(
      compare_->count() - 1,
      tr("Scores of another program as CSV (slate_id, item_id, score), or a TorchScript model. The "
         "temperature of the sliders makes a policy of its scores. The workspace keeps it."),
      Qt::ToolTipRole);
  const QString before = chosen;
  if (const int renamed = policy > 0 ? compare_->findData(policy, kPolicyId) : -1; renamed >= 0) {
    chosen = compare_->itemData(renamed).toString();
  }
  const bool kept = !awaited_.isEmpty() && compare_->findData(awaited_) >= 0;
  if (kept) chosen = std::exchange(awaited_, {});
  const int index = compare_->findData(chosen);
  compare_->setCurrentIndex(std::max(0, index));
  if (kept || chosen != before || (index < 0 && !chosen.isEmpty())) invalidate();
}

void EvaluationPage::addKeptPolicies() {
  if (study_.workspace() == nullptr || study_.dataset() == nullptr) return;
  for (const PolicyRecord& policy : study_.workspace()->policies) {
    if (policy.dataset != study_.dataset()->summary.name) continue;
    const QString name = QString::fromStdString(policy.name);
    compare_->addItem(tr("policy %1").arg(name), referenceTo(JudgedKind::Kept, name));
    const int index = compare_->count() - 1;
    compare_->setItemData(index, static_cast<qlonglong>(policy.id), kPolicyId);
    compare_->setItemData(
        index,
        tr("Kept from the file %1 since %2; scores %L3 slates")
            .arg(QString::fromStdString(policy.file), QString::fromStdString(policy.imported))
            .arg(static_cast<qlonglong>(policy.slates)),
        Qt::ToolTipRole);
  }
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
  const QString file = QFileDialog::getOpenFileName(
      this, tr("Compare with a policy from elsewhere"), QString(),
      tr("Scores or models (*.csv *.tsv *.pt *.pth *.ts)") + ";;" + tr("All files (*)"));
  if (!file.isEmpty()) {
    compareWithFile(file);
    return true;
  }
  const QSignalBlocker blocker(compare_);
  compare_->setCurrentIndex(std::max(0, compare_->findData(question_.compare)));
  return false;
}

void EvaluationPage::compareWithFile(const QString& file) {
  if (study_.dataset() == nullptr || study_.workspace() == nullptr) return;
  if (study_.readOnly()) {
    Q_EMIT study_.told(
        tr("The policy is judged without being kept: %1").arg(wordsOfCore(study_.whyReadOnly())));
    return compareUnkept(file);
  }
  {
    const QSignalBlocker blocker(compare_);
    compare_->setCurrentIndex(std::max(0, compare_->findData(question_.compare)));
  }
  stopEvaluating();
  awaited_.clear();
  policies_.keep(file, judgedSlates());
}

void EvaluationPage::compareUnkept(const QString& file) {
  if (!policyFiles_.contains(file)) policyFiles_.append(file);
  fillComparisons();
  const int index = compare_->findData(referenceTo(JudgedKind::File, file));
  if (index == compare_->currentIndex()) {
    invalidate();
  } else {
    compare_->setCurrentIndex(index);
  }
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
  const QString compare = compare_->currentData().toString();
  if (compare != kChooseFile) question_.compare = compare;
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

void EvaluationPage::askSegments() {
  const int index = cut_->currentIndex();
  if (!view_ || index < 0 || static_cast<std::size_t>(index) >= view_->cuts.size()) return;
  worker_.cut(question_, view_, view_->cuts[static_cast<std::size_t>(index)]);
}

void EvaluationPage::showEvaluation(std::shared_ptr<const EvaluationView> view) {
  view_ = std::move(view);
  setEvaluating(false);
  pages_->setCurrentWidget(tabs_);
  model_->show(view_);
  table_->resizeColumnsToContents();
  chart_->show(*view_);
  reliability_->show(view_->calibration);
  trust_->setText(wordsOfTrust(view_->report));
  ranking_->setText(wordsOfRanking(*view_));
  const QString chosen = cut_->currentText();
  {
    const QSignalBlocker blocker(cut_);
    cut_->clear();
    for (const SegmentCut& cut : view_->cuts) cut_->addItem(QString::fromStdString(cut.name));
    cut_->setCurrentIndex(std::max(0, cut_->findText(chosen)));
  }
  segments_->show(nullptr);
  askSegments();
}

void EvaluationPage::showSegments(std::shared_ptr<const SegmentedView> view) {
  segmented_ = std::move(view);
  segments_->show(segmented_->segmentation);
  if (segmented_->estimates.empty()) return;
  SegmentEstimates estimates;
  estimates.title = tr("Policy's reward");
  estimates.help = tr("SNIPS of the policy on the segment's slates, with its 95 % interval");
  estimates.all = segmented_->all;
  for (const EstimatedValue& value : segmented_->estimates) estimates.segments.push_back(value);
  segments_->setEstimates(estimates);
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
  const bool works = evaluating_ || policies_.keeping() || !awaited_.isEmpty();
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

void EvaluationPage::copy() const {
  QApplication::clipboard()->setText(model_->text());
}

}  // namespace luce::desktop
