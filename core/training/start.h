// The weights of another run that a run starts from. The experiment names them (see
// StartSettings); workspace/run_start.h reads them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/dataset/slate_table.h"
#include "core/estimator/estimator.h"
#include "core/training/experiment.h"

namespace luce {

/// Checkpoints, see estimator/estimator.h.
struct StartingWeights {
  std::vector<std::byte> weights;
  std::vector<std::byte> reference;  ///< empty unless StartReference::Source is asked for
};

/// Throws Error naming the run and what of it does not fit the experiment's estimator or the
/// dataset, or when one of experiment and weights is there without the other. start: null = none.
void requireStart(const SlateTable& table, const Experiment& experiment,
                  const StartingWeights* start);

/// The estimator that such a run starts from, on the experiment's device. Its inputs are normalised
/// as in the run it comes from, whatever slates are trained on now. Throws like requireStart.
Estimator startingEstimator(const SlateTable& table, const Experiment& experiment,
                            std::span<const std::byte> checkpoint);

}  // namespace luce
