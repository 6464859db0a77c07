// The charts of a report that go over training steps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/report/chart.h"
#include "core/report/run_report.h"

namespace luce {

/// Of the i-th run, in all charts: six colours, then the same dashed.
int runColour(std::size_t run);
bool isDashed(std::size_t run);
/// Of the logging policy.
inline constexpr int kLoggingColour = 6;

/// What training recorded: the held-out reward with its interval, losses, KL, ratios, effective
/// sample size. One run: its measures of a kind in one chart. Several: one measure a chart, a line
/// a run. Charts without a point are left out.
std::vector<Chart> trainingCharts(std::span<const ReportedRun> runs);

/// The last step of warm-up; 0 if there was none.
std::int64_t lastSupervisedStep(const ReportedRun& run);

}  // namespace luce
