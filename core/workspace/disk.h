// The disk that a file lies on, for messages.
#pragma once

#include <filesystem>

namespace luce {

/// Where the file's disk is mounted; the root when that cannot be told.
std::filesystem::path diskOf(const std::filesystem::path& file);

/// Whether nothing worth speaking of fits on it any more.
bool diskIsFull(const std::filesystem::path& file);

}  // namespace luce
