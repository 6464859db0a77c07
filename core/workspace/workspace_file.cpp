#include "core/workspace/workspace_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "core/workspace/candidate_reader.h"
#include "core/workspace/connection.h"
#include "core/workspace/dead_run.h"
#include "core/workspace/disk.h"
#include "core/workspace/migration.h"
#include "core/workspace/table_check.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

/// Larger files are not searched for damage when they are opened, since that would take longer than
/// loading them; damage is then found where it is read.
constexpr std::uintmax_t kLargestCheckedFile = 8u << 20;

/// Says what a file that is there holds before SQLite is asked to write to it.
void requireDatabase(const fs::path& path, bool mayBeMade) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    throw Error(fmt::format("\"{}\" is a folder, not a Luce workspace.", path.string()));
  }
  switch (headOf(path)) {
    case FileHead::Missing:
      if (mayBeMade) return;
      throw Error(
          fmt::format("There is no workspace \"{}\". Check its name, or import a log to "
                      "make one.",
                      path.string()));
    case FileHead::Unreadable:
      throw Error(fmt::format("\"{}\" cannot be read; check who may read it.", path.string()));
    case FileHead::Empty:
      if (mayBeMade) return;
      throw Error(fmt::format("\"{}\" is empty; import a log into it to make it a workspace.",
                              path.string()));
    case FileHead::Other:
      throw Error(
          fmt::format("\"{}\" is not a Luce workspace. To open a log, import it into a workspace.",
                      path.string()));
    case FileHead::Workspace:
    case FileHead::Database:
      return;
  }
}

bool mayWrite(const fs::path& path, int also = 0) {
  return faccessat(AT_FDCWD, path.c_str(), W_OK | also, AT_EACCESS) == 0;
}

bool mayWriteBeside(const fs::path& path) {
  return mayWrite(path.parent_path(), X_OK);
}

/// Why the file cannot be written where it is, whoever has it; empty if it can, or is not there.
std::string whyNotWritable(const fs::path& shown, const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  if (!mayWrite(path)) {
    return fmt::format("\"{}\" may only be read. Copy it to a folder that you may write to.",
                       shown.string());
  }
  if (!mayWriteBeside(path)) {
    return fmt::format(
        "\"{}\" may only be read, since its folder may not be written to. Copy it to a folder that "
        "you may write to.",
        shown.string());
  }
  if (fs::hard_link_count(path, error) > 1 && !error) {
    return fmt::format(
        "\"{}\" is known by a second name (a hard link), by which it could be changed at the same "
        "time, so it may only be read. Make a copy of it and open that.",
        shown.string());
  }
  return {};
}

std::uintmax_t sizeOf(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

bool isSame(FilePlace place) {
  place.writable = false;
  return whyOutOfPlace(place).empty();
}

/// Throws Error if the file is another one, or none, by now; whether it may be written to or not.
void requireSame(FilePlace place) {
  place.writable = false;
  if (const std::string why = whyOutOfPlace(place); !why.empty()) throw Error(why);
}

/// Tells SQLite that nobody changes the file, so that it needs no files beside it.
std::string immutableName(const fs::path& path) {
  std::string name = "file:";
  for (const char character : path.string()) {
    constexpr std::string_view kSpecial = "%?#";
    if (kSpecial.find(character) == std::string_view::npos) {
      name += character;
    } else {
      name += fmt::format("%{:02x}", static_cast<unsigned char>(character));
    }
  }
  return name + "?immutable=1";
}

void prepare(sqlite3* connection) {
  harden(connection);
  installCandidateFunction(connection);
}

}  // namespace

WorkspaceFile::WorkspaceFile(fs::path path, Access access, int patienceMilliseconds)
    : path_(std::move(path)),
      canonical_(canonicalFile(path_)),
      database_((prepareFile(access), connect(patienceMilliseconds))) {
  guarded([&] {
    // Whoever took the file away until SQLite had opened it is found out here.
    requireSame(place_);
    if (lock_) {
      lock_->prepare([&](bool prepared) { becomeWritable(prepared); });
    } else {
      database_.exec("PRAGMA query_only = ON");
      // One transaction, so that another program's migration cannot come in between.
      SQLite::Transaction transaction(database_);
      requireLuce();
      requireStudyTables(*this);
      requireSound();
    }
  });
  if (!immutable_) kept_.emplace(*openFile_);
}

