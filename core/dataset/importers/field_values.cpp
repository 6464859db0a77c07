#include "core/dataset/importers/field_values.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

namespace luce {

namespace {

constexpr double kEarliestTime = -62135596800.0;  // 0001-01-01
constexpr double kLatestTime = 253402300800.0;    // 10000-01-01

std::optional<double> parseFinite(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Takes parts off the front of a text; once a part does not fit, good() stays false.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}
  bool good() const { return good_; }
  bool done() const { return rest_.empty(); }

  int digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (i >= rest_.size() || rest_[i] < '0' || rest_[i] > '9') {
        good_ = false;
        return 0;
      }
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  /// The digits after a decimal point, as a part of 1.
  double fraction() {
    double value = 0, unit = 1;
    if (rest_.empty() || rest_[0] < '0' || rest_[0] > '9') good_ = false;
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      value = value * 10 + (rest_[0] - '0');
      unit *= 10;
      rest_.remove_prefix(1);
    }
    return value / unit;
  }

  /// The next character if it is one of these, else 0.
  char takeOneOf(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == std::string_view::npos) return 0;
    const char taken = rest_[0];
    rest_.remove_prefix(1);
    return taken;
  }

  void require(std::string_view characters) {
    if (takeOneOf(characters) == 0) good_ = false;
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

double parseOffset(Scanner& scanner) {
  const char sign = scanner.takeOneOf("Z+-");
  if (sign == 0 || sign == 'Z') return 0;
  const int hours = scanner.digits(2);
  scanner.takeOneOf(":");
  const int minutes = scanner.done() ? 0 : scanner.digits(2);
  const double offset = hours * 3600.0 + minutes * 60.0;
  return sign == '-' ? -offset : offset;
}

std::optional<double> parseIsoTime(std::string_view text) {
  Scanner scanner(text);
  const int year = scanner.digits(4);
  scanner.require("-");
  const int month = scanner.digits(2);
  scanner.require("-");
  const int day = scanner.digits(2);
  double seconds = 0;
  if (!scanner.done()) {
    scanner.require(" T");
    const int hour = scanner.digits(2);
    scanner.require(":");
    const int minute = scanner.digits(2);
    int second = 0;
    double fraction = 0;
    if (scanner.takeOneOf(":") != 0) {
      second = scanner.digits(2);
      if (scanner.takeOneOf(".,") != 0) fraction = scanner.fraction();
    }
    if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
    seconds = hour * 3600.0 + minute * 60.0 + second + fraction - parseOffset(scanner);
  }
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!scanner.good() || !scanner.done() || !date.ok() || year < 1) return std::nullopt;
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  return static_cast<double>(days) * 86400.0 + seconds;
}

}  // namespace

std::optional<double> parseNumber(std::string_view text) {
  if (text.size() == 1 && text[0] >= '0' && text[0] <= '9') return text[0] - '0';
  const std::optional<double> value = parseFinite(text);
  if (value && std::abs(*value) > std::numeric_limits<float>::max()) return std::nullopt;
  return value;
}

bool isTooLarge(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (stop != end) return false;
  if (error == std::errc::result_out_of_range) return true;
  return error == std::errc() && std::isfinite(value) && !parseNumber(text);
}

std::optional<std::int64_t> parseCount(std::string_view text) {
  constexpr double kLargestExact = 9007199254740992.0;
  const std::optional<double> value = parseFinite(text);
  if (!value || *value < 0 || *value > kLargestExact || *value != std::floor(*value)) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*value);
}

std::optional<double> parseTime(std::string_view text) {
  std::optional<double> seconds = parseFinite(text);
  if (!seconds) seconds = parseIsoTime(text);
  if (!seconds || *seconds < kEarliestTime || *seconds >= kLatestTime) return std::nullopt;
  return seconds;
}

bool isUtf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    if (lead < 0x80) continue;
    // Smallest code point of each length: shorter ones would be written too long.
    std::size_t following = 0;
    std::uint32_t code = 0, smallest = 0;
    if (lead >= 0xc2 && lead <= 0xdf) {
      following = 1, code = lead & 0x1fu, smallest = 0x80;
    } else if (lead >= 0xe0 && lead <= 0xef) {
      following = 2, code = lead & 0x0fu, smallest = 0x800;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      following = 3, code = lead & 0x07u, smallest = 0x10000;
    } else {
      return false;
    }
    for (; following > 0; --following, ++i) {
      if (i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xc0u) != 0x80u) return false;
      code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3fu);
    }
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < smallest || code > 0x10ffff || surrogate) return false;
  }
  return true;
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.empty()) return "nothing";
  std::string result;
  for (const char character : text.substr(0, kLongest)) {
    const auto byte = static_cast<unsigned char>(character);
    const bool printable = byte >= 0x20 && byte != 0x7f;
    result += printable ? character : ' ';
  }
  // A cut must not leave half a letter, and what is no UTF-8 cannot be shown.
  while (!result.empty() && text.size() > kLongest && !isUtf8(result)) result.pop_back();
  if (!isUtf8(result)) {
    for (char& character : result) {
      if (static_cast<unsigned char>(character) >= 0x80) character = '?';
    }
  }
  return text.size() > kLongest ? result + "…" : result;
}

}  // namespace luce
