#include "app/desktop/charts/held_out_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/desktop/count_text.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr double kDotWidth = 5;  // of the line through it; the dot has twice as much
/// Above the lines.
constexpr double kTopLayer = 30;

/// Of the table.
enum Column : std::size_t {
  kPolicy,
  kPolicyLow,
  kPolicyHigh,
  kLogging,
  kLoggingLow,
  kLoggingHigh,
  kColumns,
};

void append(StepTable& table, const HeldOutPoint& point) {
  const EstimatedValue& policy = point.estimate.snips();
  const Interval& logging = point.estimate.logging;
  const std::array<double, kColumns> values{policy.value,  policy.low,  policy.high,
                                            logging.value, logging.low, logging.high};
  table.append(static_cast<double>(point.step), values);
}

}  // namespace

HeldOutChart::HeldOutChart(QWidget* parent)
    : StepChart(tr("Held-out reward estimate"),
                tr("Train, or open a run, to see what the policy would earn."), kColumns, parent),
      start_(new QLineSeries),
      kept_(new QScatterSeries),
      keptDot_(new StepCurve(chart(), QPen(theme::kReward, kDotWidth), kTopLayer)) {
  makeBand(loggingBand_, theme::kLogging, tr("logging policy"), kLoggingLow);
  makeBand(policyBand_, theme::kPolicy, tr("policy"), kPolicyLow);
  setLook({{tr("reward, SNIPS, 95 %")},
           std::nullopt,
           {{tr("policy"), theme::kPolicy, Side::Left, kPolicy},
            {tr("logging policy"), theme::kLogging, Side::Left, kLogging}}});
  start_->setName(tr("alignment"));
  start_->setPen(QPen(theme::kNeutral, 1, Qt::DashLine));
  kept_->setName(tr("kept"));
  kept_->setColor(theme::kReward);
  place(*start_, Side::Left);
  place(*kept_, Side::Left);
}

void HeldOutChart::makeBand(Band& band, const QColor& colour, const QString& entry,
                            std::size_t lowColumn) {
  band.area = new QAreaSeries(&band.high, &band.low);
  band.area->setColor(theme::shade(colour));
  band.area->setPen(Qt::NoPen);
  band.entry = entry;
  band.lowColumn = lowColumn;
  band.highColumn = lowColumn + 1;
  place(*band.area, Side::Left);
  legend().tie(*band.area, entry);
}

HeldOutChart::~HeldOutChart() {
  // Their border lines are members and go before the chart does.
  for (const Band* band : {&policyBand_, &loggingBand_}) {
    chart().removeSeries(band->area);
    delete band->area;
  }
}

void HeldOutChart::show(const std::vector<HeldOutPoint>& points, std::int64_t keptStep) {
  clearTable();
  alignmentStart_.reset();
  keptStep_.reset();
  for (const HeldOutPoint& point : points) {
    append(table(), point);
    if (!std::isfinite(point.estimate.snips().value)) continue;
    const auto step = static_cast<double>(point.step);
    if (point.step == keptStep) keptStep_ = step;
    if (point.aligned && !alignmentStart_) alignmentStart_ = step;
    effectiveRows_ = point.estimate.effectiveSampleSize;
  }
  tableChanged();
}

StepTable HeldOutChart::tabulate(const OverlaidRun& run) const {
  StepTable table(kColumns);
  for (const HeldOutPoint& point : run.heldOut) append(table, point);
  return table;
}

void HeldOutChart::includeMore(Side side, double& low, double& high) const {
  for (const Band* band : {&policyBand_, &loggingBand_}) {
    if (!legend().shown(band->entry)) continue;
    for (const std::size_t index : {band->lowColumn, band->highColumn}) {
      const MinMaxColumn& column = table().column(index);
      const MinMaxColumn::Extremes found = column.extremes(0, column.size(), among(side));
      if (found.lowest == MinMaxColumn::kNone) continue;
      low = std::min(low, column[found.lowest]);
      high = std::max(high, column[found.highest]);
    }
  }
}

void HeldOutChart::drawMore(const Stretch& steps, int pixels) {
  const QRectF ranges = axisRanges(Side::Left);
  const double bottom = ranges.top(), top = ranges.top() + ranges.height();
  for (Band* band : {&policyBand_, &loggingBand_}) {
    const auto edge = [&](std::size_t column) {
      // The whole edge, so that both have a point at the same steps; a logarithmic axis ends it.
      QList<QPointF> points = drawnLine(table().steps(), table().column(column), steps.low,
                                        steps.high, pixels, MinMaxColumn::Among::Finite);
      if (logarithmic(Side::Left)) {
        for (QPointF& point : points) point.setY(std::max(point.y(), bottom));
      }
      return points;
    };
    band->low.replace(edge(band->lowColumn));
    band->high.replace(edge(band->highColumn));
  }
  start_->replace(alignmentStart_
                      ? QList<QPointF>{{*alignmentStart_, bottom}, {*alignmentStart_, top}}
                      : QList<QPointF>{});
  legend().setOffered(*start_, alignmentStart_.has_value());
  legend().setOffered(*kept_, keptStep_.has_value());
  keptDot_->clear();
  if (!keptStep_ || !legend().shown(kept_->name())) return;
  const MinMaxColumn& policy = table().column(kPolicy);
  const double kept = policy[table().nearest(*keptStep_)];
  if (MinMaxColumn::counts(kept, among(Side::Left))) {
    keptDot_->show({{*keptStep_, kept}}, plotView(Side::Left));
  }
}

std::vector<std::pair<QString, std::size_t>> HeldOutChart::moreColumns() const {
  std::vector<std::pair<QString, std::size_t>> columns;
  for (const Band* band : {&policyBand_, &loggingBand_}) {
    if (!legend().shown(band->entry)) continue;
    columns.emplace_back(tr("%1, low").arg(band->entry), band->lowColumn);
    columns.emplace_back(tr("%1, high").arg(band->entry), band->highColumn);
  }
  return columns;
}

void HeldOutChart::clearMore() {
  for (Band* band : {&policyBand_, &loggingBand_}) {
    band->low.clear();
    band->high.clear();
  }
  start_->clear();
  keptDot_->clear();
}

QString HeldOutChart::latest() const {
  const auto valueOf = [this](std::size_t column, std::size_t row) {
    return table().column(column)[row];
  };
  for (std::size_t row = table().size(); row-- > 0;) {
    if (!std::isfinite(valueOf(kPolicy, row))) continue;
    return tr("step %1: %2 · logging %3 · effective rows %4")
        .arg(table().steps()[row], 0, 'f', 0)
        .arg(theme::withInterval(valueOf(kPolicy, row), valueOf(kPolicyLow, row),
                                 valueOf(kPolicyHigh, row)),
             theme::number(valueOf(kLogging, row)), countText(effectiveRows_));
  }
  return {};
}

}  // namespace luce::desktop
