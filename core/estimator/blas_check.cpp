#include "core/estimator/blas_check.h"

#include <algorithm>
#include <ctime>
#include <vector>

#include "core/estimator/blas.h"
#include "core/estimator/linear_algebra_use.h"

namespace luce {

namespace {

// Time that this thread has computed: a busy machine does not make a fast library look slow.
double threadSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

BlasCheck checkBlas() {
  constexpr std::size_t kSide = 384;
  constexpr int kRepeats = 5;
  // A reference BLAS reaches 1 to 7 on one core, an optimised one 30 and more.
  constexpr double kFastGigaflops = 15;
  const LinearAlgebraUse use;
  const std::vector<float> ones(kSide * kSide, 1.0f);
  const blas::Matrix matrix{ones.data(), kSide, kSide, kSide};
  std::vector<float> product(ones.size());
  blas::useCallingThreadAlone();
  double best = 1e9;
  for (int i = 0; i < kRepeats; ++i) {
    const double start = threadSeconds();
    blas::addProduct(matrix, matrix, product.data());
    best = std::min(best, threadSeconds() - start);
  }
  BlasCheck check;
  check.gigaflops = 2.0 * kSide * kSide * kSide / best / 1e9;
  check.fast = check.gigaflops >= kFastGigaflops;
  if (!check.fast) {
    check.advice =
        "The linear algebra library is slow; install libopenblas0-pthread (or another optimised "
        "BLAS), which trains many times faster.";
  }
  return check;
}

}  // namespace luce
