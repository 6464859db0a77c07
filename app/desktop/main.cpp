#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include "app/desktop/main_window.h"
#include "app/desktop/slider_trace.h"
#include "app/desktop/stall_trace.h"
#include "app/desktop/window/appearance.h"
#include "app/desktop/window/control_help.h"
#include "app/desktop/window/icons.h"
#include "app/desktop/window/language.h"

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  QApplication::setApplicationDisplayName("Luce");
  QApplication::setApplicationVersion(LUCE_VERSION);

  QCommandLineParser parser;
  parser.setApplicationDescription("A laboratory for reward-aligned ranking");
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument("files", "A workspace, logs, or a folder of Open Bandit",
                               "[files…]");
  QCommandLineOption sample("sample", "Open the sample log");
  parser.addOption(sample);
  parser.process(application);

  const auto stalls = luce::desktop::StallTrace::fromEnvironment();
  luce::desktop::applyLanguage(application);
  luce::desktop::Appearance appearance(application);
  luce::desktop::ControlHelp help;
  application.installEventFilter(&help);
  QApplication::setWindowIcon(luce::desktop::programIcon());
  luce::desktop::MainWindow window(&appearance);
  const auto sliders = luce::desktop::SliderTrace::fromEnvironment(window);
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
