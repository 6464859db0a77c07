// luce-tensors.so as a program sees it that loads it late; see tensor_library.h.
#pragma once

#include "core/tensor_library/tensor_functions.h"

namespace luce {

/// Loads the library if that has not been done. Throws Error.
const TensorFunctions& tensorFunctions();

}  // namespace luce
