#include <fmt/format.h>

#include "core/common/error.h"
#include "core/training/parallel/process_group.h"

#ifdef LUCE_HAS_GLOO
#ifndef USE_C10D_GLOO
#define USE_C10D_GLOO
#endif
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif
#include <torch/torch.h>

#include <algorithm>
#include <cstring>

namespace luce {

#ifdef LUCE_HAS_GLOO

namespace {

/// Up to the first line break: what follows is a stack trace.
std::string firstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

class GlooProcessGroup final : public ProcessGroup {
 public:
  GlooProcessGroup(const LaunchPlace& place, std::chrono::seconds patience)
      : rank_(place.rank), size_(place.size) {
    try {
      c10d::TCPStoreOptions options;
      options.port = static_cast<std::uint16_t>(place.port);
      options.isServer = !place.served && place.rank == 0;
      options.numWorkers = static_cast<std::size_t>(place.size);
      options.waitWorkers = !place.served;
      options.timeout = patience;
      const auto store = c10::make_intrusive<c10d::PrefixStore>(
          "luce/attempt_" + place.attempt,
          c10::make_intrusive<c10d::TCPStore>(place.host, options));
      auto groupOptions = c10d::ProcessGroupGloo::Options::create(patience);
      groupOptions->devices.push_back(device(place));
      groupOptions->threads = 1;
      group_ =
          c10::make_intrusive<c10d::ProcessGroupGloo>(store, place.rank, place.size, groupOptions);
    } catch (const std::exception& error) {
      throw Error(fmt::format(
          "Process {} of {} could not join the others at {}:{} within {} s: {}.", place.rank + 1,
          place.size, place.host, place.port, patience.count(), firstLine(error.what())));
    }
  }

  int rank() const override { return rank_; }
  int size() const override { return size_; }

  void sum(std::span<float> values) override {
    std::vector<torch::Tensor> tensors{torch::from_blob(
        values.data(), {static_cast<std::int64_t>(values.size())}, torch::kFloat32)};
    wait([&] { return group_->allreduce(tensors); });
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
  /// Processes of one machine talk over its loopback: its name need not resolve to an address.
  static std::shared_ptr<::gloo::transport::Device> device(const LaunchPlace& place) {
    if (const char* const name = std::getenv("GLOO_SOCKET_IFNAME")) {
      return c10d::ProcessGroupGloo::createDeviceForInterface(name);
    }
    if (place.localSize == place.size || place.host == "127.0.0.1" || place.host == "localhost") {
      return c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1");
    }
    return c10d::ProcessGroupGloo::createDefaultDevice();
  }

  std::vector<torch::Tensor> gatherTensors(const torch::Tensor& mine) {
    std::vector<std::vector<torch::Tensor>> outputs(1);
    for (int i = 0; i < size_; ++i) outputs[0].push_back(torch::empty_like(mine));
    std::vector<torch::Tensor> inputs{mine};
    wait([&] { return group_->allgather(outputs, inputs); });
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

  int rank_, size_;
  c10::intrusive_ptr<c10d::ProcessGroupGloo> group_;
};

}  // namespace

std::unique_ptr<ProcessGroup> joinProcessGroup(const LaunchPlace& place,
                                               std::chrono::seconds patience) {
  return std::make_unique<GlooProcessGroup>(place, patience);
}

#else

std::unique_ptr<ProcessGroup> joinProcessGroup(const LaunchPlace& place, std::chrono::seconds) {
  throw Error(fmt::format(
      "WORLD_SIZE asks for {} processes, but this Luce was built without Gloo, which they would "
      "talk through. Install libgloo-dev and build again, or unset WORLD_SIZE.",
      place.size));
}

#endif

}  // namespace luce
