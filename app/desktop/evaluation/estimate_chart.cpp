#include "app/desktop/evaluation/estimate_chart.h"

#include <QFontMetrics>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/desktop/count_text.h"
#include "app/desktop/evaluation/evaluation_words.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

/// Around a name, in pixels: with less, the axis writes dots instead of it.
constexpr int kNameMargin = 13;
/// What the title, the legend and the axis below take.
constexpr int kFrameHeight = 120;
constexpr int kTicks = 6;
/// How far two policies of one row stand apart, in rows.
constexpr double kApart = 0.16;

QScatterSeries* scatter(const QColor& colour) {
  auto* series = new QScatterSeries;
  series->setColor(colour);
  series->setBorderColor(colour);
  series->setMarkerSize(8);
  return series;
}

}  // namespace

EstimateChart::EstimateChart(QWidget* parent)
    : ChartFrame(tr("What the policy would earn"),
                 tr("The estimates of the policy's reward appear here."), parent),
      own_(scatter(theme::kPolicy)),
      other_(scatter(theme::kNeutral)),
      logging_(new QLineSeries),
      reward_(new QValueAxis),
      estimator_(new QBarCategoryAxis) {
  setWhatsThis(
      tr("The reward of the policy by every estimator with its 95 % interval, beside the logging "
         "policy and the compared one."));
  logging_->setPen(QPen(theme::kLogging, 1.5, Qt::DashLine));
  logging_->setName(tr("logging policy"));
  chart().addAxis(reward_, Qt::AlignBottom);
  chart().addAxis(estimator_, Qt::AlignLeft);
  for (QXYSeries* series : {static_cast<QXYSeries*>(logging_), static_cast<QXYSeries*>(other_),
                            static_cast<QXYSeries*>(own_)}) {
    chart().addSeries(series);
    series->attachAxis(reward_);
    series->attachAxis(estimator_);
  }
  reward_->setTitleText(tr("reward a slate"));
  chart().legend()->setAlignment(Qt::AlignTop);
  followPalette();
}

void EstimateChart::clear() {
  removeIntervals();
  for (QXYSeries* series : {static_cast<QXYSeries*>(own_), static_cast<QXYSeries*>(other_),
                            static_cast<QXYSeries*>(logging_)}) {
    series->clear();
  }
  setNote({});
  setFilled(false);
}

void EstimateChart::removeIntervals() {
  for (QLineSeries* interval : intervals_) {
    chart().removeSeries(interval);
    delete interval;
  }
  intervals_.clear();
}

void EstimateChart::addInterval(const Interval& interval, double y, const QColor& colour,
                                const QXYSeries& owner) {
  if (!(interval.high > interval.low)) return;
  auto* line = new QLineSeries;
  line->setPen(QPen(colour, 2));
  line->replace(QList<QPointF>{{interval.low, y}, {interval.high, y}});
  chart().addSeries(line);
  line->attachAxis(reward_);
  line->attachAxis(estimator_);
  legend().tie(*line, owner.name());
  intervals_.push_back(line);
}

void EstimateChart::nameRows(const QStringList& names) {
  if (names == estimator_->categories()) return;
  estimator_->clear();
  estimator_->append(names);
  estimator_->setRange(names.front(), names.back());
  fitToLetters();
}

void EstimateChart::fitToLetters() {
  if (estimator_->categories().isEmpty()) return;
  const int rowHeight = QFontMetrics(estimator_->labelsFont()).height() + kNameMargin;
  setMinimumHeight(kFrameHeight + rowHeight * static_cast<int>(estimator_->categories().size()));
}

void EstimateChart::show(const EvaluationView& view) {
  const OffPolicyEstimate& estimate = view.report.estimate;
  std::vector<const ValueEstimatorDescription*> shown;
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    if (std::isfinite(estimate.of(description.estimator).value)) shown.push_back(&description);
  }
  if (shown.empty()) {
    clear();
    return;
  }
  const Fitting fitting(*this);
  std::reverse(shown.begin(), shown.end());  // the first one on top
  removeIntervals();
  QStringList names;
  for (const auto* description : shown) names << QString::fromUtf8(description->title);
  nameRows(names);
  const bool compared = view.compared.has_value();
  own_->setName(titleOfPolicy(view.report));
  other_->setName(compared ? titleOfPolicy(*view.compared) : QString());
  QList<QPointF> own, other;
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  const auto reach = [&](const Interval& interval) {
    for (const double value : {interval.value, interval.low, interval.high}) {
      if (!std::isfinite(value)) continue;
      low = std::min(low, value);
      high = std::max(high, value);
    }
  };
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const ValueEstimator estimator = shown[i]->estimator;
    const auto place = static_cast<double>(i);
    const double y = compared ? place + kApart : place;
    own << QPointF(estimate.of(estimator).value, y);
    addInterval(estimate.of(estimator), y, theme::kPolicy, *own_);
    reach(estimate.of(estimator));
    if (!compared) continue;
    const EstimatedValue& value = view.compared->estimate.of(estimator);
    if (!std::isfinite(value.value)) continue;
    other << QPointF(value.value, place - kApart);
    addInterval(value, place - kApart, theme::kNeutral, *other_);
    reach(value);
  }
  own_->replace(own);
  other_->replace(other);
  legend().setOffered(*other_, compared);
  const Interval& logging = estimate.logging;
  reach({logging.value, logging.value, logging.value});
  logging_->replace(std::isfinite(logging.value)
                        ? QList<QPointF>{{logging.value, -0.5},
                                         {logging.value, static_cast<double>(shown.size()) - 0.5}}
                        : QList<QPointF>{});
  const double margin = std::max({1e-9, 0.05 * (high - low), 1e-3 * std::abs(high)});
  reward_->setRange(low - margin, high + margin);
  reward_->setTickCount(kTicks);
  reward_->applyNiceNumbers();
  setNote(tr("%1 rows of %2 slates, 95 % %3 intervals")
              .arg(countText(estimate.rows), countText(estimate.slates),
                   QString::fromStdString(toString(view.interval))));
  setFilled(true);
}

}  // namespace luce::desktop
