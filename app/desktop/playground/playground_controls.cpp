#include "app/desktop/playground/playground_controls.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QSignalBlocker>
#include <algorithm>

#include "app/desktop/controls/wheel_guard.h"
#include "app/desktop/core_words.h"

namespace luce::desktop {

namespace {

enum Control {
  kStepSize = 1000,
  kTemperature,
  kWeight,
  kDivergence,
  kEntropy,
  kFirstParameter = 1100,
  kFirstValue = 1200,
  kFirstReward = 1300,
};

constexpr const char* kStated = "stated";
constexpr const char* kOwn = "scheme";
constexpr int kShortestChoice = 10;  // letters

SliderRange termRange(double high, double standard) {
  return {0, high, standard, false, 0, kGreatestTermWeight, 3};
}

SliderRange taskRange() {
  return {-5, 5, 1, false, -kGreatestTaskWeight, kGreatestTaskWeight, 3};
}

QLabel* faintLabel() {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

QComboBox* choice(const QString& name, const QString& help) {
  auto* box = new QComboBox;
  box->setAccessibleName(name);
  box->setWhatsThis(help);
  box->setToolTip(help);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(kShortestChoice);
  guardFromWheel(*box);
  return box;
}

void choose(QComboBox& box, const std::string& data) {
  const QSignalBlocker quiet(&box);
  box.setCurrentIndex(std::max(0, box.findData(QString::fromStdString(data))));
}

std::string chosen(const QComboBox& box) {
  return box.currentData().toString().toStdString();
}

}  // namespace

PlaygroundControls::PlaygroundControls(PlaygroundDocument& document, QWidget* parent)
    : QWidget(parent), document_(document) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  for (QWidget* group : {buildScheme(), buildStep(), buildValues(), buildRestraint()}) {
    layout->addWidget(group);
  }
  layout->addStretch();
  connectBoxes();
  connectRows();
  connect(&document_, &PlaygroundDocument::changed, this, &PlaygroundControls::show);
  show();
}

QWidget* PlaygroundControls::buildScheme() {
  scheme_ = new SchemeBox;
  scheme_->setAccessibleName(tr("Scheme"));
  scheme_->setWhatsThis(
      tr("The clipping scheme: how a logged reward, weighed by its ratio, becomes a loss."));
  scheme_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  guardFromWheel(*scheme_);
  meaning_ = faintLabel();
  parameters_ = new ParameterRows;
  rows_ = choice(tr("Rows"), tr("Which candidates of the slate the loss is taken over."));
  for (const RowKind kind : {RowKind::Article, RowKind::Observed, RowKind::Drawn}) {
    const QString id = QString::fromStdString(toString(kind));
    rows_->addItem(id, id);
  }
  rowsMeaning_ = faintLabel();
  propensities_ = choice(tr("Propensities"),
                         tr("What ρ is divided by: π_β as the board has it, or what stands in for "
                            "it where a log does not state it: 1, the policy itself, or 1/N."));
  propensities_->addItem(tr("as on the board"), kStated);
  for (const PropensityRule rule :
       {PropensityRule::One, PropensityRule::Self, PropensityRule::Uniform}) {
    const QString id = QString::fromStdString(toString(rule));
    propensities_->addItem(tr("unknown: %1").arg(id), id);
    propensities_->setItemData(propensities_->count() - 1,
                               wordsOfCore(QString::fromStdString(describe(rule))),
                               Qt::ToolTipRole);
  }
  advantage_ = choice(tr("Advantage"),
                      tr("What a row's reward is compared with before it pushes or pulls."));
  advantage_->addItem(tr("the scheme's own"), kOwn);
  for (const auto& [kind, text] :
       {std::pair{AdvantageKind::Raw, tr("raw reward")},
        std::pair{AdvantageKind::Mean, tr("reward − group mean")},
        std::pair{AdvantageKind::Group, tr("(reward − mean) / spread")},
        std::pair{AdvantageKind::LeaveOneOut, tr("reward − mean of the others")}}) {
    advantage_->addItem(text, QString::fromStdString(toString(kind)));
  }
  auto* group = new QGroupBox(tr("Scheme"));
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("Rows"), rows_);
  form->addRow(rowsMeaning_);
  form->addRow(tr("Propensities"), propensities_);
  form->addRow(tr("Advantage"), advantage_);
  auto* layout = new QVBoxLayout(group);
  layout->addWidget(scheme_);
  layout->addWidget(meaning_);
  layout->addWidget(parameters_);
  layout->addLayout(form);
  return group;
}

QWidget* PlaygroundControls::buildStep() {
  stepSize_ = new SliderRow(tr("Step size η"), {0.01, 100, 0.5, true, 1e-6, kGreatestStepSize, 6},
                            tr("How far a step moves a score for a gradient of 1."));
  temperature_ = new SliderRow(
      tr("Temperature τ"), {0.05, 10, 1, true, kLeastTemperature, kGreatestTemperature, 3},
      tr("π is the softmax of s/τ: a low temperature decides, a high one spreads."));
  auto* group = new QGroupBox(tr("Step"));
  auto* layout = new QVBoxLayout(group);
  layout->addWidget(stepSize_);
  layout->addWidget(temperature_);
  return group;
}

