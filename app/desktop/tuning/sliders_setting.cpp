#include "app/desktop/tuning/sliders_setting.h"

#include "app/desktop/study/merging_command.h"
#include "core/common/error.h"

namespace luce::desktop {

std::optional<TuningSetting> slidersSetting(const Study& study) {
  if (study.dataset() == nullptr) return std::nullopt;
  try {
    const PolicySettings settings = study.policySettings();
    return TuningSetting{settings.valueWeights, settings.temperature};
  } catch (const Error&) {
    return std::nullopt;
  }
}

void useSetting(Study& study, const std::vector<std::string>& tasks, const TaskWeights& weights,
                std::optional<double> temperature, const QString& title) {
  Experiment experiment = study.experiment();
  const bool linked = !experiment.rewardWeights;
  if (linked && weights != valueWeights(experiment, tasks)) {
    const TaskWeights worth = rewardWeights(experiment, tasks);
    experiment.rewardWeights.emplace();
    for (std::size_t t = 0; t < tasks.size(); ++t) (*experiment.rewardWeights)[tasks[t]] = worth[t];
  }
  experiment.valueWeights.clear();
  for (std::size_t t = 0; t < tasks.size(); ++t) experiment.valueWeights[tasks[t]] = weights[t];
  if (temperature) experiment.temperature = *temperature;
  study.changeExperiment(experiment, title, kOwnStep);
}

}  // namespace luce::desktop
