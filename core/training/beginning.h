// What a training begins with, from its experiment.
#pragma once

#include "core/dataset/slate_table.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/objective/slate_objective.h"
#include "core/training/experiment.h"
#include "core/training/start.h"
#include "core/training/trainer.h"

namespace luce {

PolicyLoss policyLoss(const Experiment& experiment);

/// share: null = there is one process.
Split splitOf(const SlateTable& table, const Experiment& experiment, const DataShare* share);

/// The weights that training begins with: random, or those of `start`. group: null = there is one
/// process. Throws Error where the split leaves no slate to train on.
Estimator firstEstimator(const SlateTable& table, const Experiment& experiment, const Split& split,
                         const StartingWeights* start, ProcessGroup* group);

}  // namespace luce
