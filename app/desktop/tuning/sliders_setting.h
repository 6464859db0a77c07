// Between the sliders and what is tried beside them.
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "app/desktop/study/study.h"
#include "core/tuning/sweep_document.h"

namespace luce::desktop {

/// None without a dataset, or while the weights are those of another one.
std::optional<TuningSetting> slidersSetting(const Study& study);

/// Makes the weights the sliders' own, in one step for undo. temperature: none = as it is. Tuning
/// changes what ranks, not what an action is worth: reward weights that were linked keep their
/// values, so that the estimate afterwards is the one by which the setting was chosen.
void useSetting(Study& study, const std::vector<std::string>& tasks, const TaskWeights& weights,
                std::optional<double> temperature, const QString& title);

}  // namespace luce::desktop
