#include "core/estimator/device.h"

#include <ATen/Parallel.h>
#include <fmt/format.h>
#include <torch/torch.h>
#include <torch/version.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <thread>

#include "core/common/error.h"
#include "core/estimator/blas.h"
#include "core/estimator/cuda_driver.h"
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

BlasCheck checkBlas() {
  constexpr std::int64_t kSide = 384;
  constexpr int kRepeats = 5;
  // A reference BLAS reaches 1 to 7 on one core, an optimised one 30 and more.
  constexpr double kFastGigaflops = 15;
  const c10::InferenceMode inference;
  const LinearAlgebraUse use;
  const torch::Tensor a = torch::ones({kSide, kSide});
  const torch::Tensor b = torch::ones({kSide, kSide});
  // Threads that spin while they wait would count as computing.
  const int threads = at::get_num_threads();
  useThreads(1);
  double best = 1e9;
  for (int i = 0; i < kRepeats; ++i) {
    const double start = threadSeconds();
    const torch::Tensor product = torch::mm(a, b);
    best = std::min(best, threadSeconds() - start);
  }
  useThreads(threads);
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
