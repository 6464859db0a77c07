#include "app/desktop/presets/weightings.h"

#include <algorithm>
#include <cmath>

namespace luce::desktop {

namespace {

double rounded(double value) {
  if (value == 0) return 0;
  const double scale = std::pow(10, 3 - std::floor(std::log10(std::abs(value))));
  return std::round(value * scale) / scale;
}

}  // namespace

Experiment withEqualWeights(Experiment experiment, const std::vector<std::string>& tasks) {
  for (const std::string& task : tasks) experiment.valueWeights[task] = 1;
  return experiment;
}

Experiment withRarityWeights(Experiment experiment, const std::vector<std::string>& tasks,
                             const std::vector<double>& means) {
  const double most = means.empty() ? 0 : *std::max_element(means.begin(), means.end());
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    experiment.valueWeights[tasks[task]] = means[task] > 0 ? rounded(most / means[task]) : 0;
  }
  return experiment;
}

Experiment withWeighting(Experiment experiment, const std::vector<std::string>& tasks,
                         const Experiment& weighting) {
  const auto take = [&](const std::map<std::string, double>& from,
                        std::map<std::string, double>& to) {
    for (const std::string& task : tasks) {
      if (const auto found = from.find(task); found != from.end()) to[task] = found->second;
    }
  };
  take(weighting.valueWeights, experiment.valueWeights);
  if (weighting.rewardWeights) {
    if (!experiment.rewardWeights) experiment.rewardWeights = experiment.valueWeights;
    take(*weighting.rewardWeights, *experiment.rewardWeights);
  } else {
    experiment.rewardWeights.reset();
  }
  experiment.temperature = weighting.temperature;
  return experiment;
}

bool fits(const Experiment& weighting, const std::vector<std::string>& tasks) {
  return std::any_of(tasks.begin(), tasks.end(), [&](const std::string& task) {
    return weighting.valueWeights.count(task) > 0;
  });
}

}  // namespace luce::desktop
