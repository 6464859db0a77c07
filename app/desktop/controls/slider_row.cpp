#include "app/desktop/controls/slider_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "app/desktop/controls/wheel_guard.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kPlaces = 1000;
constexpr int kLabelWidth = 118;
constexpr int kBoxWidth = 80;
constexpr int kResetWidth = 20;
constexpr int kFewestDecimals = 3;
constexpr int kMostDecimals = 8;

/// Enough for two significant digits of the smallest number that matters.
int decimalsFor(double low, double standard) {
  int decimals = kFewestDecimals;
  for (const double value : {low, standard}) {
    if (value <= 0) continue;
    const int digits = static_cast<int>(std::ceil(-std::log10(value) - 1e-9)) + 1;
    decimals = std::max(decimals, digits);
  }
  return std::min(decimals, kMostDecimals);
}

}  // namespace

SliderRange closedRange(double low, double high, double standard, bool logarithmic,
                        const QString& unit) {
  return {low, high, standard, logarithmic, low, high, decimalsFor(low, standard), unit};
}

SliderRow::SliderRow(const QString& title, const SliderRange& range, const QString& help,
                     QWidget* parent)
    : QWidget(parent),
      title_(title),
      label_(new QLabel(title)),
      slider_(new MarkedSlider),
      box_(new QDoubleSpinBox),
      reset_(new QToolButton) {
  slider_->setRange(0, kPlaces);
  slider_->setPageStep(kPlaces / 20);
  slider_->setSingleStep(kPlaces / 100);
  slider_->setMinimumWidth(70);
  box_->setKeyboardTracking(false);
  box_->setFixedWidth(kBoxWidth);
  label_->setBuddy(box_);
  label_->setFixedWidth(kLabelWidth);
  label_->setWordWrap(true);
  label_->installEventFilter(this);
  reset_->setText(QStringLiteral("↺"));
  reset_->setAutoRaise(true);
  reset_->setFixedWidth(kResetWidth);
  reset_->setAccessibleName(tr("Standard value of %1").arg(title));
  for (QWidget* widget : {static_cast<QWidget*>(label_), static_cast<QWidget*>(slider_),
                          static_cast<QWidget*>(box_)}) {
    widget->setAccessibleName(title);
  }
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(label_);
  layout->addWidget(slider_, 1);
  layout->addWidget(box_);
  layout->addWidget(reset_);
  layout->setSpacing(4);
  guardFromWheel(*slider_);
  guardFromWheel(*box_);
  box_->installEventFilter(this);
  connect(reset_, &QToolButton::clicked, this, [this] { take(range_.standard); });
  connect(slider_, &MarkedSlider::doubleClicked, this, [this] { take(range_.standard); });
  connect(slider_, &QSlider::valueChanged, this, [this](int place) { take(valueOf(place)); });
  connect(box_, &QDoubleSpinBox::valueChanged, this, &SliderRow::take);
  setRange(range, help);
}

void SliderRow::setRange(const SliderRange& range, const QString& help) {
  range_ = range;
  {
    const QSignalBlocker quiet(box_);
    box_->setDecimals(range.decimals);
    box_->setRange(range.hardLow, range.hardHigh);
    box_->setStepType(range.logarithmic ? QAbstractSpinBox::AdaptiveDecimalStepType
                                        : QAbstractSpinBox::DefaultStepType);
    box_->setSingleStep((range.high - range.low) / 100);
  }
  const bool marked = range.standard >= range.low && range.standard <= range.high;
  slider_->setMark(marked ? std::optional(placeOf(range.standard)) : std::nullopt);
  label_->setText(range.unit.isEmpty() ? title_
                                       : QString("%1 <font color=\"%2\">%3</font>")
                                             .arg(title_.toHtmlEscaped(), theme::kNeutral.name(),
                                                  range.unit.toHtmlEscaped()));
  explain(help);
  setValue(range.standard);
}

void SliderRow::explain(const QString& help) {
  const QString standard = QLocale().toString(range_.standard, 'g', 6);
  reset_->setToolTip(tr("Back to the standard value, %1").arg(standard));
  QString tip = help.isEmpty() ? QString() : help + '\n';
  tip += tr("Standard: %1, marked on the slider. Double-click the slider or the name to set it. "
            "Arrows step; with Shift in small steps, with Ctrl in large ones.")
             .arg(standard);
  for (QWidget* widget : {static_cast<QWidget*>(label_), static_cast<QWidget*>(slider_),
                          static_cast<QWidget*>(box_)}) {
    widget->setToolTip(tip);
  }
}

void SliderRow::setValue(double value) {
  const QSignalBlocker quietSlider(slider_);
  const QSignalBlocker quietBox(box_);
  box_->setValue(value);
  value_ = std::clamp(value, box_->minimum(), box_->maximum());
  slider_->setValue(placeOf(value));
  reset_->setEnabled(!isStandard());
}

bool SliderRow::isStandard() const {
  // The box rounds what it is given.
  return std::abs(box_->value() - range_.standard) <= 0.5 * std::pow(10, -range_.decimals);
}

void SliderRow::take(double value) {
  setValue(value);
  // What is chosen is what can be read; only a standard value may have more digits than are shown.
  if (value_ != range_.standard) value_ = box_->value();
  Q_EMIT changed(value_);
}

double SliderRow::valueOf(int place) const {
  if (place == slider_->mark()) return range_.standard;
  const double share = static_cast<double>(place) / kPlaces;
  const double value = range_.logarithmic ? range_.low * std::pow(range_.high / range_.low, share)
                                          : range_.low + share * (range_.high - range_.low);
  return value;
}

int SliderRow::placeOf(double value) const {
  const double inside = std::clamp(value, range_.low, range_.high);
  const double share = range_.logarithmic
                           ? std::log(inside / range_.low) / std::log(range_.high / range_.low)
                           : (inside - range_.low) / (range_.high - range_.low);
  return static_cast<int>(std::lround(share * kPlaces));
}

bool SliderRow::eventFilter(QObject* watched, QEvent* event) {
  if (watched == box_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool up = key->key() == Qt::Key_Up;
    if ((up || key->key() == Qt::Key_Down) && key->modifiers().testFlag(Qt::ShiftModifier)) {
      // A tenth of the box's own step, or of the number's leading digit where it steps by that.
      const double scale = std::abs(box_->value());
      const double step = range_.logarithmic && scale > 0
                              ? std::pow(10, std::floor(std::log10(scale)) - 2)
                              : box_->singleStep() / 10;
      take(box_->value() + (up ? step : -step));
      return true;
    }
  }
  if (watched == label_ && event->type() == QEvent::MouseButtonDblClick) take(range_.standard);
  return QWidget::eventFilter(watched, event);
}

}  // namespace luce::desktop
