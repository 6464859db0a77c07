// How a report writes numbers, times and names.
#pragma once

#include <string>

#include "core/report/run_report.h"

namespace luce::report_words {

/// Four significant digits; "–" for NaN.
std::string number(double value);
/// Of 1: "12.5 %"; "–" for NaN.
std::string percent(double share);
/// "0.1 … 0.3"; "–" where there are none.
std::string bounds(const Interval& interval);
/// What an estimate was made with: "λ = 0.5 (slope)", of MIPS the category; empty where there is
/// nothing to tell.
std::string parameterText(const ValueEstimatorDescription& description, const EstimatedValue& value,
                          const PolicyReport& report);
/// Of ISO 8601 in UTC: "2026-01-31 12:30 UTC".
std::string date(const std::string& time);
/// "12.5 s", "3 min 20 s", "2 h 5 min".
std::string duration(double seconds);
/// "1 epoch", "3 epochs".
std::string epochs(int count);
/// "a: " where several runs speak, the run's name being a; else nothing.
std::string speaker(const RunReport& report, const ReportedRun& run);

}  // namespace luce::report_words
