#include "app/desktop/stall_trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kInterval{5};

}  // namespace

std::unique_ptr<StallTrace> StallTrace::fromEnvironment() {
  return qEnvironmentVariableIsSet("LUCE_TRACE_STALLS") ? std::make_unique<StallTrace>() : nullptr;
}

StallTrace::StallTrace() : thread_([this](const std::stop_token& stop) { probe(stop); }) {}

StallTrace::~StallTrace() {
  thread_.request_stop();
  thread_.join();
  if (delays_.empty()) return;
  std::sort(delays_.begin(), delays_.end());
  const auto quantile = [&](double share) {
    return delays_[static_cast<std::size_t>(share * static_cast<double>(delays_.size() - 1))];
  };
  fmt::print(stderr, "Event delay over {} probes: median {:.2f} ms, p99 {:.2f} ms, max {:.2f} ms\n",
             delays_.size(), quantile(0.5), quantile(0.99), delays_.back());
}

void StallTrace::probe(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    post(this, [this, sent = Clock::now()] {
      delays_.push_back(std::chrono::duration<float, std::milli>(Clock::now() - sent).count());
    });
    std::this_thread::sleep_for(kInterval);
  }
}

}  // namespace luce::desktop
