#include "tests/crash/victim.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <exception>
#include <stdexcept>
#include <thread>

namespace luce {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void become(const Victim& victim) {
  if (victim.work) {
    try {
      victim.work();
      _exit(0);
    } catch (const std::exception&) {
      _exit(1);
    }
  }
  const int nowhere = open("/dev/null", O_RDWR);
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  std::vector<std::string> arguments = victim.arguments;
  arguments.insert(arguments.begin(), std::string(LUCE_BINARY_DIR) + "/bin/luce-cli");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

pid_t start(const Victim& victim) {
  const pid_t child = fork();
  if (child == 0) {
    setpgid(0, 0);
    become(victim);
  }
  setpgid(child, child);
  return child;
}

bool hasEnded(pid_t child) {
  siginfo_t info{};
  return waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid == child;
}

void waitForSign(pid_t child, const std::filesystem::path& sign) {
  while (!sign.empty() && !std::filesystem::exists(sign) && !hasEnded(child)) {
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
}

}  // namespace

Times runToItsEnd(const Victim& victim, const std::filesystem::path& sign) {
  const auto begin = Clock::now();
  const pid_t child = start(victim);
  waitForSign(child, sign);
  const auto appeared = Clock::now();
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw std::runtime_error("the program that is to be killed fails by itself");
  }
  return {Clock::now() - begin, Clock::now() - appeared};
}

bool killAfter(const Victim& victim, Duration moment, const std::filesystem::path& sign) {
  auto begin = Clock::now();
  const pid_t child = start(victim);
  if (!sign.empty()) {
    waitForSign(child, sign);
    begin = Clock::now();
  }
  std::this_thread::sleep_until(std::chrono::time_point_cast<Clock::duration>(begin + moment));
  kill(-child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

}  // namespace luce
