#include "app/desktop/charts/step_chart.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

#include "app/desktop/charts/axis_view.h"
#include "app/desktop/charts/step_axis.h"
#include "app/desktop/charts/step_csv.h"
#include "app/desktop/study/post.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kSmoothest = 99;  // in hundredths
constexpr int kSliderWidth = 64;
/// A chart this wide has room to say what the slider is for.
constexpr int kRoomy = 430;
/// Heading, legend and the numbers of the steps, in lines of text.
constexpr int kLinesAroundPlot = 7;
constexpr double kLineWidth = 2;
constexpr double kOverlayWidth = 1.5;
constexpr int kPale = 70;  // of 255
/// Of numbers in all: what takes longer goes on in the next turn, so that nobody waits.
constexpr std::size_t kSmoothedInATurn = 200'000;
/// What lies over what; above the axes, below the crosshair.
constexpr double kRawLayer = 20, kOverlayLayer = 21, kOwnLayer = 22;
/// Of the lines of a run that is laid over, in the order of the chart's own.
constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                             Qt::DashDotDotLine};

/// How many numbers have room along a vertical axis, by the chart's own height: that of its plot is
/// another one until it has been laid out.
int roomForNumbers(const QWidget& chart, const QAbstractAxis& axis) {
  return numbersWithRoom(axis, chart.height() - kLinesAroundPlot * chart.fontMetrics().height());
}

}  // namespace

StepChart::StepChart(const QString& title, const QString& emptyText, std::size_t columns,
                     QWidget* parent)
    : ChartFrame(title, emptyText, parent),
      slider_(new QSlider(Qt::Horizontal)),
      sliderLabel_(new QLabel(tr("smooth"))),
      steps_(new QValueAxis),
      marks_(new StepMarks(chart())),
      pacer_([this] { draw(); }) {
  runs_.push_back({{}, {}, nullptr, RunCurves(chart(), StepTable(columns), kRawLayer, kOwnLayer)});
  slider_->setRange(0, kSmoothest);
  slider_->setFixedWidth(kSliderWidth);
  slider_->setAccessibleName(tr("Smoothing"));
  slider_->setWhatsThis(
      tr("Draws an exponential moving average of each line, with the line itself pale behind it. "
         "The number is the weight of what was before: 0 smooths nothing."));
  sliderLabel_->setBuddy(slider_);
  sliderLabel_->setForegroundRole(QPalette::PlaceholderText);
  addBesideTitle(sliderLabel_);
  addBesideTitle(slider_);
  connect(slider_, &QSlider::valueChanged, this, &StepChart::restartSmoothing);
  restartSmoothing();

  steps_->setTitleText(tr("step"));
  chart().addAxis(steps_, Qt::AlignBottom);
  setCrosshair(new StepCrosshair(this));
  view().setMouseTracking(true);
  view().viewport()->setMouseTracking(true);
  connect(&zoom(), &ChartZoom::changed, this, &StepChart::requestDraw);
  connect(&legend(), &LegendToggles::changed, this, &StepChart::requestDraw);
  connect(&chart(), &QChart::plotAreaChanged, this, [this](const QRectF& plot) {
    if (!isVisible() || static_cast<int>(plot.width()) == drawnWidth_) return;
    // The chart is in the midst of its layout.
    post(this, [this] { requestDraw(); });
  });
}

void StepChart::setCrosshair(StepCrosshair* crosshair) {
  if (crosshair_ != nullptr) {
    disconnect(crosshair_, nullptr, this, nullptr);
    if (crosshair_->parent() == this) delete crosshair_;
  }
  crosshair_ = crosshair;
  connect(crosshair, &StepCrosshair::moved, this, &StepChart::showCrosshair);
}

void StepChart::setOverlays(OverlaidRuns runs) {
  if (runs == overlaid_) return;
  overlaid_ = std::move(runs);
  overlaysStale_ = true;
  requestDraw();
}

void StepChart::setSmoothing(double weight) {
  slider_->setValue(static_cast<int>(std::lround(100 * weight)));
}

double StepChart::smoothing() const {
  return slider_->value() / 100.0;
}

void StepChart::restartSmoothing() {
  slider_->setToolTip(tr("Smoothing: %1").arg(smoothing(), 0, 'f', 2));
  for (Run& run : runs_) run.curves.smooth(smoothing());
  requestDraw();
}

bool StepChart::logarithmic(Side side) const {
  if (!hasSide(side)) return false;
  const StepAxis& axis = side == Side::Left ? look_.left : *look_.right;
  const auto chosen = logarithmic_.find({axis.title, side});
  return chosen != logarithmic_.end() ? chosen->second : axis.logarithmic;
}

