#include "tests/support/own_process.h"

#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <exception>
#include <memory>

namespace luce {

namespace {

constexpr uid_t kNobody = 65534;

std::string resultOf(const std::function<std::string()>& work) {
  try {
    return work();
  } catch (const std::exception& error) {
    return std::string("exception: ") + error.what();
  }
}

std::string readAll(int descriptor) {
  std::string text;
  std::array<char, 4096> part{};
  ssize_t size = 0;
  while ((size = read(descriptor, part.data(), part.size())) > 0) {
    text.append(part.data(), static_cast<std::size_t>(size));
  }
  return text;
}

}  // namespace

std::string inOwnProcess(const std::function<std::string()>& work) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    const std::string result = resultOf(work);
    const ssize_t written = write(pipe[1], result.data(), result.size());
    _exit(written == static_cast<ssize_t>(result.size()) ? 0 : 1);
  }
  close(pipe[1]);
  std::string result = readAll(pipe[0]);
  close(pipe[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) return "ended by signal " + std::to_string(WTERMSIG(status));
  return result;
}

WaitingProcess::WaitingProcess(const std::function<std::shared_ptr<void>()>& start) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) return;
  child_ = fork();
  if (child_ == 0) {
    std::shared_ptr<void> held;
    char fine = 1;
    try {
      held = start();
    } catch (const std::exception&) {
      fine = 0;
    }
    if (write(pipe[1], &fine, 1) == 1) {
      while (true) pause();
    }
    _exit(1);
  }
  char fine = 0;
  started_ = read(pipe[0], &fine, 1) == 1 && fine == 1;
  close(pipe[0]);
  close(pipe[1]);
}

WaitingProcess::~WaitingProcess() {
  kill();
}

void WaitingProcess::kill() {
  if (child_ < 0) return;
  ::kill(child_, SIGKILL);
  waitpid(child_, nullptr, 0);
  child_ = -1;
}

bool useOwnMounts() {
  if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  return mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool mountSmallDisk(const std::filesystem::path& folder, std::size_t bytes) {
  const std::string size = "size=" + std::to_string(bytes);
  return mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
}

bool makeReadOnly(const std::filesystem::path& folder) {
  return mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
         mount(nullptr, folder.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
}

bool becomeNobody() {
  if (geteuid() != 0) return true;
  return setgroups(0, nullptr) == 0 && setgid(kNobody) == 0 && setuid(kNobody) == 0;
}

}  // namespace luce
