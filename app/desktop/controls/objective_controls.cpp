#include "app/desktop/controls/objective_controls.h"

#include <QFormLayout>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include "core/policy/logged_rows.h"

namespace luce::desktop {

namespace {

enum Control {
  kScheme = 10,
  kRows,
  kRule,
  kGroup,
  kWeight,
  kDivergence,
  kTask,
  kFirstParameter = 500,
};

constexpr const char* kAutomatic = "automatic";

QLabel* wordsLabel() {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

/// Weights from 0: logarithmic sliders cannot show 0, so these are linear.
SliderRange weightRange(double high, double standard) {
  return {0, high, standard, false, 0, 1e6, 3};
}

void choose(QComboBox& box, const QString& data) {
  const QSignalBlocker quiet(&box);
  box.setCurrentIndex(std::max(0, box.findData(data)));
}

}  // namespace

ObjectiveControls::ObjectiveControls(QWidget* parent)
    : ControlGroup(tr("Objective"), parent),
      scheme_(new SchemeBox),
      meaning_(wordsLabel()),
      parameterLayout_(new QVBoxLayout),
      rows_(new QComboBox),
      rowsMeaning_(wordsLabel()),
      rule_(new QComboBox),
      ruleMeaning_(wordsLabel()),
      group_(new QComboBox),
      weight_(new SliderRow(tr("Reward weight λ"), weightRange(5, 1),
                            tr("How much alignment listens to the scheme."))),
      divergence_(new SliderRow(tr("KL weight β"), weightRange(2, 0.1),
                                tr("How strongly the policy is held near the supervised one."))),
      task_(new SliderRow(tr("BCE weight"), weightRange(2, 0.1),
                          tr("How much the probabilities stay fitted to the logged actions."))) {
  rows_->addItem(tr("as the log supports"), kAutomatic);
  for (const RowKind kind : {RowKind::Drawn, RowKind::Observed, RowKind::Article}) {
    rows_->addItem(QString::fromStdString(toString(kind)), QString::fromStdString(toString(kind)));
  }
  for (const PropensityRule rule :
       {PropensityRule::One, PropensityRule::Self, PropensityRule::Uniform, PropensityRule::Drop}) {
    rule_->addItem(QString::fromStdString(toString(rule)), QString::fromStdString(toString(rule)));
  }
  group_->addItem(tr("automatic"), static_cast<int>(AdvantageGroup::Automatic));
  group_->addItem(tr("slate"), static_cast<int>(AdvantageGroup::Slate));
  group_->addItem(tr("batch"), static_cast<int>(AdvantageGroup::Batch));

  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("Rows"), rows_);
  form->addRow(rowsMeaning_);
  form->addRow(tr("No propensity"), rule_);
  form->addRow(ruleMeaning_);
  form->addRow(tr("Advantage group"), group_);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(scheme_);
  layout->addWidget(meaning_);
  layout->addLayout(parameterLayout_);
  layout->addWidget(weight_);
  layout->addWidget(divergence_);
  layout->addWidget(task_);
  layout->addLayout(form);

