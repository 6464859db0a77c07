// Writing a text as one field of a CSV file (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace luce {

/// Quoted only where it must be.
inline std::string csvField(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char character : text) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  quoted += '"';
  return quoted;
}

}  // namespace luce
