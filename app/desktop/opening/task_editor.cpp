#include "app/desktop/opening/task_editor.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr double kLargest = 1e15;
constexpr int kMostDecimals = 6;
constexpr int kBoxWidth = 96;

/// Enough for a hundredth of the range.
int decimalsFor(const ColumnSample& sample) {
  const bool whole = std::all_of(sample.drawn.begin(), sample.drawn.end(),
                                 [](double number) { return number == std::round(number); });
  if (whole && sample.largest - sample.smallest > 1) return 0;
  const double range = sample.largest - sample.smallest;
  if (!(range > 0)) return 2;
  return std::clamp(static_cast<int>(std::ceil(2 - std::log10(range))), 0, kMostDecimals);
}

/// The box shows what the sample is precise to, and more where a rule says more.
int decimalsOf(double value, int least) {
  int decimals = least;
  for (double scaled = value * std::pow(10, decimals);
       decimals < kMostDecimals && std::abs(scaled - std::round(scaled)) > 1e-9;
       scaled = value * std::pow(10, decimals)) {
    ++decimals;
  }
  return decimals;
}

}  // namespace

TaskEditor::TaskEditor(QWidget* parent)
    : QWidget(parent),
      column_(new QLabel),
      name_(new QLineEdit),
      rule_(new QComboBox),
      low_(new QDoubleSpinBox),
      to_(new QLabel(tr("to"))),
      high_(new QDoubleSpinBox),
      plot_(new ThresholdPlot),
      rate_(new QLabel),
      add_(new QToolButton),
      remove_(new QToolButton) {
  rule_->addItem(tr("as given (0 to 1)"), static_cast<int>(LabelRule::Kind::AsGiven));
  rule_->addItem(tr("1 where at least"), static_cast<int>(LabelRule::Kind::AtLeast));
  rule_->addItem(tr("scaled to 0…1 from"), static_cast<int>(LabelRule::Kind::Scaled));
  rule_->setAccessibleName(tr("How a number becomes the label"));
  name_->setAccessibleName(tr("Name of the task"));
  name_->setToolTip(tr("What the task is called in Luce"));
  low_->setAccessibleName(tr("Lower bound"));
  high_->setAccessibleName(tr("Upper bound"));
  for (QDoubleSpinBox* box : {low_, high_}) {
    box->setRange(-kLargest, kLargest);
    box->setKeyboardTracking(false);
    box->setFixedWidth(kBoxWidth);
  }
  add_->setText("+");
  add_->setToolTip(tr("Another task of this column, with its own name and threshold"));
  add_->setAccessibleName(tr("Another task of this column"));
  remove_->setText("×");
  remove_->setToolTip(tr("Remove the task; a column without tasks is ignored"));
  remove_->setAccessibleName(tr("Remove the task"));
  rate_->setForegroundRole(QPalette::PlaceholderText);
  column_->setForegroundRole(QPalette::PlaceholderText);
  column_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

  auto* head = new QHBoxLayout;
  head->addWidget(name_, 3);
  head->addWidget(column_, 2);
  head->addWidget(add_);
  head->addWidget(remove_);
  auto* rule = new QHBoxLayout;
  rule->addWidget(rule_, 1);
  rule->addWidget(low_);
  rule->addWidget(to_);
  rule->addWidget(high_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 2, 0, 6);
  layout->setSpacing(4);
  layout->addLayout(head);
  layout->addLayout(rule);
  layout->addWidget(plot_);
  layout->addWidget(rate_);

  connect(name_, &QLineEdit::textEdited, this,
          [this] { Q_EMIT edited(name_->text().trimmed().toStdString(), label_); });
  connect(rule_, &QComboBox::activated, this, &TaskEditor::changeKind);
  for (QDoubleSpinBox* box : {low_, high_}) {
    connect(box, &QDoubleSpinBox::valueChanged, this, [this] { take(ruleFromBoxes()); });
  }
  connect(plot_, &ThresholdPlot::dragged, this, &TaskEditor::take);
  connect(add_, &QToolButton::clicked, this, &TaskEditor::anotherAsked);
  connect(remove_, &QToolButton::clicked, this, &TaskEditor::removeAsked);
}

