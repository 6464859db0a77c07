// Reads a run's weights from a workspace, and those that an experiment starts from.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/training/start.h"
#include "core/workspace/workspace.h"

namespace luce {

/// A run's weights. checkpoint: of startRoles(), or a step of its trail in digits. In place of the
/// result that a run lacks since it was broken off come its best weights, or else its supervised
/// ones. Throws Error that lists what there is when there are none.
std::vector<std::byte> loadWeights(const Workspace& workspace, const RunRecord& run,
                                   const std::string& checkpoint);

/// Null when the experiment starts from random weights. Throws Error that lists what there is when
/// the run or its checkpoint is not there.
std::shared_ptr<const StartingWeights> loadStart(const Workspace& workspace,
                                                 const Experiment& experiment);

}  // namespace luce
