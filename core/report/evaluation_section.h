// What the runs' policies would earn by every off-policy estimator, and how they differ.
#pragma once

#include "core/report/document.h"
#include "core/report/run_report.h"

namespace luce {

ReportSection evaluationSection(const RunReport& report);

}  // namespace luce
