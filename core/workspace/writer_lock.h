// One program writes to a workspace at a time: a lock on a file of its own beside the workspace
// ("study.luce-lock"), which the system gives back when the program dies. Threads of one program
// share it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/common/error.h"
#include "core/workspace/file_place.h"

namespace luce {

/// Another program writes to the workspace.
class InUseError : public Error {
 public:
  /// holder: "luce-cli (process 4711)".
  InUseError(const std::filesystem::path& workspace, std::string holder);
  const std::string& holder() const { return holder_; }

 private:
  std::string holder_;
};

/// The path without links and "..", so that every way to a file gives the same; also of a file that
/// is not there yet.
std::filesystem::path canonicalFile(const std::filesystem::path& file);

class WriterLock {
 public:
  /// workspace: the file, however it is named; it need not be there. Throws InUseError if another
  /// program has it, Error if the file for the lock cannot be made.
  explicit WriterLock(const std::filesystem::path& workspace);
  ~WriterLock();  ///< gives the lock back when it is the program's last one on this file
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  /// Calls prepare(prepared) while the program's other threads wait here. prepared: whether a call
  /// has ended without throwing since this program took the lock.
  template <class Prepare>
  void prepare(Prepare&& prepare) {
    const std::lock_guard guard(shared_->mutex);
    std::forward<Prepare>(prepare)(shared_->prepared);
    shared_->prepared = true;
  }

  /// Which file this program writes to under that name, as find() told it first; the program's
  /// other threads wait here meanwhile. Another file may stand there by now.
  FilePlace place(const std::function<FilePlace()>& find);

  /// What all locks of this program on one file share.
  struct Shared {
    int descriptor = -1;
    int users = 0;
    std::mutex mutex;
    bool prepared = false;
    std::optional<FilePlace> place;
  };

 private:
  std::filesystem::path workspace_;
  std::shared_ptr<Shared> shared_;
};

/// Who writes to the workspace now, this program included; nothing if no one does. Takes no lock
/// and waits for nothing.
std::optional<std::string> writerOf(const std::filesystem::path& workspace);

/// Which file this program writes to under that name; nothing if it writes to none.
std::optional<FilePlace> writtenHere(const std::filesystem::path& workspace);

}  // namespace luce
