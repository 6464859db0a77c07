#ifdef LUCE_HAS_MODEL_RUNNER

#include "core/foreign/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>

namespace luce {
namespace {

/// Whether the attempt succeeds in a process of its own that was locked in.
bool canWhenLockedIn(const std::function<bool()>& attempt, std::uint64_t memory = 1u << 30) {
  const pid_t child = fork();
  if (child == 0) {
    lockIn(memory);
    _exit(attempt() ? 1 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status)) << "ended by signal " << WTERMSIG(status);
  return WEXITSTATUS(status) == 1;
}

TEST(Sandbox, LeavesNoWayOut) {
  EXPECT_FALSE(canWhenLockedIn([] { return open("/etc/passwd", O_RDONLY) >= 0; }));
  EXPECT_FALSE(canWhenLockedIn([] { return open("/tmp/x", O_CREAT | O_WRONLY, 0600) >= 0; }));
  EXPECT_FALSE(canWhenLockedIn([] { return unlink("/tmp/x") == 0 || errno != EPERM; }));
  EXPECT_FALSE(canWhenLockedIn([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }));
  EXPECT_FALSE(canWhenLockedIn([] { return fork() >= 0; }));
  EXPECT_FALSE(canWhenLockedIn([] { return execl("/bin/true", "true", nullptr) != -1; }));
  EXPECT_FALSE(canWhenLockedIn([] { return kill(getppid(), 0) == 0; }));
  EXPECT_FALSE(canWhenLockedIn([] {
    return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                0) != MAP_FAILED;
  }));
  EXPECT_FALSE(canWhenLockedIn([] {
    void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
  }));
}

TEST(Sandbox, LeavesMemoryUpToItsLimit) {
  const auto takes = [](std::size_t bytes) {
    return [bytes] {
      return mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
             MAP_FAILED;
    };
  };
  EXPECT_TRUE(canWhenLockedIn(takes(64u << 20), 256u << 20));
  EXPECT_FALSE(canWhenLockedIn(takes(512u << 20), 256u << 20));
}

}  // namespace
}  // namespace luce

#endif
