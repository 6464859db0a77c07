// luce-cli running beside the test, which may send it signals.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace luce {

class StartedProgram {
 public:
  /// environment: NAME=VALUE, in place of the test's own of the same name. command: what to start,
  /// arguments included; a name without a slash is searched for.
  StartedProgram(std::vector<std::string> command, const std::vector<std::string>& environment);
  ~StartedProgram();  ///< kills it where it still runs
  StartedProgram(const StartedProgram&) = delete;
  StartedProgram& operator=(const StartedProgram&) = delete;

  void signal(int number);
  /// Exit code, 128 + the signal that ended it; none where it still ran after two minutes.
  std::optional<int> wait();
  std::string output() const;
  std::string errors() const;

 private:
  TemporaryFolder folder_;
  pid_t child_ = -1;
  std::optional<int> exitCode_;
};

}  // namespace luce
