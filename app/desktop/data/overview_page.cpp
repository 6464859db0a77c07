#include "app/desktop/data/overview_page.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/desktop/core_words.h"
#include "app/desktop/data/histogram_delegate.h"
#include "app/desktop/row_table.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kChartHeight = 230;
constexpr int kMostShownRows = 16;

QLabel* heading(const QString& text) {
  auto* label = new QLabel(text);
  QFont bold = label->font();
  bold.setBold(true);
  label->setFont(bold);
  return label;
}

constexpr int kRowMargin = 8;

void prepare(QTableView& view, int margin) {
  showAsRows(view, margin);
  view.setSelectionMode(QAbstractItemView::SingleSelection);
}

/// As high as its rows, up to a limit beyond which it scrolls.
void fitHeight(QTableView& view) {
  const int rows = std::min(view.model()->rowCount(), kMostShownRows);
  int height = view.horizontalHeader()->sizeHint().height() + 2 * view.frameWidth();
  if (view.horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) {
    height += view.horizontalScrollBar()->sizeHint().height();
  }
  for (int row = 0; row < rows; ++row) height += view.rowHeight(row);
  view.setFixedHeight(height);
}

QString day(double seconds) {
  return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), Qt::UTC)
      .toString("yyyy-MM-dd HH:mm");
}

QString wholePercent(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return QStringLiteral("0 %");
  const double share = 100 * static_cast<double>(part) / static_cast<double>(whole);
  return QString("%1 %").arg(part == whole ? QStringLiteral("100")
                                           : QString::number(std::min(share, 99.9), 'f', 1));
}

}  // namespace

OverviewPage::OverviewPage(QWidget* parent) : QWidget(parent), pages_(new QStackedLayout) {
  pages_->addWidget(buildWaiting());
  pages_->addWidget(buildContent());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(pages_);
  connect(cancel_, &QPushButton::clicked, this, &OverviewPage::cancel);
  connect(again_, &QPushButton::clicked, this, &OverviewPage::compute);
  connect(&worker_, &ProfileWorker::progressed, this,
          [this](int question, double fraction, const QString& stage) {
            if (question != question_) return;
            progress_->setValue(static_cast<int>(1000 * fraction));
            stage_->setText(wordsOfCore(stage));
          });
  connect(&worker_, &ProfileWorker::profiled, this,
          [this](int question, std::shared_ptr<const DatasetProfile> profile) {
            if (question == question_) showProfile(std::move(profile));
          });
  connect(&worker_, &ProfileWorker::refused, this, [this](int question, const QString& reason) {
    if (question != question_) return;
    cancel();
    stage_->setText(wordsOfCore(reason));
  });
}

QWidget* OverviewPage::buildWaiting() {
  stage_ = new QLabel;
  stage_->setAlignment(Qt::AlignCenter);
  stage_->setWordWrap(true);
  progress_ = new QProgressBar;
  progress_->setRange(0, 1000);
  progress_->setMaximumWidth(320);
  cancel_ = new QPushButton(tr("Cancel"));
  again_ = new QPushButton(tr("Count the log"));
  progress_->setAccessibleName(tr("Progress of counting"));
  cancel_->setWhatsThis(tr("End the counting."));
  again_->setWhatsThis(tr("Count slates, propensities, tasks and features of the whole log."));
  again_->hide();
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->addStretch();
  layout->addWidget(stage_);
  layout->addWidget(progress_, 0, Qt::AlignHCenter);
  layout->addWidget(cancel_, 0, Qt::AlignHCenter);
  layout->addWidget(again_, 0, Qt::AlignHCenter);
  layout->addStretch();
  return page;
}

