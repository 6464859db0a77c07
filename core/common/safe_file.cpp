#include "core/common/safe_file.h"

#include <fstream>

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

}  // namespace

void writeFileSafely(const std::filesystem::path& file,
                     const std::function<void(std::ostream&)>& write) {
  const TemporaryFile temporary(file.string() + ".part");
  std::ofstream stream(temporary.path(), std::ios::binary | std::ios::trunc);
  if (stream) write(stream);
  stream.close();
  std::error_code failure;
  if (stream) std::filesystem::rename(temporary.path(), file, failure);
  if (!stream || failure) {
    throw Error("Cannot write " + file.string() +
                ". Check that the folder exists, that you may write there and that the disk is not "
                "full.");
  }
}

}  // namespace luce
