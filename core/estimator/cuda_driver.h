// What NVIDIA's driver tells of a GPU, asked without CUDA's headers: the library is opened where it
// is there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace luce {

struct CudaDeviceFacts {
  std::string name;         ///< "NVIDIA A100-SXM4-40GB"
  std::int64_t memory = 0;  ///< bytes in all
};

/// device: as in "cuda:0". None where there is no driver or no such device. library: the driver's.
std::optional<CudaDeviceFacts> cudaDeviceFacts(int device,
                                               const std::string& library = "libcuda.so.1");

}  // namespace luce
