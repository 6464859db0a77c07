#include "core/common/crew.h"

#include <sched.h>

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

/// Waits until the value is no longer `old`. Whoever else wants the processor gets it: it may be
/// the thread that is waited for.
template <class Value>
Value awaitChange(const std::atomic<Value>& value, Value old) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  do {
    for (int i = 0; i < kGlances; ++i) {
      const Value now = value.load(std::memory_order_acquire);
      if (now != old) return now;
      relax();
    }
    sched_yield();
  } while (std::chrono::steady_clock::now() < end);
  value.wait(old, std::memory_order_acquire);
  return value.load(std::memory_order_acquire);
}

}  // namespace

Crew::Crew(int members) : waiting_(static_cast<std::size_t>(members)) {
  for (int member = 1; member < members; ++member) {
    threads_.emplace_back([this, member] { help(member); });
  }
}

Crew::~Crew() {
  ends_ = true;
  job_.fetch_add(1, std::memory_order_release);
  job_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Crew::help(int member) {
  std::uint32_t job = 0;
  for (;;) {
    job = awaitChange(job_, job);
    if (ends_) return;
    doParts(job, member);
  }
}

/// Each thread begins with the part of its own number, whose data its processor has at hand.
void Crew::doParts(std::uint32_t job, int first) {
  const int members = members_.load(std::memory_order_relaxed);
  for (int k = 0; k < members; ++k) {
    const int part = (first + k) % members;
    std::atomic<std::uint32_t>& waiting = waiting_[static_cast<std::size_t>(part)];
    std::uint32_t expected = job;
    if (waiting.load(std::memory_order_relaxed) != job ||
        !waiting.compare_exchange_strong(expected, 0, std::memory_order_acquire)) {
      continue;
    }
    call_(target_, part);
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
  members_.store(members, std::memory_order_relaxed);
  left_.store(members, std::memory_order_relaxed);
  std::uint32_t job = job_.load(std::memory_order_relaxed) + 1;
  if (job == 0) ++job;
  for (int part = 0; part < members; ++part) {
    waiting_[static_cast<std::size_t>(part)].store(job, std::memory_order_release);
  }
  job_.store(job, std::memory_order_release);
  job_.notify_all();
  doParts(job, 0);
  for (int left = left_.load(std::memory_order_acquire); left != 0;) {
    left = awaitChange(left_, left);
  }
}

}  // namespace luce
