#include "app/desktop/whatif/feature_rows.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "core/common/hash.h"
#include "core/dataset/category_values.h"

namespace luce::desktop {

namespace {

constexpr int kLabelWidth = 118;
constexpr int kButtonWidth = 20;
constexpr double kFarthest = 1e9;

SliderRange sliderRange(float logged, ValueRange range) {
  if (range.empty()) range = std::isnan(logged) ? ValueRange{0, 1} : ValueRange{logged, logged};
  double low = range.low, high = range.high;
  if (!std::isnan(logged)) {
    low = std::min<double>(low, logged);
    high = std::max<double>(high, logged);
  }
  if (low == high) {
    low -= 1;
    high += 1;
  }
  const double standard = std::isnan(logged) ? (low + high) / 2 : static_cast<double>(logged);
  // A ten-thousandth of the whole width or finer.
  const int decimals = std::clamp(4 - static_cast<int>(std::floor(std::log10(high - low))), 0, 8);
  return {low,     high, standard, false, std::min(low, -kFarthest), std::max(high, kFarthest),
          decimals};
}

}  // namespace

NumberFeatureRow::NumberFeatureRow(const QString& name, float logged, const ValueRange& range,
                                   QWidget* parent)
    : QWidget(parent),
      row_(new SliderRow(name, sliderRange(logged, range), helpFor(logged))),
      missing_(new QToolButton) {
  missing_->setText(QStringLiteral("∅"));
  missing_->setCheckable(true);
  missing_->setAutoRaise(true);
  missing_->setFixedWidth(kButtonWidth);
  missing_->setToolTip(tr("Missing: as if the log did not tell it"));
  missing_->setAccessibleName(tr("%1 is missing").arg(name));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addWidget(row_, 1);
  layout->addWidget(missing_);
  connect(row_, &SliderRow::changed, this,
          [this](double value) { Q_EMIT changed(static_cast<float>(value)); });
  connect(missing_, &QToolButton::toggled, this, [this](bool missing) {
    row_->setEnabled(!missing);
    Q_EMIT changed(missing ? std::nanf("") : static_cast<float>(row_->value()));
  });
  setValue(logged);
}

QString NumberFeatureRow::helpFor(float logged) {
  return std::isnan(logged) ? tr("Missing in the log.")
                            : tr("The slider spans the values of the log.");
}

void NumberFeatureRow::setLogged(float logged, const ValueRange& range) {
  row_->setRange(sliderRange(logged, range), helpFor(logged));
  setValue(logged);
}

void NumberFeatureRow::setValue(float value) {
  const QSignalBlocker quiet(missing_);
  missing_->setChecked(std::isnan(value));
  row_->setEnabled(!std::isnan(value));
  // The box shows fewer digits than a float has: what it was given stays as it is.
  if (!std::isnan(value) && static_cast<float>(row_->value()) != value) row_->setValue(value);
}

CategoryFeatureRow::CategoryFeatureRow(const QString& name, std::uint32_t logged,
                                       const std::vector<NamedCategory>& values, QWidget* parent)
    : QWidget(parent),
      name_(name),
      logged_(logged),
      value_(logged),
      ofLog_(static_cast<int>(values.size())),
      box_(new QComboBox),
      reset_(new QToolButton) {
  auto* label = new QLabel(name);
  label->setFixedWidth(kLabelWidth);
  label->setWordWrap(true);
  label->setBuddy(box_);
  for (const NamedCategory& value : values) {
    box_->addItem(value.name.isEmpty() ? tr("(missing)") : value.name, value.hash);
  }
  box_->setEditable(true);
  box_->setInsertPolicy(QComboBox::NoInsert);
  box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box_->setMinimumContentsLength(8);
  box_->setAccessibleName(name);
  box_->setToolTip(
      tr("Values of the log, the most frequent first. Another text may be typed; one "
         "that the log does not have is new to the estimator."));
  reset_->setText(QStringLiteral("↺"));
  reset_->setAutoRaise(true);
  reset_->setFixedWidth(kButtonWidth);
  reset_->setToolTip(tr("Back to the value in the log"));
  reset_->setAccessibleName(tr("Logged value of %1").arg(name));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(label);
  layout->addWidget(box_, 1);
  layout->addWidget(reset_);
  connect(box_, &QComboBox::activated, this, &CategoryFeatureRow::take);
  connect(box_->lineEdit(), &QLineEdit::editingFinished, this, &CategoryFeatureRow::take);
  connect(reset_, &QToolButton::clicked, this, [this] {
    setValue(logged_);
    Q_EMIT changed(logged_);
  });
  setValue(logged);
}

int CategoryFeatureRow::indexOf(std::uint32_t hash) {
  const int index = box_->findData(hash);
  if (index >= 0) return index;
  CategoryPlace value;
  value.feature = name_.toStdString();
  value.hash = hash;
  box_->addItem(isMissing(value) ? tr("(missing)") : QString::fromStdString(hashedName(value)),
                hash);
  return box_->count() - 1;
}

void CategoryFeatureRow::setLogged(std::uint32_t logged) {
  logged_ = logged;
  {
    // What was typed for another slate, or is in that one alone.
    const QSignalBlocker quiet(box_);
    while (box_->count() > ofLog_) box_->removeItem(box_->count() - 1);
  }
  setValue(logged);
}

void CategoryFeatureRow::setValue(std::uint32_t hash) {
  value_ = hash;
  const QSignalBlocker quiet(box_);
  box_->setCurrentIndex(indexOf(hash));
  // Of a long text the beginning is shown.
  box_->lineEdit()->setCursorPosition(0);
  reset_->setEnabled(hash != logged_);
}

void CategoryFeatureRow::take() {
  const QString text = box_->currentText();
  int index = box_->findText(text, Qt::MatchExactly);
  if (index < 0) {
    const std::string feature = name_.toStdString();
    box_->addItem(text.isEmpty() ? tr("(missing)") : text,
                  categoryHash(feature, text.toStdString()));
    index = box_->count() - 1;
  }
  const std::uint32_t hash = box_->itemData(index).toUInt();
  if (hash == value_) return;
  setValue(hash);
  Q_EMIT changed(hash);
}

}  // namespace luce::desktop
