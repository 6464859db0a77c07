// Threads of a test in place of processes that train one run.
#pragma once

#include <barrier>
#include <cstddef>
#include <span>
#include <vector>

#include "core/training/parallel/process_group.h"

namespace luce {

/// What the members of one group share.
class ThreadMeeting {
 public:
  explicit ThreadMeeting(int size)
      : size_(size), given_(static_cast<std::size_t>(size)), barrier_(size) {}
  int size() const { return size_; }

  std::vector<std::vector<std::byte>> gather(int rank, std::span<const std::byte> mine) {
    given_[static_cast<std::size_t>(rank)].assign(mine.begin(), mine.end());
    barrier_.arrive_and_wait();
    std::vector<std::vector<std::byte>> all = given_;
    barrier_.arrive_and_wait();
    return all;
  }

 private:
  int size_;
  std::vector<std::vector<std::byte>> given_;
  std::barrier<> barrier_;
};

class ThreadGroup final : public ProcessGroup {
 public:
  ThreadGroup(ThreadMeeting& meeting, int rank) : meeting_(meeting), rank_(rank) {}
  int rank() const override { return rank_; }
  int size() const override { return meeting_.size(); }
  void sum(std::span<float> values) override {
    const auto all = gather(std::as_bytes(values));
    std::vector<double> sums(values.size(), 0.0);
    for (const std::vector<std::byte>& part : all) {
      const auto* const numbers = reinterpret_cast<const float*>(part.data());
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += static_cast<double>(numbers[i]);
    }
    for (std::size_t i = 0; i < sums.size(); ++i) values[i] = static_cast<float>(sums[i]);
  }
  std::vector<std::vector<std::byte>> gather(std::span<const std::byte> mine) override {
    return meeting_.gather(rank_, mine);
  }

 private:
  ThreadMeeting& meeting_;
  int rank_;
};

}  // namespace luce
