#include "core/workspace/disk.h"

#include <sys/stat.h>

#include <cstdint>
#include <system_error>

namespace luce {

namespace {

namespace fs = std::filesystem;

/// SQLite asks for this much at once.
constexpr std::uintmax_t kLittle = 1u << 16;

}  // namespace

fs::path diskOf(const fs::path& file) {
  fs::path folder = file.parent_path();
  struct stat inner {
  }, outer{};
  if (stat(folder.c_str(), &inner) != 0) return "/";
  while (folder.has_relative_path()) {
    if (stat(folder.parent_path().c_str(), &outer) != 0 || outer.st_dev != inner.st_dev) break;
    folder = folder.parent_path();
  }
  return folder;
}

bool diskIsFull(const fs::path& file) {
  std::error_code error;
  const fs::space_info space = fs::space(file.parent_path(), error);
  return !error && space.available < kLittle;
}

}  // namespace luce
