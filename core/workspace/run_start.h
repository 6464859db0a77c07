// Reads from a workspace what an experiment starts from.
#pragma once

#include <memory>

#include "core/training/start.h"
#include "core/workspace/workspace.h"

namespace luce {

/// Null when the experiment starts from random weights. In place of the result that a run lacks
/// since it was broken off come its best weights, or else its supervised ones. Throws Error that
/// lists what there is when the run or its checkpoint is not there.
std::shared_ptr<const StartingWeights> loadStart(const Workspace& workspace,
                                                 const Experiment& experiment);

}  // namespace luce
