// What runs, policies and datasets may be called.
#pragma once

#include <cstddef>
#include <string>

namespace luce {

constexpr std::size_t kLongestName = 200;  ///< in bytes

/// Throws Error if the name is blank (with the sentence noName), longer than 200 bytes, or not one
/// line of UTF-8.
void requireGoodName(const std::string& name, const char* noName);

/// "name" for 1, "name 2", "name 3" …; a name that would be longer than kLongestName is cut before
/// the number, between two letters of UTF-8.
std::string numberedName(const std::string& name, int number);

/// A name made of any text, such as a file's: control characters become spaces, bytes that are no
/// UTF-8 question marks, blanks around it go, and what is too long is cut. Empty if nothing is
/// left.
std::string goodName(std::string text);

}  // namespace luce
