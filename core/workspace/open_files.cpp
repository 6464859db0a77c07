#include "core/workspace/open_files.h"

#include <sys/stat.h>

#include <fstream>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace luce {

namespace {

using FileNumber = std::pair<dev_t, ino_t>;

constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};
/// Where SQLite keeps whose file it is, see layout.md.
constexpr std::size_t kApplicationPlace = 68;
constexpr std::string_view kApplication = "Luce";

struct Registry {
  std::mutex mutex;
  std::map<FileNumber, int> open;
};

Registry& registry() {
  static Registry registry;
  return registry;
}

}  // namespace

OpenFile::OpenFile(const std::filesystem::path& file) {
  struct stat status {};
  const std::lock_guard guard(registry().mutex);
  if (stat(file.c_str(), &status) != 0) return;
  known_ = true;
  file_ = {status.st_dev, status.st_ino};
  ++registry().open[file_];
}

OpenFile::~OpenFile() {
  if (!known_) return;
  const std::lock_guard guard(registry().mutex);
  if (--registry().open[file_] == 0) registry().open.erase(file_);
}

FileHead headOf(const std::filesystem::path& file) {
  struct stat status {};
  const std::lock_guard guard(registry().mutex);
  if (stat(file.c_str(), &status) != 0) return FileHead::Missing;
  if (registry().open.contains({status.st_dev, status.st_ino})) return FileHead::Workspace;
  if (!S_ISREG(status.st_mode)) return FileHead::Other;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return FileHead::Unreadable;
  std::string head(kApplicationPlace + kApplication.size(), '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream.gcount()));
  if (head.empty()) return FileHead::Empty;
  if (!head.starts_with(kSqliteMagic)) return FileHead::Other;
  return head.ends_with(kApplication) ? FileHead::Workspace : FileHead::Database;
}

}  // namespace luce
