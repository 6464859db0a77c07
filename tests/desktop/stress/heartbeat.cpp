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
/// Of the limit: what comes first takes part in making an answer late.
constexpr double kFirstLook = 0.25;
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

std::ifstream fileOf(pid_t thread, const char* name) {
  return std::ifstream(fmt::format("/proc/self/task/{}/{}", thread, name));
}

/// ms
double queuedTime(pid_t thread) {
  double running = 0, queued = 0;  // ns
  fileOf(thread, "schedstat") >> running >> queued;
  return 1e-6 * queued;
}

std::int64_t pageFaults(pid_t thread) {
  std::ifstream file = fileOf(thread, "stat");
  std::int64_t faults = 0;
  std::string word;
  // proc(5): the tenth and the twelfth number are faults without and with reading from a disk.
  for (int field = 1; field <= 12 && file >> word; ++field) {
    if (field == 10 || field == 12) faults += std::atoll(word.c_str());
  }
  return faults;
}

std::int64_t waits(pid_t thread) {
  std::ifstream file = fileOf(thread, "status");
  std::int64_t waits = 0;
  std::string word;
  while (file >> word) {
    if (word == "voluntary_ctxt_switches:") file >> waits;
  }
  return waits;
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
    sleepBegan_ = Clock::now();
    std::this_thread::sleep_for(kInterval);
    overslept_ = std::max(overslept_.load(), since(sleepBegan_) - kInterval.count());
  }
}

void Heartbeat::ask() {
  overslept_ = 0;
  post(this, [this, sent = Clock::now(), before = times()] {
    const double wall = since(sent);
    // It may sleep still.
    const double sleeps = since(sleepBegan_) - kInterval.count();
    answer(wall, times() - before, std::max(overslept_.load(), sleeps));
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
  return {computed, queuedTime(number_), stolenTime(), pageFaults(number_), waits(number_)};
}

}  // namespace luce::desktop
