#include "core/workspace/run_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/common/error.h"

namespace luce {

void requireColour(const std::string& colour) {
  if (colour.empty()) return;
  constexpr std::size_t kLength = 7;
  const auto isDigit = [](char character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f') ||
           (character >= 'A' && character <= 'F');
  };
  if (colour.size() == kLength && colour.front() == '#' &&
      std::all_of(colour.begin() + 1, colour.end(), isDigit)) {
    return;
  }
  throw Error(fmt::format("\"{:.20}\" is not a colour; write it like #0072b2.", colour));
}

}  // namespace luce
