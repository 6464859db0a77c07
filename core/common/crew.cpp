#include "core/common/crew.h"

#include <chrono>

namespace luce {

namespace {

/// Longer than most pauses within a training step: waking a thread takes as long as a small job.
constexpr auto kPatience = std::chrono::microseconds(300);
constexpr int kGlances = 200;  // between two looks at the clock

void relax() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

/// Waits until the value is no longer `old`.
template <class Value>
Value awaitChange(const std::atomic<Value>& value, Value old) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  do {
    for (int i = 0; i < kGlances; ++i) {
      const Value now = value.load(std::memory_order_acquire);
      if (now != old) return now;
      relax();
    }
  } while (std::chrono::steady_clock::now() < end);
  value.wait(old, std::memory_order_acquire);
  return value.load(std::memory_order_acquire);
}

}  // namespace

Crew::Crew(int members) {
  for (int member = 1; member < members; ++member) {
    threads_.emplace_back([this, member] { work(member); });
  }
}

Crew::~Crew() {
  call_ = nullptr;
  job_.fetch_add(1, std::memory_order_release);
  job_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Crew::work(int member) {
  std::uint32_t seen = 0;
  for (;;) {
    seen = awaitChange(job_, seen);
    if (call_ == nullptr) return;
    if (member < members_) call_(target_, member);
    if (left_.fetch_sub(1, std::memory_order_acq_rel) == 1) left_.notify_one();
  }
}

void Crew::runAll(int members, Call call, void* target) {
  if (members <= 1 || threads_.empty()) {
    for (int member = 0; member < members; ++member) call(target, member);
    return;
  }
  call_ = call;
  target_ = target;
  members_ = members;
  left_.store(static_cast<int>(threads_.size()), std::memory_order_relaxed);
  job_.fetch_add(1, std::memory_order_release);
  job_.notify_all();
  call(target, 0);
  for (int left = left_.load(std::memory_order_acquire); left != 0;) {
    left = awaitChange(left_, left);
  }
}

}  // namespace luce
