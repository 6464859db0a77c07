// Runs the tests on the screen of DISPLAY, with settings and data in a folder that is gone
// afterwards.
#include <gmock/gmock.h>

#include <QApplication>

#include "tests/support/temporary_folder.h"

int main(int argc, char** argv) {
  testing::InitGoogleMock(&argc, argv);
  const luce::TemporaryFolder home;
  for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
    qputenv(variable, QByteArray::fromStdString((home / "").string()));
  }
  QApplication application(argc, argv);
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  return RUN_ALL_TESTS();
}
