// One connection to a workspace file: opened defensively, its failures told in words that people
// can act on. Used by one thread at a time.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <utility>

#include "core/common/error.h"

namespace luce {

/// "Luce" in ASCII, in the place where SQLite files name their application.
inline constexpr int kApplicationId = 0x4c756365;
/// Raised with every change of the tables in layout.md.
inline constexpr int kLayoutVersion = 1;

/// How long a writer waits for another one before it gives up.
inline constexpr int kPatienceMilliseconds = 5000;

/// Another connection held the file for longer than the patience.
class BusyError : public Error {
 public:
  using Error::Error;
};

class WorkspaceFile {
 public:
  /// Opens the file, or makes a workspace without datasets if there is none. Throws Error if it is
  /// not a Luce workspace, damaged, made by a newer Luce, or cannot be read or written.
  explicit WorkspaceFile(std::filesystem::path path,
                         int patienceMilliseconds = kPatienceMilliseconds);

  const std::filesystem::path& path() const { return path_; }
  SQLite::Database& database() { return database_; }

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
  SQLite::Database connect(int patienceMilliseconds) const;
  void configure();
  void createTables();
  void requireLuce();
  void requireSound();

  std::filesystem::path path_;
  SQLite::Database database_;
};

}  // namespace luce