QWidget* PlaygroundControls::buildValues() {
  linked_ = new QCheckBox(tr("Rewards weigh the same"));
  linked_->setWhatsThis(
      tr("An action is worth as much in training as its probability is in ranking. Without it, "
         "reward weights have sliders of their own."));
  linked_->setToolTip(linked_->whatsThis());
  auto* group = new QGroupBox(tr("Value weights"));
  auto* layout = new QVBoxLayout(group);
  valueLayout_ = new QVBoxLayout;
  layout->addLayout(valueLayout_);
  layout->addWidget(linked_);
  rewardPart_ = new QWidget;
  rewardLayout_ = new QVBoxLayout(rewardPart_);
  rewardLayout_->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(rewardPart_);
  return group;
}

QWidget* PlaygroundControls::buildRestraint() {
  weight_ = new SliderRow(tr("Reward weight λ"), termRange(5, 1),
                          tr("How much the step listens to the scheme."));
  divergence_ = new SliderRow(tr("KL weight β"), termRange(2, 0),
                              tr("How strongly the policy is held near the reference policy."));
  entropy_ = new SliderRow(tr("Entropy weight η"), termRange(2, 0),
                           tr("How much the policy is rewarded for staying undecided."));
  regulariser_ = choice(tr("Held near by"), tr("How the distance is measured."));
  for (const Scheme* candidate : regularisers()) {
    const SchemeDescription& description = candidate->description();
    if (!description.usesReference) continue;  // entropy has a slider of its own
    regulariser_->addItem(QString::fromStdString(description.title),
                          QString::fromStdString(description.id));
    regulariser_->setItemData(regulariser_->count() - 1,
                              wordsOfCore(QString::fromStdString(description.meaning)),
                              Qt::ToolTipRole);
  }
  reference_ = choice(tr("Reference policy"),
                      tr("What KL holds the policy near: the policy of p alone, without the steps, "
                         "or the logging policy."));
  reference_->addItem(tr("supervised (δ = 0)"), "supervised");
  reference_->addItem(tr("logging π_β"), "logging");
  auto* group = new QGroupBox(tr("Held back"));
  auto* layout = new QVBoxLayout(group);
  layout->addWidget(divergence_);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("Held near by"), regulariser_);
  form->addRow(tr("Reference"), reference_);
  layout->addLayout(form);
  layout->addWidget(entropy_);
  layout->addWidget(weight_);
  return group;
}

void PlaygroundControls::change(const QString& title, int control, const Edit& edit) {
  BlackboardSlate slate = document_.slate();
  edit(slate);
  document_.change(slate, {.title = title, .control = control});
}

void PlaygroundControls::connectBoxes() {
  const auto onChoice = [this](
                            QComboBox* box, const QString& title,
                            const std::function<void(BlackboardSlate&, const std::string&)>& take) {
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, title, take] {
      change(QString("%1: %2").arg(title, box->currentText()), kOwnStep,
             [&](BlackboardSlate& slate) { take(slate, chosen(*box)); });
    });
  };
  connect(scheme_, &QComboBox::currentIndexChanged, this, [this] {
    const SchemeDescription& description = scheme_->scheme()->description();
    change(tr("Scheme: %1").arg(QString::fromStdString(description.title)), kOwnStep,
           [&](BlackboardSlate& slate) { slate.objective.scheme = description.id; });
  });
  onChoice(rows_, tr("Rows"), [](BlackboardSlate& slate, const std::string& id) {
    slate.objective.rows = rowKindFromString(id);
  });
  onChoice(propensities_, tr("Propensities"), [](BlackboardSlate& slate, const std::string& id) {
    slate.objective.rule.reset();
    if (id != kStated) slate.objective.rule = propensityRuleFromString(id);
  });
  onChoice(advantage_, tr("Advantage"), [](BlackboardSlate& slate, const std::string& id) {
    slate.objective.advantage.reset();
    if (id != kOwn) slate.objective.advantage = advantageKindFromString(id);
  });
  onChoice(regulariser_, tr("Held near by"),
           [](BlackboardSlate& slate, const std::string& id) { slate.objective.regulariser = id; });
  onChoice(reference_, tr("Reference"), [](BlackboardSlate& slate, const std::string& id) {
    slate.objective.reference = boardReferenceFromString(id);
  });
}

