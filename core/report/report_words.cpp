#include "core/report/report_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace luce::report_words {

std::string number(double value) {
  return std::isnan(value) ? "–" : fmt::format("{:.4g}", value);
}

std::string percent(double share) {
  return std::isnan(share) ? "–" : fmt::format("{:.4g} %", 100 * share);
}

std::string parameterText(const ValueEstimatorDescription& description, const EstimatedValue& value,
                          const PolicyReport& report) {
  if (description.estimator == ValueEstimator::Mips) return report.category;
  if (std::isnan(value.parameter)) return "";
  return fmt::format("{} = {} ({})", description.parameter,
                     std::isinf(value.parameter) ? "∞" : number(value.parameter),
                     value.parameterChoice);
}

std::string bounds(const Interval& interval) {
  return std::isnan(interval.low) || std::isnan(interval.high)
             ? "–"
             : fmt::format("{:.4g} … {:.4g}", interval.low, interval.high);
}

std::string date(const std::string& time) {
  std::string text = time.substr(0, 16);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text + " UTC";
}

std::string duration(double seconds) {
  if (seconds < 120) return fmt::format("{:.1f} s", seconds);
  constexpr int kMinute = 60, kHour = 3600;
  const auto whole = static_cast<std::int64_t>(std::llround(seconds));
  if (whole < kHour) return fmt::format("{} min {} s", whole / kMinute, whole % kMinute);
  return fmt::format("{} h {} min", whole / kHour, whole % kHour / kMinute);
}

std::string epochs(int count) {
  return count == 1 ? "1 epoch" : fmt::format("{} epochs", count);
}

std::string speaker(const RunReport& report, const ReportedRun& run) {
  return report.runs.size() == 1 ? "" : fmt::format("{}: ", run.record.name);
}

}  // namespace luce::report_words
