#include "tests/desktop/stress/heartbeat.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>

#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kInterval{5};

double since(Clock::time_point moment) {
  return std::chrono::duration<double, std::milli>(Clock::now() - moment).count();
}

}  // namespace

Heartbeat::Heartbeat(double limit, std::function<QString()> doing)
    : limit_(limit),
      doing_(std::move(doing)),
      interface_(pthread_self()),
      number_(gettid()),
      thread_([this](const std::stop_token& stop) { beat(stop); }) {}

Heartbeat::~Heartbeat() {
  thread_.request_stop();
  thread_.join();
}

double Heartbeat::quantile(double share) const {
  if (delays_.empty()) return 0;
  std::vector<float> sorted = delays_;
  std::sort(sorted.begin(), sorted.end());
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void Heartbeat::beat(const std::stop_token& stop) {
  Clock::time_point asked = Clock::now();
  bool looked = false;
  while (!stop.stop_requested()) {
    if (answered_.exchange(false)) {
      asked = Clock::now();
      looked = false;
      ask();
    } else if (!looked && since(asked) > limit_) {
      looked = true;
      lookWhere();
    }
    std::this_thread::sleep_for(kInterval);
  }
}

void Heartbeat::ask() {
  post(this, [this, sent = Clock::now(), before = times()] {
    const ThreadTimes now = times();
    answer(since(sent), {now.computed - before.computed, now.queued - before.queued});
  });
}

void Heartbeat::answer(double wall, const ThreadTimes& meanwhile) {
  const std::lock_guard lock(guard_);
  delays_.push_back(static_cast<float>(wall));
  if (wall > limit_) stalls_.push_back({wall, meanwhile, doing_(), std::move(where_)});
  where_.clear();
  answered_ = true;
}

void Heartbeat::lookWhere() {
  CallStack calls = interrupted(interface_);
  const std::lock_guard lock(guard_);
  if (!answered_) where_ = std::move(calls);
}

ThreadTimes Heartbeat::times() const {
  clockid_t clock{};
  timespec time{};
  pthread_getcpuclockid(interface_, &clock);
  clock_gettime(clock, &time);
  const double computed =
      1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
  double running = 0, queued = 0;  // ns
  std::ifstream(fmt::format("/proc/self/task/{}/schedstat", number_)) >> running >> queued;
  return {computed, 1e-6 * queued};
}

}  // namespace luce::desktop
