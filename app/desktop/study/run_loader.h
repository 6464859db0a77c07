// Reads a trained run from a workspace: its curves, and its estimator with what it predicts on
// held-out slates.
#pragma once

#include <stop_token>
#include <string>

#include "app/desktop/study/values.h"
#include "core/estimator/estimator.h"

namespace luce::desktop {

struct LoadedRun {
  RunView view;
  Estimator estimator;
};

/// table: the run's dataset. Throws Error when there is no such run or it has no weights;
/// Cancelled.
LoadedRun loadRun(const Workspace& workspace, const std::string& run, const SlateTable& table,
                  std::stop_token stop = {});

/// The run's final weights; of a run that was broken off, the best or the supervised ones. Throws
/// Error when it has none.
Estimator loadEstimator(const Workspace& workspace, const std::string& run);

}  // namespace luce::desktop
