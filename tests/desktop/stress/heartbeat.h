// Watches how late the interface thread answers, from another thread.
#pragma once

#include <QObject>
#include <QString>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace luce::desktop {

class Heartbeat : public QObject {
 public:
  /// One answer that came late.
  struct Stall {
    double wall = 0;  ///< ms from question to answer
    double busy = 0;  ///< ms that the interface thread computed meanwhile
    QString during;   ///< what doing() said when the answer came
  };

  /// limit: ms above which an answer is a stall. doing: called in the interface thread.
  Heartbeat(double limit, std::function<QString()> doing);
  ~Heartbeat() override;

  const std::vector<Stall>& stalls() const { return stalls_; }
  /// The share of answers, in (0, 1], came within this time; ms.
  double quantile(double share) const;

 private:
  void beat(const std::stop_token& stop);

  double limit_;
  std::function<QString()> doing_;
  std::vector<Stall> stalls_;  // these two: interface thread only
  std::vector<float> delays_;
  std::atomic<bool> answered_{true};
  pthread_t interface_;
  std::jthread thread_;
};

}  // namespace luce::desktop
