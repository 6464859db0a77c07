#include "app/desktop/study/newest_job.h"

#include <utility>

#include "core/common/give_way.h"

namespace luce::desktop {

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
  if (priority_ == Priority::Low) giveWay();
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
