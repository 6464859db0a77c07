#include "app/desktop/kept_settings.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSettings>

namespace luce::desktop {
namespace {

using testing::HasSubstr;
using testing::Not;

class KeptSettingsTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    KeptSettings::flush();
  }
  void TearDown() override { KeptSettings().clear(); }

  std::string written() const {
    KeptSettings::flush();
    QFile file(file_);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
  }

  const QString file_ = QSettings().fileName();
};

TEST_F(KeptSettingsTest, AreThereAtOnceAndInTheFileSoon) {
  KeptSettings().setValue("test/number", 7);
  KeptSettings().setValue("test/number", 8);
  EXPECT_EQ(KeptSettings().value("test/number").toInt(), 8);
  EXPECT_EQ(KeptSettings().value("test/none", 3).toInt(), 3);
  EXPECT_THAT(written(), HasSubstr("[test]\nnumber=8\n"));
}

TEST_F(KeptSettingsTest, NobodyWaitsForTheFile) {
  QDir().mkpath(QFileInfo(file_).path());
  QLockFile lock(file_ + ".lock");
  ASSERT_TRUE(lock.tryLock(1000));
  // Whoever writes the file waits for as long as another program has its lock.
  KeptSettings().setValue("test/number", 9);
  KeptSettings().setValue("test/other", 1);
  KeptSettings().remove("test/other");
  EXPECT_EQ(KeptSettings().value("test/number").toInt(), 9);
  lock.unlock();
  EXPECT_THAT(written(), HasSubstr("number=9\n"));
  EXPECT_THAT(written(), Not(HasSubstr("other")));
}

TEST_F(KeptSettingsTest, AGroupIsRemovedWithItsKeysAndNoOther) {
  for (const char* key : {"test", "test/a", "test/b/c", "testing/a"}) {
    KeptSettings().setValue(key, 1);
  }
  EXPECT_THAT(written(), HasSubstr("[test]"));
  KeptSettings().remove("test");
  for (const char* key : {"test", "test/a", "test/b/c"}) {
    EXPECT_FALSE(KeptSettings().value(key).isValid()) << key;
  }
  EXPECT_EQ(KeptSettings().value("testing/a").toInt(), 1);
  KeptSettings().setValue("test/a", 2);
  EXPECT_THAT(written(), HasSubstr("[test]\na=2\n"));
  EXPECT_THAT(written(), HasSubstr("[testing]\na=1\n"));
  EXPECT_THAT(written(), Not(HasSubstr("b\\c")));
}

TEST_F(KeptSettingsTest, WhatAnotherProgramWroteStays) {
  KeptSettings().setValue("test/ours", 1);
  KeptSettings::flush();
  QFile file(file_);
  ASSERT_TRUE(file.open(QIODevice::Append));
  file.write("theirs=2\n");
  file.close();
  KeptSettings().setValue("test/ours", 3);
  EXPECT_THAT(written(), HasSubstr("ours=3\n"));
  EXPECT_THAT(written(), HasSubstr("theirs=2\n"));
}

}  // namespace
}  // namespace luce::desktop
