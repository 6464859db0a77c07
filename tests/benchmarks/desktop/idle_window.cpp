// What the window costs while nobody touches it: luce_idle_benchmark [SECONDS]. Prints, for each
// page and window in turn, before and after a training, the processor time of the whole process in
// SECONDS (standard: 10) and how often one of its threads woke up.
//
// Run it on a screen: xvfb-run -a build/release/bin/luce_idle_benchmark
#include <fmt/format.h>
#include <sys/resource.h>

#include <QApplication>
#include <QTest>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/desktop/kept_settings.h"
#include "app/desktop/lessons/lesson_desk.h"
#include "app/desktop/main_window.h"
#include "app/desktop/playground/playground_window.h"
#include "app/desktop/window/control_help.h"
#include "tests/support/own_home.h"

namespace luce::desktop {
namespace {

constexpr int kSettling = 2500;   // ms
constexpr int kPatience = 60000;  // ms

/// Of all processors, ms.
double computed() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto milliseconds = [](const timeval& time) {
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_usec);
  };
  return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

/// Of all threads.
long wakeUps() {
  long count = 0;
  // proc(5): only a thread's own file counts its waits.
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream file(task.path() / "status");
    for (std::string line; std::getline(file, line);) {
      const std::string wanted = "voluntary_ctxt_switches:";
      if (line.starts_with(wanted)) count += std::atol(line.c_str() + wanted.size());
    }
  }
  return count;
}

/// Without a timer that polls, unlike QTest's.
void rest(int milliseconds) {
  QEventLoop loop;
  QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
  loop.exec();
}

void measure(const QString& what, int seconds) {
  rest(kSettling);
  const long wakeUpsBefore = wakeUps();
  const double before = computed();
  rest(1000 * seconds);
  const double milliseconds = computed() - before;
  fmt::print("{:32}  {:7.1f} ms  {:6.2f} %  {:6.1f} wake-ups a second\n", what.toStdString(),
             milliseconds, milliseconds / (10.0 * seconds),
             static_cast<double>(wakeUps() - wakeUpsBefore) / seconds);
  std::fflush(stdout);
}

void measurePages(MainWindow& window, const QString& when, int seconds) {
  window.showPages();
  for (int page = 0; page < window.tabs().count(); ++page) {
    window.tabs().setCurrentIndex(page);
    measure(window.tabs().tabText(page) + ", " + when, seconds);
  }
}

template <class Condition>
void await(const char* what, Condition&& condition) {
  if (QTest::qWaitFor(std::forward<Condition>(condition), kPatience)) return;
  fmt::print(stderr, "Waited in vain: {}\n", what);
  std::exit(1);
}

void measureAll(MainWindow& window, int seconds) {
  measure("Start page", seconds);
  Study& study = window.study();
  window.openSample();
  await("the sample log", [&] { return study.dataset() != nullptr && !study.busy(); });
  measurePages(window, "a log is open", seconds);

  Experiment experiment = study.experiment();
  experiment.schedule.supervisedEpochs = experiment.schedule.alignmentEpochs = 2;
  study.changeExperiment(experiment, "short", 0);
  study.startTraining("short");
  await("a training", [&] { return study.run() != nullptr && !study.busy(); });
  measurePages(window, "a run is trained", seconds);

  LoopPage& loop = window.feedbackLoop();
  window.showFeedbackLoop();
  LoopSettings settings = loop.document().settings();
  settings.rounds = 2;
  settings.seeds = 1;
  settings.audience.users = 200;
  loop.document().change(settings, "short");
  loop.startButton().click();
  await("a feedback loop", [&] { return loop.player().state() == LoopPlayer::State::Finished; });
  measure("Feedback loop, played", seconds);

  window.tabs().setCurrentIndex(0);
  window.showPages();
  window.lessons().begin(window.lessons().library().lessons().front().id);
  measure("A lesson", seconds);

  window.playground().open();
  measure("Playground", seconds);
  StepRunner& steps = window.playground().window()->runner();
  steps.run(30);
  await("steps of the playground", [&] { return !steps.running(); });
  measure("Playground, after thirty steps", seconds);
}

}  // namespace
}  // namespace luce::desktop

int main(int argc, char** argv) {
  using namespace luce::desktop;
  const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
  const luce::OwnHome home;
  QApplication application(argc, argv);
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  Appearance appearance(application);
  ControlHelp help;
  application.installEventFilter(&help);
  MainWindow window(&appearance);
  window.show();
  measureAll(window, seconds);
}
