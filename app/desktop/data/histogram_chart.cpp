#include "app/desktop/data/histogram_chart.h"

#include <QLegend>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

/// Half of the narrowest histogram, in powers of ten or in units: values that hardly differ are one
/// bar that can be seen.
constexpr double kLeastInPowers = 0.05, kLeastInUnits = 0.5;

Histogram wideEnough(const Histogram& histogram, double least, std::int64_t total) {
  const double low = histogram.edges.front(), high = histogram.edges.back();
  if (high - low >= 2 * least) return histogram;
  const double middle = (low + high) / 2;
  return {{middle - least, middle + least}, {total}};
}

}  // namespace

HistogramChart::HistogramChart(const QString& title, const QString& emptyText, const QString& axis,
                               Scale scale, const QColor& colour)
    : ChartFrame(title, emptyText),
      scale_(scale),
      area_(new QAreaSeries(&upper_, &lower_)),
      share_(new QValueAxis) {
  setWhatsThis(title);
  area_->setColor(theme::shade(colour, 170));
  area_->setPen(Qt::NoPen);
  chart().addSeries(area_);
  chart().legend()->hide();
  if (scale == Scale::Logarithmic) {
    auto* logarithmic = new QLogValueAxis;
    logarithmic->setBase(10);
    logarithmic->setLabelFormat("%g");
    quantity_ = logarithmic;
  } else {
    auto* linear = new QValueAxis;
    linear->setLabelFormat("%.0f");
    quantity_ = linear;
  }
  quantity_->setTitleText(axis);
  share_->setTitleText(tr("%"));
  share_->setLabelFormat("%.0f");
  chart().addAxis(quantity_, Qt::AlignBottom);
  chart().addAxis(share_, Qt::AlignLeft);
  area_->attachAxis(quantity_);
  area_->attachAxis(share_);
  followPalette();
}

HistogramChart::~HistogramChart() {
  // Its border lines are members and go before the chart does.
  chart().removeSeries(area_);
  delete area_;
}

void HistogramChart::clear() {
  setFilled(false);
}

void HistogramChart::show(const Histogram& counted, const QString& note) {
  const auto total = std::accumulate(counted.counts.begin(), counted.counts.end(), std::int64_t{0});
  if (total == 0 || counted.edges.size() != counted.counts.size() + 1) {
    clear();
    return;
  }
  const Histogram histogram =
      wideEnough(counted, scale_ == Scale::Logarithmic ? kLeastInPowers : kLeastInUnits, total);
  const Fitting fitting(*this);
  QList<QPointF> upper, lower;
  double top = 0;
  for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
    const double share =
        100 * static_cast<double>(histogram.counts[bin]) / static_cast<double>(total);
    for (double edge : {histogram.edges[bin], histogram.edges[bin + 1]}) {
      if (scale_ == Scale::Logarithmic) edge = std::pow(10, edge);
      upper << QPointF(edge, share);
      lower << QPointF(edge, 0);
    }
    top = std::max(top, share);
  }
  upper_.replace(upper);
  lower_.replace(lower);
  showRange(histogram.edges.front(), histogram.edges.back());
  share_->setRange(0, 1.05 * top);
  share_->applyNiceNumbers();
  if (share_->max() > 100) {
    share_->setRange(0, 100);
    share_->setTickCount(5);
  }
  setNote(note);
  setFilled(true);
}

void HistogramChart::showRange(double low, double high) {
  if (scale_ == Scale::Logarithmic) {
    // From one power of ten to another, so that the axis has numbers at both ends.
    low = std::floor(low + 1e-9);
    high = std::max(std::ceil(high - 1e-9), low + 1);
    static_cast<QLogValueAxis*>(quantity_)->setRange(std::pow(10, low), std::pow(10, high));
    return;
  }
  const double margin = high - low < 4 ? 2 : 0;
  auto& axis = *static_cast<QValueAxis*>(quantity_);
  axis.setRange(std::max(0.0, std::floor(low - margin)), std::ceil(high + margin));
  axis.applyNiceNumbers();
}

}  // namespace luce::desktop
