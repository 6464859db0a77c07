// What this build was made with. LibTorch itself is not needed to tell.
#include <torch/version.h>

#include "core/estimator/device.h"

namespace luce {

int libtorchMajorVersion() {
  return TORCH_VERSION_MAJOR;
}

std::string libtorchVersion() {
  return TORCH_VERSION;
}

std::string luceVersion() {
  return LUCE_VERSION;
}

}  // namespace luce
