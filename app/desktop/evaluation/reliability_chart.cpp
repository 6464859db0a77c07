#include "app/desktop/evaluation/reliability_chart.h"

#include <QCursor>
#include <QSignalBlocker>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

/// How much of the plot's height the bars of the rows may take.
constexpr double kRowsHeight = 0.3;
/// Of the axes beyond the farthest point.
constexpr double kMargin = 1.08;
/// Before the axis looks for round numbers; those make fewer.
constexpr int kTicks = 7;
/// Share of the rows below which a bin does not stretch the axes.
constexpr double kSmallBin = 0.01;

std::int64_t rowsOf(const std::vector<ReliabilityBin>& bins) {
  return std::accumulate(
      bins.begin(), bins.end(), std::int64_t{0},
      [](std::int64_t sum, const ReliabilityBin& bin) { return sum + bin.rows; });
}

/// The axes end a little beyond what is predicted and seen: clicks of 2 % would else lie in a
/// corner. What a handful of rows show by chance may lie above.
double reachOf(const std::vector<ReliabilityBin>& bins) {
  const double enough = kSmallBin * static_cast<double>(rowsOf(bins));
  double reach = 0;
  for (const ReliabilityBin& bin : bins) {
    reach = std::max(reach, bin.meanPrediction);
    if (static_cast<double>(bin.rows) >= enough) reach = std::max(reach, bin.rate.value);
  }
  return std::clamp(kMargin * reach, 1e-6, 1.0);
}

}  // namespace

ReliabilityChart::ReliabilityChart(QWidget* parent)
    : ChartFrame(tr("Reliability"),
                 tr("Train, or open a run, to see whether what it predicts comes true."), parent),
      task_(new QComboBox),
      binning_(new QComboBox),
      rows_(new QAreaSeries(&upper_, &lower_)),
      diagonal_(new QLineSeries),
      line_(new QLineSeries),
      points_(new QScatterSeries),
      predicted_(new QValueAxis),
      seen_(new QValueAxis),
      share_(new QValueAxis) {
  task_->setAccessibleName(tr("Task"));
  task_->setWhatsThis(
      tr("The task whose predicted probabilities are compared with what happened."));
  setWhatsThis(
      tr("Predicted probability against the share of actions that happened. On the diagonal the "
         "estimator means what it says."));
  task_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  binning_->setAccessibleName(tr("Bins"));
  binning_->addItem(tr("bins of equal width"));
  binning_->addItem(tr("bins of equally many rows"));
  binning_->setToolTip(
      tr("Where most predictions are alike, bins of equally many rows show more of them."));
  addBesideTitle(task_);
  addBesideTitle(binning_);
  rows_->setColor(theme::shade(theme::kNeutral, 90));
  rows_->setPen(Qt::NoPen);
  rows_->setName(tr("rows by bin"));
  diagonal_->setName(tr("as predicted"));
  diagonal_->setPen(QPen(theme::kNeutral, 1, Qt::DashLine));
  points_->setName(tr("seen, with 95 % interval"));
  points_->setColor(theme::kPolicy);
  points_->setBorderColor(theme::kPolicy);
  points_->setMarkerSize(8);
  line_->setPen(QPen(theme::shade(theme::kPolicy, 120), 1));
  for (QAbstractSeries* series :
       std::initializer_list<QAbstractSeries*>{rows_, diagonal_, line_, points_}) {
    chart().addSeries(series);
  }
  predicted_->setTitleText(tr("predicted probability"));
  seen_->setTitleText(tr("seen share"));
  chart().addAxis(predicted_, Qt::AlignBottom);
  chart().addAxis(seen_, Qt::AlignLeft);
  chart().addAxis(share_, Qt::AlignRight);
  share_->setVisible(false);
  for (QAbstractSeries* series : chart().series()) {
    series->attachAxis(predicted_);
    series->attachAxis(series == rows_ ? share_ : seen_);
  }
  legend().tie(*line_, points_->name());
  connect(task_, &QComboBox::currentIndexChanged, this, &ReliabilityChart::draw);
  connect(binning_, &QComboBox::currentIndexChanged, this, &ReliabilityChart::draw);
  connect(points_, &QScatterSeries::hovered, this, &ReliabilityChart::hover);
  followPalette();
}

ReliabilityChart::~ReliabilityChart() {
  // Its border lines are members and go before the chart does.
  chart().removeSeries(rows_);
  delete rows_;
}

ReliabilityChart::Bins ReliabilityChart::bins() const {
  return binning_->currentIndex() == 0 ? Bins::EqualWidth : Bins::EqualCount;
}

void ReliabilityChart::clear() {
  show(nullptr);
}

void ReliabilityChart::show(std::shared_ptr<const std::vector<TaskCalibration>> tasks) {
  tasks_ = std::move(tasks);
  {
    const QSignalBlocker blocker(task_);
    const QString before = task_->currentText();
    task_->clear();
    if (tasks_) {
      for (const TaskCalibration& task : *tasks_) {
        task_->addItem(QString::fromStdString(task.fit.task));
      }
    }
    task_->setCurrentIndex(std::max(0, task_->findText(before)));
  }
  task_->setVisible(task_->count() > 1);
  draw();
}

