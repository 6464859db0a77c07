#include "app/desktop/slider_trace.h"

#include <fmt/format.h>

#include <QApplication>
#include <QEvent>
#include <algorithm>
#include <cstdio>
#include <utility>

#include "app/desktop/main_window.h"
#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

bool isInput(const QEvent& event) {
  switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::KeyPress:
      return event.spontaneous();
    default:
      return false;
  }
}

void print(const char* what, std::vector<double> times) {
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  const auto quantile = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print(stderr, "{} after {} moves: median {:.1f} ms, p95 {:.1f} ms, max {:.1f} ms\n", what,
             times.size(), quantile(0.5), quantile(0.95), times.back());
}

}  // namespace

std::unique_ptr<SliderTrace> SliderTrace::fromEnvironment(MainWindow& window) {
  if (!qEnvironmentVariableIsSet("LUCE_TRACE_SLIDERS")) return nullptr;
  return std::make_unique<SliderTrace>(window);
}

SliderTrace::SliderTrace(MainWindow& window)
    : chart_(window.ratioChart().findChild<QChartView*>()->viewport()) {
  qApp->installEventFilter(this);
  connect(&window.study(), &Study::experimentChanged, this, [this] {
    if (!moved_) moved_ = input_;  // none: not a person's doing
  });
  connect(&window.study(), &Study::summarised, this, [this] {
    if (!moved_) return;
    take(untilTold_, *moved_);
    told_ = std::exchange(moved_, std::nullopt);
  });
}

SliderTrace::~SliderTrace() {
  print("New statistics", untilTold_);
  print("Charts", untilShown_);
}

void SliderTrace::take(std::vector<double>& times, Clock::time_point since) {
  times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - since).count());
}

bool SliderTrace::eventFilter(QObject* watched, QEvent* event) {
  if (isInput(*event)) {
    input_ = Clock::now();
    // What is changed later, is changed by something else.
    post(this, [this] { input_.reset(); });
  }
  if (told_ && watched == chart_ && event->type() == QEvent::Paint) {
    // Once the whole window has been drawn and handed to the screen.
    post(this, [this, since = *std::exchange(told_, std::nullopt)] { take(untilShown_, since); });
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace luce::desktop
