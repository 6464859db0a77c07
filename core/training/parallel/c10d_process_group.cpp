#include <fmt/format.h>

#include "core/common/error.h"
#include "core/training/parallel/process_group.h"

// LibTorch's headers leave out what was not built into it; these say what was.
#ifdef LUCE_HAS_GLOO
#ifndef USE_C10D_GLOO
#define USE_C10D_GLOO
#endif
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif
#ifdef LUCE_HAS_NCCL
#ifndef USE_C10D_NCCL
#define USE_C10D_NCCL
#endif
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif
#include <torch/torch.h>

#include <algorithm>
#include <cstring>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

namespace luce {

namespace {

using StorePointer = c10::intrusive_ptr<c10d::Store>;

/// Up to the first line break: what follows is a stack trace.
std::string firstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

[[maybe_unused]] StorePointer meet(const LaunchPlace& place, std::chrono::seconds patience) {
  c10d::TCPStoreOptions options;
  options.port = static_cast<std::uint16_t>(place.port);
  options.isServer = !place.served && place.rank == 0;
  options.numWorkers = static_cast<std::size_t>(place.size);
  options.waitWorkers = !place.served;
  options.timeout = patience;
  return c10::make_intrusive<c10d::PrefixStore>(
      "luce/attempt_" + place.attempt, c10::make_intrusive<c10d::TCPStore>(place.host, options));
}

/// Backend: one of LibTorch's process groups, which moves tensors of one device.
template <class Backend>
class C10dProcessGroup final : public ProcessGroup {
 public:
  C10dProcessGroup(c10::intrusive_ptr<Backend> backend, const LaunchPlace& place,
                   torch::Device device)
      : backend_(std::move(backend)), rank_(place.rank), size_(place.size), device_(device) {}

  int rank() const override { return rank_; }
  int size() const override { return size_; }

  void sum(std::span<float> values) override {
    torch::Tensor own = torch::from_blob(values.data(), {static_cast<std::int64_t>(values.size())},
                                         torch::kFloat32);
    std::vector<torch::Tensor> tensors{own.to(device_)};
    wait([&] { return backend_->allreduce(tensors); });
    // Where the device is the processor this is the same memory already.
    if (!device_.is_cpu()) own.copy_(tensors.front());
  }

  std::vector<std::vector<std::byte>> gather(std::span<const std::byte> mine) override {
    const std::vector<torch::Tensor> lengths =
        gatherTensors(torch::full({1}, static_cast<std::int64_t>(mine.size()), torch::kInt64));
    std::int64_t longest = 0;
    for (const torch::Tensor& length : lengths) {
      longest = std::max(longest, length.item<std::int64_t>());
    }
    std::vector<std::vector<std::byte>> all(static_cast<std::size_t>(size_));
    if (longest == 0) return all;
    const torch::Tensor padded = torch::zeros({longest}, torch::kUInt8);
    if (!mine.empty()) std::memcpy(padded.data_ptr(), mine.data(), mine.size());
    const std::vector<torch::Tensor> found = gatherTensors(padded);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto* const begin = static_cast<const std::byte*>(found[i].data_ptr());
      all[i].assign(begin, begin + lengths[i].item<std::int64_t>());
    }
    return all;
  }

 private:
  /// Of all processes, in the processor's memory.
  std::vector<torch::Tensor> gatherTensors(const torch::Tensor& mine) {
    std::vector<torch::Tensor> inputs{mine.to(device_)};
    std::vector<std::vector<torch::Tensor>> outputs(1);
    for (int i = 0; i < size_; ++i) outputs[0].push_back(torch::empty_like(inputs[0]));
    wait([&] { return backend_->allgather(outputs, inputs); });
    for (torch::Tensor& output : outputs[0]) output = output.cpu();
    return outputs[0];
  }

  template <class Start>
  void wait(Start&& start) {
    try {
      start()->wait();
    } catch (const std::exception& error) {
      throw Error(fmt::format(
          "Another of the {} processes that train this run is gone or does not answer ({}).", size_,
          firstLine(error.what())));
    }
  }

  c10::intrusive_ptr<Backend> backend_;
  int rank_, size_;
  torch::Device device_;
};

#ifdef LUCE_HAS_GLOO
/// Processes of one machine talk over its loopback: its name need not resolve to an address.
std::shared_ptr<::gloo::transport::Device> networkOf(const LaunchPlace& place) {
  if (const char* const name = std::getenv("GLOO_SOCKET_IFNAME")) {
    return c10d::ProcessGroupGloo::createDeviceForInterface(name);
  }
  if (place.localSize == place.size || place.host == "127.0.0.1" || place.host == "localhost") {
    return c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1");
  }
  return c10d::ProcessGroupGloo::createDefaultDevice();
}

std::unique_ptr<ProcessGroup> joinGloo(const LaunchPlace& place, std::chrono::seconds patience) {
  auto options = c10d::ProcessGroupGloo::Options::create(patience);
  options->devices.push_back(networkOf(place));
  options->threads = 1;
  return std::make_unique<C10dProcessGroup<c10d::ProcessGroupGloo>>(
      c10::make_intrusive<c10d::ProcessGroupGloo>(meet(place, patience), place.rank, place.size,
                                                  options),
      place, torch::kCPU);
}
#endif

#ifdef LUCE_HAS_NCCL
std::unique_ptr<ProcessGroup> joinNccl(const LaunchPlace& place, std::chrono::seconds patience,
                                       const std::string& device) {
  auto options = c10d::ProcessGroupNCCL::Options::create();
  options->timeout = patience;
  return std::make_unique<C10dProcessGroup<c10d::ProcessGroupNCCL>>(
      c10::make_intrusive<c10d::ProcessGroupNCCL>(meet(place, patience), place.rank, place.size,
                                                  options),
      place, torch::Device(device));
}
#endif

}  // namespace

std::unique_ptr<ProcessGroup> joinProcessGroup(const LaunchPlace& place,
                                               std::chrono::seconds patience,
                                               [[maybe_unused]] const std::string& device) {
  try {
#ifdef LUCE_HAS_NCCL
    if (device != "cpu") return joinNccl(place, patience, device);
#endif
#ifdef LUCE_HAS_GLOO
    return joinGloo(place, patience);
#endif
  } catch (const std::exception& error) {
    throw Error(fmt::format("Process {} of {} could not join the others at {}:{} within {} s: {}.",
                            place.rank + 1, place.size, place.host, place.port, patience.count(),
                            firstLine(error.what())));
  }
  throw Error(fmt::format(
      "WORLD_SIZE asks for {} processes, but this Luce was built without Gloo, which they would "
      "talk through. Install libgloo-dev and build against Debian's LibTorch, or unset WORLD_SIZE.",
      place.size));
}

}  // namespace luce
