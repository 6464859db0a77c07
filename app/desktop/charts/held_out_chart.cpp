#include "app/desktop/charts/held_out_chart.h"

#include <QLegendMarker>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/desktop/theme.h"

namespace luce::desktop {

HeldOutChart::HeldOutChart(QWidget* parent)
    : ChartFrame(tr("Held-out reward estimate"),
                 tr("Train, or open a run, to see what the policy would earn."), parent),
      band_(new QAreaSeries(&bandHigh_, &bandLow_)),
      loggingBand_(new QAreaSeries(&loggingHigh_, &loggingLow_)),
      value_(new QLineSeries),
      logging_(new QLineSeries),
      start_(new QLineSeries),
      kept_(new QScatterSeries),
      step_(new QValueAxis),
      reward_(new QValueAxis) {
  band_->setColor(theme::shade(theme::kPolicy));
  loggingBand_->setColor(theme::shade(theme::kLogging));
  for (QAreaSeries* band : {loggingBand_, band_}) {
    band->setPen(Qt::NoPen);
    chart().addSeries(band);
    for (QLegendMarker* marker : chart().legend()->markers(band)) marker->setVisible(false);
  }
  value_->setName(tr("policy"));
  value_->setPen(QPen(theme::kPolicy, 2));
  logging_->setName(tr("logging policy"));
  logging_->setPen(QPen(theme::kLogging, 2));
  start_->setName(tr("alignment"));
  start_->setPen(QPen(theme::kNeutral, 1, Qt::DashLine));
  kept_->setName(tr("kept"));
  kept_->setColor(theme::kReward);
  kept_->setBorderColor(Qt::white);
  kept_->setMarkerSize(11);
  chart().addSeries(logging_);
  chart().addSeries(value_);
  chart().addSeries(start_);
  chart().addSeries(kept_);
  chart().addAxis(step_, Qt::AlignBottom);
  chart().addAxis(reward_, Qt::AlignLeft);
  step_->setTitleText(tr("step"));
  step_->setLabelFormat("%.0f");
  reward_->setTitleText(tr("reward, SNIPS, 95 %"));
  for (QAbstractSeries* series : chart().series()) {
    series->attachAxis(step_);
    series->attachAxis(reward_);
  }
  followPalette();
}

HeldOutChart::~HeldOutChart() {
  // Their border lines are members and go before the chart does.
  for (QAreaSeries* band : {band_, loggingBand_}) {
    chart().removeSeries(band);
    delete band;
  }
}

void HeldOutChart::clear() {
  value_->clear();
  setFilled(false);
}

void HeldOutChart::show(const std::vector<HeldOutPoint>& points, std::int64_t keptStep) {
  QList<QPointF> value, low, high, logging, loggingLow, loggingHigh, kept;
  double bottom = std::numeric_limits<double>::infinity();
  double top = -bottom;
  double alignmentStart = -1;
  const HeldOutPoint* latest = nullptr;
  for (const HeldOutPoint& point : points) {
    const OffPolicyEstimate& estimate = point.estimate;
    if (!std::isfinite(estimate.snips().value)) continue;
    const auto x = static_cast<double>(point.step);
    value << QPointF(x, estimate.snips().value);
    low << QPointF(x, estimate.snips().low);
    high << QPointF(x, estimate.snips().high);
    logging << QPointF(x, estimate.logging.value);
    loggingLow << QPointF(x, estimate.logging.low);
    loggingHigh << QPointF(x, estimate.logging.high);
    if (point.step == keptStep) kept = {value.back()};
    if (point.aligned && alignmentStart < 0) alignmentStart = x;
    bottom = std::min({bottom, estimate.snips().low, estimate.logging.low});
    top = std::max({top, estimate.snips().high, estimate.logging.high});
    latest = &point;
  }
  if (latest == nullptr) {
    clear();
    return;
  }
  const double margin = std::max(1e-9, 0.05 * (top - bottom));
  value_->replace(value);
  bandLow_.replace(low);
  bandHigh_.replace(high);
  logging_->replace(logging);
  loggingLow_.replace(loggingLow);
  loggingHigh_.replace(loggingHigh);
  kept_->replace(kept);
  reward_->setRange(bottom >= 0 ? std::max(0.0, bottom - margin) : bottom - margin, top + margin);
  reward_->applyNiceNumbers();
  step_->setRange(0, std::max(value.back().x(), 1.0));
  start_->replace(alignmentStart < 0 ? QList<QPointF>{}
                                     : QList<QPointF>{{alignmentStart, reward_->min()},
                                                      {alignmentStart, reward_->max()}});
  const OffPolicyEstimate& estimate = latest->estimate;
  setNote(tr("step %1: %2 · logging %3 · effective rows %4")
              .arg(latest->step)
              .arg(theme::withInterval(estimate.snips().value, estimate.snips().low,
                                       estimate.snips().high),
                   theme::number(estimate.logging.value),
                   theme::number(estimate.effectiveSampleSize)));
  setFilled(true);
}

}  // namespace luce::desktop