  connect(scheme_, &QComboBox::currentIndexChanged, this, [this] {
    rebuildParameters();
    describeChoices();
    Q_EMIT edited(tr("scheme"), kScheme);
  });
  const auto announceBox = [this](QComboBox* box, const QString& title, int number) {
    connect(box, &QComboBox::currentIndexChanged, this, [this, title, number] {
      describeChoices();
      Q_EMIT edited(title, number);
    });
  };
  announceBox(rows_, tr("rows"), kRows);
  announceBox(rule_, tr("propensity rule"), kRule);
  announceBox(group_, tr("advantage group"), kGroup);
  const auto announceRow = [this](SliderRow* row, const QString& title, int number) {
    connect(row, &SliderRow::changed, this,
            [this, title, number] { Q_EMIT edited(title, number); });
  };
  announceRow(weight_, tr("reward weight"), kWeight);
  announceRow(divergence_, tr("KL weight"), kDivergence);
  announceRow(task_, tr("BCE weight"), kTask);
  rebuildParameters();
  describeChoices();
}

const Scheme& ObjectiveControls::scheme() const {
  return *scheme_->scheme();
}

void ObjectiveControls::rebuildParameters() {
  const SchemeDescription& description = scheme().description();
  if (parametersOf_ == description.id) return;
  parametersOf_ = description.id;
  for (SliderRow* row : parameters_) delete row;
  parameters_.clear();
  for (std::size_t i = 0; i < description.parameters.size(); ++i) {
    const SchemeParameter& parameter = description.parameters[i];
    const QString title = QString::fromStdString(parameter.title);
    auto* row =
        new SliderRow(title,
                      closedRange(parameter.low, parameter.high, parameter.standard,
                                  parameter.logarithmic, QString::fromStdString(parameter.unit)),
                      QString::fromStdString(parameter.help));
    parameterLayout_->addWidget(row);
    parameters_.push_back(row);
    const int number = kFirstParameter + static_cast<int>(i);
    connect(row, &SliderRow::changed, this,
            [this, title, number] { Q_EMIT edited(title, number); });
  }
}

void ObjectiveControls::describeChoices() {
  const SchemeDescription& description = scheme().description();
  meaning_->setText(QString("%1\n%2 (%3)")
                        .arg(QString::fromStdString(description.meaning),
                             QString::fromStdString(description.formula),
                             QString::fromStdString(description.source)));
  group_->setEnabled(description.usesAdvantage);
  group_->setToolTip(
      description.usesAdvantage
          ? tr("Which rows share a mean when the scheme compares rewards. A bandit log "
               "has one row a slate, so there the batch is the group.")
          : tr("%1 does not compare rewards, so there is no group to choose.")
                .arg(QString::fromStdString(description.title)));
  const QString kind = rows_->currentData().toString();
  const RowKind shown = kind != kAutomatic           ? rowKindFromString(kind.toStdString())
                        : shape_ == LogShape::Bandit ? RowKind::Drawn
                                                     : RowKind::Observed;
  rowsMeaning_->setText(QString::fromStdString(describe(shown)));
  ruleMeaning_->setText(QString::fromStdString(
      describe(propensityRuleFromString(rule_->currentData().toString().toStdString()))));
}

void ObjectiveControls::setShape(LogShape shape, bool hasPosition) {
  shape_ = shape;
  auto* model = qobject_cast<QStandardItemModel*>(rows_->model());
  const bool bandit = shape == LogShape::Bandit;
  model->item(rows_->findData("drawn"))->setEnabled(bandit || hasPosition);
  model->item(rows_->findData("observed"))->setEnabled(!bandit);
  describeChoices();
}

void ObjectiveControls::showExperiment(const Experiment& experiment,
                                       const std::vector<std::string>&) {
  const ObjectiveSettings& objective = experiment.objective;
  scheme_->setScheme(objective.scheme);
  rebuildParameters();
  const std::vector<double> parameters = schemeParameters(objective);
  for (std::size_t i = 0; i < parameters_.size(); ++i) parameters_[i]->setValue(parameters[i]);
  choose(*rows_, objective.rows ? QString::fromStdString(toString(*objective.rows)) : kAutomatic);
  choose(*rule_, QString::fromStdString(toString(objective.propensityRule)));
  {
    const QSignalBlocker quiet(group_);
    group_->setCurrentIndex(group_->findData(static_cast<int>(objective.advantageGroup)));
  }
  weight_->setValue(objective.weight);
  divergence_->setValue(objective.klWeight);
  task_->setValue(objective.taskWeight);
  describeChoices();
}

void ObjectiveControls::writeTo(Experiment& experiment) const {
  ObjectiveSettings& objective = experiment.objective;
  if (objective.scheme != scheme().description().id) objective.advantage.reset();
  objective.scheme = scheme().description().id;
  objective.parameters.clear();
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    objective.parameters[scheme().description().parameters[i].id] = parameters_[i]->value();
  }
  const QString kind = rows_->currentData().toString();
  objective.rows.reset();
  if (kind != kAutomatic) objective.rows = rowKindFromString(kind.toStdString());
  objective.propensityRule =
      propensityRuleFromString(rule_->currentData().toString().toStdString());
  objective.advantageGroup = static_cast<AdvantageGroup>(group_->currentData().toInt());
  objective.weight = weight_->value();
  objective.klWeight = divergence_->value();
  objective.taskWeight = task_->value();
}

}  // namespace luce::desktop
