#include "core/foreign/sandbox.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <memory>

#include "core/common/error.h"

namespace luce {

namespace {

[[noreturn]] void cannotLockIn(const char* what) {
  throw Error(
      std::string("This system cannot lock a foreign model in (") + what +
      "), so that Luce does not open it. Let the model's own program write its scores as CSV "
      "and judge those.");
}

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  if (setrlimit(static_cast<__rlimit_resource>(resource), &both) != 0) cannotLockIn("setrlimit");
}

rlim_t presentMemory() {
  std::ifstream file("/proc/self/statm");
  rlim_t pages = 0;
  if (!(file >> pages)) cannotLockIn("/proc/self/statm");
  return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

void lockIn(std::uint64_t furtherMemory) {
  limit(RLIMIT_AS, presentMemory() + furtherMemory);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0) {
    cannotLockIn("prctl");
  }
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(
      seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
  if (!filter) cannotLockIn("seccomp");
  for (const int call :
       {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(brk),

        SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
        SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(exit), SCMP_SYS(exit_group),
        SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(getpid), SCMP_SYS(gettid),
        SCMP_SYS(sched_yield), SCMP_SYS(restart_syscall), SCMP_SYS(sched_getaffinity),
        SCMP_SYS(getrandom)}) {
    if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) cannotLockIn("seccomp");
  }
  // The heap grows by mmap and mprotect; code must not.
  if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                       SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0 ||
      seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                       SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0 ||
      seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) != 0 ||
      seccomp_load(filter.get()) != 0) {
    cannotLockIn("seccomp");
  }
}

}  // namespace luce
