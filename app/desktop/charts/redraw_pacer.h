// Lets a chart that changes often be drawn at most 30 times a second: the first change at once,
// what follows together at the next turn.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <functional>

namespace luce::desktop {

class RedrawPacer {
 public:
  static constexpr int kTurn = 33;  // ms

  explicit RedrawPacer(std::function<void()> draw) : draw_(std::move(draw)) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { drawNow(); });
  }

  void request() {
    if (timer_.isActive()) return;
    const qint64 since = last_.isValid() ? last_.elapsed() : kTurn;
    if (since >= kTurn) {
      drawNow();
    } else {
      timer_.start(static_cast<int>(kTurn - since));
    }
  }
  void drawNow() {
    timer_.stop();
    last_.start();
    draw_();
  }
  void forget() { timer_.stop(); }

 private:
  std::function<void()> draw_;
  QTimer timer_;
  QElapsedTimer last_;
};

}  // namespace luce::desktop
