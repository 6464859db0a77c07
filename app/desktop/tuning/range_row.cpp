#include "app/desktop/tuning/range_row.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

namespace luce::desktop {

namespace {

constexpr int kLabelWidth = 92;
constexpr int kDecimals = 6;
constexpr int kShownDigits = 5;

/// Shows as many digits as a number has, not as many as it may have.
class ShortBox : public QDoubleSpinBox {
 public:
  using QDoubleSpinBox::QDoubleSpinBox;
  QString textFromValue(double value) const override {
    return locale().toString(value, 'g', kShownDigits);
  }
};

}  // namespace

RangeRow::RangeRow(const QString& title, double low, double high, QWidget* parent)
    : QWidget(parent),
      label_(new QLabel(title)),
      low_(new ShortBox),
      high_(new ShortBox),
      scale_(new QComboBox) {
  label_->setFixedWidth(kLabelWidth);
  label_->setWordWrap(true);
  label_->setToolTip(title);
  scale_->addItems({tr("as it is"), tr("even"), tr("by ratio")});
  scale_->setToolTip(
      tr("As it is: the slider's value, not varied.\nEven: evenly spread from the lowest to the "
         "highest.\nBy ratio: evenly spread by ratio, for ranges over several magnitudes."));
  scale_->setAccessibleName(tr("How %1 is varied").arg(title));
  low_->setAccessibleName(tr("Lowest %1").arg(title));
  high_->setAccessibleName(tr("Highest %1").arg(title));
  low_->setToolTip(tr("Lowest value that is tried"));
  high_->setToolTip(tr("Highest value that is tried"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(label_);
  for (QDoubleSpinBox* box : {low_, high_}) {
    box->setDecimals(kDecimals);
    box->setRange(low, high);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setKeyboardTracking(false);
    box->setMinimumWidth(60);
    layout->addWidget(box, 1);
    connect(box, &QDoubleSpinBox::valueChanged, this, &RangeRow::changed);
  }
  layout->addWidget(scale_);
  label_->setBuddy(low_);
  connect(scale_, &QComboBox::currentIndexChanged, this, [this] {
    update();
    Q_EMIT changed();
  });
  update();
}

void RangeRow::update() {
  low_->setEnabled(!fixed());
  high_->setEnabled(!fixed());
}

void RangeRow::setRange(const SweepRange& range) {
  const QSignalBlocker quietLow(low_), quietHigh(high_), quietScale(scale_);
  low_->setValue(range.low);
  high_->setValue(range.high);
  scale_->setCurrentIndex(range.low == range.high ? Fixed
                          : range.logarithmic     ? Logarithmic
                                                  : Linear);
  update();
}

SweepRange RangeRow::range() const {
  return {low_->value(), high_->value(), scale_->currentIndex() == Logarithmic};
}

}  // namespace luce::desktop
