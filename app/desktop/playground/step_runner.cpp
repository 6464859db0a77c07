#include "app/desktop/playground/step_runner.h"

#include <cmath>

namespace luce::desktop {

namespace {

constexpr int kPause = 90;  // ms
/// A policy that moves less than this with a step stands still, as far as eyes can see.
constexpr double kStill = 1e-9;

bool moves(const BlackboardView& view) {
  for (const BoardCandidateView& seen : view.candidates) {
    if (std::abs(seen.nextPolicy - seen.policy) > kStill) return true;
  }
  return false;
}

}  // namespace

StepRunner::StepRunner(PlaygroundDocument& document, QObject* parent)
    : QObject(parent), document_(document) {
  timer_.setInterval(kPause);
  connect(&timer_, &QTimer::timeout, this, &StepRunner::next);
}

void StepRunner::run(int steps) {
  left_ = steps;
  number_ = document_.nextNumber();
  timer_.start();
  Q_EMIT runningChanged();
  next();
}

void StepRunner::stop() {
  if (!running()) return;
  timer_.stop();
  Q_EMIT runningChanged();
}

void StepRunner::next() {
  if (!moves(document_.view()) || !document_.step(number_)) {
    stop();
    Q_EMIT stoodStill();
    return;
  }
  if (left_ != kWithoutEnd && --left_ <= 0) stop();
}

}  // namespace luce::desktop
