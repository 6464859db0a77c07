#include "app/desktop/tuning/pareto_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/desktop/count_text.h"
#include "app/desktop/theme.h"
#include "app/desktop/tuning/outcome_text.h"

namespace luce::desktop {

namespace {

constexpr double kReach = 14;  // pixels around a point in which the mouse finds it
constexpr int kTickDistance = 90;
constexpr int kFewestTicks = 3;
constexpr int kMostTicks = 9;

void fit(QValueAxis& axis, double low, double high, int length) {
  // An axis of equal ends would have no length.
  const double margin = std::max({0.05 * (high - low), 1e-3 * std::abs(high), 1e-9});
  axis.setRange(low - margin, high + margin);
  axis.setTickCount(std::clamp(length / kTickDistance, kFewestTicks, kMostTicks));
  axis.applyNiceNumbers();
  const double step = (axis.max() - axis.min()) / (axis.tickCount() - 1);
  const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
  axis.setLabelFormat(QString("%.%1f").arg(decimals));
}

}  // namespace

ParetoChart::ParetoChart(QWidget* parent)
    : ChartFrame(tr("Settings by two outcomes"),
                 tr("Train, or open a run: settings are tried on what its estimator predicts for "
                    "the held-out slates."),
                 parent),
      dominated_(new QScatterSeries),
      front_(new QScatterSeries),
      line_(new QLineSeries),
      current_(new QScatterSeries),
      chosenMark_(new QScatterSeries),
      horizontal_(new QValueAxis),
      vertical_(new QValueAxis) {
  setWhatsThis(
      tr("Every setting by two outcomes. The line joins those that no other one beats in both: the "
         "Pareto front. Click on one to choose it."));
  dominated_->setName(tr("beaten by the front"));
  dominated_->setMarkerSize(6);
  front_->setName(tr("front"));
  front_->setMarkerSize(9);
  current_->setName(tr("sliders now"));
  current_->setMarkerShape(QScatterSeries::MarkerShapeStar);
  current_->setMarkerSize(17);
  chosenMark_->setMarkerSize(15);
  chart().addAxis(horizontal_, Qt::AlignBottom);
  chart().addAxis(vertical_, Qt::AlignLeft);
  for (QXYSeries* series : {static_cast<QXYSeries*>(dominated_), static_cast<QXYSeries*>(line_),
                            static_cast<QXYSeries*>(front_), static_cast<QXYSeries*>(chosenMark_),
                            static_cast<QXYSeries*>(current_)}) {
    chart().addSeries(series);
    series->attachAxis(horizontal_);
    series->attachAxis(vertical_);
  }
  legend().tie(*line_, front_->name());
  legend().tie(*chosenMark_, {});
  frontBars_ = new ErrorBars(chart(), *front_);
  chosenBars_ = new ErrorBars(chart(), *front_);
  view().setMouseTracking(true);
  view().viewport()->setMouseTracking(true);
  view().viewport()->installEventFilter(this);
  view().installEventFilter(this);
  view().setFocusPolicy(Qt::StrongFocus);
  view().setAccessibleName(tr("Settings by two outcomes"));
  view().setAccessibleDescription(
      tr("Left and Right choose the next point, Enter uses its weights."));
  colour();
  followPalette();
}

void ParetoChart::colour() {
  const QColor text = palette().color(QPalette::Text);
  QColor pale = theme::shade(theme::kNeutral, 110);
  dominated_->setColor(pale);
  dominated_->setBorderColor(Qt::transparent);
  front_->setColor(theme::kPolicy);
  front_->setBorderColor(palette().color(QPalette::Base));
  line_->setPen(QPen(theme::shade(theme::kPolicy, 150), 1.5));
  current_->setColor(theme::kReward);
  current_->setBorderColor(palette().color(QPalette::Base));
  chosenMark_->setColor(Qt::transparent);
  chosenMark_->setBorderColor(text);
  chosenMark_->setPen(QPen(text, 2));
}

void ParetoChart::changeEvent(QEvent* event) {
  ChartFrame::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) {
    colour();
    chosenBars_->show({}, {});
    markPoints();
  }
}

void ParetoChart::resizeEvent(QResizeEvent* event) {
  ChartFrame::resizeEvent(event);
  if (sweep_) fitAxes();
}

void ParetoChart::clear() {
  sweep_.reset();
  currentPoint_.reset();
  chosen_ = hovered_ = kNone;
  for (QXYSeries* series : {static_cast<QXYSeries*>(dominated_), static_cast<QXYSeries*>(line_),
                            static_cast<QXYSeries*>(front_), static_cast<QXYSeries*>(chosenMark_),
                            static_cast<QXYSeries*>(current_)}) {
    series->clear();
  }
  frontBars_->show({}, {});
  chosenBars_->show({}, {});
  setFilled(false);
}

