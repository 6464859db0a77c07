// One connection to a workspace file: opened defensively, its failures told in words that people
// can act on. Used by one thread at a time.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "core/common/error.h"
#include "core/workspace/access.h"
#include "core/workspace/file_place.h"
#include "core/workspace/open_files.h"
#include "core/workspace/writer_lock.h"

namespace luce {

/// "Luce" in ASCII, in the place where SQLite files name their application.
inline constexpr int kApplicationId = 0x4c756365;

/// How long a writer waits for another one before it gives up.
inline constexpr int kPatienceMilliseconds = 5000;

/// No value but a checkpoint or a policy's column is longer, in bytes.
inline constexpr int kLongestValue = 1 << 24;

/// The message of a run whose program died.
inline constexpr const char* kDeadRun = "The program ended before the run did.";

/// Another connection held the file for longer than the patience.
class BusyError : public Error {
 public:
  using Error::Error;
};

class WorkspaceFile {
 public:
  /// Opens the file; see Access. For writing it makes a workspace without datasets if there is
  /// none, brings an old one to the newest layout (a copy of it is kept, see backupFile()), and
  /// marks runs of programs that died. Throws Error if it is not a Luce workspace, damaged, made by
  /// a newer Luce, or cannot be opened in that way; also if this program writes to the file
  /// already, and another one, or none, stands in its place by now: SQLite would mix the two.
  explicit WorkspaceFile(std::filesystem::path path, Access access = Access::Write,
                         int patienceMilliseconds = kPatienceMilliseconds);
  ~WorkspaceFile();
  WorkspaceFile(const WorkspaceFile&) = delete;
  WorkspaceFile& operator=(const WorkspaceFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Where it stood when it was opened.
  const FilePlace& place() const { return place_; }
  SQLite::Database& database() { return database_; }
  /// The number of the file's layout. Older than kLayoutVersion only in files that are read.
  int layout() const { return layout_; }

  /// Empty when the file may be written, else a sentence for people.
  const std::string& whyReadOnly() const { return whyReadOnly_; }
  /// Throws Error with that sentence.
  void requireWritable() const;
  /// Throws Error also if the file is no longer where it was opened: for what begins something new.
  /// What goes on, such as the record of a run in training, does not ask: a copy can be saved.
  void requireInPlace() const;

  /// Runs work() and turns what SQLite reports into an Error with the file's name.
  template <class Work>
  decltype(auto) guarded(Work&& work) const {
    try {
      return std::forward<Work>(work)();
    } catch (const SQLite::Exception& exception) {
      fail(exception);
    }
  }

  /// Throws the Error that tells people what the exception means.
  [[noreturn]] void fail(const SQLite::Exception& exception) const;
  [[noreturn]] void failDamaged(const std::string& how) const;

 private:
  void takeLock(Access access);
  void prepareFile(Access access);
  FilePlace findOrMake() const;
  SQLite::Database connect(int patienceMilliseconds);
  SQLite::Database connectForReading(int patienceMilliseconds);
  int number(const char* pragma);
  bool isNew();
  void requireLuce();
  void requireSound();
  /// prepared: another thread has migrated the file and marked the dead runs.
  void becomeWritable(bool prepared);
  void createTables();
  void migrate();
  void endDeadRuns();

  // The order matters: the lock is given back when the database is closed, and what is kept is let
  // go before.
  std::filesystem::path path_, canonical_;
  std::string whyReadOnly_;
  std::optional<WriterLock> lock_;
  std::optional<OpenFile> openFile_;
  FilePlace place_;
  bool immutable_ = false;  ///< taken for a file that nobody changes
  SQLite::Database database_;
  std::optional<KeptOpen> kept_;
  int layout_ = 0;
};

}  // namespace luce
