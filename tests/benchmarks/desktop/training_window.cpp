// Trains a run in the window and watches how late the window answers meanwhile:
//
//   luce_training_benchmark WORKSPACE EXPERIMENT RUN [--move]
//
// Prints one JSON object: steps, seconds of training, seconds of a processor that the interface
// thread used, and the delay of events in ms (an event is sent every 5 ms). --move: a slider of the
// value weights is moved to and fro all the time. tests/benchmarks/desktop/training compares the
// speed with luce-cli's.
#include <fmt/format.h>

#include <QApplication>
#include <QSlider>
#include <QTest>
#include <QTimer>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/desktop/main_window.h"
#include "app/desktop/window/control_help.h"
#include "tests/desktop/stress/heartbeat.h"
#include "tests/support/own_home.h"

namespace luce::desktop {
namespace {

constexpr int kPatience = 600'000;    // ms
constexpr int kBetweenMoves = 100;    // ms
constexpr double kLate = 33;          // ms
constexpr double kShareOfMove = 0.1;  // of the slider's range

/// Of the processor, used by the calling thread.
double threadSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

template <class Condition>
void await(const char* what, Condition&& condition) {
  if (QTest::qWaitFor(std::forward<Condition>(condition), kPatience)) return;
  fmt::print(stderr, "Waited in vain: {}\n", what);
  std::exit(1);
}

void train(MainWindow& window, const QString& run, bool moves) {
  Study& study = window.study();
  QObject here;  // what listens ends with it
  std::int64_t steps = 0;
  bool ended = false;
  QObject::connect(&study, &Study::snapshotTaken, &here,
                   [&](const auto& snapshot) { steps = std::max(steps, snapshot->step); });
  QObject::connect(&study, &Study::trainingEnded, &here, [&] { ended = true; });
  std::optional<Heartbeat> heartbeat;
  double interfaceSeconds = 0;
  QObject::connect(&study, &Study::trainingBegan, &here, [&] {
    heartbeat.emplace(kLate, [] { return QString(); });
    interfaceSeconds = -threadSeconds();
  });
  auto* slider = window.values().findChild<QSlider*>();
  QTimer mover;
  QObject::connect(&mover, &QTimer::timeout, slider, [slider, up = true]() mutable {
    const int way = static_cast<int>(kShareOfMove * (slider->maximum() - slider->minimum()));
    slider->setValue(slider->value() + (up ? way : -way));
    up = !up;
  });
  if (moves) mover.start(kBetweenMoves);
  study.startTraining(run);
  await("the end of the training", [&] { return ended; });
  interfaceSeconds += threadSeconds();
  const nlohmann::json delays{{"median", heartbeat->quantile(0.5)},
                              {"p99", heartbeat->quantile(0.99)},
                              {"max", heartbeat->quantile(1)},
                              {"late", heartbeat->stalls().size()}};
  heartbeat.reset();
  mover.stop();
  await("the trained run", [&] { return study.run() != nullptr && !study.busy(); });
  const nlohmann::json result{{"steps", steps},
                              {"seconds", study.run()->record.seconds},
                              {"interface_seconds", interfaceSeconds},
                              {"delays", delays}};
  fmt::print("{}\n", result.dump());
}

}  // namespace
}  // namespace luce::desktop

int main(int argc, char** argv) {
  using namespace luce::desktop;
  if (argc < 4) {
    fmt::print(stderr, "usage: {} WORKSPACE EXPERIMENT RUN [--move]\n", argv[0]);
    return 2;
  }
  const bool moves = argc > 4 && std::strcmp(argv[4], "--move") == 0;
  const luce::OwnHome home;
  QApplication application(argc, argv);
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  Appearance appearance(application);
  ControlHelp help;
  application.installEventFilter(&help);
  MainWindow window(&appearance);
  window.resize(1366, 768);
  window.show();
  QObject::connect(&window.study(), &Study::failed, [](const Failure& failure) {
    fmt::print(stderr, "{}: {}\n", failure.title.toStdString(), failure.text.toStdString());
    std::exit(1);
  });
  window.study().openFiles({argv[1]}, argv[2]);
  await("the workspace",
        [&] { return window.study().dataset() != nullptr && !window.study().busy(); });
  QTest::qWait(500);
  train(window, argv[3], moves);
  window.study().finishTraining();
}
