// What people may write about a run.
#pragma once

#include <string>

namespace luce {

/// Throws Error unless the text is empty or "#rrggbb" in hexadecimal digits.
void requireColour(const std::string& colour);

}  // namespace luce
