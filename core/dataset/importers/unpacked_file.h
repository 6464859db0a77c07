// A stored log as a file that a library can open by its name: itself, or a temporary copy where it
// is compressed or lies in an archive.
#pragma once

#include <filesystem>

namespace luce {

class UnpackedFile {
 public:
  /// Throws Error if the file cannot be read, or the temporary folder is full.
  explicit UnpackedFile(const std::filesystem::path& file);
  ~UnpackedFile();
  UnpackedFile(const UnpackedFile&) = delete;
  UnpackedFile& operator=(const UnpackedFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  bool isCopy() const { return isCopy_; }

 private:
  std::filesystem::path path_;
  bool isCopy_ = false;
};

}  // namespace luce
