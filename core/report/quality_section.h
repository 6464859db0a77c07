// How well runs predict and rank: tasks, ranking measures, calibration.
#pragma once

#include "core/report/document.h"
#include "core/report/run_report.h"

namespace luce {

ReportSection qualitySection(const RunReport& report);

}  // namespace luce