QPointF ParetoChart::valueOf(const SweepPoint& point) const {
  return {point.outcomes[x_].value, point.outcomes[y_].value};
}

ErrorBar ParetoChart::barOf(const SweepPoint& point) const {
  const Interval &x = point.outcomes[x_], &y = point.outcomes[y_];
  return {valueOf(point), x.low, x.high, y.low, y.high};
}

bool ParetoChart::drawn(int point) const {
  if (point < 0 || !sweep_ || static_cast<std::size_t>(point) >= sweep_->result.points.size()) {
    return false;
  }
  const QPointF value = valueOf(sweep_->result.points[static_cast<std::size_t>(point)]);
  return std::isfinite(value.x()) && std::isfinite(value.y());
}

void ParetoChart::show(std::shared_ptr<const SweepView> sweep, std::size_t x, std::size_t y,
                       const std::vector<bool>& front) {
  sweep_ = std::move(sweep);
  x_ = x;
  y_ = y;
  onFront_ = front;
  chosen_ = hovered_ = kNone;
  const SweepResult& result = sweep_->result;
  QList<QPointF> beaten, best;
  std::vector<ErrorBar> bars;
  for (std::size_t i = 0; i < result.points.size(); ++i) {
    if (!drawn(static_cast<int>(i))) continue;
    (front[i] ? best : beaten).append(valueOf(result.points[i]));
    if (front[i]) bars.push_back(barOf(result.points[i]));
  }
  std::sort(best.begin(), best.end(), [](const QPointF& a, const QPointF& b) {
    return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
  });
  dominated_->replace(beaten);
  front_->replace(best);
  line_->replace(best);
  frontBars_->show(bars, QPen(theme::shade(theme::kPolicy, 110), 1));
  horizontal_->setTitleText(outcomeTitle(result.outcomes[x], result.basis.rows));
  vertical_->setTitleText(outcomeTitle(result.outcomes[y], result.basis.rows));
  fitAxes();
  markPoints();
  setNote(tr("%1 settings, %2 on the front · %3 rows of %4 held-out slates · bars: 95 % intervals")
              .arg(countText(static_cast<double>(result.points.size())),
                   countText(static_cast<double>(best.size())),
                   QString::fromStdString(toString(result.basis.rows)), countText(result.slates)));
  setFilled(!best.isEmpty());
}

void ParetoChart::fitAxes() {
  constexpr double kNothing = std::numeric_limits<double>::infinity();
  double lowX = kNothing, highX = -kNothing, lowY = kNothing, highY = -kNothing;
  const auto hold = [&](const SweepPoint& point) {
    const QPointF value = valueOf(point);
    if (!std::isfinite(value.x()) || !std::isfinite(value.y())) return;
    lowX = std::min(lowX, value.x());
    highX = std::max(highX, value.x());
    lowY = std::min(lowY, value.y());
    highY = std::max(highY, value.y());
  };
  for (const SweepPoint& point : sweep_->result.points) hold(point);
  hold(currentPoint_.value_or(sweep_->result.base));
  // The front's intervals are to be seen as well.
  for (const ErrorBar& bar : frontBars_->bars()) {
    lowX = std::min(lowX, bar.lowX);
    highX = std::max(highX, bar.highX);
    lowY = std::min(lowY, bar.lowY);
    highY = std::max(highY, bar.highY);
  }
  if (!(lowX <= highX)) return;
  const Fitting fitting(*this);
  fit(*horizontal_, lowX, highX, width());
  fit(*vertical_, lowY, highY, 2 * height());
}

void ParetoChart::showCurrent(const std::optional<SweepPoint>& point) {
  currentPoint_ = point;
  if (!sweep_) return;
  fitAxes();
  markPoints();
}

void ParetoChart::choose(int point) {
  chosen_ = drawn(point) ? point : kNone;
  markPoints();
}

void ParetoChart::markPoints() {
  current_->clear();
  chosenMark_->clear();
  if (!sweep_) return;
  if (currentPoint_) {
    const QPointF value = valueOf(*currentPoint_);
    if (std::isfinite(value.x()) && std::isfinite(value.y())) current_->append(value);
  }
  if (drawn(chosen_)) {
    chosenMark_->append(valueOf(sweep_->result.points[static_cast<std::size_t>(chosen_)]));
  }
  markIntervals();
}

