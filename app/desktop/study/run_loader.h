// Reads a trained run from a workspace: its curves, and its estimator with what it predicts on
// held-out slates.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>

#include "app/desktop/study/values.h"
#include "core/common/progress.h"
#include "core/estimator/estimator.h"

namespace luce::desktop {

struct LoadedRun {
  RunView view;
  Estimator estimator;
};

struct RunLimits {
  /// Of a run's predictions; its held-out slates are thinned evenly where they would take more.
  std::int64_t predictionBytes = 64 << 20;  // four million candidates of four tasks
  std::int64_t sampleCandidates = 200'000;  ///< of RunView::sample
};

/// table: the run's dataset. Throws Error when there is no such run or it has no weights;
/// Cancelled.
LoadedRun loadRun(const Workspace& workspace, const std::string& run, const SlateTable& table,
                  const Progress& progress = {}, std::stop_token stop = {},
                  const RunLimits& limits = {});

/// The run's final weights; of a run that was broken off, the best or the supervised ones. Throws
/// Error when it has none.
Estimator loadEstimator(const Workspace& workspace, const std::string& run);

}  // namespace luce::desktop