void StepChart::setLogarithmic(Side side, bool logarithmic) {
  if (!hasSide(side) || logarithmic == this->logarithmic(side)) return;
  const StepAxis& axis = side == Side::Left ? look_.left : *look_.right;
  logarithmic_[{axis.title, side}] = logarithmic;
  makeAxes();
  requestDraw();
}

MinMaxColumn::Among StepChart::among(Side side) const {
  return logarithmic(side) ? MinMaxColumn::Among::Positive : MinMaxColumn::Among::Finite;
}

QLineSeries* StepChart::addEntry(const QString& name, const QColor& colour) {
  auto* entry = new QLineSeries;
  entry->setName(name);
  entry->setPen(QPen(colour, kLineWidth));
  chart().addSeries(entry);
  return entry;
}

void StepChart::remove(QLineSeries*& entry) {
  chart().removeSeries(entry);
  delete entry;
}

void StepChart::place(QAbstractSeries& series, Side side) {
  if (!chart().series().contains(&series)) chart().addSeries(&series);
  placed_.emplace_back(&series, side);
  series.attachAxis(steps_);
  if (QAbstractAxis* vertical = axis(side)) series.attachAxis(vertical);
}

void StepChart::setLook(const StepLook& look) {
  for (Run& run : runs_) run.curves.setLines({}, {});
  for (QLineSeries*& entry : entries_) remove(entry);
  entries_.clear();
  look_ = look;
  makeAxes();
  for (const StepLine& line : look_.lines) {
    entries_.push_back(addEntry(nameOf(line), line.colour));
  }
  for (Run& run : runs_) run.curves.setLines(look_.lines, looks(run));
  followPalette();
  restartSmoothing();
}

QString StepChart::nameOf(const StepLine& line) const {
  return line.side == Side::Left ? line.name : tr("%1 (right)").arg(line.name);
}

void StepChart::makeAxes() {
  // A logarithmic axis cannot place what is not above 0.
  clearMore();
  for (QAbstractAxis* axis : {left_, right_}) {
    if (axis == nullptr) continue;
    chart().removeAxis(axis);
    delete axis;
  }
  fitted_ = {};
  left_ = makeStepAxis(look_.left.title, logarithmic(Side::Left));
  chart().addAxis(left_, Qt::AlignLeft);
  right_ = nullptr;
  if (look_.right) {
    right_ = makeStepAxis(look_.right->title, logarithmic(Side::Right));
    right_->setGridLineVisible(false);
    chart().addAxis(right_, Qt::AlignRight);
  }
  for (const auto& [series, side] : placed_) {
    if (series != nullptr && axis(side) != nullptr) series->attachAxis(axis(side));
  }
  followPalette();
}

void StepChart::makeOverlays() {
  overlaysStale_ = false;
  for (; runs_.size() > 1; runs_.pop_back()) remove(runs_.back().entry);
  if (!overlaid_) return;
  for (const OverlaidRun& overlaid : *overlaid_) {
    Run run{overlaid.name, overlaid.colour, addEntry(overlaid.name, overlaid.colour),
            RunCurves(chart(), tabulate(overlaid), kRawLayer, kOverlayLayer)};
    run.curves.setLines(look_.lines, looks(run));
    run.curves.smooth(smoothing());
    runs_.push_back(std::move(run));
  }
}

std::vector<RunCurves::Look> StepChart::looks(const Run& run) const {
  std::vector<RunCurves::Look> looks;
  for (std::size_t i = 0; i < look_.lines.size(); ++i) {
    const QColor& colour = look_.lines[i].colour;
    if (run.entry == nullptr) {
      looks.push_back({QPen(colour, kLineWidth), QPen(theme::shade(colour, kPale), 1)});
    } else {
      const Qt::PenStyle dashes = kDashes[std::min(i, kDashes.size() - 1)];
      looks.push_back({QPen(run.colour, kOverlayWidth, dashes), std::nullopt});
    }
  }
  return looks;
}

bool StepChart::shows(const Run& run) const {
  return run.entry == nullptr || legend().shown(run.name);
}

bool StepChart::shows(const StepLine& line) const {
  return legend().shown(nameOf(line));
}

void StepChart::tableChanged() {
  requestDraw();
}

void StepChart::expectSteps(std::int64_t steps) {
  if (std::exchange(expected_, static_cast<double>(steps)) != expected_) requestDraw();
}

