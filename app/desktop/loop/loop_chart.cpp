#include "app/desktop/loop/loop_chart.h"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "app/desktop/loop/loop_words.h"
#include "app/desktop/loop/ranker_look.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr double kLineWidth = 2;
constexpr double kMarkerSize = 8;
constexpr int kBandOpaqueness = 34;  // of 255: several lie over each other
/// With more rounds, markers would hide the lines.
constexpr std::size_t kMostMarkers = 40;
/// By how much of the spread of the means intervals may widen the axis, on either side.
constexpr double kMostForBands = 0.6;
/// Of the values: rounding and chance in the last digits are not to fill the plot.
constexpr double kLeastSpread = 0.02;
constexpr double kRoomBeside = 0.015;  ///< of the rounds

QString measureTitle(const std::string& measure) {
  return titleOf(findLoopMeasure(measure));
}

}  // namespace

LoopChart::LoopChart(const std::string& measure, QWidget* parent)
    : ChartFrame(measureTitle(measure),
                 tr("Press Start: the rounds appear here as they are played."), parent),
      measure_(measure),
      index_(measureIndex(measure)),
      rounds_(new QValueAxis),
      values_(new QValueAxis),
      ruler_(new QLineSeries),
      pacer_([this] { draw(); }) {
  setWhatsThis(
      tr("%1 A line a ranker, over rounds; the band around it is its 95 % interval over seeds. The "
         "first round is the logging policy's for all. Where intervals are far wider than the "
         "rankers differ, they run out of the plot; the mouse tells them.")
          .arg(helpOf(findLoopMeasure(measure))));
  hideNote();
  rounds_->setTitleText(tr("round"));
  values_->setTitleText(measureTitle(measure));
  chart().addAxis(rounds_, Qt::AlignBottom);
  chart().addAxis(values_, Qt::AlignLeft);
  chart().addSeries(ruler_);
  ruler_->attachAxis(rounds_);
  ruler_->attachAxis(values_);
  legend().tie(*ruler_, {});
  chart().legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
  marks_ = new RoundMarks(chart(), *ruler_);
  hover_ = new StepMarks(chart());
  setCrosshair(new StepCrosshair(this));
  view().setMouseTracking(true);
  view().viewport()->setMouseTracking(true);
  connect(&zoom(), &ChartZoom::changed, this, [this] {
    marks_->update();
    showCrosshair();
  });
  connect(&legend(), &LegendToggles::changed, this, &LoopChart::requestDraw);
  followPalette();
}

void LoopChart::setCrosshair(StepCrosshair* crosshair) {
  if (crosshair_ != nullptr) {
    disconnect(crosshair_, nullptr, this, nullptr);
    if (crosshair_->parent() == this) delete crosshair_;
  }
  crosshair_ = crosshair;
  connect(crosshair, &StepCrosshair::moved, this, &LoopChart::showCrosshair);
}

void LoopChart::show(std::shared_ptr<const LoopView> view) {
  view_ = std::move(view);
  requestDraw();
}

void LoopChart::clear() {
  view_.reset();
  requestDraw();
}

void LoopChart::setMarks(const std::vector<RoundMark>& marks) {
  if (marks != marks_->marks()) marks_->show(marks);
}

void LoopChart::showBands(bool shown) {
  if (shown == bands_) return;
  bands_ = shown;
  requestDraw();
}

void LoopChart::setLegendShown(bool shown) {
  chart().legend()->setVisible(shown);
  legend().refresh();
}

void LoopChart::addEnlargeButton() {
  auto* button = new QToolButton;
  button->setText(QStringLiteral("⤢"));
  button->setAutoRaise(true);
  button->setAccessibleName(tr("Enlarge “%1”").arg(measureTitle(measure_)));
  button->setToolTip(tr("Only this chart, with its legend"));
  button->setWhatsThis(button->toolTip());
  addBesideTitle(button);
  connect(button, &QToolButton::clicked, this, &LoopChart::enlargeAsked);
}

std::pair<QList<QPointF>, QList<QPointF>> LoopChart::band(std::size_t ranker) const {
  const Line& line = lines_[ranker];
  return {line.low->points(), line.high->points()};
}