QWidget* OverviewPage::buildContent() {
  facts_ = new QLabel;
  facts_->setWordWrap(true);
  facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  warnings_ = new QLabel;
  warnings_->setWordWrap(true);
  warnings_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* sign = new QLabel;
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
  sign->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(size, size));
  sign->setAlignment(Qt::AlignTop);
  warningPanel_ = new QWidget;
  auto* warningLine = new QHBoxLayout(warningPanel_);
  warningLine->setContentsMargins(0, 0, 0, 0);
  warningLine->addWidget(sign);
  warningLine->addWidget(warnings_, 1);

  propensities_ = new HistogramChart(
      tr("Propensities π_β"),
      tr("The log states no propensities: choose a rule for them under "
         "Experiment, which every estimate will then rest on."),
      tr("π_β, logarithmic"), HistogramChart::Scale::Logarithmic, theme::kLogging);
  sizes_ = new HistogramChart(tr("Slate sizes"), tr("The log has no slates."),
                              tr("candidates of a slate"), HistogramChart::Scale::Linear,
                              theme::kPolicy);
  auto* charts = new QHBoxLayout;
  for (HistogramChart* chart : {propensities_, sizes_}) {
    chart->setFixedHeight(kChartHeight);
    charts->addWidget(chart, 1);
  }

  tasks_ = new QTableView;
  prepare(*tasks_, kRowMargin);
  tasks_->setModel(&taskModel_);
  tasks_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  tasks_->setAccessibleName(tr("Tasks"));
  tasks_->setWhatsThis(tr("How often each action happened over the logged rows."));
  tasks_->horizontalHeader()->setStretchLastSection(true);
  correlations_ = new QTableView;
  prepare(*correlations_, kRowMargin);
  correlations_->verticalHeader()->show();
  correlations_->setAlternatingRowColors(false);
  correlations_->setSelectionMode(QAbstractItemView::NoSelection);
  correlations_->setModel(&correlationModel_);
  correlations_->setAccessibleName(tr("Correlation of the tasks"));
  correlations_->setWhatsThis(
      tr("How far the actions go together over the logged rows: 1 = always, 0 = unrelated."));
  correlationTitle_ = heading(tr("How tasks go together (correlation of labels)"));
  auto* taskColumn = new QVBoxLayout;
  taskColumn->addWidget(heading(tr("Tasks")));
  taskColumn->addWidget(tasks_);
  taskColumn->addStretch();
  auto* correlationColumn = new QVBoxLayout;
  correlationColumn->addWidget(correlationTitle_);
  correlationColumn->addWidget(correlations_);
  correlationColumn->addStretch();
  auto* taskLine = new QHBoxLayout;
  taskLine->addLayout(taskColumn, 1);
  taskLine->addLayout(correlationColumn, 1);

  features_ = new QTableView;
  prepare(*features_, kDrawnRowMargin);
  sortedFeatures_.setSourceModel(&featureModel_);
  sortedFeatures_.setSortRole(FeatureModel::kSortRole);
  sortedFeatures_.setSortCaseSensitivity(Qt::CaseInsensitive);
  features_->setModel(&sortedFeatures_);
  features_->setSortingEnabled(true);
  features_->horizontalHeader()->setSortIndicatorClearable(true);
  features_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  features_->horizontalHeader()->setStretchLastSection(true);
  features_->setItemDelegateForColumn(FeatureModel::Distribution, new HistogramDelegate(features_));
  features_->setAccessibleName(tr("Features"));
  features_->setWhatsThis(tr("Ranges of numbers, kinds of categories, and how much is missing."));
  featureTitle_ = heading(tr("Features"));

  auto* content = new QWidget;
  auto* layout = new QVBoxLayout(content);
  layout->setSpacing(10);
  layout->addWidget(facts_);
  layout->addWidget(warningPanel_);
  layout->addLayout(charts);
  layout->addLayout(taskLine);
  layout->addWidget(featureTitle_);
  layout->addWidget(features_);
  layout->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  return scroll;
}

void OverviewPage::setTable(std::shared_ptr<const SlateTable> table) {
  worker_.cancel();
  ++question_;
  table_ = std::move(table);
  profile_.reset();
  asked_ = false;
  pages_->setCurrentIndex(0);
  if (isVisible()) compute();
}

void OverviewPage::fitHeights() {
  for (QTableView* view : {tasks_, correlations_, features_}) fitHeight(*view);
}

void OverviewPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // Once the tables have made their rows higher or lower.
  if (event->type() == QEvent::FontChange && profile_) {
    QMetaObject::invokeMethod(this, &OverviewPage::fitHeights, Qt::QueuedConnection);
  }
}

void OverviewPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!asked_ && table_) compute();
}

void OverviewPage::compute() {
  asked_ = true;
  stage_->setText(tr("Counting the log"));
  progress_->setValue(0);
  progress_->show();
  cancel_->show();
  again_->hide();
  worker_.request(++question_, table_);
}