void StepChart::clearTable() {
  runs_.front().curves.clearTable();
}

void StepChart::clear() {
  clearTable();
  runs_.front().curves.clearCurves();
  clearMore();
  requestDraw();
}

void StepChart::requestDraw() {
  stale_ = true;
  if (isSeen()) pacer_.request();
}

void StepChart::drawWaiting() {
  if (stale_) pacer_.drawNow();
}

void StepChart::fitToLetters() {
  requestDraw();
}

void StepChart::hideEvent(QHideEvent* event) {
  pacer_.forget();
  ChartFrame::hideEvent(event);
}

void StepChart::resizeEvent(QResizeEvent* event) {
  ChartFrame::resizeEvent(event);
  sliderLabel_->setVisible(width() >= kRoomy);
  if (roomForNumbers(*this, *left_) != numbers_) requestDraw();
}

void StepChart::draw() {
  stale_ = false;
  ++draws_;
  if (overlaysStale_) makeOverlays();
  if (!offerLines()) {
    setFilled(false);
    showCrosshair();
    return;
  }
  fitAxes();
  setNote(table().empty() ? QString() : latest());
  setFilled(true);
  settleLayout();
  drawLines();
  legend().refresh();
  showCrosshair();
}

bool StepChart::offerLines() {
  bool any = false;
  for (std::size_t i = 0; i < look_.lines.size(); ++i) {
    const StepLine& line = look_.lines[i];
    bool offered = false;
    for (Run& run : runs_) {
      const bool has = run.curves.offers(i, among(line.side));
      run.curves.setVisible(i, has && shows(line) && shows(run));
      offered = offered || has;
    }
    legend().setOffered(*entries_[i], offered);
    any = any || offered;
  }
  legend().refresh();
  return any;
}

void StepChart::fitAxes() {
  double last = 0;
  for (const Run& run : runs_) {
    const StepTable& table = run.curves.table();
    if (!table.empty() && shows(run)) last = std::max(last, table.steps().back());
  }
  zoom().setHome(*steps_, {0, roomForSteps(last, expected_)}, 1);
  const std::pair left = rangeOf(Side::Left);
  const std::pair right = right_ != nullptr ? rangeOf(Side::Right) : std::pair(0.0, 0.0);
  numbers_ = roomForNumbers(*this, *left_);
  if (fitted_ == std::tuple(left_, right_, left, right, numbers_)) return;
  fitted_ = {left_, right_, left, right, numbers_};
  const Fitting fitting(*this);
  fitStepAxis(*left_, look_.left.fit, left.first, left.second, numbers_);
  if (right_ != nullptr)
    fitStepAxis(*right_, look_.right->fit, right.first, right.second, numbers_);
}

std::pair<double, double> StepChart::rangeOf(Side side) const {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (std::size_t i = 0; i < look_.lines.size(); ++i) {
    if (look_.lines[i].side != side || !shows(look_.lines[i])) continue;
    for (const Run& run : runs_) {
      if (shows(run)) run.curves.include(i, among(side), low, high);
    }
  }
  includeMore(side, low, high);
  return {low, high};
}

PlotView StepChart::plotView(Side side) const {
  return {chart().plotArea(), stretchOf(*steps_), stretchOf(*axis(side)), logarithmic(side)};
}

bool StepChart::catchUpSmoothing() {
  const std::size_t share =
      kSmoothedInATurn / std::max<std::size_t>(1, look_.lines.size() * runs_.size());
  bool done = true;
  for (Run& run : runs_) done = run.curves.catchUpSmoothing(share) && done;
  return done;
}

void StepChart::drawLines() {
  const Stretch steps = stretchOf(*steps_);
  // Before a hidden chart is laid out, it is only known that its plot is not wider than itself.
  drawnWidth_ = isVisible() ? static_cast<int>(chart().plotArea().width()) : width();
  const bool caughtUp = catchUpSmoothing();
  for (std::size_t i = 0; i < look_.lines.size(); ++i) {
    const Side side = look_.lines[i].side;
    const PlotView view = plotView(side);
    for (Run& run : runs_) run.curves.draw(i, steps, drawnWidth_, among(side), view);
  }
  drawMore(steps, drawnWidth_);
  if (!caughtUp) post(this, [this] { requestDraw(); });
}

