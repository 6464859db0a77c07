// Whether the linear algebra that trains on the processor is fast.
#pragma once

#include <string>

namespace luce {

/// Multiplies two matrices and compares the rate with what this processor should do.
struct BlasCheck {
  double gigaflops = 0;  ///< single precision, 384 × 384, one thread, by the time that it computed
  bool fast = false;     ///< false = a reference BLAS: training runs many times slower
  std::string advice;    ///< what to install, when not fast
};
BlasCheck checkBlas();

}  // namespace luce
