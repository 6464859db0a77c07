// Reads runs from a workspace and judges them on their test slates, for a report.
#pragma once

#include <span>
#include <stop_token>
#include <string>

#include "core/common/progress.h"
#include "core/report/run_report.h"

namespace luce {

/// names: at least one, each once. A run whose weights or test slates are missing is reported
/// without a judgement. Takes as long as `luce-cli evaluate` of every run; one dataset at a time is
/// in memory. Throws Error for unknown runs; Cancelled.
RunReport gatherReport(const Workspace& workspace, std::span<const std::string> names,
                       const Progress& progress = {}, std::stop_token stop = {});

}  // namespace luce
