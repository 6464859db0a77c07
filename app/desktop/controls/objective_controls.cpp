#include "app/desktop/controls/objective_controls.h"

#include <QFormLayout>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "app/desktop/controls/wheel_guard.h"
#include "app/desktop/core_words.h"
#include "core/policy/logged_rows.h"

namespace luce::desktop {

namespace {

enum Control {
  kScheme = 10,
  kRows,
  kRule,
  kAdvantage,
  kGroup,
  kRegulariser,
  kEntropy,
  kWeight,
  kDivergence,
  kTask,
  kFirstParameter = 500,
};

constexpr const char* kAutomatic = "automatic";
constexpr const char* kContext = "context";
constexpr int kFeatureRole = Qt::UserRole + 1;  ///< of a group by context: the feature

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

QString advantageTitle(AdvantageKind kind) {
  switch (kind) {
    case AdvantageKind::Raw:
      return ObjectiveControls::tr("raw reward");
    case AdvantageKind::Mean:
      return ObjectiveControls::tr("reward − group mean");
    case AdvantageKind::Group:
      return ObjectiveControls::tr("(reward − mean) / spread");
    case AdvantageKind::LeaveOneOut:
      break;
  }
  return ObjectiveControls::tr("reward − mean of the others");
}

QString groupData(AdvantageGroup group) {
  switch (group) {
    case AdvantageGroup::Slate:
      return "slate";
    case AdvantageGroup::Batch:
      return "batch";
    case AdvantageGroup::Context:
      return kContext;
    case AdvantageGroup::Automatic:
      break;
  }
  return kAutomatic;
}

AdvantageGroup groupOf(const QString& data) {
  for (const AdvantageGroup group :
       {AdvantageGroup::Slate, AdvantageGroup::Batch, AdvantageGroup::Context}) {
    if (groupData(group) == data) return group;
  }
  return AdvantageGroup::Automatic;
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
      parameters_(new ParameterRows),
      rows_(new QComboBox),
      rowsMeaning_(wordsLabel()),
      rule_(new QComboBox),
      ruleMeaning_(wordsLabel()),
      advantage_(new QComboBox),
      group_(new QComboBox),
      regulariser_(new QComboBox),
      weight_(new SliderRow(tr("Reward weight λ"), weightRange(5, 1),
                            tr("How much alignment listens to the scheme."))),
      divergence_(new SliderRow(tr("KL weight β"), weightRange(2, 0.1),
                                tr("How strongly the policy is held near the supervised one."))),
      entropy_(new SliderRow(tr("Entropy weight η"), weightRange(0.5, 0),
                             tr("How much the policy is rewarded for staying undecided."))),
      task_(new SliderRow(tr("BCE weight"), weightRange(2, 0.1),
                          tr("How much the probabilities stay fitted to the logged actions."))),
      advice_(new QLabel) {
  rows_->addItem(tr("as the log supports"), kAutomatic);
  for (const RowKind kind : {RowKind::Drawn, RowKind::Observed, RowKind::Article}) {
    rows_->addItem(QString::fromStdString(toString(kind)), QString::fromStdString(toString(kind)));
  }
  for (const PropensityRule rule :
       {PropensityRule::One, PropensityRule::Self, PropensityRule::Uniform, PropensityRule::Drop}) {
    rule_->addItem(QString::fromStdString(toString(rule)), QString::fromStdString(toString(rule)));
  }
  advantage_->addItem(tr("the scheme's own"), kAutomatic);
  for (const AdvantageKind kind : {AdvantageKind::Raw, AdvantageKind::Mean, AdvantageKind::Group,
                                   AdvantageKind::LeaveOneOut}) {
    advantage_->addItem(advantageTitle(kind), QString::fromStdString(toString(kind)));
  }
  scheme_->setWhatsThis(
      tr("The clipping scheme: how a logged reward, weighed by its ratio, becomes a loss."));
  rows_->setWhatsThis(tr("Which logged pairs of slate and item the loss is taken over."));
  rule_->setWhatsThis(tr("What π_β is taken for where the log states no propensity."));
  advantage_->setToolTip(tr("What a row's reward is compared with before it pushes or pulls."));
  for (const Scheme* candidate : regularisers()) {
    const SchemeDescription& description = candidate->description();
    if (!description.usesReference) continue;  // entropy has a slider of its own
    regulariser_->addItem(wordsOfCore(QString::fromStdString(description.title)),
                          QString::fromStdString(description.id));
    regulariser_->setItemData(regulariser_->count() - 1,
                              wordsOfCore(QString::fromStdString(description.meaning)),
                              Qt::ToolTipRole);
  }
  regulariser_->setToolTip(
      tr("How the distance from the supervised policy is measured; the KL weight multiplies it."));
  offerGroups({});
  advice_->setWordWrap(true);
  advice_->setObjectName("advice");
  scheme_->setObjectName("scheme");
  rows_->setObjectName("rows");
  rule_->setObjectName("propensity_rule");
  advantage_->setObjectName("advantage");
  regulariser_->setObjectName("regulariser");
  weight_->setObjectName("reward_term_weight");
  divergence_->setObjectName("kl_weight");
  entropy_->setObjectName("entropy_weight");
  task_->setObjectName("task_weight");
  advice_->setAccessibleName(tr("Advice on the objective"));
  advice_->setFrameShape(QFrame::StyledPanel);
  advice_->setMargin(6);
  advice_->hide();

  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("Rows"), rows_);
  form->addRow(rowsMeaning_);
  form->addRow(tr("No propensity"), rule_);
  form->addRow(ruleMeaning_);
  form->addRow(tr("Advantage"), advantage_);
  form->addRow(tr("Advantage group"), group_);
  form->addRow(tr("Held near by"), regulariser_);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(scheme_);
  layout->addWidget(meaning_);
  layout->addWidget(advice_);
  layout->addWidget(parameters_);
  layout->addWidget(weight_);
  layout->addWidget(divergence_);
  layout->addWidget(entropy_);
  layout->addWidget(task_);
  layout->addLayout(form);

  connect(scheme_, &QComboBox::currentIndexChanged, this, [this] {
    parameters_->setScheme(scheme());
    describeChoices();
    Q_EMIT edited(tr("scheme"), kScheme);
  });
  guardFromWheel(*scheme_);
  const auto announceBox = [this](QComboBox* box, const QString& title, int number) {
    guardFromWheel(*box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, title, number] {
      describeChoices();
      Q_EMIT edited(title, number);
    });
  };
  announceBox(rows_, tr("rows"), kRows);
  announceBox(rule_, tr("propensity rule"), kRule);
  announceBox(advantage_, tr("advantage"), kAdvantage);
  announceBox(group_, tr("advantage group"), kGroup);
  announceBox(regulariser_, tr("regulariser"), kRegulariser);
  const auto announceRow = [this](SliderRow* row, const QString& title, int number) {
    connect(row, &SliderRow::changed, this,
            [this, title, number] { Q_EMIT edited(title, number); });
  };
  announceRow(weight_, tr("reward weight"), kWeight);
  announceRow(divergence_, tr("KL weight"), kDivergence);
  announceRow(entropy_, tr("entropy weight"), kEntropy);
  announceRow(task_, tr("BCE weight"), kTask);
  connect(parameters_, &ParameterRows::changed, this,
          [this](int number, const QString& title, double) {
            Q_EMIT edited(title, kFirstParameter + number);
          });
  parameters_->setScheme(scheme());
  describeChoices();
}

const Scheme& ObjectiveControls::scheme() const {
  return *scheme_->scheme();
}

void ObjectiveControls::describeChoices() {
  const SchemeDescription& description = scheme().description();
  meaning_->setText(QString("%1\n%2 (%3)")
                        .arg(wordsOfCore(QString::fromStdString(description.meaning)),
                             QString::fromStdString(description.formula),
                             QString::fromStdString(description.source)));
  advantage_->setEnabled(description.usesAdvantage);
  group_->setEnabled(description.usesAdvantage);
  group_->setToolTip(
      description.usesAdvantage
          ? tr("Which rows share a mean when the scheme compares rewards. A bandit log has one row "
               "a slate, whose advantage within its slate would always be 0, so there the batch is "
               "the group, or those rows of it whose context has the same value.")
          : tr("%1 does not compare rewards, so there is no group to choose.")
                .arg(QString::fromStdString(description.title)));
  const QString kind = rows_->currentData().toString();
  const RowKind shown = kind != kAutomatic           ? rowKindFromString(kind.toStdString())
                        : shape_ == LogShape::Bandit ? RowKind::Drawn
                                                     : RowKind::Observed;
  rowsMeaning_->setText(wordsOfCore(QString::fromStdString(describe(shown))));
  const auto rule = propensityRuleFromString(rule_->currentData().toString().toStdString());
  ruleMeaning_->setText(wordsOfCore(QString::fromStdString(describe(rule))));
}

void ObjectiveControls::offerGroups(const Schema& schema) {
  const QSignalBlocker quiet(group_);
  group_->clear();
  group_->addItem(tr("automatic"), groupData(AdvantageGroup::Automatic));
  group_->addItem(tr("slate"), groupData(AdvantageGroup::Slate));
  group_->addItem(tr("batch"), groupData(AdvantageGroup::Batch));
  for (const FeatureKind kind : {FeatureKind::Category, FeatureKind::Numeric}) {
    for (const Feature& feature : schema.select(FeatureScope::Context, kind)) {
      const QString name = QString::fromStdString(feature.name);
      group_->addItem(tr("batch, by %1").arg(name), groupData(AdvantageGroup::Context));
      group_->setItemData(group_->count() - 1, name, kFeatureRole);
    }
  }
}

void ObjectiveControls::setAdvice(const std::vector<std::string>& advice) {
  QStringList lines;
  for (const std::string& line : advice) lines << wordsOfCore(QString::fromStdString(line));
  advice_->setText(lines.join("\n\n"));
  advice_->setVisible(!lines.isEmpty());
}

void ObjectiveControls::setSchema(const Schema& schema) {
  offerGroups(schema);
  const LogShape shape = schema.shape;
  const bool hasPosition = schema.hasPosition;
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
  parameters_->setScheme(scheme());
  parameters_->setValues(schemeParameters(objective));
  choose(*rows_, objective.rows ? QString::fromStdString(toString(*objective.rows)) : kAutomatic);
  choose(*rule_, QString::fromStdString(toString(objective.propensityRule)));
  choose(*advantage_,
         objective.advantage ? QString::fromStdString(toString(*objective.advantage)) : kAutomatic);
  choose(*group_, groupData(objective.advantageGroup));
  if (objective.advantageGroup == AdvantageGroup::Context && !objective.advantageFeature.empty()) {
    const QSignalBlocker quiet(group_);
    const int named =
        group_->findData(QString::fromStdString(objective.advantageFeature), kFeatureRole);
    if (named >= 0) group_->setCurrentIndex(named);
  }
  choose(*regulariser_, QString::fromStdString(objective.regulariser));
  entropy_->setValue(objective.entropyWeight);
  weight_->setValue(objective.weight);
  divergence_->setValue(objective.klWeight);
  task_->setValue(objective.taskWeight);
  describeChoices();
}

void ObjectiveControls::writeTo(Experiment& experiment) const {
  ObjectiveSettings& objective = experiment.objective;
  const QString advantage = advantage_->currentData().toString();
  objective.advantage.reset();
  // A comparison chosen for one scheme is no choice for the next.
  if (advantage != kAutomatic && objective.scheme == scheme().description().id) {
    objective.advantage = advantageKindFromString(advantage.toStdString());
  }
  objective.scheme = scheme().description().id;
  objective.parameters.clear();
  const std::vector<SliderRow*>& rows = parameters_->rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    objective.parameters[scheme().description().parameters[i].id] = rows[i]->value();
  }
  const QString kind = rows_->currentData().toString();
  objective.rows.reset();
  if (kind != kAutomatic) objective.rows = rowKindFromString(kind.toStdString());
  objective.propensityRule =
      propensityRuleFromString(rule_->currentData().toString().toStdString());
  objective.advantageGroup = groupOf(group_->currentData().toString());
  objective.advantageFeature = group_->currentData(kFeatureRole).toString().toStdString();
  objective.regulariser = regulariser_->currentData().toString().toStdString();
  objective.entropyWeight = entropy_->value();
  objective.weight = weight_->value();
  objective.klWeight = divergence_->value();
  objective.taskWeight = task_->value();
}

}  // namespace luce::desktop