void StepChart::showCrosshair() {
  const std::optional<double> step = crosshair_ != nullptr ? crosshair_->step() : std::nullopt;
  if (!step || !filled() || !isVisible() || look_.lines.empty()) {
    marks_->hideAll();
    return;
  }
  std::vector<StepReading> readings;
  for (const Run& run : runs_) {
    if (!shows(run)) continue;
    for (std::size_t i = 0; i < look_.lines.size(); ++i) {
      const StepLine& line = look_.lines[i];
      if (!shows(line)) continue;
      const auto found = run.curves.read(i, *step, among(line.side));
      if (!found) continue;
      QString text = theme::number(found->raw);
      if (found->smoothed) text = tr("%1 (%2)").arg(theme::number(found->shown), text);
      if (found->step != *step) text += tr(" at %L1").arg(found->step, 0, 'f', 0);
      const bool opened = run.entry == nullptr;
      readings.push_back({opened ? line.name : tr("%1: %2").arg(run.name, line.name), text,
                          opened ? line.colour : run.colour,
                          plotView(line.side).placeOf({found->step, found->shown})});
    }
  }
  marks_->show(plotView(Side::Left).placeOf({*step, 1}).x(), tr("step %L1").arg(*step, 0, 'f', 0),
               std::move(readings));
}

void StepChart::pointAt(const QPoint& place) {
  const QPointF inChart = chart().mapFromScene(view().mapToScene(place));
  const QRectF plot = chart().plotArea();
  if (crosshair_ == nullptr || !filled() || !plot.contains(inChart)) {
    if (crosshair_ != nullptr) crosshair_->moveTo(std::nullopt);
    return;
  }
  const Stretch steps = stretchOf(*steps_);
  const double step = steps.low + steps.span() * (inChart.x() - plot.left()) / plot.width();
  const StepTable* pointed = &table();
  for (const Run& run : runs_) {
    if (pointed->empty()) pointed = &run.curves.table();
  }
  crosshair_->moveTo(pointed->steps()[pointed->nearest(step)]);
}

QRectF StepChart::axisRanges(Side side) const {
  const QAbstractAxis* vertical = side == Side::Left ? left_ : right_;
  const auto rangeOf = [](const QAbstractAxis& axis) {
    Stretch range = stretchOf(axis);
    if (axis.type() == QAbstractAxis::AxisTypeLogValue) {
      range = {std::pow(10, range.low), std::pow(10, range.high)};
    }
    return range;
  };
  const Stretch x = rangeOf(*steps_), y = rangeOf(*vertical);
  return {x.low, y.low, x.span(), y.span()};
}

bool StepChart::eventFilter(QObject* watched, QEvent* event) {
  if (watched == view().viewport()) {
    if (event->type() == QEvent::MouseMove) pointAt(static_cast<QMouseEvent*>(event)->pos());
    if (event->type() == QEvent::Leave && crosshair_ != nullptr) crosshair_->moveTo(std::nullopt);
    // The scene would answer with a tip of its own, which is empty.
    if (event->type() == QEvent::ToolTip) return true;
  }
  return ChartFrame::eventFilter(watched, event);
}

void StepChart::addOptions(QMenu& menu) {
  for (const Side side : {Side::Left, Side::Right}) {
    if (!hasSide(side)) continue;
    QAction* action = menu.addAction(side == Side::Left ? tr("&Logarithmic left axis")
                                                        : tr("Logarithmic ri&ght axis"));
    action->setCheckable(true);
    action->setChecked(logarithmic(side));
    connect(action, &QAction::toggled, this,
            [this, side](bool chosen) { setLogarithmic(side, chosen); });
  }
}

CsvContent StepChart::csv() const {
  StepCsv csv;
  std::vector<std::size_t> shown;
  for (const StepLine& line : look_.lines) {
    if (!shows(line)) continue;
    csv.addColumn(line.name, true);
    shown.push_back(line.column);
  }
  for (const auto& [name, column] : moreColumns()) {
    csv.addColumn(name, false);
    shown.push_back(column);
  }
  const auto addRun = [&](const QString& name, const StepTable& table) {
    std::vector<std::vector<double>> columns;
    for (const std::size_t column : shown) {
      const std::span<const double> values = table.column(column).values();
      columns.emplace_back(values.begin(), values.end());
    }
    csv.addRun(name, {table.steps().begin(), table.steps().end()}, std::move(columns));
  };
  for (const Run& run : runs_) {
    const bool opened = run.entry == nullptr;
    const StepTable& table = run.curves.table();
    if (opened ? !table.empty() : shows(run)) addRun(opened ? tr("opened run") : run.name, table);
  }
  return std::move(csv).content(smoothing());
}

}  // namespace luce::desktop
