#include "tests/desktop/stress/interrupted.h"

#include <execinfo.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace luce::desktop {

namespace {

constexpr int kDeepest = 48;
/// The handler itself and the kernel's way into it.
constexpr int kOfTheSignal = 2;
constexpr std::chrono::seconds kPatience{10};

std::array<void*, kDeepest> calls;
std::atomic<int> depth{-1};

void note(int) {
  depth = backtrace(calls.data(), kDeepest);
}

void listen() {
  // The first backtrace loads a library, which no signal handler may.
  backtrace(calls.data(), kDeepest);
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigaction(SIGUSR2, &action, nullptr);
}

}  // namespace

CallStack interrupted(pthread_t thread) {
  [[maybe_unused]] static const bool listens = (listen(), true);
  depth = -1;
  pthread_kill(thread, SIGUSR2);
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (depth < 0 && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  const int count = depth;
  if (count <= kOfTheSignal) return {};
  // In braces the two would be the elements.
  return CallStack(calls.begin() + kOfTheSignal, calls.begin() + count);
}

std::string text(const CallStack& stack) {
  std::string lines;
#ifdef __SANITIZE_ADDRESS__
  for (void* call : stack) {
    std::array<char, 400> line{};
    __sanitizer_symbolize_pc(call, "%f in %s:%l %m", line.data(), line.size());
    lines += "    " + std::string(line.data()) + "\n";
  }
#else
  char** const names = backtrace_symbols(stack.data(), static_cast<int>(stack.size()));
  for (std::size_t i = 0; names != nullptr && i < stack.size(); ++i) {
    lines += "    " + std::string(names[i]) + "\n";
  }
  std::free(names);
#endif
  return lines;
}

}  // namespace luce::desktop
