// Questions for a file or a folder.
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace luce::desktop {

/// What is asked for. Filters are as Qt writes them: "Experiments (*.json)".
struct FileQuestion {
  enum class For { File, Files, Folder, Saving };

  For what = For::File;
  QString title = {};
  /// The folder to begin in, the file to suggest, or both. Empty: where the last file was chosen.
  QString place = {};
  /// At least one, but for a folder. The person chooses among them; a file for saving that is named
  /// without an ending gets that of the chosen one.
  QStringList filters = {};
  /// Whether the dialog asks before an existing file is taken for saving.
  bool confirmsReplacing = true;
};

/// Waits for the person's answer. Empty: none was given.
///
/// The dialog is the system's or, where there is none, Qt's own. That one, when it is destroyed,
/// writes what it remembers into a file and waits for the disk; so dialogs are kept, hidden, for
/// the next question and destroyed with the program.
QStringList askForFiles(QWidget* asker, const FileQuestion& question);

/// The same for one file or folder. Empty: none was chosen.
QString askForFile(QWidget* asker, const FileQuestion& question);

/// Returns at once; calls `answered` with the chosen file, unless the person cancels or `asker`
/// is destroyed before.
void askForFile(QWidget* asker, const FileQuestion& question,
                std::function<void(const QString&)> answered);

}  // namespace luce::desktop
