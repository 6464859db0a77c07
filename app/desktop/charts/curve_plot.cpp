#include "app/desktop/charts/curve_plot.h"

#include <QEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/desktop/theme.h"
#include "core/objective/clip_curve.h"

namespace luce::desktop {

namespace {

constexpr int kPaleness = 45;  // of 255
/// In pixels of the plot's height: labels that stand closer become dots.
constexpr int kTickDistance = 60;
constexpr int kFewestTicks = 3;
constexpr int kMostTicks = 5;
constexpr double kHistogramHeight = 0.9;  // of the plot, for the highest bar

QList<QPointF> pointsOf(const std::vector<double>& ratio, const std::vector<double>& value) {
  QList<QPointF> points;
  for (std::size_t i = 0; i < ratio.size(); ++i) points << QPointF(ratio[i], value[i]);
  return points;
}

}  // namespace

CurvePlot::CurvePlot(const QString& title, QWidget* parent)
    : ChartFrame(title, {}, parent),
      area_(new QAreaSeries(&upper_, &lower_)),
      low_(new QLineSeries),
      high_(new QLineSeries),
      comparedPositive_(new QLineSeries),
      comparedNegative_(new QLineSeries),
      positive_(new QLineSeries),
      negative_(new QLineSeries),
      crosshair_(new QLineSeries),
      ratio_(new QLogValueAxis),
      value_(new QValueAxis),
      share_(new QValueAxis) {
  area_->setColor(theme::shade(theme::kPolicy, kPaleness));
  area_->setPen(Qt::NoPen);
  for (QLineSeries* line : {low_, high_}) line->setPen(QPen(theme::kReward, 1.5, Qt::DashLine));
  comparedPositive_->setPen(QPen(theme::kGain, 1.5, Qt::DashLine));
  comparedNegative_->setPen(QPen(theme::kLoss, 1.5, Qt::DashLine));
  positive_->setPen(QPen(theme::kGain, 2.5));
  negative_->setPen(QPen(theme::kLoss, 2.5));
  crosshair_->setPen(QPen(theme::kNeutral, 1));
  chart().addAxis(ratio_, Qt::AlignBottom);
  chart().addAxis(value_, Qt::AlignLeft);
  chart().addAxis(share_, Qt::AlignRight);
  chart().legend()->hide();
  ratio_->setBase(10);
  ratio_->setLabelFormat("%g");
  ratio_->setRange(kCurveLowRatio, kCurveHighRatio);
  share_->setVisible(false);
  chart().addSeries(area_);
  area_->attachAxis(ratio_);
  area_->attachAxis(share_);
  for (QLineSeries* line :
       {low_, high_, comparedPositive_, comparedNegative_, positive_, negative_, crosshair_}) {
    chart().addSeries(line);
    line->attachAxis(ratio_);
    line->attachAxis(value_);
  }
  view().setMouseTracking(true);
  view().viewport()->setMouseTracking(true);
  view().viewport()->installEventFilter(this);
  view().setCursor(Qt::CrossCursor);
  followPalette();
  setFilled(true);
}

CurvePlot::~CurvePlot() {
  // Its border lines are members and go before the chart does.
  chart().removeSeries(area_);
  delete area_;
}

void CurvePlot::showCurves(const SignedCurves& curves, const SignedCurves& compared,
                           const ClipBounds& bounds, const ClipBounds& focus) {
  positive_->replace(pointsOf(curves.ratio, curves.positive));
  negative_->replace(pointsOf(curves.ratio, curves.negative));
  comparedPositive_->replace(pointsOf(compared.ratio, compared.positive));
  comparedNegative_->replace(pointsOf(compared.ratio, compared.negative));
  bottom_ = top_ = 0;
  for (const SignedCurves* shown : {&curves, &compared}) {
    for (std::size_t i = 0; i < shown->ratio.size(); ++i) {
      if (shown->ratio[i] < focus.low || shown->ratio[i] > focus.high) continue;
      bottom_ = std::min({bottom_, shown->positive[i], shown->negative[i]});
      top_ = std::max({top_, shown->positive[i], shown->negative[i]});
    }
  }
  bounds_ = bounds;
  fitAxis();
}

void CurvePlot::fitAxis() {
  const Fitting fitting(*this);
  const double margin = top_ > bottom_ ? 0.05 * (top_ - bottom_) : 1;
  QValueAxis round;
  round.setTickCount(std::clamp(height() / kTickDistance, kFewestTicks, kMostTicks));
  round.setRange(bottom_ - margin, top_ + margin);
  round.applyNiceNumbers();
  // Every change of the axis has all curves laid out again.
  if (value_->min() != round.min() || value_->max() != round.max()) {
    value_->setRange(round.min(), round.max());
  }
  value_->setTickCount(round.tickCount());
  drawBound(*low_, bounds_.low);
  drawBound(*high_, bounds_.high);
}

void CurvePlot::resizeEvent(QResizeEvent* event) {
  ChartFrame::resizeEvent(event);
  fitAxis();
}

void CurvePlot::drawBound(QLineSeries& line, double bound) {
  const bool drawn = bound > kCurveLowRatio && bound < kCurveHighRatio;
  line.replace(drawn ? QList<QPointF>{{bound, value_->min()}, {bound, value_->max()}}
                     : QList<QPointF>{});
}

void CurvePlot::showRatios(const HistogramOutline& outline) {
  upper_.replace(outline.upper);
  lower_.replace(outline.lower);
  double top = 0;
  for (const QPointF& corner : outline.upper) {
    const bool onAxis = corner.x() > kCurveLowRatio && corner.x() < kCurveHighRatio;
    if (onAxis) top = std::max(top, corner.y());
  }
  const Fitting fitting(*this);
  if (top > 0) share_->setRange(0, top / kHistogramHeight);
  area_->setVisible(top > 0);
}

void CurvePlot::showCrosshair(std::optional<double> ratio) {
  crosshair_->replace(ratio ? QList<QPointF>{{*ratio, value_->min()}, {*ratio, value_->max()}}
                            : QList<QPointF>{});
}

QPoint CurvePlot::placeOf(const QPointF& point) {
  const QPointF inChart = chart().mapToPosition(point, positive_);
  return view().viewport()->mapTo(this, view().mapFromScene(chart().mapToScene(inChart)));
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseMove) hoverAt(static_cast<QMouseEvent*>(event)->pos());
  if (event->type() == QEvent::Leave) Q_EMIT left();
  // The scene would answer with a tip of its own, which is empty and hides what hovering tells.
  return event->type() == QEvent::ToolTip || ChartFrame::eventFilter(watched, event);
}

void CurvePlot::hoverAt(const QPoint& place) {
  const QPointF inChart = chart().mapFromScene(view().mapToScene(place));
  if (!chart().plotArea().contains(inChart)) {
    Q_EMIT left();
    return;
  }
  const double ratio = chart().mapToValue(inChart, positive_).x();
  Q_EMIT hovered(std::clamp(ratio, kCurveLowRatio, kCurveHighRatio));
}

}  // namespace luce::desktop
