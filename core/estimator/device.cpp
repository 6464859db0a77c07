#include "core/estimator/device.h"

#include <ATen/Parallel.h>
#include <fmt/format.h>
#include <torch/torch.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "core/common/error.h"
#include "core/estimator/blas.h"
#include "core/estimator/cuda_driver.h"

namespace luce {

std::vector<DeviceDescription> devices() {
  const auto processors = std::max(1u, std::thread::hardware_concurrency());
  std::vector<DeviceDescription> found{
      {"cpu", fmt::format("Processor, {} thread{}", processors, processors == 1 ? "" : "s"),
       static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE)}};
  const auto count = torch::cuda::is_available() ? torch::cuda::device_count() : 0;
  for (int i = 0; i < static_cast<int>(count); ++i) {
    const auto facts = cudaDeviceFacts(i).value_or(CudaDeviceFacts{"CUDA device", 0});
    found.push_back({fmt::format("cuda:{}", i), facts.name, facts.memory});
  }
  return found;
}

std::string resolveDevice(const std::string& wanted) {
  const std::vector<DeviceDescription> available = devices();
  if (wanted == kShapesOnly) return wanted;
  if (wanted == "auto") return available.back().id == "cpu" ? "cpu" : "cuda:0";
  const std::string full = wanted == "cuda" ? "cuda:0" : wanted;
  std::string known;
  for (const DeviceDescription& device : available) {
    if (device.id == full) return full;
    known += (known.empty() ? "" : ", ") + device.id;
  }
  throw Error(
      fmt::format("There is no device \"{}\" here; choose auto or one of: {}.", wanted, known));
}

int useThreads(int threads) {
  const int number =
      threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  at::set_num_threads(number);
  blas::useCallingThreadAlone();
  return number;
}

int threadsInUse() {
  return at::get_num_threads();
}

}  // namespace luce
