#include "app/desktop/evaluation/evaluation_results.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/evaluation/evaluation_words.h"
#include "app/desktop/row_table.h"

namespace luce::desktop {

namespace {

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

constexpr int kHalf = 1000;  // of a splitter, which shares in proportion what there is

}  // namespace

EvaluationResults::EvaluationResults(QWidget* parent)
    : QTabWidget(parent),
      model_(new EstimateModel(this)),
      table_(new QTableView),
      chart_(new EstimateChart),
      trust_(words()),
      ranking_(words()),
      reliability_(new ReliabilityChart),
      cut_(new QComboBox),
      segments_(new SegmentTable) {
  setDocumentMode(true);
  addTab(buildValue(), tr("Reward"));
  addTab(buildRanking(), tr("Ranking and calibration"));
  addTab(buildSegments(), tr("Segments"));
}

QWidget* EvaluationResults::buildValue() {
  trust_->setObjectName("evaluation_trust");
  table_->setObjectName("evaluation_table");
  table_->setModel(model_);
  showAsRows(*table_);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setAccessibleName(tr("Estimates of the policy's reward"));
  table_->setWhatsThis(
      tr("The same in numbers, with the parameters that were chosen and the difference to the "
         "compared policy."));
  auto* copyKey = new QAction(tr("Copy"), table_);
  copyKey->setShortcut(QKeySequence::Copy);
  copyKey->setShortcutContext(Qt::WidgetShortcut);
  connect(copyKey, &QAction::triggered, this,
          [this] { QApplication::clipboard()->setText(model_->text()); });
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
  // Halves: left to itself the chart takes the room of the intervals' column.
  both->setSizes({kHalf, kHalf});
  return both;
}

QWidget* EvaluationResults::buildRanking() {
  auto* both = new QSplitter(Qt::Horizontal);
  both->addWidget(reliability_);
  both->addWidget(scrolled(ranking_));
  both->setSizes({300, 420});
  return both;
}

QWidget* EvaluationResults::buildSegments() {
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
  connect(cut_, &QComboBox::currentIndexChanged, this, &EvaluationResults::cutChosen);
  return page;
}

void EvaluationResults::show(std::shared_ptr<const EvaluationView> view) {
  model_->show(view);
  table_->resizeColumnsToContents();
  chart_->show(*view);
  reliability_->show(view->calibration);
  trust_->setText(wordsOfTrust(view->report));
  ranking_->setText(wordsOfRanking(*view));
  segments_->show(nullptr);
  fillCuts(view->cuts);
}

void EvaluationResults::fillCuts(const std::vector<SegmentCut>& cuts) {
  const QString chosen = cut_->currentText();
  {
    const QSignalBlocker blocker(cut_);
    cut_->clear();
    for (const SegmentCut& cut : cuts) cut_->addItem(QString::fromStdString(cut.name));
    cut_->setCurrentIndex(std::max(0, cut_->findText(chosen)));
  }
  if (!cuts.empty()) Q_EMIT cutChosen(cut_->currentIndex());
}

void EvaluationResults::showSegments(const SegmentedView& view) {
  segments_->show(view.segmentation);
  if (view.estimates.empty()) return;
  SegmentEstimates estimates;
  estimates.title = tr("Policy's reward");
  estimates.help = tr("SNIPS of the policy on the segment's slates, with its 95 % interval");
  estimates.all = view.all;
  for (const EstimatedValue& value : view.estimates) estimates.segments.push_back(value);
  segments_->setEstimates(estimates);
}

}  // namespace luce::desktop