QRectF LoopChart::axisRanges() const {
  return {rounds_->min(), values_->min(), rounds_->max() - rounds_->min(),
          values_->max() - values_->min()};
}

void LoopChart::requestDraw() {
  stale_ = true;
  if (isSeen()) pacer_.request();
}

void LoopChart::drawWaiting() {
  if (stale_) pacer_.drawNow();
}

void LoopChart::hideEvent(QHideEvent* event) {
  pacer_.forget();
  ChartFrame::hideEvent(event);
}

void LoopChart::removeLines() {
  for (Line& line : lines_) {
    for (QAbstractSeries* series :
         {static_cast<QAbstractSeries*>(line.band), static_cast<QAbstractSeries*>(line.line)}) {
      chart().removeSeries(series);
      delete series;
    }
    delete line.low;
    delete line.high;
  }
  lines_.clear();
  drawn_.clear();
}

void LoopChart::rebuild() {
  removeLines();
  drawn_ = view_->rankers;
  std::map<std::string, int> seen;
  std::vector<RankerLook> looks;
  for (const ShownRanker& ranker : drawn_) {
    looks.push_back(rankerLook(ranker.kind, seen[ranker.kind]++));
    Line line;
    line.low = new QLineSeries(this);
    line.high = new QLineSeries(this);
    line.band = new QAreaSeries(line.high, line.low);
    line.band->setPen(Qt::NoPen);
    line.band->setBrush(theme::shade(looks.back().colour, kBandOpaqueness));
    chart().addSeries(line.band);
    lines_.push_back(line);
  }
  // Lines lie over all bands.
  for (std::size_t ranker = 0; ranker < drawn_.size(); ++ranker) {
    Line& line = lines_[ranker];
    line.line = new QLineSeries;
    line.line->setName(drawn_[ranker].name);
    line.line->setPen(looks[ranker].pen(kLineWidth));
    line.line->setMarkerSize(kMarkerSize);
    line.line->setLightMarker(looks[ranker].markerImage());
    chart().addSeries(line.line);
    for (QAbstractSeries* series :
         {static_cast<QAbstractSeries*>(line.band), static_cast<QAbstractSeries*>(line.line)}) {
      series->attachAxis(rounds_);
      series->attachAxis(values_);
    }
    legend().tie(*line.band, drawn_[ranker].name);
  }
  followPalette();
}

const std::vector<SeedMean>& LoopChart::curve(std::size_t ranker) const {
  return view_->curves[index_][ranker];
}

void LoopChart::fillLine(std::size_t ranker) {
  Line& line = lines_[ranker];
  const std::vector<SeedMean>& values = curve(ranker);
  QList<QPointF> points, low, high;
  for (std::size_t round = 0; round < values.size(); ++round) {
    const auto x = static_cast<double>(round + 1);
    const SeedMean& value = values[round];
    if (!std::isfinite(value.mean)) continue;
    points << QPointF(x, value.mean);
    if (!std::isfinite(value.halfWidth)) continue;
    low << QPointF(x, value.mean - value.halfWidth);
    high << QPointF(x, value.mean + value.halfWidth);
  }
  line.low->replace(low);
  line.high->replace(high);
  line.line->replace(points);
  const bool marked = values.size() <= kMostMarkers;
  if (line.line->lightMarker().isNull() == marked) {
    std::map<std::string, int> before;
    for (std::size_t i = 0; i < ranker; ++i) ++before[drawn_[i].kind];
    const std::string& kind = drawn_[ranker].kind;
    line.line->setLightMarker(marked ? rankerLook(kind, before[kind]).markerImage() : QImage());
  }
  legend().setOffered(*line.line, !points.isEmpty());
  legend().setOffered(*line.band, bands_ && !low.isEmpty());
}

void LoopChart::draw() {
  stale_ = false;
  ++draws_;
  const bool any = view_ && view_->played > 0;
  if (!any) {
    removeLines();
    setFilled(false);
    return;
  }
  if (view_->rankers != drawn_) rebuild();
  const Fitting fitting(*this);
  for (std::size_t ranker = 0; ranker < lines_.size(); ++ranker) fillLine(ranker);
  fitAxes();
  setFilled(true);
  marks_->update();
  showCrosshair();
}

