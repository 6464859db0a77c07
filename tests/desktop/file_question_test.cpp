#include "app/desktop/file_question.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QListView>
#include <QLockFile>
#include <QSettings>
#include <QTimer>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <thread>

#include "tests/desktop/choose_file.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;

FileQuestion saving(const QString& place, const QStringList& filters) {
  return {.what = FileQuestion::For::Saving, .title = "Save", .place = place, .filters = filters};
}

/// Clicks a file or folder in the list of the dialog's folder, and the button.
void pick(QFileDialog& dialog, const QString& name) {
  const auto* list = dialog.findChild<QListView*>("listView");
  const auto find = [&] {
    const QAbstractItemModel& model = *list->model();
    for (int row = 0; row < model.rowCount(list->rootIndex()); ++row) {
      const QModelIndex place = model.index(row, 0, list->rootIndex());
      if (place.data().toString() == name) return place;
    }
    return QModelIndex();
  };
  ASSERT_TRUE(waitFor([&] { return find().isValid(); })) << name.toStdString();
  list->selectionModel()->select(find(),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  QMetaObject::invokeMethod(&dialog, "accept");
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

TEST_F(FileQuestionTest, AFolderIsNotTheOneThatWasChosenBefore) {
  const QString folder = QFileInfo(path("a.csv")).path();
  ASSERT_TRUE(QDir(folder).mkdir("within"));
  const FileQuestion question{
      .what = FileQuestion::For::Folder, .title = "Folder", .place = folder, .filters = {}};
  const auto answer = [&](const std::function<void(QFileDialog&)>& act) {
    QTimer::singleShot(
        0, qApp, [act] { act(*qobject_cast<QFileDialog*>(QApplication::activeModalWidget())); });
    return askForFile(asker_.get(), question);
  };
  const auto accept = [](QFileDialog& dialog) { QMetaObject::invokeMethod(&dialog, "accept"); };
  EXPECT_EQ(answer([&](QFileDialog& dialog) { chooseIn(dialog, path("within")); }), path("within"));
  EXPECT_EQ(answer([](QFileDialog& dialog) { pick(dialog, "within"); }), path("within"));
  EXPECT_EQ(answer(accept), folder);
  EXPECT_EQ(answer([](QFileDialog& dialog) { dialog.reject(); }), "");
}

TEST_F(FileQuestionTest, AFileThatWasChosenBeforeIsNotChosenAnyMore) {
  folder_.write("there.csv", "");
  const QString folder = QFileInfo(path("a.csv")).path();
  const FileQuestion question{.title = "Open", .place = folder, .filters = {"Tables (*.csv)"}};
  ask(question);
  QFileDialog* dialog = shown();
  pick(*dialog, "there.csv");
  EXPECT_THAT(answers_, ElementsAre(path("there.csv")));
  ask(question);
  ASSERT_EQ(shown(), dialog);
  EXPECT_FALSE(dialog->findChild<QListView*>("listView")->selectionModel()->hasSelection());
  EXPECT_EQ(dialog->findChild<QLineEdit*>("fileNameEdit")->text(), "");
}

TEST_F(FileQuestionTest, ASuggestedNameMayBeAFoldersAlready) {
  const QString folder = QFileInfo(path("a.csv")).path();
  ASSERT_TRUE(QDir(folder).mkdir("my_run"));
  ask(saving(path("my_run"), {"Web page (*.html)"}));
  EXPECT_EQ(shown()->directory().path(), folder);
  EXPECT_EQ(shown()->findChild<QLineEdit*>("fileNameEdit")->text(), "my_run");
}

TEST_F(FileQuestionTest, NobodyWaitsForWhatQtWritesDown) {
  const QString file = QSettings(QSettings::UserScope, "QtProject").fileName();
  QDir().mkpath(QFileInfo(file).path());
  // Whoever writes the file waits for as long as another program has its lock.
  constexpr int kHeld = 3000;
  std::promise<bool> locked;
  std::thread other([&] {
    QLockFile lock(file + ".lock");
    lock.setStaleLockTime(0);
    locked.set_value(lock.tryLock(1000));
    std::this_thread::sleep_for(std::chrono::milliseconds(kHeld));
  });
  EXPECT_TRUE(locked.get_future().get());
  QElapsedTimer timer;
  timer.start();
  for (int time = 0; time < 2; ++time) {
    ask(saving(path("a.csv"), {"Tables (*.csv)"}));
    shown()->reject();
    QCoreApplication::processEvents();
    asker_ = std::make_unique<QWidget>();
  }
  EXPECT_LT(timer.elapsed(), kHeld / 2);
  other.join();
}

}  // namespace
}  // namespace luce::desktop
