#include "app/desktop/opening/threshold_plot.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kMostBars = 48;
constexpr int kMostWholeBars = 60;
constexpr double kUsualShare = 0.99;
constexpr double kFarAway = 2;  ///< times the usual numbers' range
constexpr int kSide = 10;
constexpr int kTop = 8;
constexpr double kGrip = 5;
constexpr int kFaint = 80;

bool areWhole(const std::vector<double>& numbers) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [](double number) { return number == std::round(number); });
}

/// 1, 2 or 5 times a power of ten, not above.
double roundStep(double wanted) {
  const double unit = std::pow(10, std::floor(std::log10(wanted)));
  for (const double factor : {5.0, 2.0}) {
    if (factor * unit <= wanted) return factor * unit;
  }
  return unit;
}

}  // namespace

NumberBars barsOf(const std::vector<double>& numbers) {
  NumberBars bars;
  if (numbers.empty()) return bars;
  std::vector<double> sorted = numbers;
  std::sort(sorted.begin(), sorted.end());
  bars.low = sorted.front();
  bars.high = sorted.back();
  const auto usual = static_cast<std::size_t>(kUsualShare * static_cast<double>(sorted.size() - 1));
  const double usualHigh = sorted[usual];
  if (usualHigh > bars.low && bars.high - bars.low > kFarAway * (usualHigh - bars.low)) {
    bars.high = usualHigh;
    bars.cut = true;
  }
  bars.whole = areWhole(sorted);
  if (bars.whole && bars.high - bars.low < kMostWholeBars) {
    bars.counts.assign(static_cast<std::size_t>(bars.high - bars.low) + 1, 0);
    bars.single = true;
    bars.low -= 0.5;
    bars.high += 0.5;
  } else {
    if (bars.high <= bars.low) bars.high = bars.low + 1;
    bars.counts.assign(kMostBars, 0);
  }
  const double width = (bars.high - bars.low) / static_cast<double>(bars.counts.size());
  const auto last = static_cast<double>(bars.counts.size() - 1);
  for (const double number : sorted) {
    const double bar = std::clamp(std::floor((number - bars.low) / width), 0.0, last);
    ++bars.counts[static_cast<std::size_t>(bar)];
  }
  return bars;
}

ThresholdPlot::ThresholdPlot(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Numbers of the column and the bounds of its label"));
}

void ThresholdPlot::showNumbers(const std::vector<double>& numbers) {
  bars_ = barsOf(numbers);
  update();
}

void ThresholdPlot::setLabel(const LabelRule& label) {
  label_ = label;
  update();
}

QRectF ThresholdPlot::plotArea() const {
  return QRectF(rect()).adjusted(kSide, kTop, -kSide, -fontMetrics().height() - 3);
}

double ThresholdPlot::placeOf(double number) const {
  const QRectF area = plotArea();
  return area.left() + area.width() * (number - bars_.low) / (bars_.high - bars_.low);
}

double ThresholdPlot::numberAt(double place) const {
  const QRectF area = plotArea();
  return bars_.low + (place - area.left()) / area.width() * (bars_.high - bars_.low);
}

double ThresholdPlot::step() const {
  if (bars_.whole) return 1;
  return roundStep((bars_.high - bars_.low) / 200);
}

double ThresholdPlot::snapped(double number) const {
  const double edge = bars_.single ? 0.5 : 0;
  const double nearest = std::round(number / step()) * step();
  return std::clamp(nearest, bars_.low + edge, bars_.high - edge);
}

/// "At least 4" begins where the bar of 4 begins, not in its middle.
double ThresholdPlot::halfBar() const {
  return bars_.single && label_.kind == LabelRule::Kind::AtLeast ? 0.5 : 0;
}

double ThresholdPlot::boundPlace(double bound) const {
  return placeOf(bound - halfBar());
}

double ThresholdPlot::boundAt(double place) const {
  return snapped(numberAt(place) + halfBar());
}

ThresholdPlot::Bound ThresholdPlot::nearest(double place) const {
  if (label_.kind != LabelRule::Kind::Scaled) return Bound::Low;
  const double toLow = std::abs(place - boundPlace(label_.low));
  return toLow <= std::abs(place - boundPlace(label_.high)) ? Bound::Low : Bound::High;
}

