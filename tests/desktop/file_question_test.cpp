#include "app/desktop/file_question.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLockFile>
#include <QSettings>
#include <QTimer>
#include <memory>

#include "tests/desktop/choose_file.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;

FileQuestion saving(const QString& place, const QStringList& filters) {
  return {.what = FileQuestion::For::Saving, .title = "Save", .place = place, .filters = filters};
}

class FileQuestionTest : public testing::Test {
 protected:
  QString path(const char* name) const { return QString::fromStdString((folder_ / name).string()); }
  QFileDialog* shown() const {
    for (auto* dialog : asker_->findChildren<QFileDialog*>()) {
      if (dialog->isVisible()) return dialog;
    }
    return nullptr;
  }
  void ask(const FileQuestion& question) {
    askForFile(asker_.get(), question, [this](const QString& file) { answers_ << file; });
  }

  const TemporaryFolder folder_;
  std::unique_ptr<QWidget> asker_ = std::make_unique<QWidget>();
  QStringList answers_;
};

TEST_F(FileQuestionTest, TheNextQuestionGetsTheSameDialogWithNothingOfTheOneBefore) {
  ask(saving(path("first.csv"), {"Tables (*.csv)"}));
  QFileDialog* first = shown();
  ASSERT_NE(first, nullptr);
  chooseIn(*first, path("first.csv"));
  EXPECT_THAT(answers_, ElementsAre(path("first.csv")));
  QCoreApplication::processEvents();
  EXPECT_EQ(first->parent(), nullptr) << "who has asked may go";
  asker_ = std::make_unique<QWidget>();

  FileQuestion other = saving({}, {"Boards (*.json)", "Pictures (*.png)"});
  other.title = "Another";
  other.confirmsReplacing = false;
  ask(other);
  ASSERT_EQ(shown(), first);
  EXPECT_EQ(first->windowTitle(), "Another");
  EXPECT_EQ(first->nameFilters(), other.filters);
  EXPECT_EQ(first->findChild<QLineEdit*>("fileNameEdit")->text(), "");
  EXPECT_TRUE(first->testOption(QFileDialog::DontConfirmOverwrite));
  EXPECT_EQ(first->directory().path(), QFileInfo(path("first.csv")).path())
      << "it begins where the last file was";
  first->reject();
  EXPECT_THAT(answers_, ElementsAre(path("first.csv"))) << "cancelled";
}

TEST_F(FileQuestionTest, AFileForSavingGetsTheEndingOfTheChosenFilter) {
  ask(saving(path("report"), {"Web page (*.html)", "PDF (*.pdf)"}));
  QFileDialog* dialog = shown();
  EXPECT_EQ(dialog->findChild<QLineEdit*>("fileNameEdit")->text(), "report");
  QMetaObject::invokeMethod(dialog, "accept");
  ask(saving(path("report"), {"Web page (*.html)", "PDF (*.pdf)"}));
  dialog = shown();
  dialog->selectNameFilter("PDF (*.pdf)");
  Q_EMIT dialog->filterSelected("PDF (*.pdf)");
  QMetaObject::invokeMethod(dialog, "accept");
  EXPECT_THAT(answers_, ElementsAre(path("report.html"), path("report.pdf")));
}

TEST_F(FileQuestionTest, TwoWindowsAskAtOnce) {
  ask(saving(path("a.csv"), {"Tables (*.csv)"}));
  QFileDialog* first = shown();
  QWidget other;
  QString answer;
  askForFile(&other, saving(path("b.csv"), {"Tables (*.csv)"}),
             [&](const QString& file) { answer = file; });
  auto* second = other.findChild<QFileDialog*>();
  ASSERT_NE(second, nullptr);
  ASSERT_NE(second, first);
  chooseIn(*second, path("b.csv"));
  chooseIn(*first, path("a.csv"));
  EXPECT_EQ(answer, path("b.csv"));
  EXPECT_THAT(answers_, ElementsAre(path("a.csv")));
}

TEST_F(FileQuestionTest, WhoIsGoneGetsNoAnswer) {
  ask(saving(path("a.csv"), {"Tables (*.csv)"}));
  asker_.reset();
  asker_ = std::make_unique<QWidget>();
  ask(saving(path("b.csv"), {"Tables (*.csv)"}));
  chooseIn(*shown(), path("b.csv"));
  EXPECT_THAT(answers_, ElementsAre(path("b.csv")));
}

TEST_F(FileQuestionTest, AFolderIsNotTheFileThatWasTypedBefore) {
  ask(saving(path("a.csv"), {"Tables (*.csv)"}));
  chooseIn(*shown(), path("a.csv"));
  const QString folder = QFileInfo(path("a.csv")).path();
  QTimer::singleShot(
      0, qApp, [] { QMetaObject::invokeMethod(QApplication::activeModalWidget(), "accept"); });
  EXPECT_EQ(
      askForFile(
          asker_.get(),
          {.what = FileQuestion::For::Folder, .title = "Folder", .place = folder, .filters = {}}),
      folder);
  QTimer::singleShot(
      0, qApp, [] { QMetaObject::invokeMethod(QApplication::activeModalWidget(), "reject"); });
  EXPECT_EQ(
      askForFile(
          asker_.get(),
          {.what = FileQuestion::For::Folder, .title = "Folder", .place = folder, .filters = {}}),
      "");
}

TEST_F(FileQuestionTest, NobodyWaitsForWhatQtWritesDown) {
  const QString file = QSettings(QSettings::UserScope, "QtProject").fileName();
  QDir().mkpath(QFileInfo(file).path());
  QLockFile lock(file + ".lock");
  ASSERT_TRUE(lock.tryLock(1000));
  // Whoever writes the file waits for as long as another program has its lock.
  for (int time = 0; time < 2; ++time) {
    ask(saving(path("a.csv"), {"Tables (*.csv)"}));
    shown()->reject();
    QCoreApplication::processEvents();
    asker_ = std::make_unique<QWidget>();
  }
  lock.unlock();
}

}  // namespace
}  // namespace luce::desktop
