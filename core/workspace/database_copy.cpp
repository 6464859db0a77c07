#include "core/workspace/database_copy.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <system_error>

namespace luce {

namespace {

namespace fs = std::filesystem;

/// The copy on its way; gone unless it was finished.
class UnfinishedCopy {
 public:
  explicit UnfinishedCopy(fs::path file) : file_(std::move(file)) { remove(); }
  ~UnfinishedCopy() { remove(); }
  UnfinishedCopy(const UnfinishedCopy&) = delete;
  UnfinishedCopy& operator=(const UnfinishedCopy&) = delete;
  const fs::path& file() const { return file_; }

 private:
  void remove() const {
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
      fs::remove(file_.string() + suffix, ignored);
    }
  }
  fs::path file_;
};

void copyPages(SQLite::Database& from, const fs::path& file) {
  SQLite::Database to(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
  sqlite3_extended_result_codes(to.getHandle(), 1);
  // A copy that is not finished is thrown away, so it needs no journal.
  to.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL");
  sqlite3_backup* const backup =
      sqlite3_backup_init(to.getHandle(), "main", from.getHandle(), "main");
  if (backup == nullptr) throw SQLite::Exception(to.getHandle());
  constexpr int kAllPages = -1;
  const int result = sqlite3_backup_step(backup, kAllPages);
  sqlite3_backup_finish(backup);
  if (result != SQLITE_DONE) throw SQLite::Exception(to.getHandle(), result);
}

/// So that neither the copy nor its name is lost when the power fails.
bool reachesDisk(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = fsync(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

}  // namespace

bool copyDatabase(SQLite::Database& database, const fs::path& copy) {
  const UnfinishedCopy unfinished(copy.string() + ".part");
  copyPages(database, unfinished.file());
  if (!reachesDisk(unfinished.file())) return false;
  std::error_code error;
  // What an earlier database of that name has not taken in would be taken for this one's.
  for (const char* suffix : {"-wal", "-shm"}) fs::remove(copy.string() + suffix, error);
  fs::rename(unfinished.file(), copy, error);
  if (error) return false;
  reachesDisk(copy.parent_path());
  return true;
}

}  // namespace luce
