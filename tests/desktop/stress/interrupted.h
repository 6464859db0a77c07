// Where a thread is when another thread asks.
#pragma once

#include <pthread.h>

#include <string>
#include <vector>

namespace luce::desktop {

/// The return addresses of a thread's calls, innermost first.
using CallStack = std::vector<void*>;

/// Interrupts the thread by a signal (SIGUSR2) and tells where it was; empty when it does not
/// answer within ten seconds. While it waits for a disk it answers only afterwards. One caller at a
/// time.
CallStack interrupted(pthread_t thread);

/// One line for each call of Luce, Qt or a library, as far as the debugging facts tell. Takes
/// seconds the first time.
std::string text(const CallStack& calls);

}  // namespace luce::desktop
