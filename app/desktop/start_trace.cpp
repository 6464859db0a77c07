#include "app/desktop/start_trace.h"

#include <fmt/format.h>
#include <unistd.h>

#include <QApplication>
#include <QEvent>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#include "app/desktop/main_window.h"
#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

/// proc(5): starttime, the 22nd number of /proc/self/stat, is in clock ticks since the machine
/// started. The second is a name in brackets, which may hold spaces.
double millisecondsSinceStart() {
  std::ifstream file("/proc/self/stat");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::istringstream fields(text.substr(text.rfind(')') + 1));
  constexpr int kState = 3, kStartTime = 22;
  std::string field;
  for (int number = kState; number <= kStartTime; ++number) fields >> field;
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  const double started = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
  return 1e3 * (static_cast<double>(now.tv_sec) - started) +
         1e-6 * static_cast<double>(now.tv_nsec);
}

void print(const char* what) {
  fmt::print(stderr, "Start: {} after {:.0f} ms\n", what, millisecondsSinceStart());
}

}  // namespace

std::unique_ptr<StartTrace> StartTrace::fromEnvironment() {
  if (!qEnvironmentVariableIsSet("LUCE_TRACE_START")) return nullptr;
  print("main");
  return std::make_unique<StartTrace>();
}

void StartTrace::watch(MainWindow& window) {
  window_ = &window;
  painting_ = "window";
  qApp->installEventFilter(this);
  connect(
      &window.study(), &Study::slateViewed, this, [this] { painting_ = "study"; },
      Qt::SingleShotConnection);
  connect(
      &window.study(), &Study::deviceFound, this, [] { print("LibTorch"); },
      Qt::SingleShotConnection);
}

bool StartTrace::eventFilter(QObject* watched, QEvent* event) {
  if (painting_ != nullptr && event->type() == QEvent::Paint) {
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget != nullptr && widget->window() == window_) {
      // Once the whole window has been drawn and handed to the screen.
      post(this, [what = std::exchange(painting_, nullptr)] { print(what); });
    }
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace luce::desktop
