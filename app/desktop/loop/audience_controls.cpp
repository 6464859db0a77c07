#include "app/desktop/loop/audience_controls.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "app/desktop/controls/wheel_guard.h"
#include "app/desktop/loop/loop_words.h"

namespace luce::desktop {

namespace {

constexpr int kFirstParameter = 100;
constexpr int kFirstWeight = 200;
constexpr int kDecimals = 6;
constexpr int kBoxWidth = 104;
constexpr double kLargestWeight = 1e6;

/// Shows no zeros at the end of a fraction.
class ShortDoubleBox : public QDoubleSpinBox {
 public:
  using QDoubleSpinBox::QDoubleSpinBox;
  QString textFromValue(double value) const override {
    return locale().toString(value, 'g', kDecimals);
  }
};

template <class Box>
Box* prepared(Box* box, const QString& title, const QString& help) {
  box->setAccessibleName(title);
  box->setToolTip(help);
  box->setWhatsThis(help);
  box->setKeyboardTracking(false);
  box->setFixedWidth(kBoxWidth);
  guardFromWheel(*box);
  return box;
}

QFormLayout* addGroup(QWidget& parent, const QString& title) {
  auto* group = new QGroupBox(title);
  auto* form = new QFormLayout(group);
  form->setContentsMargins(6, 4, 6, 4);
  form->setVerticalSpacing(2);
  form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
  form->setRowWrapPolicy(QFormLayout::DontWrapRows);
  form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
  static_cast<QVBoxLayout*>(parent.layout())->addWidget(group);
  return form;
}

void addRow(QFormLayout& form, const QString& title, QWidget* field) {
  auto* label = new QLabel(title);
  label->setWordWrap(true);
  label->setBuddy(field);
  label->setToolTip(field->toolTip());
  form.addRow(label, field);
}

}  // namespace

AudienceControls::AudienceControls(QWidget* parent)
    : QWidget(parent), propensities_(new QCheckBox), examination_(new QComboBox) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  QString group;
  QFormLayout* form = nullptr;
  int control = kFirstParameter;
  for (const AudienceParameter& parameter : audienceParameters()) {
    ++control;
    if (std::string_view(parameter.id) == "users") continue;
    if (groupOf(parameter) != group) {
      group = groupOf(parameter);
      form = addGroup(*this, group);
    }
    addParameter(parameter, control);
    QAbstractSpinBox& field = box(parameter.id);
    addRow(*form, titleOf(parameter), &field);
  }
  // The log is the last group.
  propensities_->setText(tr("states propensities"));
  propensities_->setToolTip(
      tr("Whether logs say how likely each candidate was placed first. Without, rankers that need "
         "it learn from what they are told to assume."));
  propensities_->setWhatsThis(propensities_->toolTip());
  examination_->addItem(tr("exactly"), static_cast<int>(LoggedExamination::Exact));
  examination_->addItem(tr("by place"), static_cast<int>(LoggedExamination::Place));
  examination_->addItem(tr("not at all"), static_cast<int>(LoggedExamination::Unknown));
  examination_->setAccessibleName(tr("Looks are logged"));
  examination_->setToolTip(
      tr("What logs say of how likely a place was looked at: the probability itself, which only a "
         "simulator knows, place^−bias, or nothing."));
  examination_->setWhatsThis(examination_->toolTip());
  guardFromWheel(*examination_);
  form->addRow(propensities_);
  addRow(*form, tr("Looks are logged"), examination_);
  connect(propensities_, &QCheckBox::toggled, this, [this](bool states) {
    AudienceSettings audience = shown_;
    audience.loggedPropensities = states;
    Q_EMIT edited(audience, tr("Logged propensities"), kFirstParameter - 1);
  });
  connect(examination_, &QComboBox::currentIndexChanged, this, [this] {
    AudienceSettings audience = shown_;
    audience.examination = static_cast<LoggedExamination>(examination_->currentData().toInt());
    Q_EMIT edited(audience, tr("Logged looks"), kFirstParameter - 2);
  });
  addWeights();
}

void AudienceControls::addParameter(const AudienceParameter& parameter, int control) {
  const QString title = titleOf(parameter), help = helpOf(parameter);
  const auto tell = [this, title, control](const auto& change) {
    AudienceSettings audience = shown_;
    change(audience);
    Q_EMIT edited(audience, title, control);
  };
  if (const auto* member = std::get_if<int AudienceSettings::*>(&parameter.member)) {
    auto* box = prepared(new QSpinBox, title, help);
    box->setRange(static_cast<int>(parameter.low), static_cast<int>(parameter.high));
    box->setGroupSeparatorShown(true);
    connect(box, &QSpinBox::valueChanged, this, [tell, member = *member](int value) {
      tell([&](AudienceSettings& audience) { audience.*member = value; });
    });
    whole_[parameter.id] = box;
    return;
  }
  auto* box = prepared(new ShortDoubleBox, title, help);
  box->setDecimals(kDecimals);
  box->setRange(parameter.low, parameter.high);
  box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  const auto member = std::get<double AudienceSettings::*>(parameter.member);
  connect(box, &QDoubleSpinBox::valueChanged, this, [tell, member](double value) {
    tell([&](AudienceSettings& audience) { audience.*member = value; });
  });
  real_[parameter.id] = box;
}

void AudienceControls::addWeights() {
  QFormLayout* form = addGroup(*this, tr("True value of an action"));
  for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
    const QString name = QString::fromUtf8(kAudienceTasks[task].data());
    auto* box = prepared(
        new ShortDoubleBox, tr("True value of %1").arg(name),
        tr("What one %1 is worth: all rewards are measured by these, whatever the rankers' own "
           "value weights are.")
            .arg(name));
    box->setDecimals(kDecimals);
    box->setRange(-kLargestWeight, kLargestWeight);
    box->setSingleStep(0.5);
    addRow(*form, name, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, task, name](double value) {
      AudienceSettings audience = shown_;
      audience.valueWeights[task] = value;
      Q_EMIT edited(audience, tr("True value of %1").arg(name),
                    kFirstWeight + static_cast<int>(task));
    });
    weights_.push_back(box);
  }
}

QAbstractSpinBox& AudienceControls::box(const std::string& id) const {
  const auto whole = whole_.find(id);
  if (whole != whole_.end()) return *whole->second;
  return *real_.at(id);
}

void AudienceControls::showAudience(const AudienceSettings& audience) {
  shown_ = audience;
  for (const AudienceParameter& parameter : audienceParameters()) {
    const double value = valueOf(audience, parameter);
    const auto whole = whole_.find(parameter.id);
    if (whole != whole_.end()) {
      const QSignalBlocker quiet(whole->second);
      whole->second->setValue(static_cast<int>(value));
    }
    const auto real = real_.find(parameter.id);
    if (real != real_.end()) {
      const QSignalBlocker quiet(real->second);
      real->second->setValue(value);
    }
  }
  for (std::size_t task = 0; task < weights_.size(); ++task) {
    const QSignalBlocker quiet(weights_[task]);
    weights_[task]->setValue(audience.valueWeights[task]);
  }
  const QSignalBlocker quietBox(propensities_), quietChoice(examination_);
  propensities_->setChecked(audience.loggedPropensities);
  examination_->setCurrentIndex(examination_->findData(static_cast<int>(audience.examination)));
}

}  // namespace luce::desktop
