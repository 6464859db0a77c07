#include "app/desktop/study/frame_gate.h"

#include <utility>

namespace luce::desktop {

void FrameGate::open() {
  closed_ = false;
  showWaiting();
}

void FrameGate::pass(Answer answer, std::function<void()> show) {
  std::function<void()>& waiting = waiting_[static_cast<std::size_t>(answer)];
  const bool hurries = asked_.isValid() && !asked_.hasExpired(kHurry);
  if (closed_ && !hurries) {
    waiting = std::move(show);
  } else {
    waiting = nullptr;
    show();
  }
}

void FrameGate::showWaiting() {
  for (std::function<void()>& waiting : waiting_) {
    if (const auto show = std::exchange(waiting, nullptr)) show();
  }
}

}  // namespace luce::desktop
