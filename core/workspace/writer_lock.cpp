#include "core/workspace/writer_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

namespace luce {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestHolder = 200;
constexpr int kMostLinks = 40;

/// The locks that this program has.
struct Registry {
  std::mutex mutex;
  std::map<fs::path, std::shared_ptr<WriterLock::Shared>> locks;
};

Registry& registry() {
  static Registry registry;
  return registry;
}

fs::path lockFile(const fs::path& workspace) {
  return workspace.string() + "-lock";
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

struct flock wholeFile(short type) {
  struct flock range {};
  range.l_type = type;
  range.l_whence = SEEK_SET;
  return range;
}

/// Locks of an open file rather than of the process: those are given up when any of the process's
/// descriptors of the file is closed.
bool tryLock(int descriptor) {
  struct flock range = wholeFile(F_WRLCK);
  return fcntl(descriptor, F_OFD_SETLK, &range) == 0;
}

bool isLocked(int descriptor) {
  struct flock range = wholeFile(F_RDLCK);
  return fcntl(descriptor, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
}

/// Not a pipe or a device that someone put there.
bool isPlainFile(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

/// False when another program removed the file between our opening and our locking it.
bool isStillThere(int descriptor, const fs::path& file) {
  struct stat opened {
  }, named{};
  return fstat(descriptor, &opened) == 0 && lstat(file.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/// The file holds a program's name and its process number, a line each. Anyone may have written it.
std::string readHolder(int descriptor) {
  std::array<char, kLongestHolder> content{};
  const ssize_t size = pread(descriptor, content.data(), content.size(), 0);
  const std::string_view text(content.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::size_t line = text.find('\n');
  const std::string_view name = text.substr(0, line);
  std::string_view number = line == std::string_view::npos ? "" : text.substr(line + 1);
  number = number.substr(0, number.find('\n'));
  const auto printable = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of(
                                "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789._-+ ") == std::string_view::npos;
  };
  if (!printable(name) || !printable(number)) return "another program";
  return fmt::format("{} (process {})", name, number);
}

void writeHolder(int descriptor) {
  const std::string text = fmt::format("{}\n{}\n", program_invocation_short_name, getpid());
  // On a full disk the lock still locks; it only does not tell by whom.
  if (ftruncate(descriptor, 0) != 0) return;
  if (pwrite(descriptor, text.data(), text.size(), 0) < 0) return;
}

[[noreturn]] void failToLock(const fs::path& workspace, int error) {
  throw Error(
      fmt::format("\"{}\" cannot be opened for writing: {} beside it cannot be made ({}). Check "
                  "that its folder is there and that you may write to it.",
                  workspace.string(), lockFile(workspace).filename().string(),
                  std::generic_category().message(error)));
}

int lockedDescriptor(const fs::path& workspace) {
  const fs::path file = lockFile(workspace);
  while (true) {
    Descriptor descriptor(
        ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666));
    if (descriptor.number() < 0) failToLock(workspace, errno);
    if (!isPlainFile(descriptor.number())) failToLock(workspace, EEXIST);
    if (!tryLock(descriptor.number())) {
      if (errno != EAGAIN && errno != EACCES) failToLock(workspace, errno);
      throw InUseError(workspace, readHolder(descriptor.number()));
    }
    if (!isStillThere(descriptor.number(), file)) continue;
    writeHolder(descriptor.number());
    return descriptor.release();
  }
}

}  // namespace

InUseError::InUseError(const fs::path& workspace, std::string holder)
    : Error(fmt::format("\"{}\" is in use by {}. Close it there, or wait until it has finished, "
                        "and try again.",
                        workspace.string(), holder)),
      holder_(std::move(holder)) {}

fs::path canonicalFile(const fs::path& file) {
  std::error_code error;
  fs::path path = fs::absolute(file, error);
  if (error) path = file;
  // A link to a file that is not there yet names where it will be.
  for (int links = 0; links < kMostLinks && fs::is_symlink(path, error); ++links) {
    const fs::path target = fs::read_symlink(path, error);
    if (error) break;
    path = path.parent_path() / target;
  }
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical;
}

WriterLock::WriterLock(const fs::path& workspace) : workspace_(canonicalFile(workspace)) {
  Registry& all = registry();
  const std::lock_guard guard(all.mutex);
  std::shared_ptr<Shared>& entry = all.locks[workspace_];
  if (!entry) {
    try {
      const int descriptor = lockedDescriptor(workspace_);
      entry = std::make_shared<Shared>();
      entry->descriptor = descriptor;
    } catch (...) {
      all.locks.erase(workspace_);
      throw;
    }
  }
  ++entry->users;
  shared_ = entry;
}

WriterLock::~WriterLock() {
  Registry& all = registry();
  const std::lock_guard guard(all.mutex);
  if (--shared_->users > 0) return;
  // Removed while it is locked: who opened it before finds out by isStillThere() and starts anew.
  ::unlink(lockFile(workspace_).c_str());
  ::close(shared_->descriptor);
  all.locks.erase(workspace_);
}

FilePlace WriterLock::place(const std::function<FilePlace()>& find) {
  const std::lock_guard guard(registry().mutex);
  if (!shared_->place) shared_->place = find();
  return *shared_->place;
}

std::optional<FilePlace> writtenHere(const fs::path& workspace) {
  Registry& all = registry();
  const std::lock_guard guard(all.mutex);
  const auto found = all.locks.find(canonicalFile(workspace));
  return found == all.locks.end() ? std::nullopt : found->second->place;
}

std::optional<std::string> writerOf(const fs::path& workspace) {
  const fs::path file = lockFile(canonicalFile(workspace));
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (descriptor.number() < 0 || !isPlainFile(descriptor.number()) ||
      !isLocked(descriptor.number())) {
    return std::nullopt;
  }
  return readHolder(descriptor.number());
}

}  // namespace luce
