#include "core/estimator/linear_algebra_use.h"

#include <pthread.h>

namespace luce {

namespace {

// Never destroyed: threads may still compute while the program ends.
std::shared_mutex& forkLock() {
  static auto* mutex = [] {
    // Registered later than OpenBLAS's own handler, hence called before it.
    pthread_atfork([] { forkLock().lock(); }, [] { forkLock().unlock(); },
                   [] { forkLock().unlock(); });
    return new std::shared_mutex;
  }();
  return *mutex;
}

}  // namespace

LinearAlgebraUse::LinearAlgebraUse() : lock_(forkLock()) {}

}  // namespace luce
