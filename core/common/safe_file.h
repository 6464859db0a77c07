// Writing a file so that a failure never leaves half of it, nor harms what was there.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace luce {

/// Lets `write` fill a temporary file beside `file`, then renames it. Throws Error naming the file
/// when it cannot be written; whatever `write` throws passes through. Nothing is left behind then.
void writeFileSafely(const std::filesystem::path& file,
                     const std::function<void(std::ostream&)>& write);

}  // namespace luce
