#include "core/common/safe_file.h"

#include <unistd.h>

#include <fstream>
#include <list>
#include <utility>

#include "core/common/error.h"

namespace luce {

namespace {

/// Removed unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

bool isFolder(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

[[noreturn]] void cannotWrite(const std::filesystem::path& file) {
  throw Error("Cannot write " + file.string() +
              ". Check that the folder exists, that you may write there and that the disk is not "
              "full.");
}

}  // namespace

void writeFileSafely(const std::filesystem::path& file,
                     const std::function<void(std::ostream&)>& write) {
  const TemporaryFile temporary(file.string() + ".part");
  std::ofstream stream(temporary.path(), std::ios::binary | std::ios::trunc);
  if (stream) write(stream);
  stream.close();
  std::error_code failure;
  if (stream) std::filesystem::rename(temporary.path(), file, failure);
  if (!stream || failure) cannotWrite(file);
}

void writeFilesSafely(std::span<const FileContent> files) {
  std::list<TemporaryFile> temporaries;
  for (const auto& [file, content] : files) {
    if (isFolder(file)) cannotWrite(file);
    temporaries.emplace_back(file.string() + ".part");
    std::ofstream stream(temporaries.back().path(), std::ios::binary | std::ios::trunc);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    stream.close();
    if (!stream) cannotWrite(file);
  }
  auto temporary = temporaries.begin();
  for (const FileContent& each : files) {
    std::error_code failure;
    std::filesystem::rename((temporary++)->path(), each.file, failure);
    if (failure) cannotWrite(each.file);
  }
}

void requireWritable(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (!isFolder(folder) || access(folder.c_str(), W_OK | X_OK) != 0 || isFolder(file)) {
    cannotWrite(file);
  }
}

}  // namespace luce
