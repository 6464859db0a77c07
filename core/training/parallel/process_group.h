// The processes that train one run together, each on its share of the slates. All of them call the
// same methods in the same order.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace luce {

class ProcessGroup {
 public:
  virtual ~ProcessGroup() = default;
  /// 0 .. size() − 1. Number 0 judges and writes.
  virtual int rank() const = 0;
  virtual int size() const = 0;
  /// Replaces the values by their sums over the processes: the same bits in each of them. Throws
  /// Error when another process is gone or does not answer in time; so does gather().
  virtual void sum(std::span<float> values) = 0;
  /// What every process gives, by rank; lengths may differ.
  virtual std::vector<std::vector<std::byte>> gather(std::span<const std::byte> mine) = 0;
};

/// Where a launcher such as PyTorch's torchrun says that this process belongs.
struct LaunchPlace {
  int rank = 0;         ///< RANK
  int size = 1;         ///< WORLD_SIZE
  int localRank = 0;    ///< LOCAL_RANK: among those of this machine; chooses the GPU
  int localSize = 1;    ///< LOCAL_WORLD_SIZE: they share this machine's processors
  std::string host;     ///< MASTER_ADDR
  int port = 0;         ///< MASTER_PORT
  bool served = false;  ///< TORCHELASTIC_USE_AGENT_STORE: the launcher itself listens there
  std::string attempt;  ///< TORCHELASTIC_RESTART_COUNT; "0" without a launcher that restarts
};

/// From the environment's variables; none where WORLD_SIZE is missing or 1. Throws Error naming the
/// variable that is missing or makes no sense.
std::optional<LaunchPlace> launchPlace();

/// Joins the others: waits until all are there. patience: how long to wait for another process,
/// then and later. device: what this one computes on; on GPUs they talk through NCCL where this
/// Luce was built with it, otherwise through Gloo. Throws Error; also where it was built without
/// either.
std::unique_ptr<ProcessGroup> joinProcessGroup(const LaunchPlace& place,
                                               std::chrono::seconds patience,
                                               const std::string& device);

}  // namespace luce
