#include "core/estimator/cuda_driver.h"

#include <dlfcn.h>

#include <array>
#include <memory>

namespace luce {

namespace {

struct CloseLibrary {
  void operator()(void* library) const { dlclose(library); }
};

template <class Function>
Function* find(void* library, const char* name) {
  return reinterpret_cast<Function*>(dlsym(library, name));
}

}  // namespace

std::optional<CudaDeviceFacts> cudaDeviceFacts(int device, const std::string& library) {
  // The driver stays open where it is used otherwise too.
  const std::unique_ptr<void, CloseLibrary> driver(dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL));
  if (!driver) return std::nullopt;
  // As cuda.h of CUDA 3.2 and later declares them; 0 is success.
  const auto init = find<int(unsigned)>(driver.get(), "cuInit");
  const auto get = find<int(int*, int)>(driver.get(), "cuDeviceGet");
  const auto getName = find<int(char*, int, int)>(driver.get(), "cuDeviceGetName");
  const auto getMemory = find<int(std::size_t*, int)>(driver.get(), "cuDeviceTotalMem_v2");
  if (init == nullptr || get == nullptr || getName == nullptr || getMemory == nullptr) {
    return std::nullopt;
  }
  int handle = 0;
  std::array<char, 256> name{};
  std::size_t memory = 0;
  if (init(0) != 0 || get(&handle, device) != 0 ||
      getName(name.data(), static_cast<int>(name.size() - 1), handle) != 0 ||
      getMemory(&memory, handle) != 0) {
    return std::nullopt;
  }
  return CudaDeviceFacts{name.data(), static_cast<std::int64_t>(memory)};
}

}  // namespace luce
