#include "app/desktop/charts/ratio_chart.h"

#include <algorithm>
#include <cmath>

#include "app/desktop/charts/histogram_outline.h"
#include "app/desktop/count_text.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

/// Of the histogram's top, when the axis is made anew; it stays while the top is not under this
/// share of it, since an axis that hops from picture to picture cannot be read.
constexpr double kHeadroom = 1.1;
constexpr double kLowest = 0.6;

}  // namespace

RatioChart::RatioChart(QWidget* parent)
    : ChartFrame(tr("Importance ratios ρ"),
                 tr("Train, or open a run, to see how far the policy is from the logging policy."),
                 parent),
      area_(new QAreaSeries(&upper_, &lower_)),
      low_(new QLineSeries),
      high_(new QLineSeries),
      ratio_(new QLogValueAxis),
      share_(new QValueAxis) {
  area_->setName(tr("held-out rows"));
  area_->setColor(theme::shade(theme::kPolicy, 170));
  area_->setPen(Qt::NoPen);
  for (QLineSeries* line : {low_, high_}) {
    line->setPen(QPen(theme::kReward, 2, Qt::DashLine));
    line->setName(tr("clip bounds"));
  }
  chart().addSeries(area_);
  chart().addSeries(low_);
  chart().addSeries(high_);
  legend().tie(*low_, low_->name());
  ratio_->setBase(10);
  ratio_->setLabelFormat("%g");
  ratio_->setTitleText(tr("ρ = π/π_β, logarithmic"));
  share_->setTitleText(tr("% of rows"));
  share_->setLabelFormat("%.0f");
  chart().addAxis(ratio_, Qt::AlignBottom);
  chart().addAxis(share_, Qt::AlignLeft);
  for (QAbstractSeries* series : chart().series()) {
    series->attachAxis(ratio_);
    series->attachAxis(share_);
  }
  followPalette();
}

RatioChart::~RatioChart() {
  // Its border lines are members and go before the chart does.
  chart().removeSeries(area_);
  delete area_;
}

void RatioChart::clear() {
  setFilled(false);
}

void RatioChart::show(const PolicySummary& summary, const ClipBounds& bounds, RowKind rows) {
  if (summary.rows == 0 || summary.ratios.counts.empty()) {
    clear();
    return;
  }
  drawWhenSeen([this, summary, bounds, rows] { draw(summary, bounds, rows); });
}

void RatioChart::draw(const PolicySummary& summary, const ClipBounds& bounds, RowKind rows) {
  const Fitting fitting(*this);
  const RatioHistogram& histogram = summary.ratios;
  const HistogramOutline outline = outlineOf(histogram, summary.rows);
  upper_.replace(outline.upper);
  lower_.replace(outline.lower);
  ratio_->setRange(std::pow(10, histogram.low), std::pow(10, histogram.high));
  if (outline.top > share_->max() || outline.top < kLowest * share_->max()) {
    share_->setRange(0, kHeadroom * outline.top);
    share_->applyNiceNumbers();
  }
  drawBound(*low_, bounds.low, share_->max());
  drawBound(*high_, bounds.high, share_->max());
  ratio_->setTitleText(rows == RowKind::Observed ? tr("ρ = π, logarithmic")
                                                 : tr("ρ = π/π_β, logarithmic"));
  QString note =
      tr("%1 rows · effective %2 of %3 · largest ρ %4")
          .arg(QString::fromStdString(toString(rows)), countText(summary.effectiveSampleSize),
               countText(summary.rows), theme::number(summary.largestRatio));
  if (std::isfinite(bounds.low) || std::isfinite(bounds.high)) {
    note += tr(" · clipped %1 % low, %2 % high")
                .arg(100 * summary.clipped.low, 0, 'f', 1)
                .arg(100 * summary.clipped.high, 0, 'f', 1);
  }
  setNote(note);
  setFilled(true);
}

void RatioChart::drawBound(QLineSeries& line, double bound, double top) {
  const bool drawn = std::isfinite(bound) && bound > ratio_->min() && bound < ratio_->max();
  legend().setOffered(line, drawn);
  line.replace(drawn ? QList<QPointF>{{bound, 0}, {bound, top}} : QList<QPointF>{});
}

double RatioChart::lowLine() const {
  return low_->count() > 0 ? low_->at(0).x() : std::nan("");
}
double RatioChart::highLine() const {
  return high_->count() > 0 ? high_->at(0).x() : std::nan("");
}

}  // namespace luce::desktop
