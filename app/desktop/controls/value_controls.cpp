#include "app/desktop/controls/value_controls.h"

#include <QLabel>
#include <QSignalBlocker>

namespace luce::desktop {

namespace {

constexpr int kFirstValue = 100;
constexpr int kFirstReward = 300;
constexpr int kLink = 1;
constexpr int kTemperature = 2;

SliderRange weightRange() {
  return {-2, 10, 1, false, -1e6, 1e6, 3};
}

}  // namespace

ValueControls::ValueControls(QWidget* parent)
    : ControlGroup(tr("Value model"), parent),
      valueLayout_(new QVBoxLayout),
      rewardPart_(new QWidget),
      rewardLayout_(new QVBoxLayout(rewardPart_)),
      linked_(new QCheckBox(tr("Rewards use the same weights"))),
      temperature_(new SliderRow(tr("Temperature τ"), {0.01, 10, 1, true, 1e-4, 1e4, 4},
                                 tr("The policy is softmax(s/τ): small is decisive, large is even. "
                                    "The article has 1."))) {
  auto* layout = new QVBoxLayout(this);
  auto* formula = new QLabel(tr("score s = Σ weight · p(task)"));
  formula->setForegroundRole(QPalette::PlaceholderText);
  layout->addWidget(formula);
  layout->addLayout(valueLayout_);
  layout->addWidget(linked_);
  layout->addWidget(rewardPart_);
  layout->addWidget(temperature_);
  rewardLayout_->setContentsMargins(0, 0, 0, 0);
  linked_->setChecked(true);
  linked_->setObjectName("linked_rewards");
  temperature_->setObjectName("temperature");
  linked_->setToolTip(
      tr("Linked: the reward of training is Σ weight · action with the value weights above."));
  connect(linked_, &QCheckBox::toggled, this, [this] {
    for (const std::string& task : tasks_) rewards_[task]->setValue(values_[task]->value());
    showRewards();
    Q_EMIT edited(tr("reward weights"), kLink);
  });
  connect(temperature_, &SliderRow::changed, this,
          [this] { Q_EMIT edited(tr("temperature"), kTemperature); });
  showRewards();
}

void ValueControls::rebuild(const std::vector<std::string>& tasks) {
  if (tasks == tasks_) return;
  for (auto* rows : {&values_, &rewards_}) {
    for (auto& [task, row] : *rows) delete row;
    rows->clear();
  }
  tasks_ = tasks;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const QString name = QString::fromStdString(tasks[i]);
    const int number = static_cast<int>(i);
    auto* value =
        new SliderRow(name, weightRange(), tr("What one %1 is worth in the score.").arg(name));
    auto* reward =
        new SliderRow(tr("reward: %1").arg(name), weightRange(),
                      tr("What one logged %1 is worth in the reward of training.").arg(name));
    value->setObjectName("value_weight." + name);
    reward->setObjectName("reward_weight." + name);
    valueLayout_->addWidget(value);
    rewardLayout_->addWidget(reward);
    values_[tasks[i]] = value;
    rewards_[tasks[i]] = reward;
    connect(value, &SliderRow::changed, this, [this, name, number] {
      Q_EMIT edited(tr("%1 weight").arg(name), kFirstValue + number);
    });
    connect(reward, &SliderRow::changed, this, [this, name, number] {
      Q_EMIT edited(tr("%1 reward weight").arg(name), kFirstReward + number);
    });
  }
}

void ValueControls::showRewards() {
  rewardPart_->setVisible(!linked_->isChecked());
}

void ValueControls::showExperiment(const Experiment& experiment,
                                   const std::vector<std::string>& tasks) {
  rebuild(tasks);
  const auto weightOf = [](const std::map<std::string, double>& weights, const std::string& task) {
    const auto found = weights.find(task);
    return found != weights.end() ? found->second : weights.empty() ? 1.0 : 0.0;
  };
  for (const std::string& task : tasks_) {
    values_[task]->setValue(weightOf(experiment.valueWeights, task));
    rewards_[task]->setValue(
        weightOf(experiment.rewardWeights.value_or(experiment.valueWeights), task));
  }
  const QSignalBlocker quiet(linked_);
  linked_->setChecked(!experiment.rewardWeights);
  showRewards();
  temperature_->setValue(experiment.temperature);
}

void ValueControls::writeTo(Experiment& experiment) const {
  experiment.valueWeights.clear();
  experiment.rewardWeights.reset();
  for (const auto& [task, row] : values_) experiment.valueWeights[task] = row->value();
  if (!linked_->isChecked()) {
    experiment.rewardWeights.emplace();
    for (const auto& [task, row] : rewards_) (*experiment.rewardWeights)[task] = row->value();
  }
  experiment.temperature = temperature_->value();
}

}  // namespace luce::desktop
