#include "app/desktop/panels/estimate_panel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QTextDocumentFragment>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <cmath>

#include "app/desktop/core_words.h"
#include "app/desktop/count_text.h"
#include "app/desktop/elided_label.h"
#include "app/desktop/steady_room.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kMargin = 6;
constexpr int kLineSpacing = 3;

/// Of the sum in float from that in double, relatively.
constexpr double kSame = 1e-4;

bool isSame(double a, double b) {
  return std::abs(a - b) <= kSame * std::max(std::abs(a), std::abs(b));
}

constexpr std::chrono::milliseconds kPatience{300};

QString intervalOf(const Interval& value) {
  return QString("[%1, %2]").arg(theme::number(value.low), theme::number(value.high));
}

}  // namespace

EstimatePanel::EstimatePanel(QWidget* parent)
    : QWidget(parent), figures_(new QWidget), facts_(new QLabel), words_(new QLabel) {
  auto* grid = new QGridLayout(figures_);
  grid->setContentsMargins(kMargin, kMargin, 0, 0);
  grid->setVerticalSpacing(kLineSpacing);
  grid->setHorizontalSpacing(kMargin);
  snips_ = addFigure(*grid, tr("SNIPS"));
  ips_ = addFigure(*grid, tr("IPS"));
  clipped_ = addFigure(*grid, tr("clipped IPS"));
  logging_ = addFigure(*grid, tr("logging policy"));
  grid->setColumnStretch(2, 1);
  for (QLabel* label : {facts_, words_}) {
    label->setAlignment(Qt::AlignTop);
    label->setMargin(kMargin);
    label->setWordWrap(true);
  }
  facts_->setTextFormat(Qt::PlainText);
  words_->setTextFormat(Qt::RichText);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(figures_);
  column->addWidget(new SteadyRoom(facts_));
  column->addWidget(new SteadyRoom(words_), 1);
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll);
  auto* copy = new QAction(tr("Copy the estimates"), scroll);
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(copy, &QAction::triggered, this,
          [this] { QGuiApplication::clipboard()->setText(text()); });
  scroll->addAction(copy);
  scroll->setContextMenuPolicy(Qt::ActionsContextMenu);
  patience_.setSingleShot(true);
  connect(&patience_, &QTimer::timeout, this, [this] {
    if (waiting_) preview(*waiting_);
  });
  clear();
}

EstimatePanel::Figure EstimatePanel::addFigure(QGridLayout& grid, const QString& name) {
  const Figure figure{new ElidedLabel(name), new QLabel, new QLabel};
  QFont bold = font();
  bold.setBold(true);
  figure.value->setFont(bold);
  figure.value->setAlignment(Qt::AlignRight);
  const int row = grid.rowCount();
  int column = 0;
  for (QLabel* label : {figure.name, figure.value, figure.interval}) {
    label->setTextFormat(Qt::PlainText);
    grid.addWidget(new SteadyRoom(label), row, column++);
  }
  return figure;
}

QString EstimatePanel::text() const {
  QString text;
  if (!figures_->isHidden()) {
    for (const Figure& figure : {snips_, ips_, clipped_, logging_}) {
      text +=
          figure.name->text() + '\t' + figure.value->text() + '\t' + figure.interval->text() + '\n';
    }
  }
  if (!facts_->isHidden()) text += facts_->text() + '\n';
  return text + QTextDocumentFragment::fromHtml(words_->text()).toPlainText();
}

void EstimatePanel::showFigures(bool shown) {
  figures_->setVisible(shown);
  facts_->setVisible(shown);
}

void EstimatePanel::clear() {
  reported_.reset();
  waiting_.reset();
  showFigures(false);
  words_->setText(tr("Train, or open a run, to estimate what its policy would earn."));
}

void EstimatePanel::previewIfAlone(const PolicySummary& summary) {
  waiting_ = summary;
  if (!patience_.isActive()) patience_.start(kPatience);
}

void EstimatePanel::preview(const PolicySummary& summary) {
  waiting_.reset();
  if (reported_ && isSame(summary.snips, reported_->snips) && isSame(summary.ips, reported_->ips)) {
    return;  // the report has come first, and says more
  }
  if (!reported_) {
    facts_->clear();
    words_->clear();
  }
  snips_.value->setText(theme::number(summary.snips));
  ips_.value->setText(theme::number(summary.ips));
  clipped_.value->clear();
  logging_.value->clear();
  for (const Figure& figure : {snips_, ips_, clipped_, logging_}) {
    figure.interval->setText(QStringLiteral("…"));
  }
  showFigures(true);
}

void EstimatePanel::show(const PolicyReport& report) {
  waiting_.reset();
  patience_.stop();
  const OffPolicyEstimate& estimate = report.estimate;
  reported_ = {estimate.snips().value, estimate.ips().value};
  const auto fill = [](const Figure& figure, const Interval& value) {
    figure.value->setText(theme::number(value.value));
    figure.interval->setText(intervalOf(value));
  };
  fill(snips_, estimate.snips());
  fill(ips_, estimate.ips());
  fill(clipped_, estimate.of(ValueEstimator::ClippedIps));
  fill(logging_, estimate.logging);
  QStringList facts{
      tr("%1 rows of %2 validation slates, effective %3; largest ratio %4, the largest 1 % carry "
         "%5 % of all weight; 95 % intervals.")
          .arg(countText(estimate.rows), countText(estimate.slates),
               countText(estimate.effectiveSampleSize), theme::number(estimate.maxWeight),
               theme::number(100 * estimate.topShare))};
  for (const TaskQuality& task : report.tasks) {
    facts += tr("%1: AUC %2, log loss %3, calibration error %4")
                 .arg(QString::fromStdString(task.task), theme::number(task.auc),
                      theme::number(task.logLoss), theme::number(task.expectedCalibrationError));
  }
  facts_->setText(facts.join('\n'));
  QString words =
      tr("<p>%1 rows: %2</p><p>Propensity rule %3: %4</p>")
          .arg(QString::fromStdString(toString(report.rows)),
               wordsOfCore(QString::fromStdString(describe(report.rows))).toHtmlEscaped(),
               QString::fromStdString(toString(report.rule)),
               wordsOfCore(QString::fromStdString(describe(report.rule))).toHtmlEscaped());
  for (const std::string& warning : estimate.warnings) {
    words +=
        QString("<p>⚠ %1</p>").arg(wordsOfCore(QString::fromStdString(warning)).toHtmlEscaped());
  }
  words_->setText(words);
  showFigures(true);
}

}  // namespace luce::desktop
