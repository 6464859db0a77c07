// A slot that holds the newest value only: a fast producer never waits for a slow consumer, and a
// consumer never sees an old value twice. Safe for any number of threads on both sides.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace luce {

template <class Value>
class LatestValue {
 public:
  void publish(std::shared_ptr<const Value> value) {
    const std::lock_guard lock(mutex_);
    value_ = std::move(value);
  }

  /// The newest value since the last call, or null.
  std::shared_ptr<const Value> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(value_, nullptr);
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<const Value> value_;
};

}  // namespace luce
