// Some threads that do the parts of one job together, job after job.
//
// Between jobs they wait for the next one for some hundred microseconds without going to sleep,
// since in a training step one job follows the other. A thread that is late, because another
// program has its processor, holds nobody up: whoever is done with a part does the next that nobody
// has begun.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <type_traits>
#include <vector>

namespace luce {

class Crew {
 public:
  /// members ≥ 1: the thread that calls run() is one of them.
  explicit Crew(int members);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  int size() const { return static_cast<int>(threads_.size()) + 1; }

  /// Calls part(member) once for each member 0 … members−1 ≤ size(), in any thread and order, most
  /// often all at once, and waits for them. No part may wait for another, or throw. One job at a
  /// time.
  template <class Part>
  void run(int members, Part&& part) {
    const Call call = [](void* target, int member) noexcept {
      (*static_cast<std::remove_reference_t<Part>*>(target))(member);
    };
    runAll(members, call, const_cast<void*>(static_cast<const void*>(std::addressof(part))));
  }

 private:
  using Call = void (*)(void* target, int member) noexcept;
  void runAll(int members, Call call, void* target);
  void help(int member);
  void doParts(std::uint32_t job, int first);

  std::vector<std::thread> threads_;
  std::atomic<bool> ends_{false};
  // Of the job at hand; who has begun one of its parts may read the first two.
  Call call_ = nullptr;
  void* target_ = nullptr;
  std::atomic<int> members_{0};
  /// For each part the job that it waits to be begun in, or 0.
  std::vector<std::atomic<std::uint32_t>> waiting_;
  alignas(64) std::atomic<std::uint32_t> job_{0};
  alignas(64) std::atomic<int> left_{0};
};

/// Part of [0, count) that a member does; the parts differ by `multiple` at most.
struct Share {
  std::size_t begin = 0, end = 0;
};
inline Share shareOf(std::size_t count, int member, int members, std::size_t multiple = 1) {
  const std::size_t units = (count + multiple - 1) / multiple;
  const auto cut = [&](int k) {
    const std::size_t at =
        units * static_cast<std::size_t>(k) / static_cast<std::size_t>(members) * multiple;
    return at < count ? at : count;
  };
  return {cut(member), cut(member + 1)};
}

}  // namespace luce
