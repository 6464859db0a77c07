#include "tests/desktop/stress/heartbeat.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kInterval{5};
constexpr double kFirstLook = 0.25;   // of the limit
constexpr double kLookInterval = 15;  // ms
constexpr std::size_t kMostLooks = 30;

double since(Clock::time_point moment) {
  return std::chrono::duration<double, std::milli>(Clock::now() - moment).count();
}

/// ms
double stolenTime() {
  std::ifstream file("/proc/stat");
  std::string name;
  // proc(5): user, nice, system, idle, iowait, irq, softirq, steal
  double number = 0;
  file >> name;
  for (int i = 0; i < 8; ++i) file >> number;
  return 1e3 * number / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

ThreadTimes ThreadTimes::operator-(const ThreadTimes& before) const {
  return {computed - before.computed, queued - before.queued, stolen - before.stolen,
          faults - before.faults, waits - before.waits};
}

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
  double nextLook = kFirstLook * limit_;
  while (!stop.stop_requested()) {
    if (answered_.exchange(false)) {
      asked = Clock::now();
      nextLook = kFirstLook * limit_;
      ask();
    } else if (since(asked) > nextLook) {
      lookWhere();
      nextLook = since(asked) + kLookInterval;
    }
    const Clock::time_point slept = Clock::now();
    std::this_thread::sleep_for(kInterval);
    overslept_ = std::max(overslept_.load(), since(slept) - kInterval.count());
  }
}

void Heartbeat::ask() {
  overslept_ = 0;
  post(this, [this, sent = Clock::now(), before = times()] {
    answer(since(sent), times() - before, overslept_);
  });
}

void Heartbeat::answer(double wall, const ThreadTimes& meanwhile, double watcher) {
  const std::lock_guard lock(guard_);
  delays_.push_back(static_cast<float>(wall));
  if (wall > limit_) stalls_.push_back({wall, meanwhile, watcher, doing_(), std::move(where_)});
  where_.clear();
  answered_ = true;
}

void Heartbeat::lookWhere() {
  {
    const std::lock_guard lock(guard_);
    if (where_.size() == kMostLooks) return;
  }
  CallStack calls = interrupted(interface_);
  const std::lock_guard lock(guard_);
  if (!answered_) where_.push_back(std::move(calls));
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
  ThreadTimes times{computed, 1e-6 * queued, stolenTime()};
  std::string word;
  // proc(5): the tenth and the twelfth number are faults without and with reading from a disk.
  std::ifstream stat(fmt::format("/proc/self/task/{}/stat", number_));
  for (int field = 1; field <= 12 && stat >> word; ++field) {
    if (field == 10 || field == 12) times.faults += std::atoll(word.c_str());
  }
  std::ifstream status(fmt::format("/proc/self/task/{}/status", number_));
  while (status >> word) {
    if (word == "voluntary_ctxt_switches:") status >> times.waits;
  }
  return times;
}

}  // namespace luce::desktop
