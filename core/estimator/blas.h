// Single-precision matrix products by the machine's BLAS, each computed by the calling thread
// alone: who computes with several threads gives each its own rows (a product of a few columns
// gains nothing from threads within, and loses by their waiting for one another).
#pragma once

#include <cstddef>

namespace luce::blas {

/// Row-major, densely stored unless a stride is told.
struct Matrix {
  const float* values;
  std::size_t rows, columns;
  std::size_t stride;  ///< from row to row
};

// All add to what `out` holds: who would start from 0 fills it in faster than a BLAS does.

/// out += a·b; out: a.rows × b.columns.
void addProduct(Matrix a, Matrix b, float* out);
/// out += a·bᵀ; out: a.rows × b.rows.
void addProductWithTransposed(Matrix a, Matrix b, float* out);
/// out += aᵀ·b; out: a.columns × b.columns.
void addTransposedProduct(Matrix a, Matrix b, float* out);

/// Makes every product that of the calling thread alone, LibTorch's too where it uses this BLAS.
void useCallingThreadAlone();

}  // namespace luce::blas
