#include "core/workspace/open_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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

/// What SQLite locks for reading as long as a connection in WAL mode is open, see "File Locking"
/// and "WAL-mode File Format" in its documentation: a stretch of the database and a byte of the
/// file that is shared by all.
constexpr off_t kSharedBegin = 0x40000002, kSharedLength = 510;
constexpr off_t kInUseByte = 128, kInUseLength = 1;

struct Entry {
  int open = 0;
  int kept = 0;
  int database = -1, shared = -1;  ///< descriptors, for the locks of KeptOpen
};

struct Registry {
  std::mutex mutex;
  std::map<FileNumber, Entry> open;
};

Registry& registry() {
  static Registry registry;
  return registry;
}

FileNumber numberOf(const struct stat& status) {
  return {status.st_dev, status.st_ino};
}

/// Whether the descriptor is of the file that has the name now.
bool isOf(int descriptor, const std::filesystem::path& file) {
  struct stat opened {
  }, named{};
  return descriptor >= 0 && fstat(descriptor, &opened) == 0 && stat(file.c_str(), &named) == 0 &&
         numberOf(opened) == numberOf(named);
}

/// A lock of the open file, which no other descriptor's end gives up.
void setLock(int descriptor, short type, off_t begin, off_t length) {
  if (descriptor < 0) return;
  struct flock range {};
  range.l_type = type;
  range.l_whence = SEEK_SET;
  range.l_start = begin;
  range.l_len = length;
  // Refused where a disk knows no such locks: SQLite's own are left then.
  if (fcntl(descriptor, F_OFD_SETLK, &range) != 0) return;
}

void lockAll(const Entry& entry, short type) {
  setLock(entry.database, type, kSharedBegin, kSharedLength);
  setLock(entry.shared, type, kInUseByte, kInUseLength);
}

void closeAndForget(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

}  // namespace

OpenFile::OpenFile(const std::filesystem::path& file) : path_(file) {
  struct stat status {};
  const std::lock_guard guard(registry().mutex);
  if (stat(file.c_str(), &status) != 0) return;
  known_ = true;
  file_ = {status.st_dev, status.st_ino};
  ++registry().open[file_].open;
}

OpenFile::~OpenFile() {
  if (!known_) return;
  const std::lock_guard guard(registry().mutex);
  Entry& entry = registry().open[file_];
  if (--entry.open > 0) return;
  // Only now, as their end would give up the locks of connections that are still open.
  closeAndForget(entry.database);
  closeAndForget(entry.shared);
  registry().open.erase(file_);
}

void OpenFile::ifOnlyOne(const std::function<void()>& work) const {
  if (!known_) return;
  const std::lock_guard guard(registry().mutex);
  if (registry().open[file_].open == 1) work();
}

KeptOpen::KeptOpen(const OpenFile& file) : file_(file) {
  if (!file_.known_) return;
  const std::lock_guard guard(registry().mutex);
  Entry& entry = registry().open[file_.file_];
  ++entry.kept;
  const std::filesystem::path shared = file_.path_.string() + "-shm";
  if (entry.shared >= 0 && !isOf(entry.shared, shared)) closeAndForget(entry.shared);
  if (entry.shared < 0) entry.shared = ::open(shared.c_str(), O_RDONLY | O_CLOEXEC);
  if (entry.shared < 0) return;
  if (entry.database < 0) entry.database = ::open(file_.path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (isOf(entry.database, file_.path_)) lockAll(entry, F_RDLCK);
}

KeptOpen::~KeptOpen() {
  if (!file_.known_) return;
  const std::lock_guard guard(registry().mutex);
  Entry& entry = registry().open[file_.file_];
  if (--entry.kept == 0) lockAll(entry, F_UNLCK);
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