void LoopChart::fitAxes() {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  double low = kInfinity, high = -kInfinity, lowest = kInfinity, highest = -kInfinity;
  for (std::size_t ranker = 0; ranker < lines_.size(); ++ranker) {
    if (!legend().shown(drawn_[ranker].name)) continue;
    for (const SeedMean& value : curve(ranker)) {
      if (!std::isfinite(value.mean)) continue;
      low = std::min(low, value.mean);
      high = std::max(high, value.mean);
      if (!bands_ || !std::isfinite(value.halfWidth)) continue;
      lowest = std::min(lowest, value.mean - value.halfWidth);
      highest = std::max(highest, value.mean + value.halfWidth);
    }
  }
  // Room for half a marker.
  const double rounds = std::max(2, view_->rounds);
  const double room = kRoomBeside * (rounds - 1);
  zoom().setHome(*rounds_, {1 - room, rounds + room}, 1);
  if (low > high) return;
  const double spread = std::max({high - low, kLeastSpread * std::abs(high), 1e-9});
  const double bottom = std::max(std::min(low, lowest), low - kMostForBands * spread);
  const double top = std::min(std::max(high, highest), high + kMostForBands * spread);
  const double margin = 0.04 * std::max(top - bottom, spread);
  zoom().setHome(*values_, {bottom - margin, top + margin});
}

QPointF LoopChart::placeOf(const QPointF& point) {
  return chart().mapToPosition(point, ruler_);
}

void LoopChart::showCrosshair() {
  const std::optional<double> step = crosshair_ != nullptr ? crosshair_->step() : std::nullopt;
  const auto round = static_cast<std::size_t>(step.value_or(0));
  if (round < 1 || !view_ || static_cast<int>(round) > view_->played || !filled() || !isVisible() ||
      view_->rankers != drawn_) {
    hover_->hideAll();
    return;
  }
  std::vector<std::pair<double, StepReading>> readings;
  std::map<std::string, int> seen;
  for (std::size_t ranker = 0; ranker < lines_.size(); ++ranker) {
    const ShownRanker& shown = drawn_[ranker];
    const RankerLook look = rankerLook(shown.kind, seen[shown.kind]++);
    const std::vector<SeedMean>& values = curve(ranker);
    if (!legend().shown(shown.name) || values.size() < round) continue;
    const SeedMean& value = values[round - 1];
    if (!std::isfinite(value.mean)) continue;
    readings.push_back({value.mean,
                        {shown.name, meanText(value), look.colour,
                         placeOf({static_cast<double>(round), value.mean})}});
  }
  // As the lines lie, from top to bottom.
  std::stable_sort(readings.begin(), readings.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<StepReading> sorted;
  for (auto& [value, reading] : readings) sorted.push_back(std::move(reading));
  hover_->show(placeOf({static_cast<double>(round), 0}).x(), tr("round %1").arg(round),
               std::move(sorted));
}

void LoopChart::pointAt(const QPoint& place) {
  if (crosshair_ == nullptr) return;
  const QPointF inChart = chart().mapFromScene(view().mapToScene(place));
  if (!filled() || !view_ || !chart().plotArea().contains(inChart)) {
    crosshair_->moveTo(std::nullopt);
    return;
  }
  const double x = chart().mapToValue(inChart, ruler_).x();
  crosshair_->moveTo(std::clamp(std::round(x), 1.0, static_cast<double>(view_->played)));
}

bool LoopChart::eventFilter(QObject* watched, QEvent* event) {
  if (watched == view().viewport()) {
    if (event->type() == QEvent::MouseMove) pointAt(static_cast<QMouseEvent*>(event)->pos());
    if (event->type() == QEvent::Leave && crosshair_ != nullptr) crosshair_->moveTo(std::nullopt);
  }
  return ChartFrame::eventFilter(watched, event);
}

void LoopChart::addOptions(QMenu& menu) {
  QAction* action = menu.addAction(tr("&Intervals over seeds"));
  action->setCheckable(true);
  action->setChecked(bands_);
  connect(action, &QAction::toggled, this, &LoopChart::showBands);
}

}  // namespace luce::desktop