void ParetoChart::markIntervals() {
  std::vector<ErrorBar> bars;
  for (const int point : {chosen_, hovered_}) {
    if (!drawn(point)) continue;
    bars.push_back(barOf(sweep_->result.points[static_cast<std::size_t>(point)]));
  }
  if (bars != chosenBars_->bars()) {
    chosenBars_->show(bars, QPen(palette().color(QPalette::Text), 1.5));
  }
}

QString ParetoChart::describe(int point) const {
  if (!drawn(point)) return {};
  return tr("Point %1").arg(point + 1) + '\n' +
         pointText(sweep_->result, sweep_->result.points[static_cast<std::size_t>(point)]);
}

QPoint ParetoChart::placeOf(int point) {
  const QPointF value = valueOf(sweep_->result.points[static_cast<std::size_t>(point)]);
  const QPointF inChart = chart().mapToPosition(value, front_);
  return view().viewport()->mapTo(this, view().mapFromScene(chart().mapToScene(inChart)));
}

int ParetoChart::pointAt(const QPoint& place) {
  if (!sweep_) return kNone;
  const QPointF inChart = chart().mapFromScene(view().mapToScene(place));
  int nearest = kNone;
  double least = kReach * kReach;
  for (int i = 0; i < static_cast<int>(sweep_->result.points.size()); ++i) {
    if (!drawn(i)) continue;
    const QPointF at =
        chart().mapToPosition(valueOf(sweep_->result.points[static_cast<std::size_t>(i)]), front_);
    const QPointF away = at - inChart;
    // Among points on top of each other, the front is what is looked for.
    const double distance =
        QPointF::dotProduct(away, away) - (onFront_[static_cast<std::size_t>(i)] ? 1.0 : 0.0);
    if (distance > least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

void ParetoChart::hover(const QPoint& place) {
  const int point = pointAt(place);
  view().viewport()->setCursor(point == kNone ? Qt::ArrowCursor : Qt::PointingHandCursor);
  if (point == hovered_) return;
  hovered_ = point;
  markIntervals();
  if (point == kNone) {
    QToolTip::hideText();
  } else {
    QToolTip::showText(view().viewport()->mapToGlobal(place), describe(point), this);
  }
}

bool ParetoChart::pressKey(int key) {
  if (!sweep_) return false;
  if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    if (chosen_ != kNone) Q_EMIT pointUsed(chosen_);
    return chosen_ != kNone;
  }
  if (key != Qt::Key_Left && key != Qt::Key_Right) return false;
  // Along the front, or through all points when one beside it is chosen.
  std::vector<int> order;
  const bool onFront = chosen_ == kNone || onFront_[static_cast<std::size_t>(chosen_)];
  for (int i = 0; i < static_cast<int>(onFront_.size()); ++i) {
    if (drawn(i) && (onFront_[static_cast<std::size_t>(i)] || !onFront)) order.push_back(i);
  }
  if (order.empty()) return false;
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    const auto x = [&](int i) {
      return valueOf(sweep_->result.points[static_cast<std::size_t>(i)]).x();
    };
    return x(a) < x(b);
  });
  const auto found = std::find(order.begin(), order.end(), chosen_);
  auto place = found - order.begin();
  const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
  if (found == order.end()) {
    place = key == Qt::Key_Right ? 0 : last;
  } else {
    place = std::clamp<std::ptrdiff_t>(place + (key == Qt::Key_Right ? 1 : -1), 0, last);
  }
  choose(order[static_cast<std::size_t>(place)]);
  Q_EMIT pointChosen(chosen_);
  return true;
}

bool ParetoChart::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::MouseMove:
      hover(static_cast<QMouseEvent*>(event)->pos());
      break;
    case QEvent::Leave:
      hovered_ = kNone;
      markIntervals();
      break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: {
      const auto* mouse = static_cast<QMouseEvent*>(event);
      if (mouse->button() != Qt::LeftButton) break;
      view().setFocus(Qt::MouseFocusReason);
      const int point = pointAt(mouse->pos());
      choose(point);
      Q_EMIT pointChosen(point);
      if (event->type() == QEvent::MouseButtonDblClick && point != kNone) Q_EMIT pointUsed(point);
      // Beside the points, the mouse zooms.
      if (point != kNone) return true;
      break;
    }
    case QEvent::KeyPress:
      if (watched == &view() && pressKey(static_cast<QKeyEvent*>(event)->key())) return true;
      break;
    case QEvent::ToolTip:
      // The scene would answer with a tip of its own, which is empty and hides what hovering tells.
      return true;
    default:
      break;
  }
  return ChartFrame::eventFilter(watched, event);
}

}  // namespace luce::desktop