WorkspaceFile::~WorkspaceFile() {
  if (!lock_ || isSame(place_)) return;
  // SQLite would leave the log of a file that went away where it is: the file would lack it, and
  // another one in its place would take it for its own.
  try {
    SQLite::Statement checkpoint(database_, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool done = checkpoint.executeStep() && checkpoint.getColumn(0).getInt() == 0;
    if (!done || sizeOf(canonical_.string() + "-wal") > 0) return;
    // The program's other connections to the file write on to its log, should it come back.
    openFile_->ifOnlyOne([&] {
      std::error_code ignored;
      for (const char* suffix : {"-wal", "-shm"}) fs::remove(canonical_.string() + suffix, ignored);
    });
  } catch (const std::exception&) {
    // The log stays, as after a crash.
    return;
  }
}

void WorkspaceFile::prepareFile(Access access) {
  if (const auto written = writtenHere(canonical_)) requireSame(*written);
  requireDatabase(path_, access != Access::Read);
  const FileHead before = headOf(path_);
  const bool mayBeMade = before == FileHead::Missing || before == FileHead::Empty;
  takeLock(access);
  // Once more: it may have been made, replaced or removed until the lock was there.
  requireDatabase(path_, lock_.has_value() && mayBeMade);
  if (lock_) {
    place_ =
        lock_->place([&] { return mayBeMade ? findOrMake() : placeOf(path_, canonical_, true); });
  } else {
    place_ = writtenHere(canonical_).value_or(placeOf(path_, canonical_, false));
  }
  place_.shown = path_;
  place_.writable = lock_.has_value();
  requireSame(place_);
  openFile_.emplace(canonical_);
}

FilePlace WorkspaceFile::findOrMake() const {
  const int made = ::open(canonical_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (made >= 0) {
    ::close(made);
  } else if (errno != EEXIST) {
    const int code = errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_CANTOPEN;
    fail(SQLite::Exception("the file cannot be made", code));
  }
  return placeOf(path_, canonical_, true);
}

void WorkspaceFile::takeLock(Access access) {
  if (access == Access::Read) {
    whyReadOnly_ = fmt::format("\"{}\" was opened for reading only.", path_.string());
    return;
  }
  whyReadOnly_ = whyNotWritable(path_, canonical_);
  if (!whyReadOnly_.empty()) {
    if (access == Access::Write) throw Error(whyReadOnly_);
    return;
  }
  try {
    lock_.emplace(canonical_);
  } catch (const InUseError& error) {
    if (access == Access::Write) throw InUseError(path_, error.holder());
    whyReadOnly_ = fmt::format(
        "\"{}\" is in use by {}, so here it can only be read. Close it there and open it again.",
        path_.string(), error.holder());
  } catch (const Error& error) {
    if (access == Access::Write) throw;
    whyReadOnly_ = error.what();
  }
}

SQLite::Database WorkspaceFile::connect(int patienceMilliseconds) {
  return guarded([&] {
    if (!lock_) return connectForReading(patienceMilliseconds);
    // Each connection stays on one thread, so SQLite's own locks would only cost time.
    SQLite::Database database(canonical_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                              patienceMilliseconds);
    prepare(database.getHandle());
    return database;
  });
}

SQLite::Database WorkspaceFile::connectForReading(int patienceMilliseconds) {
  const bool hasChanges = sizeOf(canonical_.string() + "-wal") > 0;
  const bool inUse = sizeOf(canonical_.string() + "-shm") > 0;
  if (hasChanges || inUse || (mayWrite(canonical_) && mayWriteBeside(canonical_))) {
    try {
      // Not READONLY: such a connection would leave its files behind when it is the last one.
      SQLite::Database database(canonical_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                                patienceMilliseconds);
      prepare(database.getHandle());
      database.execAndGet("PRAGMA schema_version");
      return database;
    } catch (const SQLite::Exception& exception) {
      const int code = exception.getErrorCode() & 0xff;
      const bool needsFiles = code == SQLITE_CANTOPEN || code == SQLITE_READONLY ||
                              code == SQLITE_FULL ||
                              exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
      if (!needsFiles) throw;
      if (hasChanges) {
        throw Error(fmt::format(
            "\"{}\" cannot be read where it is: its latest changes are still in {} beside it, and "
            "taking them in needs to write there. Copy both files to a folder that you may write "
            "to, with room for them, and open the copy.",
            path_.string(), canonical_.filename().string() + "-wal"));
      }
    }
  }
  immutable_ = true;
  SQLite::Database database(immutableName(canonical_),
                            SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX,
                            patienceMilliseconds);
  prepare(database.getHandle());
  return database;
}

void WorkspaceFile::becomeWritable(bool prepared) {
  database_.exec(
      // Finished work outlives a power failure too: one synchronisation a commit.
      "PRAGMA synchronous = FULL;"
      "PRAGMA secure_delete = OFF;"
      "PRAGMA journal_size_limit = 4194304;"
      // Of new files: a fifth faster to fill than pages of 4 KiB.
      "PRAGMA page_size = 16384");
  if (isNew()) createTables();
  requireLuce();
  requireStudyTables(*this);
  requireSound();
  // Readers and one writer at the same time; a crash loses no committed transaction.
  database_.exec("PRAGMA journal_mode = WAL");
  if (prepared) return;
  migrate();
  endDeadRuns();
}

int WorkspaceFile::number(const char* pragma) {
  return database_.execAndGet(std::string("PRAGMA ") + pragma).getInt();
}

bool WorkspaceFile::isNew() {
  return number("application_id") == 0 && number("user_version") == 0 &&
         database_.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
}

void WorkspaceFile::createTables() {
  SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
  // Another thread may have made the tables while this one waited.
  if (!isNew()) return;
  runMigrations(database_, 0);
  database_.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId,
                             kLayoutVersion));
  transaction.commit();
}

