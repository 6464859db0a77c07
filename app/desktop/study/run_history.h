// A run's curves, rebuilt from the metrics that a workspace holds.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/training/snapshot.h"
#include "core/workspace/workspace.h"

namespace luce::desktop {

std::vector<HeldOutPoint> heldOutHistory(std::span<const MetricPoint> metrics);
std::vector<std::pair<std::int64_t, StepAverages>> lossHistory(
    std::span<const MetricPoint> metrics);

/// The last step of warm-up; 0 without points.
std::int64_t lastSupervisedStep(std::span<const HeldOutPoint> points);
/// As losses tell it, which go on behind the last point of a run that was stopped in warm-up.
std::int64_t lastSupervisedStep(std::span<const HeldOutPoint> points,
                                std::span<const std::pair<std::int64_t, StepAverages>> losses);

/// The estimate at the kept step.
std::optional<Interval> keptEstimate(std::span<const HeldOutPoint> points, std::int64_t keptStep);

}  // namespace luce::desktop
