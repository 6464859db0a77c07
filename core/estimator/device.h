// Where tensors live, chosen at run time, and whether the linear algebra behind them is fast.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace luce {

struct DeviceDescription {
  std::string id;           ///< "cpu", "cuda:0"
  std::string title;        ///< for people, without the memory: the GPU's name
  std::int64_t memory = 0;  ///< bytes in all; 0 = not known
};
/// The CPU and every CUDA device that LibTorch can use.
std::vector<DeviceDescription> devices();

/// A device without values: tensors on it have shapes only, and whatever asks for a value or mixes
/// devices fails. With LibTorch 2 a whole training step runs on it, which shows that the step never
/// waits for a GPU. For tests.
inline constexpr const char* kShapesOnly = "meta";

/// "auto" becomes the first CUDA device or "cpu"; others are checked. Throws Error that lists the
/// devices there are.
std::string resolveDevice(const std::string& wanted);

/// Sets LibTorch's CPU threads for the calling process; 0 = one a processor. Returns the number.
int useThreads(int threads);

/// The number that was set last.
int threadsInUse();

int libtorchMajorVersion();
/// Such as "1.13.1".
std::string libtorchVersion();
/// Of this build of Luce.
std::string luceVersion();

}  // namespace luce