void ThresholdPlot::move(Bound bound, double number) {
  if (label_.kind == LabelRule::Kind::AsGiven) return;
  LabelRule moved = label_;
  (bound == Bound::Low ? moved.low : moved.high) = number;
  if (moved.kind == LabelRule::Kind::Scaled && !(moved.low < moved.high)) return;
  if (moved == label_) return;
  label_ = moved;
  update();
  Q_EMIT dragged(label_);
}

void ThresholdPlot::paintBound(QPainter& painter, double number) const {
  const QRectF area = plotArea();
  const double x = std::clamp(boundPlace(number), area.left(), area.right());
  const QColor ink = palette().color(QPalette::Text);
  painter.setPen(QPen(ink, 2));
  painter.drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink);
  painter.drawPolygon(QPolygonF({QPointF(x, area.top() + kGrip), QPointF(x - kGrip, area.top() - 5),
                                 QPointF(x + kGrip, area.top() - 5)}));
}

void ThresholdPlot::paintEvent(QPaintEvent* event) {
  (void)event;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), palette().brush(QPalette::Base));
  const QRectF area = plotArea();
  const int top =
      bars_.counts.empty() ? 0 : *std::max_element(bars_.counts.begin(), bars_.counts.end());
  const double width =
      (bars_.high - bars_.low) / std::max<double>(1, static_cast<double>(bars_.counts.size()));
  painter.setPen(Qt::NoPen);
  for (std::size_t bar = 0; bar < bars_.counts.size(); ++bar) {
    if (bars_.counts[bar] == 0) continue;
    const double from = bars_.low + width * static_cast<double>(bar);
    const double middle = from + width / 2;
    const double height =
        std::max(1.0, area.height() * bars_.counts[bar] / static_cast<double>(top));
    const double label = std::clamp(label_.apply(middle), 0.0, 1.0);
    // A bar is as red as its numbers are positive.
    const QColor colour =
        label_.kind == LabelRule::Kind::AsGiven
            ? theme::kPolicy
            : theme::shade(theme::kReward, static_cast<int>(kFaint * (1 - label) + 255 * label));
    painter.setBrush(label_.kind != LabelRule::Kind::AsGiven && label == 0
                         ? theme::shade(theme::kNeutral, 130)
                         : colour);
    const double left = placeOf(from);
    painter.drawRect(QRectF(left, area.bottom() - height,
                            std::max(1.0, placeOf(from + width) - left - 1), height));
  }
  painter.setPen(theme::shade(palette().color(QPalette::Text), 90));
  painter.drawLine(area.bottomLeft(), area.bottomRight());
  const QRectF words(area.left() - kSide + 2, area.bottom() + 2, area.width() + 2 * kSide - 4,
                     fontMetrics().height());
  painter.setPen(palette().color(QPalette::PlaceholderText));
  const double shift = bars_.single ? 0.5 : 0;
  painter.drawText(words, Qt::AlignLeft, theme::number(bars_.low + shift));
  painter.drawText(
      words, Qt::AlignRight,
      (bars_.cut ? tr("%1 and more") : QString("%1")).arg(theme::number(bars_.high - shift)));
  if (label_.kind == LabelRule::Kind::AsGiven) return;
  paintBound(painter, label_.low);
  if (label_.kind == LabelRule::Kind::Scaled) paintBound(painter, label_.high);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

void ThresholdPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || label_.kind == LabelRule::Kind::AsGiven) return;
  dragging_ = true;
  held_ = nearest(event->position().x());
  move(held_, boundAt(event->position().x()));
}

void ThresholdPlot::mouseMoveEvent(QMouseEvent* event) {
  if (dragging_) move(held_, boundAt(event->position().x()));
  const bool movable = label_.kind != LabelRule::Kind::AsGiven;
  setCursor(movable ? Qt::SplitHCursor : Qt::ArrowCursor);
}

void ThresholdPlot::mouseReleaseEvent(QMouseEvent* event) {
  (void)event;
  dragging_ = false;
}

void ThresholdPlot::keyPressEvent(QKeyEvent* event) {
  const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  if (direction == 0 || label_.kind == LabelRule::Kind::AsGiven) {
    QWidget::keyPressEvent(event);
    return;
  }
  // With Shift the upper bound of a scale.
  const bool upper =
      label_.kind == LabelRule::Kind::Scaled && event->modifiers().testFlag(Qt::ShiftModifier);
  const double from = upper ? label_.high : label_.low;
  move(upper ? Bound::High : Bound::Low, snapped(from + direction * step()));
}

}  // namespace luce::desktop