void TaskEditor::show(const std::string& column, const ColumnSample& sample,
                      const MappingDraft::Task& task) {
  sample_ = sample;
  label_ = task.label;
  const QString columnName = QString::fromStdString(column);
  column_->setText(tr("of %1").arg(columnName));
  column_->setToolTip(columnName);
  const QString name = QString::fromStdString(task.name);
  // Not while it is being typed: an empty name becomes the column's.
  if (!name_->hasFocus() && name_->text().trimmed() != name) name_->setText(name);
  plot_->showNumbers(sample.drawn);
  showLabel();
}

LabelRule TaskEditor::ruleFromBoxes() const {
  LabelRule label;
  label.kind = static_cast<LabelRule::Kind>(rule_->currentData().toInt());
  if (label.kind != LabelRule::Kind::AsGiven) label.low = low_->value();
  if (label.kind == LabelRule::Kind::Scaled) label.high = high_->value();
  return label;
}

void TaskEditor::changeKind() {
  LabelRule label;
  label.kind = static_cast<LabelRule::Kind>(rule_->currentData().toInt());
  if (label.kind == label_.kind) return;
  if (label.kind == LabelRule::Kind::AtLeast) {
    const LabelRule suggested = suggestedLabel(sample_);
    label.low = suggested.kind == LabelRule::Kind::AtLeast ? suggested.low : 0.5;
  } else if (label.kind == LabelRule::Kind::Scaled) {
    label.low = sample_.smallest;
    label.high = plot_->bars().cut ? plot_->bars().high : sample_.largest;
    if (!(label.low < label.high)) label.high = label.low + 1;
  }
  take(label);
}

void TaskEditor::take(const LabelRule& label) {
  if (label == label_) return;
  if (label.kind == LabelRule::Kind::Scaled && !(label.low < label.high)) {
    showLabel();  // the boxes go back
    return;
  }
  label_ = label;
  showLabel();
  Q_EMIT edited(name_->text().trimmed().toStdString(), label_);
}

void TaskEditor::showLabel() {
  const QSignalBlocker quietRule(rule_), quietLow(low_), quietHigh(high_);
  rule_->setCurrentIndex(rule_->findData(static_cast<int>(label_.kind)));
  const bool given = label_.kind == LabelRule::Kind::AsGiven;
  const bool scaled = label_.kind == LabelRule::Kind::Scaled;
  const int decimals = decimalsFor(sample_);
  low_->setDecimals(decimalsOf(label_.low, decimals));
  high_->setDecimals(decimalsOf(label_.high, decimals));
  low_->setValue(label_.low);
  high_->setValue(label_.high);
  for (QDoubleSpinBox* box : {low_, high_}) box->setSingleStep(std::pow(10, -decimals));
  low_->setVisible(!given);
  to_->setVisible(scaled);
  high_->setVisible(scaled);
  plot_->setLabel(label_);
  // Zeros and ones need no picture.
  plot_->setVisible(!sample_.drawn.empty() && !(given && sample_.isBinary()));
  const double rate = positiveRate(sample_, label_);
  const auto count = static_cast<qlonglong>(sample_.drawn.size());
  if (count == 0) {
    rate_->setText(tr("no numbers among the first lines"));
  } else if (scaled || (given && !sample_.isBinary())) {
    rate_->setText(tr("mean label %1 (lines looked at: %L2)").arg(theme::number(rate)).arg(count));
  } else {
    rate_->setText(
        tr("%1 % positive (lines looked at: %L2)").arg(100 * rate, 0, 'f', 1).arg(count));
  }
}

}  // namespace luce::desktop
