// What a field of a text file says, read strictly: the whole field must fit, or there is no value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace luce {

/// A finite number in decimal or scientific notation with a point, within the range of float.
std::optional<double> parseNumber(std::string_view text);

/// Whether the text is a number that parseNumber() refuses for its size.
bool isTooLarge(std::string_view text);

/// A whole number from 0; "3" and "3.0" are 3.
std::optional<std::int64_t> parseCount(std::string_view text);

/// Seconds since 1970 UTC: such a number itself, or ISO 8601 as in "2019-11-24
/// 00:01:03.979311+00:00"
/// ("T" for the space, "Z" or nothing for the offset, and no time of day are fine). Years 1 to
/// 9999.
std::optional<double> parseTime(std::string_view text);

bool isUtf8(std::string_view text);

/// A field as errors show it: cut when long, without control characters, "nothing" when empty.
std::string shown(std::string_view text);

}  // namespace luce
