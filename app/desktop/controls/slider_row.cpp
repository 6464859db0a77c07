#include "app/desktop/controls/slider_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

namespace luce::desktop {

namespace {

constexpr int kPlaces = 1000;
constexpr int kLabelWidth = 130;

}  // namespace

SliderRange closedRange(double low, double high, double standard, bool logarithmic) {
  return {low, high, standard, logarithmic, low, high, low < 0.01 && low > 0 ? 4 : 3};
}

SliderRow::SliderRow(const QString& title, const SliderRange& range, const QString& help,
                     QWidget* parent)
    : QWidget(parent),
      range_(range),
      label_(new QLabel(title)),
      slider_(new QSlider(Qt::Horizontal)),
      box_(new QDoubleSpinBox) {
  slider_->setRange(0, kPlaces);
  slider_->setPageStep(kPlaces / 20);
  slider_->setSingleStep(kPlaces / 100);
  slider_->setMinimumWidth(70);
  box_->setDecimals(range.decimals);
  box_->setRange(range.hardLow, range.hardHigh);
  box_->setStepType(range.logarithmic ? QAbstractSpinBox::AdaptiveDecimalStepType
                                      : QAbstractSpinBox::DefaultStepType);
  box_->setSingleStep((range.high - range.low) / 100);
  box_->setKeyboardTracking(false);
  box_->setFixedWidth(84);
  label_->setBuddy(box_);
  label_->setFixedWidth(kLabelWidth);
  label_->setWordWrap(true);
  label_->installEventFilter(this);
  const QString tip = help.isEmpty()
                          ? tr("Double-click the name for the standard value.")
                          : help + '\n' + tr("Double-click the name for the standard value.");
  for (QWidget* widget : {static_cast<QWidget*>(label_), static_cast<QWidget*>(slider_),
                          static_cast<QWidget*>(box_)}) {
    widget->setToolTip(tip);
    widget->setAccessibleName(title);
  }
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(label_);
  layout->addWidget(slider_, 1);
  layout->addWidget(box_);
  connect(slider_, &QSlider::valueChanged, this, [this](int place) { take(valueOf(place)); });
  connect(box_, &QDoubleSpinBox::valueChanged, this, &SliderRow::take);
  setValue(range.standard);
}

void SliderRow::setValue(double value) {
  const QSignalBlocker quietSlider(slider_);
  const QSignalBlocker quietBox(box_);
  box_->setValue(value);
  slider_->setValue(placeOf(value));
}

void SliderRow::take(double value) {
  setValue(value);
  Q_EMIT changed(box_->value());
}

double SliderRow::valueOf(int place) const {
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
  if (watched == label_ && event->type() == QEvent::MouseButtonDblClick) take(range_.standard);
  return QWidget::eventFilter(watched, event);
}

}  // namespace luce::desktop
