// Watches how late the interface thread answers, from another thread.
#pragma once

#include <pthread.h>
#include <sys/types.h>

#include <QObject>
#include <QString>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/desktop/stress/interrupted.h"

namespace luce::desktop {

/// Of a thread, since it began; times in ms.
struct ThreadTimes {
  double computed = 0;
  double queued = 0;        ///< it could have computed, but no processor was free
  double stolen = 0;        ///< of all processors together, by the host of a virtual machine
  std::int64_t faults = 0;  ///< pages of memory that had to be found first
  std::int64_t waits = 0;   ///< times that it slept for something

  ThreadTimes operator-(const ThreadTimes& before) const;
};

class Heartbeat : public QObject {
 public:
  /// One answer that came late: wall ms from question to answer, of which the interface thread
  /// computed and was queued so long; the rest it waited for something.
  struct Stall {
    double wall = 0;
    ThreadTimes meanwhile;
    double watcher = 0;            ///< ms that the watching thread slept too long, at most
    QString during;                ///< what doing() said when the answer came
    std::vector<CallStack> where;  ///< where it was, again and again while it did not answer
  };

  /// limit: ms above which an answer is a stall. doing: called in the interface thread.
  Heartbeat(double limit, std::function<QString()> doing);
  ~Heartbeat() override;

  const std::vector<Stall>& stalls() const { return stalls_; }
  /// The share of answers, in (0, 1], came within this time; ms.
  double quantile(double share) const;

 private:
  void beat(const std::stop_token& stop);
  void ask();
  void answer(double wall, const ThreadTimes& meanwhile, double watcher);
  void lookWhere();
  ThreadTimes times() const;

  double limit_;
  std::function<QString()> doing_;
  std::vector<Stall> stalls_;  // these two: interface thread only
  std::vector<float> delays_;
  std::atomic<bool> answered_{true};
  std::atomic<double> overslept_{0};  ///< ms, the most since the question
  std::atomic<std::chrono::steady_clock::time_point> sleepBegan_{};
  std::mutex guard_;
  std::vector<CallStack> where_;  // under guard_
  pthread_t interface_;
  pid_t number_;
  std::jthread thread_;
};

}  // namespace luce::desktop