const TaskCalibration* ReliabilityChart::chosen() const {
  const int index = task_->currentIndex();
  return tasks_ && index >= 0 ? &(*tasks_)[static_cast<std::size_t>(index)] : nullptr;
}

const std::vector<ReliabilityBin>& ReliabilityChart::chosenBins(const TaskCalibration& task) const {
  return bins() == Bins::EqualWidth ? task.equalWidth : task.equalCount;
}

void ReliabilityChart::draw() {
  removeIntervals();
  const TaskCalibration* task = chosen();
  if (task == nullptr || task->fit.rows == 0) {
    points_->clear();
    upper_.clear();
    setFilled(false);
    return;
  }
  const Fitting fitting(*this);
  const std::vector<ReliabilityBin>& bins = chosenBins(*task);
  QList<QPointF> points;
  for (const ReliabilityBin& bin : bins) points << QPointF(bin.meanPrediction, bin.rate.value);
  points_->replace(points);
  line_->replace(points);
  const double reach = reachOf(bins);
  predicted_->setRange(0, reach);
  predicted_->setTickCount(kTicks);
  predicted_->applyNiceNumbers();
  predicted_->setMax(std::min(1.0, predicted_->max()));
  seen_->setRange(0, predicted_->max());
  seen_->setTickCount(predicted_->tickCount());
  diagonal_->replace(QList<QPointF>{{0, 0}, {predicted_->max(), predicted_->max()}});
  drawIntervals(bins);
  const TaskFit& fit = task->fit;
  const double error =
      this->bins() == Bins::EqualWidth ? fit.expectedCalibrationError : task->equalCountError;
  const double mostRows = drawRows(bins, predicted_->max());
  setNote(tr("calibration error %1 · Brier %2 · log loss %3 · AUC %4 · %L5 rows (at most %8 % in a "
             "bin), "
             "seen %6, predicted %7")
              .arg(theme::number(error), theme::number(fit.brier), theme::number(fit.logLoss),
                   theme::number(fit.auc))
              .arg(fit.rows)
              .arg(theme::number(fit.rate), theme::number(fit.meanPrediction),
                   QString::number(mostRows, 'f', 0)));
  followPalette();
  setFilled(true);
}

void ReliabilityChart::removeIntervals() {
  for (QLineSeries* interval : intervals_) {
    chart().removeSeries(interval);
    delete interval;
  }
  intervals_.clear();
}

void ReliabilityChart::drawIntervals(const std::vector<ReliabilityBin>& bins) {
  for (const ReliabilityBin& bin : bins) {
    auto* interval = new QLineSeries;
    interval->setPen(QPen(theme::kPolicy, 2));
    interval->replace(
        QList<QPointF>{{bin.meanPrediction, bin.rate.low}, {bin.meanPrediction, bin.rate.high}});
    chart().addSeries(interval);
    interval->attachAxis(predicted_);
    interval->attachAxis(seen_);
    legend().tie(*interval, points_->name());
    intervals_.push_back(interval);
  }
}

double ReliabilityChart::drawRows(const std::vector<ReliabilityBin>& bins, double reach) {
  const std::int64_t rows = rowsOf(bins);
  QList<QPointF> upper, lower;
  double top = 0;
  for (const ReliabilityBin& bin : bins) {
    const double share = 100 * static_cast<double>(bin.rows) / static_cast<double>(rows);
    // A bin of one prediction alone is drawn as a thin bar.
    const double right = std::max(bin.high, bin.low + reach / 200);
    upper << QPointF(bin.low, 0) << QPointF(bin.low, share) << QPointF(right, share)
          << QPointF(right, 0);
    top = std::max(top, share);
  }
  for (const QPointF& point : upper) lower << QPointF(point.x(), 0);
  upper_.replace(upper);
  lower_.replace(lower);
  share_->setRange(0, top / kRowsHeight);
  return top;
}

void ReliabilityChart::hover(const QPointF& point, bool inside) {
  const TaskCalibration* task = chosen();
  if (!inside || task == nullptr) {
    QToolTip::hideText();
    return;
  }
  for (const ReliabilityBin& bin : chosenBins(*task)) {
    if (bin.meanPrediction != point.x() || bin.rate.value != point.y()) continue;
    QToolTip::showText(
        QCursor::pos(),
        tr("%L1 rows predicted between %2 and %3\npredicted %4 on average\nseen %5")
            .arg(bin.rows)
            .arg(theme::number(bin.low), theme::number(bin.high), theme::number(bin.meanPrediction),
                 theme::withInterval(bin.rate.value, bin.rate.low, bin.rate.high)),
        this);
    return;
  }
}

}  // namespace luce::desktop
