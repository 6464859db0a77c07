// Runs the tests on the screen of DISPLAY, with settings and data in a folder that is gone
// afterwards.
#include <gmock/gmock.h>

#include <QApplication>

#include "tests/support/own_home.h"

int main(int argc, char** argv) {
  testing::InitGoogleMock(&argc, argv);
  const luce::OwnHome home;
  QApplication application(argc, argv);
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  return RUN_ALL_TESTS();
}
