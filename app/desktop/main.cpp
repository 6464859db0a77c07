#include <fmt/format.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include "app/desktop/main_window.h"
#include "app/desktop/slider_trace.h"
#include "app/desktop/stall_trace.h"
#include "app/desktop/start_trace.h"
#include "app/desktop/window/appearance.h"
#include "app/desktop/window/control_help.h"
#include "app/desktop/window/icons.h"
#include "app/desktop/window/language.h"
#include "app/version/build_facts.h"

namespace {

/// Answers --version and --help, also where there is no display. False when neither was asked for.
bool answered(int argc, char** argv, QCommandLineParser& parser) {
  QStringList arguments;
  for (int i = 0; i < argc; ++i) arguments.append(QString::fromLocal8Bit(argv[i]));
  // What is left for QApplication, such as -style, makes this fail.
  if (!parser.parse(arguments)) return false;
  if (parser.isSet("version")) {
    fmt::print("{}\n", luce::versionText("luce", {{"Qt", qVersion()}}));
    return true;
  }
  if (parser.isSet("help")) {
    const QCoreApplication program(argc, argv);
    fmt::print("{}", parser.helpText().toStdString());
    return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const auto start = luce::desktop::StartTrace::fromEnvironment();
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  QApplication::setApplicationDisplayName("Luce");
  QApplication::setApplicationVersion(QString::fromStdString(luce::programVersion()));
  // By this name a Wayland desktop finds the icon.
  QApplication::setDesktopFileName("luce");

  QCommandLineParser parser;
  parser.setApplicationDescription("A laboratory for reward-aligned ranking");
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument("files", "A workspace, logs, or a folder of Open Bandit",
                               "[files…]");
  QCommandLineOption sample("sample", "Open the sample log");
  parser.addOption(sample);
  if (answered(argc, argv, parser)) return 0;

  QApplication application(argc, argv);
  parser.process(application);

  const auto stalls = luce::desktop::StallTrace::fromEnvironment();
  luce::desktop::applyLanguage(application);
  luce::desktop::Appearance appearance(application);
  luce::desktop::ControlHelp help;
  application.installEventFilter(&help);
  QApplication::setWindowIcon(luce::desktop::programIcon());
  luce::desktop::MainWindow window(&appearance);
  const auto sliders = luce::desktop::SliderTrace::fromEnvironment(window);
  if (start) start->watch(window);
  window.show();
  // After the window is there, so that it appears at once.
  QTimer::singleShot(0, &window, [&] {
    if (parser.isSet(sample)) {
      window.openSample();
    } else if (parser.positionalArguments().isEmpty()) {
      window.openLastStudy();
    } else {
      window.openFiles(parser.positionalArguments());
    }
  });
  return QApplication::exec();
}
