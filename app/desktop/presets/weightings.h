// Weightings that a log itself suggests, and how one made for another log fits this one.
#pragma once

#include <string>
#include <vector>

#include "core/training/experiment.h"

namespace luce::desktop {

/// Every action is worth 1.
Experiment withEqualWeights(Experiment experiment, const std::vector<std::string>& tasks);

/// An action is worth the more the rarer it is: 1/mean, scaled so that the most frequent is worth
/// 1; four significant digits. Actions that the log never shows are worth 0. means: by task.
Experiment withRarityWeights(Experiment experiment, const std::vector<std::string>& tasks,
                             const std::vector<double>& means);

/// Weights and temperature of a weighting. Tasks that it does not name keep their weights; its
/// tasks that the log lacks are left out.
Experiment withWeighting(Experiment experiment, const std::vector<std::string>& tasks,
                         const Experiment& weighting);

/// Whether it names one of the tasks.
bool fits(const Experiment& weighting, const std::vector<std::string>& tasks);

}  // namespace luce::desktop
