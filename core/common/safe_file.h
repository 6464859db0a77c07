// Writing files so that a failure never leaves half of one, nor harms what was there.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>

namespace luce {

/// Lets `write` fill a temporary file beside `file`, then renames it. Throws Error naming the file
/// when it cannot be written; whatever `write` throws passes through. Nothing is left behind then.
void writeFileSafely(const std::filesystem::path& file,
                     const std::function<void(std::ostream&)>& write);

struct FileContent {
  std::filesystem::path file;
  std::string content;
};
/// The same for files that belong together: none is renamed before all are complete.
void writeFilesSafely(std::span<const FileContent> files);

/// Throws the Error of writeFileSafely now if the folder is missing or may not be written, or
/// `file` is a folder.
void requireWritable(const std::filesystem::path& file);

}  // namespace luce
