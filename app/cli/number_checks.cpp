#include "app/cli/number_checks.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace luce::cli {

std::optional<double> finiteNumber(const std::string& text) {
  double number = 0;
  if (!CLI::detail::lexical_cast(text, number) || !std::isfinite(number)) return std::nullopt;
  return number;
}

CLI::Validator numberFrom(double low, double high) {
  const auto check = [low, high](std::string& text) {
    const std::optional<double> number = finiteNumber(text);
    if (number && *number >= low && *number <= high) return std::string();
    return fmt::format("\"{}\" is not a finite number from {:g} to {:g}", text, low, high);
  };
  return {check, fmt::format("FLOAT in [{:g} - {:g}]", low, high)};
}

CLI::Validator wholeNumber() {
  const auto check = [](std::string& text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error == std::errc() && rest == end && number >= 0) return std::string();
    return fmt::format("\"{}\" is not a whole number from 0 to {}", text,
                       std::numeric_limits<std::int64_t>::max());
  };
  return {check, "NONNEGATIVE"};
}

CLI::Validator namedNumbers(const std::string& word) {
  const auto check = [word](std::string& text) {
    if (!word.empty() && text == word) return std::string();
    for (const std::string& entry : CLI::detail::split(text, ',')) {
      const std::size_t equals = entry.find('=');
      if (equals != std::string::npos && !finiteNumber(entry.substr(equals + 1))) {
        return fmt::format("\"{}\" has no finite number; write it as NAME=NUMBER", entry);
      }
    }
    return std::string();
  };
  return {check, ""};
}

}  // namespace luce::cli
