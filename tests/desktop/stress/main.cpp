// Uses the desktop at random while it trains: stress_desktop SECONDS [SEED [HANG]]. Fails on a
// warning, on an interface that computes or waits for longer than HANG ms, beside what it had no
// processor for (standard: 200; 0 = any time is well), and by crashing. Meant to be built with
// sanitizers.
#include <fmt/format.h>

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QTimer>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "app/desktop/main_window.h"
#include "app/desktop/window/control_help.h"
#include "tests/desktop/stress/heartbeat.h"
#include "tests/desktop/stress/nowhere.h"
#include "tests/desktop/stress/random_person.h"
#include "tests/support/own_home.h"

#ifdef __SANITIZE_ADDRESS__
// To record the whole call stack of each allocation, which only the report of a finding would show,
// takes longer than the allocation. A full quarantine is emptied by a tenth at a time, for which
// the interface would wait. Qt is not instrumented: what it reads after it was freed is found
// because it makes no sense any more.
extern "C" __attribute__((visibility("default"), used)) const char* __asan_default_options() {
  return "malloc_context_size=2:quarantine_size_mb=16:max_free_fill_size=4096:free_fill_byte=90";
}
#endif

namespace {

constexpr double kHang = 200;  // ms
constexpr int kInterval = 15;  // ms between deeds
constexpr int kDeedsATraining = 200;

int warnings = 0;
QString doing;

/// What Qt's platform without a screen says of itself.
bool isOfNoScreen(const QString& message) {
  return message.startsWith("This plugin does not support");
}

void takeMessage(QtMsgType type, const QMessageLogContext&, const QString& message) {
  if (type == QtDebugMsg || type == QtInfoMsg || isOfNoScreen(message)) return;
  ++warnings;
  fmt::print(stderr, "Warning after: {}\n  {}\n", doing.toStdString(), message.toStdString());
  if (type == QtFatalMsg) std::abort();
}

}  // namespace

int main(int argc, char** argv) {
  using namespace luce::desktop;
  if (argc < 2 || std::atof(argv[1]) <= 0) {
    fmt::print(stderr, "usage: {} SECONDS [SEED [HANG]]\n", argv[0]);
    return 2;
  }
  const double seconds = std::atof(argv[1]);
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  const double limit = argc > 3 ? std::atof(argv[3]) : kHang;
  const luce::OwnHome home;
  QDir::setCurrent(QString::fromStdString((home / "").string()));
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  QApplication::setQuitOnLastWindowClosed(false);
  QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
  qInstallMessageHandler(takeMessage);
  Nowhere nowhere;
  for (const char* scheme : {"http", "https"}) {
    QDesktopServices::setUrlHandler(scheme, &nowhere, "take");
  }

  std::size_t hangs = 0;
  {
    Appearance appearance(application);
    ControlHelp help;
    application.installEventFilter(&help);
    MainWindow window(&appearance);
    window.actions().quit->setEnabled(false);
    window.resize(1366, 768);
    window.show();
    window.openSample();
    int trainings = 0, deedsWhileTraining = 0;
    QObject::connect(&window.study(), &Study::trainingBegan, [&] { ++trainings; });
    RandomPerson person(window, seed);
    Heartbeat heartbeat(limit > 0 ? limit : kHang, [&] { return person.latest(); });
    QElapsedTimer watch;
    watch.start();
    // Each asks for the next before it acts: a dialog that it opens runs a loop of its own.
    const std::function<void()> act = [&] {
      if (watch.elapsed() > 1000 * seconds) {
        // quit() would ask every window whether it may close.
        QCoreApplication::exit(0);
        return;
      }
      QTimer::singleShot(kInterval, &window, act);
      if (window.trainAction().isEnabled() && person.deeds() % kDeedsATraining == 0) {
        window.trainAction().trigger();
      }
      if (window.study().training()) ++deedsWhileTraining;
      person.act();
      doing = person.latest();
    };
    QTimer::singleShot(0, &window, act);
    QApplication::exec();
    for (const Heartbeat::Stall& stall : heartbeat.stalls()) {
      // On a busy machine answers are late without the interface being at fault.
      const bool hang = limit > 0 && stall.wall - stall.meanwhile.queued > limit;
      hangs += hang ? 1 : 0;
      fmt::print(
          stderr,
          "{} of {:.0f} ms, computing {:.0f} ms, without a processor {:.0f} ms, stolen by the "
          "host {:.0f} ms, {} page faults, {} waits, the watcher late by {:.0f} ms: {}\n",
          hang ? "Hang" : "Delay", stall.wall, stall.meanwhile.computed, stall.meanwhile.queued,
          stall.meanwhile.stolen, stall.meanwhile.faults, stall.meanwhile.waits, stall.watcher,
          stall.during.toStdString());
      for (const CallStack& calls : stall.where) fmt::print(stderr, "  at\n{}", text(calls));
    }
    fmt::print(
        "{} deeds in {:.0f} s (seed {}): {} warnings, {} hangs, {} delays above {:.0f} ms; "
        "delays: median {:.1f} ms, p99 {:.1f} ms, largest {:.1f} ms; {} trainings, during which {} "
        "of the deeds were done\n",
        person.deeds(), seconds, seed, warnings, hangs, heartbeat.stalls().size() - hangs, kHang,
        heartbeat.quantile(0.5), heartbeat.quantile(0.99), heartbeat.quantile(1), trainings,
        deedsWhileTraining);
    window.study().finishTraining();
    window.study().stopComparison();
  }
  for (const char* scheme : {"http", "https"}) QDesktopServices::unsetUrlHandler(scheme);
  return warnings == 0 && hangs == 0 ? 0 : 1;
}
