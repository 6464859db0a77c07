#include "core/estimator/blas.h"

#include <dlfcn.h>

#include <algorithm>

// The Fortran interface is the one that every BLAS has: matrices are column by column there, so
// that a row-major matrix is its own transpose.
extern "C" void sgemm_(const char* transposeA, const char* transposeB, const int* m, const int* n,
                       const int* k, const float* alpha, const float* a, const int* strideA,
                       const float* b, const int* strideB, const float* beta, float* c,
                       const int* strideC);

namespace luce::blas {

namespace {

void product(const char* transposeA, const char* transposeB, std::size_t m, std::size_t n,
             std::size_t k, const float* a, std::size_t strideA, const float* b,
             std::size_t strideB, float* c) {
  if (m == 0 || n == 0) return;
  const auto number = [](std::size_t size) { return static_cast<int>(size); };
  const int rows = number(m), columns = number(n), inner = number(k);
  const int toA = std::max(1, number(strideA)), toB = std::max(1, number(strideB));
  const float one = 1;
  sgemm_(transposeA, transposeB, &rows, &columns, &inner, &one, a, &toA, b, &toB, &one, c, &rows);
}

}  // namespace

void addProduct(Matrix a, Matrix b, float* out) {
  product("N", "N", b.columns, a.rows, a.columns, b.values, b.stride, a.values, a.stride, out);
}

void addProductWithTransposed(Matrix a, Matrix b, float* out) {
  product("T", "N", b.rows, a.rows, a.columns, b.values, b.stride, a.values, a.stride, out);
}

void addTransposedProduct(Matrix a, Matrix b, float* out) {
  product("N", "T", b.columns, a.columns, a.rows, b.values, b.stride, a.values, a.stride, out);
}

void useCallingThreadAlone() {
  using Setter = void (*)(int);
  if (auto* setter = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) {
    setter(1);
  }
}

}  // namespace luce::blas