void OverviewPage::cancel() {
  worker_.cancel();
  ++question_;
  stage_->setText(tr("The log was not counted."));
  progress_->hide();
  cancel_->hide();
  again_->show();
}

QString OverviewPage::factsText() const {
  const DatasetProfile& profile = *profile_;
  const QLocale locale;
  const auto count = [&](std::int64_t value) {
    return QString("<b>%1</b>").arg(locale.toString(static_cast<qlonglong>(value)));
  };
  QStringList facts;
  if (profile.shape == LogShape::Slate) {
    facts << tr("Slate log") << tr("%1 slates").arg(count(profile.slates))
          << tr("%1 candidates, each with its actions").arg(count(profile.candidates))
          << tr("%1 items").arg(count(profile.items));
  } else {
    facts << tr("Bandit log")
          << tr("%1 slates, each with one shown item").arg(count(profile.slates))
          << tr("%1 items to choose from").arg(count(profile.items));
  }
  if (!std::isnan(profile.firstTime) && !std::isnan(profile.lastTime)) {
    facts << tr("%1 to %2 UTC").arg(day(profile.firstTime), day(profile.lastTime));
  }
  facts << tr("propensities for %1 of the rows")
               .arg(wholePercent(profile.propensities.stated, profile.propensities.rows))
        << tr("places for %1")
               .arg(QString("%1 %").arg(QString::number(100 * profile.statedPositions, 'g', 3)));
  return facts.join(QStringLiteral(" · "));
}

void OverviewPage::showPropensities() {
  const PropensityProfile& propensities = profile_->propensities;
  if (propensities.stated == 0) {
    propensities_->clear();
    return;
  }
  QString note = tr("%1 to %2 · mean 1/π_β %3")
                     .arg(theme::number(propensities.smallest), theme::number(propensities.largest),
                          theme::number(propensities.meanInverse));
  if (profile_->shape == LogShape::Bandit) {
    note += tr(" for %L1 items").arg(profile_->items);
  }
  if (propensities.constant) note += tr(" · uniform logging");
  if (propensities.tiny > 0) note += tr(" · very small: %L1").arg(propensities.tiny);
  propensities_->show(propensities.logHistogram, note);
}

void OverviewPage::showProfile(std::shared_ptr<const DatasetProfile> profile) {
  profile_ = std::move(profile);
  facts_->setText(factsText());
  QStringList warnings;
  for (const std::string& warning : profile_->warnings) {
    warnings.append(wordsOfCore(QString::fromStdString(warning)).toHtmlEscaped());
  }
  warnings_->setTextFormat(Qt::RichText);
  warnings_->setText(QString("<p style='margin:0 0 4px 0'>%1</p>")
                         .arg(warnings.join("</p><p style='margin:0 0 4px 0'>")));
  warningPanel_->setVisible(!warnings.isEmpty());
  showPropensities();
  const QString sizes = profile_->smallestSlate == profile_->largestSlate
                            ? tr("every slate has %L1").arg(profile_->smallestSlate)
                            : tr("%L1 to %L2, half of the slates up to %3")
                                  .arg(profile_->smallestSlate)
                                  .arg(profile_->largestSlate)
                                  .arg(theme::number(profile_->medianSlate));
  sizes_->show(profile_->slateSizes, sizes);

  taskModel_.setProfile(profile_);
  correlationModel_.setProfile(profile_);
  featureModel_.setProfile(profile_);
  tasks_->resizeColumnsToContents();
  correlations_->resizeColumnsToContents();
  const int cell = correlations_->fontMetrics().horizontalAdvance("-0.00") + 24;
  for (int column = 0; column < correlationModel_.columnCount(); ++column) {
    correlations_->setColumnWidth(column, std::max(cell, correlations_->columnWidth(column)));
  }
  features_->resizeColumnsToContents();
  fitHeights();
  const bool severalTasks = profile_->tasks.size() > 1;
  correlationTitle_->setVisible(severalTasks);
  correlations_->setVisible(severalTasks);
  const bool hasFeatures = !profile_->features.empty();
  featureTitle_->setText(hasFeatures ? tr("Features") : tr("The log has no features."));
  features_->setVisible(hasFeatures);
  pages_->setCurrentIndex(1);
}

}  // namespace luce::desktop
