// Runs the desktop's tests offscreen, with settings and data in a folder that is gone afterwards.
#include <gmock/gmock.h>

#include <QApplication>

#include "tests/support/own_home.h"

int main(int argc, char** argv) {
  testing::InitGoogleMock(&argc, argv);
  const luce::OwnHome home;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  return RUN_ALL_TESTS();
}
