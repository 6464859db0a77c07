// Lays out what was gathered about runs as a document: one run by itself, or several compared.
#pragma once

#include "core/report/document.h"
#include "core/report/run_report.h"

namespace luce {

/// title: empty = one that names the runs.
ReportDocument composeReport(const RunReport& report, const std::string& title = "");

}  // namespace luce
