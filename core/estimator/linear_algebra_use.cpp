#include "core/estimator/linear_algebra_use.h"

#include <pthread.h>

#include <new>

namespace luce {

namespace {

// Never destroyed: threads may still compute while the program ends.
std::shared_mutex& forkLock() {
  static auto* mutex = [] {
    // Registered later than OpenBLAS's own handler, hence called before it.
    // The child's thread is another one to glibc, which cannot unlock what its parent's locked.
    pthread_atfork([] { forkLock().lock(); }, [] { forkLock().unlock(); },
                   [] { new (&forkLock()) std::shared_mutex; });
    return new std::shared_mutex;
  }();
  return *mutex;
}

}  // namespace

LinearAlgebraUse::LinearAlgebraUse() : lock_(forkLock()) {}

}  // namespace luce
