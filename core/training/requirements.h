// What an experiment asks of a log, and what people should know of asking it.
#pragma once

#include <string>
#include <vector>

#include "core/training/experiment.h"

namespace luce {

/// Throws Error when the experiment cannot be run on this log, naming the member at fault and the
/// remedy. Cheap: reads the schema only.
void requireTrainable(const SlateTable& table, const Experiment& experiment);

/// Choices under which a scheme cannot move, or moves for the wrong reason. One or two sentences
/// each; usually none.
std::vector<std::string> adviceOn(const SlateTable& table, const ObjectiveSettings& settings);

}  // namespace luce
