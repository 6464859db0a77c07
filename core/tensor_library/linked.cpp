// For programs that are linked with LibTorch; see tensor_library.h.
#include "core/tensor_library/tensor_library.h"

namespace luce {

void loadTensors() {}

}  // namespace luce
