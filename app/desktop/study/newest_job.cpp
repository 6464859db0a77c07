#include "app/desktop/study/newest_job.h"

#include <sys/resource.h>

#include <utility>

namespace luce::desktop {

namespace {

/// Steps of niceness: among threads that all want the processors, a third of another's share.
constexpr int kNicer = 5;

}  // namespace

NewestJob::NewestJob(std::chrono::milliseconds patience, Priority priority)
    : patience_(patience),
      priority_(priority),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

void NewestJob::run(Job job) {
  {
    const std::lock_guard lock(mutex_);
    waiting_ = std::move(job);
    ++given_;
  }
  condition_.notify_one();
}

void NewestJob::work(const std::stop_token& stop) {
  // On Linux this is a thread's own, and of those that it starts.
  if (priority_ == Priority::Low) {
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + kNicer);
  }
  std::unique_lock lock(mutex_);
  while (condition_.wait(lock, stop, [&] { return static_cast<bool>(waiting_); })) {
    std::uint64_t seen = 0;
    do {
      seen = given_;
      condition_.wait_for(lock, stop, patience_, [&] { return given_ != seen; });
    } while (given_ != seen && !stop.stop_requested());
    if (stop.stop_requested()) return;
    const Job job = std::exchange(waiting_, nullptr);
    lock.unlock();
    job();
    lock.lock();
  }
}

}  // namespace luce::desktop
