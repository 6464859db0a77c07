// What runs, policies and datasets may be called.
#pragma once

#include <cstddef>
#include <string>

namespace luce {

constexpr std::size_t kLongestName = 200;  ///< in bytes

/// Throws Error if the name is blank (with the sentence noName), longer than 200 bytes, or not one
/// line of UTF-8.
void requireGoodName(const std::string& name, const char* noName);

/// No longer than that; no letter of UTF-8 is cut in two.
std::string cutTo(std::size_t bytes, std::string name);

/// A name made of any text, such as a file's: control characters become spaces, bytes that are no
/// UTF-8 question marks, blanks around it go, and what is too long is cut. Empty if nothing is
/// left.
std::string goodName(std::string text);

}  // namespace luce
