#include "app/desktop/charts/comparison_chart.h"

#include <QFontMetrics>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/desktop/charts/axis_view.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

/// Around a name, in pixels: with less, the axis writes dots instead of it.
constexpr int kNameMargin = 13;
/// What the title and the axis below take.
constexpr int kFrameHeight = 100;
constexpr int kMostNumbers = 7;  // along the rewards

/// Half the height of the stroke that ends an interval, in rows: about the same on the screen for
/// few rows, which are high, and for many.
double endStroke(std::size_t rows) {
  return std::min(0.18, 0.012 * static_cast<double>(rows));
}

}  // namespace

ComparisonChart::ComparisonChart(QWidget* parent)
    : ChartFrame(tr("Test reward by scheme"),
                 tr("What each scheme earns on the test slates appears here as its runs finish."),
                 parent),
      mean_(new QScatterSeries),
      first_(new QLineSeries),
      reward_(new QValueAxis),
      scheme_(new QBarCategoryAxis) {
  mean_->setColor(theme::kPolicy);
  mean_->setBorderColor(theme::kPolicy);
  mean_->setMarkerSize(9);
  first_->setPen(QPen(theme::kNeutral, 1, Qt::DashLine));
  chart().addSeries(first_);
  chart().addSeries(mean_);
  chart().addAxis(reward_, Qt::AlignBottom);
  chart().addAxis(scheme_, Qt::AlignLeft);
  chart().legend()->hide();
  reward_->setTitleText(tr("reward, SNIPS on test slates; 95 % over seeds"));
  scheme_->setGridLineVisible(true);
  for (QAbstractSeries* series : chart().series()) {
    series->attachAxis(reward_);
    series->attachAxis(scheme_);
  }
  followPalette();
}

void ComparisonChart::clear() {
  removeIntervals();
  mean_->clear();
  first_->clear();
  setFilled(false);
}

void ComparisonChart::removeIntervals() {
  for (QLineSeries* interval : intervals_) {
    chart().removeSeries(interval);
    delete interval;
  }
  intervals_.clear();
}

void ComparisonChart::addInterval(double low, double high, double y, double stroke) {
  auto* interval = new QLineSeries;
  interval->setPen(QPen(theme::kPolicy, 2));
  interval->replace(QList<QPointF>{{low, y - stroke},
                                   {low, y + stroke},
                                   {low, y},
                                   {high, y},
                                   {high, y - stroke},
                                   {high, y + stroke}});
  chart().addSeries(interval);
  interval->attachAxis(reward_);
  interval->attachAxis(scheme_);
  intervals_.push_back(interval);
}

void ComparisonChart::nameRows(const std::vector<ComparedScheme>& schemes) {
  QStringList names;
  for (auto scheme = schemes.rbegin(); scheme != schemes.rend(); ++scheme) {
    QString name = QString::fromStdString(scheme->title);
    // An axis drops a name that it has already.
    if (names.contains(name)) name += QString(" (%1)").arg(QString::fromStdString(scheme->scheme));
    names.append(name);
  }
  if (names == scheme_->categories()) return;
  scheme_->clear();
  scheme_->append(names);
  scheme_->setRange(names.front(), names.back());
  fitToLetters();
}

void ComparisonChart::fitToLetters() {
  if (scheme_->categories().isEmpty()) return;
  const int rowHeight = QFontMetrics(scheme_->labelsFont()).height() + kNameMargin;
  setMinimumHeight(kFrameHeight + rowHeight * static_cast<int>(scheme_->categories().size()));
}

void ComparisonChart::show(const std::vector<ComparedScheme>& schemes) {
  const bool any = std::any_of(schemes.begin(), schemes.end(), [](const ComparedScheme& scheme) {
    return std::isfinite(scheme.value.mean);
  });
  if (!any) {
    clear();
    return;
  }
  const Fitting fitting(*this);
  removeIntervals();
  nameRows(schemes);
  QList<QPointF> means;
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  std::size_t seeds = 0;
  for (std::size_t i = 0; i < schemes.size(); ++i) {
    const SeedMean& value = schemes[i].value;
    if (!std::isfinite(value.mean)) continue;
    // The first scheme is on top.
    const auto y = static_cast<double>(schemes.size() - 1 - i);
    const double reach = std::isnan(value.halfWidth) ? 0 : value.halfWidth;
    means << QPointF(value.mean, y);
    if (!std::isnan(value.halfWidth))
      addInterval(value.mean - reach, value.mean + reach, y, endStroke(schemes.size()));
    low = std::min(low, value.mean - reach);
    high = std::max(high, value.mean + reach);
    seeds = std::max(seeds, static_cast<std::size_t>(schemes[i].finished));
  }
  mean_->replace(means);
  const double margin = std::max({1e-9, 0.05 * (high - low), 1e-3 * std::abs(high)});
  setRoundRange(*reward_, low - margin, high + margin, kMostNumbers);
  const double reference = schemes.front().value.mean;
  first_->replace(std::isfinite(reference)
                      ? QList<QPointF>{{reference, -0.5},
                                       {reference, static_cast<double>(schemes.size()) - 0.5}}
                      : QList<QPointF>{});
  QString note = seeds < 2 ? tr("one seed: no interval yet") : tr("%1 seeds").arg(seeds);
  // The same for every run: the log and its test slates are.
  const auto judged = std::find_if(schemes.begin(), schemes.end(), [](const ComparedScheme& s) {
    return std::isfinite(s.logging);
  });
  if (judged != schemes.end()) {
    note += tr(" · logging policy %1").arg(theme::number(judged->logging));
  }
  setNote(note);
  setFilled(true);
}

}  // namespace luce::desktop
