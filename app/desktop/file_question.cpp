#include "app/desktop/file_question.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <utility>
#include <vector>

namespace luce::desktop {
namespace {

/// Where a name is typed; null in a dialog of the system's.
QLineEdit* nameIn(const QFileDialog& dialog) {
  return dialog.findChild<QLineEdit*>("fileNameEdit");
}

/// Of each kind its own, as Qt's dialog keeps much of the mode it was in.
struct KeptDialog {
  FileQuestion::For what;
  QPointer<QFileDialog> dialog;

  /// A dialog of the system's keeps what was chosen, so it may only ask the same again.
  bool canAsk(const FileQuestion& question) const {
    return what == question.what && !dialog->isVisible() &&
           (nameIn(*dialog) != nullptr || dialog->windowTitle() == question.title);
  }
};

class KeptDialogs {
 public:
  static KeptDialogs& instance() {
    static KeptDialogs dialogs;
    return dialogs;
  }

  QFileDialog* lend(QWidget* asker, const FileQuestion& question) {
    // Some were destroyed together with who had asked.
    std::erase_if(dialogs_, [](const KeptDialog& kept) { return kept.dialog.isNull(); });
    for (const KeptDialog& kept : dialogs_) {
      if (!kept.canAsk(question)) continue;
      kept.dialog->setParent(asker, kept.dialog->windowFlags());
      return kept.dialog;
    }
    dialogs_.push_back({question.what, new QFileDialog(asker)});
    return dialogs_.back().dialog;
  }

  /// Out of the hands of who had asked, unless it is lent again already.
  static void takeBack(QFileDialog* dialog) {
    if (!dialog->isVisible()) dialog->setParent(nullptr, dialog->windowFlags());
  }

  QString folder;  ///< in which a file was chosen last

 private:
  KeptDialogs() {
    // Widgets cannot be destroyed after the application.
    qAddPostRoutine([] {
      for (const KeptDialog& kept : instance().dialogs_) delete kept.dialog;
    });
  }

  std::vector<KeptDialog> dialogs_;
};

QString suffixOf(const QString& filter) {
  static const QRegularExpression ending(R"(\*\.([\w.]+))");
  return ending.match(filter).captured(1);
}

/// What was typed and chosen for the question before.
void forgetAnswer(const QFileDialog& dialog) {
  if (QLineEdit* name = nameIn(dialog)) {
    // It would look for the empty name in the folder, and choose that.
    const QSignalBlocker silently(name);
    name->clear();
  }
  if (const auto* list = dialog.findChild<QListView*>("listView")) list->selectionModel()->clear();
}

void showPlace(QFileDialog& dialog, const FileQuestion& question) {
  const QFileInfo place(question.place);
  const QString& last = KeptDialogs::instance().folder;
  const bool names =
      !question.place.isEmpty() && (question.what == FileQuestion::For::Saving || !place.isDir());
  if (!question.place.isEmpty() && !names) {
    dialog.setDirectory(question.place);
  } else if (place.isAbsolute()) {
    dialog.setDirectory(place.absolutePath());
  } else if (!last.isEmpty()) {
    dialog.setDirectory(last);
  }
  forgetAnswer(dialog);
  if (names) dialog.selectFile(place.fileName());
}

QFileDialog* prepare(QWidget* asker, const FileQuestion& question) {
  using For = FileQuestion::For;
  QFileDialog* dialog = KeptDialogs::instance().lend(asker, question);
  const bool saving = question.what == For::Saving;
  dialog->setWindowTitle(question.title);
  dialog->setOption(QFileDialog::ShowDirsOnly, question.what == For::Folder);
  dialog->setOption(QFileDialog::DontConfirmOverwrite, !question.confirmsReplacing);
  dialog->setAcceptMode(saving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
  dialog->setFileMode(saving                         ? QFileDialog::AnyFile
                      : question.what == For::Folder ? QFileDialog::Directory
                      : question.what == For::Files  ? QFileDialog::ExistingFiles
                                                     : QFileDialog::ExistingFile);
  if (question.what != For::Folder) {
    dialog->setNameFilters(question.filters);
    const auto followFilter = [dialog, saving](const QString& filter) {
      dialog->setDefaultSuffix(saving ? suffixOf(filter) : QString());
    };
    QObject::disconnect(dialog, &QFileDialog::filterSelected, dialog, nullptr);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, followFilter);
    dialog->selectNameFilter(question.filters.front());
    followFilter(question.filters.front());
  }
  showPlace(*dialog, question);
  return dialog;
}

QStringList answerOf(const QFileDialog& dialog) {
  QStringList files = dialog.result() == QDialog::Accepted ? dialog.selectedFiles() : QStringList();
  if (!files.isEmpty()) {
    const QFileInfo first(files.front());
    KeptDialogs::instance().folder =
        first.isDir() ? first.absoluteFilePath() : first.absolutePath();
  }
  return files;
}

}  // namespace

QStringList askForFiles(QWidget* asker, const FileQuestion& question) {
  const QPointer<QFileDialog> dialog = prepare(asker, question);
  dialog->exec();
  if (dialog.isNull()) return {};
  QStringList files = answerOf(*dialog);
  KeptDialogs::takeBack(dialog);
  return files;
}

QString askForFile(QWidget* asker, const FileQuestion& question) {
  return askForFiles(asker, question).value(0);
}

void askForFile(QWidget* asker, const FileQuestion& question,
                std::function<void(const QString&)> answered) {
  QFileDialog* dialog = prepare(asker, question);
  QObject::connect(
      dialog, &QDialog::finished, asker,
      [dialog = QPointer(dialog), answered = std::move(answered)] {
        const QString file = answerOf(*dialog).value(0);
        // Not while Qt is still closing it.
        QMetaObject::invokeMethod(
            dialog, [dialog] { KeptDialogs::takeBack(dialog); }, Qt::QueuedConnection);
        if (!file.isEmpty()) answered(file);
      },
      Qt::SingleShotConnection);
  dialog->open();
}

}  // namespace luce::desktop