void WorkspaceFile::requireLuce() {
  if (number("application_id") != kApplicationId) {
    throw Error(fmt::format(
        "\"{}\" is an SQLite database, but not a Luce workspace. To use its data in Luce, write it "
        "to a CSV file and import that.",
        path_.string()));
  }
  layout_ = number("user_version");
  if (layout_ > kLayoutVersion) {
    throw Error(fmt::format(
        "\"{}\" was made by a newer Luce (layout {}; this one knows {}). Update Luce to open it.",
        path_.string(), layout_, kLayoutVersion));
  }
  if (layout_ < 1) failDamaged(fmt::format("its layout number is {}", layout_));
}

void WorkspaceFile::requireSound() {
  if (sizeOf(canonical_) > kLargestCheckedFile) return;
  // Constraints may be anyone's, and would be computed.
  database_.exec("PRAGMA ignore_check_constraints = ON");
  const std::string report = database_.execAndGet("PRAGMA quick_check(1)").getString();
  database_.exec("PRAGMA ignore_check_constraints = OFF");
  if (report != "ok") failDamaged(report);
}

void WorkspaceFile::migrate() {
  if (layout_ == kLayoutVersion) return;
  requireRoomForNewTables(*this);
  backUp(database_, backupFile(canonical_, layout_));
  SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
  runMigrations(database_, layout_);
  database_.exec(fmt::format("PRAGMA user_version = {}", kLayoutVersion));
  transaction.commit();
  layout_ = kLayoutVersion;
}

void WorkspaceFile::endDeadRuns() {
  // No other program has the lock, and this one has just taken it: nobody runs them.
  SQLite::Statement update(
      database_,
      fmt::format("UPDATE run SET status = 'stopped', message = ?, seconds = {} WHERE status = "
                  "'running'",
                  kDeadRunSeconds));
  update.bind(1, kDeadRun);
  update.exec();
}

void WorkspaceFile::requireWritable() const {
  if (!whyReadOnly_.empty()) throw Error(whyReadOnly_);
}

void WorkspaceFile::requireInPlace() const {
  requireWritable();
  if (const std::string why = whyOutOfPlace(place_); !why.empty()) throw Error(why);
}

void WorkspaceFile::failDamaged(const std::string& how) const {
  throw Error(
      fmt::format("\"{}\" is damaged ({}). Open a copy of it from before, or import the logs anew "
                  "into another workspace.",
                  path_.string(), how));
}

void WorkspaceFile::fail(const SQLite::Exception& exception) const {
  const std::string name = path_.string();
  const int code = exception.getErrorCode() & 0xff;
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    throw BusyError(fmt::format(
        "\"{}\" is in use by another program. Try again when that has finished.", name));
  }
  // What else SQLite says of a file that went away does not tell so.
  if (place_.number != 0) requireSame(place_);
  if (code == SQLITE_FULL || (code == SQLITE_IOERR && diskIsFull(canonical_))) {
    throw Error(fmt::format(
        "The disk mounted at \"{}\" is full, so \"{}\" could not be written; what it held before "
        "is safe. Free some space there and try again.",
        diskOf(canonical_).string(), name));
  }
  switch (code) {
    case SQLITE_READONLY:
      throw Error(
          fmt::format("\"{}\" may only be read. Copy it to a folder that you may write to.", name));
    case SQLITE_CANTOPEN:
      throw Error(fmt::format(
          "\"{}\" cannot be opened. Check that its folder is there and may be written to.", name));
    case SQLITE_IOERR:
      throw Error(fmt::format(
          "\"{}\" could not be read or written ({}). Check the disk at \"{}\" and its free space.",
          name, exception.what(), diskOf(canonical_).string()));
    case SQLITE_TOOBIG:
      throw Error(fmt::format(
          "\"{}\" holds, or was to take, a text of more than {} MB, or too many columns. Shorten "
          "it in the log, or open a copy of the workspace from before.",
          name, kLongestValue >> 20));
    case SQLITE_NOMEM:
      throw Error(fmt::format(
          "There is not enough memory to use \"{}\". Close other programs and try again.", name));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:
    case SQLITE_MISMATCH:
      failDamaged(exception.what());
    default:
      throw Error(fmt::format("\"{}\" could not be used: {}. Check the disk and try again.", name,
                              exception.what()));
  }
}

}  // namespace luce