void PlaygroundControls::connectRows() {
  const auto onRow = [this](SliderRow* row, const QString& title, int control,
                            const std::function<double&(BlackboardSlate&)>& member) {
    connect(row, &SliderRow::changed, this, [this, title, control, member](double value) {
      change(QString("%1 = %2").arg(title).arg(value), control,
             [&](BlackboardSlate& slate) { member(slate) = value; });
    });
  };
  onRow(stepSize_, tr("Step size"), kStepSize,
        [](BlackboardSlate& slate) -> double& { return slate.stepSize; });
  onRow(temperature_, tr("Temperature"), kTemperature,
        [](BlackboardSlate& slate) -> double& { return slate.temperature; });
  onRow(weight_, tr("Reward weight"), kWeight,
        [](BlackboardSlate& slate) -> double& { return slate.objective.weight; });
  onRow(divergence_, tr("KL weight"), kDivergence,
        [](BlackboardSlate& slate) -> double& { return slate.objective.klWeight; });
  onRow(entropy_, tr("Entropy weight"), kEntropy,
        [](BlackboardSlate& slate) -> double& { return slate.objective.entropyWeight; });
  connect(parameters_, &ParameterRows::changed, this,
          [this](int number, const QString& title, double value) {
            change(QString("%1 = %2").arg(title).arg(value), kFirstParameter + number,
                   [&](BlackboardSlate& slate) {
                     const auto& all = scheme_->scheme()->description().parameters;
                     slate.objective.parameters[all[static_cast<std::size_t>(number)].id] = value;
                   });
          });
  connect(linked_, &QCheckBox::toggled, this, [this](bool linked) {
    rewardPart_->setVisible(!linked);
    if (!linked) return;
    change(tr("Rewards weigh the same"), kOwnStep, [](BlackboardSlate& slate) {
      for (BoardTask& task : slate.tasks) task.rewardWeight = task.valueWeight;
    });
  });
}

void PlaygroundControls::rebuildTasks() {
  const BlackboardSlate& slate = document_.slate();
  std::vector<std::string> names;
  for (const BoardTask& task : slate.tasks) names.push_back(task.name);
  if (names == tasks_ && !values_.empty()) return;
  tasks_ = names;
  for (SliderRow* row : values_) delete row;
  for (SliderRow* row : rewards_) delete row;
  values_.clear();
  rewards_.clear();
  for (std::size_t t = 0; t < names.size(); ++t) {
    const QString name = QString::fromStdString(names[t]);
    auto* value = new SliderRow(name, taskRange(), tr("What p(%1) counts in the score.").arg(name));
    valueLayout_->addWidget(value);
    values_.push_back(value);
    connect(value, &SliderRow::changed, this, [this, t, name](double weight) {
      change(tr("Weight of %1 = %2").arg(name).arg(weight), kFirstValue + static_cast<int>(t),
             [&](BlackboardSlate& edited) {
               edited.tasks[t].valueWeight = weight;
               if (linked_->isChecked()) edited.tasks[t].rewardWeight = weight;
             });
    });
    auto* reward = new SliderRow(tr("Reward of %1").arg(name), taskRange(),
                                 tr("What the action %1 counts in the reward.").arg(name));
    rewardLayout_->addWidget(reward);
    rewards_.push_back(reward);
    connect(reward, &SliderRow::changed, this, [this, t, name](double weight) {
      change(tr("Reward of %1 = %2").arg(name).arg(weight), kFirstReward + static_cast<int>(t),
             [&](BlackboardSlate& edited) { edited.tasks[t].rewardWeight = weight; });
    });
  }
  const bool linked =
      std::all_of(slate.tasks.begin(), slate.tasks.end(),
                  [](const BoardTask& task) { return task.valueWeight == task.rewardWeight; });
  const QSignalBlocker quiet(linked_);
  linked_->setChecked(linked);
  rewardPart_->setVisible(!linked);
}

void PlaygroundControls::show() {
  const BlackboardSlate& slate = document_.slate();
  const BoardObjective& objective = slate.objective;
  scheme_->setScheme(objective.scheme);
  parameters_->setScheme(*scheme_->scheme());
  parameters_->setValues(boardParameters(objective));
  choose(*rows_, toString(objective.rows));
  choose(*propensities_, objective.rule ? toString(*objective.rule) : kStated);
  choose(*advantage_, objective.advantage ? toString(*objective.advantage) : kOwn);
  choose(*regulariser_, objective.regulariser);
  choose(*reference_, toString(objective.reference));
  stepSize_->setValue(slate.stepSize);
  temperature_->setValue(slate.temperature);
  weight_->setValue(objective.weight);
  divergence_->setValue(objective.klWeight);
  entropy_->setValue(objective.entropyWeight);
  rebuildTasks();
  bool same = true;
  for (std::size_t t = 0; t < slate.tasks.size(); ++t) {
    values_[t]->setValue(slate.tasks[t].valueWeight);
    rewards_[t]->setValue(slate.tasks[t].rewardWeight);
    same = same && slate.tasks[t].valueWeight == slate.tasks[t].rewardWeight;
  }
  if (!same && linked_->isChecked()) {
    const QSignalBlocker quiet(linked_);
    linked_->setChecked(false);
    rewardPart_->setVisible(true);
  }
  showWords();
}

void PlaygroundControls::showWords() {
  const SchemeDescription& description = scheme_->scheme()->description();
  meaning_->setText(QString("%1\n%2 (%3)")
                        .arg(wordsOfCore(QString::fromStdString(description.meaning)),
                             QString::fromStdString(description.formula),
                             QString::fromStdString(description.source)));
  rowsMeaning_->setText(
      wordsOfCore(QString::fromStdString(describe(document_.slate().objective.rows))));
  advantage_->setEnabled(description.usesAdvantage);
  propensities_->setEnabled(document_.slate().objective.rows != RowKind::Observed);
}

}  // namespace luce::desktop
