// Held while tensors are multiplied, so that no fork comes between.
//
// OpenBLAS ends its threads when the process forks (pthread_atfork), also those that another thread
// waits for: that thread then waits for ever. A desktop forks at moments it does not choose, such
// as when D-Bus is started. While an object of this class lives, in any thread, a fork waits.
#pragma once

#include <shared_mutex>

namespace luce {

/// One a batch of work (milliseconds), not one a run: whoever forks waits for it.
class LinearAlgebraUse {
 public:
  LinearAlgebraUse();

 private:
  std::shared_lock<std::shared_mutex> lock_;
};

}  // namespace luce
