#include "app/desktop/opening/slate_rule_box.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <cmath>

namespace luce::desktop {

namespace {

constexpr double kMinute = 60, kHour = 3600;
constexpr double kLongestGap = 1e9;  // s
constexpr int kLargestSlate = 100'000;

}  // namespace

SlateRuleBox::SlateRuleBox(QWidget* parent)
    : QWidget(parent),
      kind_(new QComboBox),
      meaning_(new QLabel),
      gather_(new QCheckBox(tr("Gather lines that lie apart"))),
      gapPart_(new QWidget),
      gap_(new QDoubleSpinBox),
      unit_(new QComboBox),
      largest_(new QSpinBox),
      uniform_(new QCheckBox(tr("The logging policy drew uniformly (π_β = 1/N)"))) {
  kind_->addItem(tr("by the slate's key"), static_cast<int>(SlateRule::Kind::Key));
  kind_->addItem(tr("by user and pause"), static_cast<int>(SlateRule::Kind::UserAndGap));
  kind_->addItem(tr("by catalogue: a bandit log"), static_cast<int>(SlateRule::Kind::Catalogue));
  kind_->setAccessibleName(tr("How lines become slates"));
  meaning_->setWordWrap(true);
  meaning_->setForegroundRole(QPalette::PlaceholderText);
  gather_->setToolTip(
      tr("Sorts the lines on disk first. Without it, a slate whose lines lie apart "
         "is an error, which shows a wrong key early."));
  gap_->setRange(0.01, kLongestGap);
  gap_->setDecimals(2);
  gap_->setKeyboardTracking(false);
  gap_->setAccessibleName(tr("Pause that ends a slate"));
  unit_->addItem(tr("seconds"), 1.0);
  unit_->addItem(tr("minutes"), kMinute);
  unit_->addItem(tr("hours"), kHour);
  unit_->setCurrentIndex(1);
  unit_->setAccessibleName(tr("Unit of the pause"));
  largest_->setRange(2, kLargestSlate);
  largest_->setKeyboardTracking(false);
  largest_->setAccessibleName(tr("Largest slate"));
  uniform_->setToolTip(tr("Gives every line without a propensity the probability 1/N."));
  auto* gap = new QHBoxLayout;
  gap->addWidget(gap_, 1);
  gap->addWidget(unit_);
  auto* form = new QFormLayout(gapPart_);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(tr("Pause longer than"), gap);
  form->addRow(tr("Candidates at most"), largest_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(kind_);
  layout->addWidget(meaning_);
  layout->addWidget(gather_);
  layout->addWidget(gapPart_);
  layout->addWidget(uniform_);
  connect(kind_, &QComboBox::activated, this, [this] {
    showParts();
    Q_EMIT edited();
  });
  connect(gather_, &QCheckBox::clicked, this, &SlateRuleBox::edited);
  connect(uniform_, &QCheckBox::clicked, this, &SlateRuleBox::edited);
  connect(gap_, &QDoubleSpinBox::valueChanged, this, &SlateRuleBox::edited);
  connect(largest_, &QSpinBox::valueChanged, this, &SlateRuleBox::edited);
  connect(unit_, &QComboBox::activated, this, &SlateRuleBox::changeUnit);
  showParts();
}

void SlateRuleBox::changeUnit() {
  // The number stays and means another time: who chooses "hours" wants 30 of them.
  unitSeconds_ = unit_->currentData().toDouble();
  Q_EMIT edited();
}

void SlateRuleBox::show(const SlateRule& rule) {
  const QSignalBlocker quietGap(gap_), quietLargest(largest_);
  kind_->setCurrentIndex(kind_->findData(static_cast<int>(rule.kind)));
  gather_->setChecked(rule.gather);
  uniform_->setChecked(rule.uniform);
  largest_->setValue(rule.largest);
  if (std::abs(gap_->value() * unitSeconds_ - rule.gapSeconds) > 0.01 * unitSeconds_) {
    unitSeconds_ = rule.gapSeconds >= 2 * kHour     ? kHour
                   : rule.gapSeconds >= 2 * kMinute ? kMinute
                                                    : 1;
    unit_->setCurrentIndex(unit_->findData(unitSeconds_));
    gap_->setValue(rule.gapSeconds / unitSeconds_);
  }
  showParts();
}

SlateRule SlateRuleBox::rule() const {
  SlateRule rule;
  rule.kind = static_cast<SlateRule::Kind>(kind_->currentData().toInt());
  rule.gather = rule.kind == SlateRule::Kind::Key && gather_->isChecked();
  rule.uniform = rule.kind == SlateRule::Kind::Catalogue && uniform_->isChecked();
  if (rule.kind == SlateRule::Kind::UserAndGap) {
    rule.gapSeconds = gap_->value() * unitSeconds_;
    rule.largest = largest_->value();
  }
  return rule;
}

void SlateRuleBox::showParts() {
  const auto kind = static_cast<SlateRule::Kind>(kind_->currentData().toInt());
  gather_->setVisible(kind == SlateRule::Kind::Key);
  gapPart_->setVisible(kind == SlateRule::Kind::UserAndGap);
  uniform_->setVisible(kind == SlateRule::Kind::Catalogue);
  switch (kind) {
    case SlateRule::Kind::Key:
      meaning_->setText(tr("Lines that name the same slate are its candidates."));
      break;
    case SlateRule::Kind::UserAndGap:
      meaning_->setText(tr("A user's lines in the order of time, until a pause."));
      break;
    case SlateRule::Kind::Catalogue:
      meaning_->setText(
          tr("Each line shows one item, whose candidates were all items of the log."));
      break;
  }
}

}  // namespace luce::desktop
