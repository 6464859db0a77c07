// Runs a part of a test in a process of its own, where it may be killed, change its user or mount.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace luce {

/// What work() returns in a child process; "exception: …" for what it throws, "ended by signal N".
std::string inOwnProcess(const std::function<std::string()>& work);

/// A child that has done its work and waits to be killed.
class WaitingProcess {
 public:
  /// Returns when start() has; what it returns lives until the end of the process.
  explicit WaitingProcess(const std::function<std::shared_ptr<void>()>& start);
  ~WaitingProcess();
  WaitingProcess(const WaitingProcess&) = delete;
  WaitingProcess& operator=(const WaitingProcess&) = delete;

  pid_t id() const { return child_; }
  bool started() const { return started_; }
  void kill();

 private:
  pid_t child_ = -1;
  bool started_ = false;
};

/// For inOwnProcess: from now on this process sees mounts of its own. False where that is not
/// allowed.
bool useOwnMounts();
/// A disk of so many bytes in that folder; to be called after useOwnMounts().
bool mountSmallDisk(const std::filesystem::path& folder, std::size_t bytes);
bool makeReadOnly(const std::filesystem::path& folder);
/// Gives up the rights of root, to whom permissions do not apply. False where that is not allowed.
bool becomeNobody();

}  // namespace luce
