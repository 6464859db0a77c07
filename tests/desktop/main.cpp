// Runs the desktop's tests offscreen, with settings and data in a folder that is gone afterwards.
#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include "tests/support/own_home.h"

namespace {

/// No test finds the workspaces of the one before: a run of a name that is taken is not trained.
class FreshData : public testing::EmptyTestEventListener {
  void OnTestStart(const testing::TestInfo&) override {
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
  }
};

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleMock(&argc, argv);
  const luce::OwnHome home;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QApplication::setOrganizationName("luce");
  QApplication::setApplicationName("luce");
  testing::UnitTest::GetInstance()->listeners().Append(new FreshData);
  return RUN_ALL_TESTS();
}
