#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include "app/desktop/main_window.h"
#include "app/desktop/stall_trace.h"

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
  luce::desktop::MainWindow window;
  window.show();
  // After the window is there, so that it appears at once.
  QTimer::singleShot(0, &window, [&] {
    if (parser.isSet(sample)) {
      window.openSample();
    } else {
      window.openFiles(parser.positionalArguments());
    }
  });
  return QApplication::exec();
}
