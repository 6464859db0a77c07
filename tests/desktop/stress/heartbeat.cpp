#include "tests/desktop/stress/heartbeat.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <ctime>

#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kInterval{5};

/// ms that the thread has computed so far.
double computed(pthread_t thread) {
  clockid_t clock{};
  timespec time{};
  pthread_getcpuclockid(thread, &clock);
  clock_gettime(clock, &time);
  return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

}  // namespace

Heartbeat::Heartbeat(double limit, std::function<QString()> doing)
    : limit_(limit),
      doing_(std::move(doing)),
      interface_(pthread_self()),
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
  while (!stop.stop_requested()) {
    if (answered_.exchange(false)) {
      post(this, [this, sent = Clock::now(), before = computed(interface_)] {
        const double wall = std::chrono::duration<double, std::milli>(Clock::now() - sent).count();
        const double busy = computed(interface_) - before;
        delays_.push_back(static_cast<float>(wall));
        if (wall > limit_) stalls_.push_back({wall, busy, doing_()});
        answered_ = true;
      });
    }
    std::this_thread::sleep_for(kInterval);
  }
}

}  // namespace luce::desktop
