// Some threads that do the parts of one job together, job after job.
//
// Between jobs they wait for the next one for some hundred microseconds without giving their
// processor away, since in a training step one job follows the other; then they sleep.
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
  /// members ≥ 1: the calling thread is one of them.
  explicit Crew(int members);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  int size() const { return static_cast<int>(threads_.size()) + 1; }

  /// Calls part(member) for each member 0 … members−1, all at once, and waits for them. part must
  /// not throw. One job at a time.
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
  void work(int member);

  std::vector<std::thread> threads_;
  Call call_ = nullptr;
  void* target_ = nullptr;
  int members_ = 0;
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
