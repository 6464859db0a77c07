// A thread that runs the newest job it is given. Jobs that a newer one overtakes before they begin
// are dropped, so that a burst of requests costs no more than its last one.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace luce::desktop {

class NewestJob {
 public:
  using Job = std::function<void()>;

  enum class Priority {
    Normal,
    Low,  ///< for long jobs: the processors are left to others that want them
  };

  /// patience: how long nothing newer must come before a job begins.
  explicit NewestJob(std::chrono::milliseconds patience = {}, Priority priority = Priority::Normal);
  /// Waits for the job in progress.
  ~NewestJob() = default;

  /// Safe from any thread. The job must not throw.
  void run(Job job);

 private:
  void work(const std::stop_token& stop);

  const std::chrono::milliseconds patience_;
  const Priority priority_;
  std::mutex mutex_;
  std::condition_variable_any condition_;
  Job waiting_;
  std::uint64_t given_ = 0;
  std::jthread thread_;
};

}  // namespace luce::desktop
